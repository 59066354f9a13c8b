// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace hareloom::ui {

struct AxisRange
{
    double low = 0, high = 1; // low < high; both > 0 when logarithmic
    bool isLog = false;

    /// 0 at low, 1 at high.
    double share(double value) const;
    double valueAt(double share) const;
    bool operator==(const AxisRange&) const = default;
};

struct Tick
{
    double value = 0;
    QString label;
};

/// Round values (1, 2 or 5 times a power of ten; powers of ten on a logarithmic axis) inside the range, at
/// most `most` of them, least first.
std::vector<Tick> niceTicks(const AxisRange& range, int most);
/// The same for whole numbers: no tick falls between two.
std::vector<Tick> wholeTicks(const AxisRange& range, int most);

/// Ticks that share a part which makes their labels long (1700000005, 1700000010) are labelled with the rest
/// (5, 10); the returned part, "+1.7×10⁹", belongs to the axis. Empty, and nothing is changed, where labels
/// are short, the axis is logarithmic, or nothing would be gained.
QString shortenLabels(std::vector<Tick>& ticks, const AxisRange& range);

/// Short and plain: 12, 0.05, 1.2e-9 as "1.2×10⁻⁹"; a true minus sign.
QString numberText(double value, int digits = 3);

/// A range around [low, high] with a margin, a share of its length; never empty, also when both are equal,
/// and finite.
AxisRange padded(double low, double high, double margin);
/// The same on a logarithmic axis; 0 < low <= high. Both equal: a little around them.
AxisRange paddedLog(double low, double high, double margin);

} // namespace hareloom::ui
