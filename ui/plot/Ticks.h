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

/// Short and plain: 12, 0.05, 1.2e-9 as "1.2×10⁻⁹"; a true minus sign.
QString numberText(double value, int digits = 3);

/// A range around [low, high] with a margin; never empty, also when both are equal.
AxisRange padded(double low, double high, double margin);

} // namespace hareloom::ui
