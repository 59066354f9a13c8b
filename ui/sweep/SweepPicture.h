// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/Ticks.h"

#include <QStringList>

#include <limits>
#include <optional>
#include <vector>

namespace hareloom::ui {

/// A swept setting as an axis: where each of its values stands.
class SweptAxis
{
public:
    /// `labels`: how each value is written. `numbers`: the values where they are numbers, one each; empty
    /// where they are words. At least one value.
    SweptAxis(QString title, QStringList labels, std::vector<double> numbers);

    const QString& title() const { return m_title; }
    const QStringList& labels() const { return m_labels; }
    std::size_t size() const { return static_cast<std::size_t>(m_labels.size()); }
    /// The axis on which position() places values: of the numbers themselves where they are evenly spaced, or
    /// their logarithms are; else 0, 1, 2, ... in the order of the sweep, which leaves each value the same
    /// room.
    const AxisRange& range() const { return m_range; }
    double position(std::size_t value) const { return m_positions[value]; }
    struct Label
    {
        std::size_t value;
        QString words;
    };
    /// Of as many values as have room in `pixels`; words are cut to their room.
    std::vector<Label> labelsIn(double pixels) const;
    /// The same on the axis.
    std::vector<Tick> ticks(double pixels) const;
    /// Whether the values are numbers.
    bool isNumeric() const { return m_isNumeric; }
    /// Whether a value's position is its place in the order, not the value.
    bool isByOrder() const { return m_isByOrder; }

private:
    QString m_title;
    QStringList m_labels;
    std::vector<double> m_positions;
    AxisRange m_range;
    bool m_isByOrder = true, m_isNumeric = false;
};

/// One point of a sweep, over its replicates. NaN: nothing was measured, or there is no theory.
struct SweepCell
{
    enum class State { Waiting, Done, Failed };

    State state = State::Waiting;
    double centre = std::numeric_limits<double>::quiet_NaN();
    double low = centre, high = centre;
    double theory = centre;
    QString theoryIs = {};     // "theory (mean)"; empty: there is none
    std::int64_t chains = 0;   // that are done
    std::int64_t measured = 0; // of these, whose value `centre` is of: a value may not be defined
    QString why = {};          // it failed
};

/// One metric at one generation over one or two swept settings.
struct SweepPicture
{
    QString metric;    // its title: "Variance"
    QString statistic; // "median of 100 chains in generation 50"; while some are missing how many there are
    QString band;      // "10–90% of chains"; empty: there is one chain a point
    QString theory; // what is drawn of the theory: "theory (mean)"; other points' theory is only read; empty:
                    // none
    bool isLog = false; // values are shown on a logarithmic scale where they are positive
    SweptAxis across;
    std::optional<SweptAxis> up;  // the second setting
    std::vector<SweepCell> cells; // (up.size(), across.size()), row by row
    std::int64_t replicates = 1;  // chains of each point when all are done
    QString fixed = {};           // the settings along neither axis: "Variables 3"; empty: none
    QString centreIs =
        {}; // what a point's value is of its chains: "median"; empty: there is one chain a point

    std::size_t rows() const { return up ? up->size() : 1; }
    std::size_t index(std::size_t column, std::size_t row = 0) const { return row * across.size() + column; }
    const SweepCell& at(std::size_t column, std::size_t row = 0) const { return cells[index(column, row)]; }
    /// Of a point that has a value, whether it is of fewer chains than `replicates`.
    bool isPartial(const SweepCell& cell) const { return cell.measured > 0 && cell.measured < replicates; }
    bool hasPartial() const;
    /// What the mark of such a point means: "fewer than 20 chains".
    QString partialWords() const;
    /// "Variance, median of 100 chains in generation 50, Variables 3".
    QString heading() const;
    /// What the theory says where it is drawn; else NaN.
    double drawnTheory(const SweepCell& cell) const
    {
        return cell.theoryIs == theory ? cell.theory : std::numeric_limits<double>::quiet_NaN();
    }
    /// Of what is drawn, on the scale that `isLog` asks for; nothing while no value is finite. A logarithmic
    /// scale needs two positive values that differ.
    std::optional<AxisRange> valueRange(bool withBands) const;
    /// "Real share 0.1, Sample size 1000"
    QString placeOf(std::size_t column, std::size_t row = 0) const;
    /// "Real share 0.1, Sample size 1000: Variance (median) 0.83, 10–90% of chains 0.7 to 0.95, theory (mean)
    /// 0.86."
    QString sentence(std::size_t column, std::size_t row = 0) const;
};

} // namespace hareloom::ui
