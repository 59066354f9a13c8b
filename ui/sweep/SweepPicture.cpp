// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepPicture.h"

#include "ui/language/Joining.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kEven = 0.02;     // steps that differ by less than this share of a step are even
constexpr double kMargin = 0.04;   // of the axis, beyond its first and last value
constexpr double kLeastWord = 40;  // pixels of a word that is cut
constexpr double kNarrowLog = 1.5; // a log scale needs values that differ by more than this factor

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::SweepPicture", text);
}

bool areEven(const std::vector<double>& values)
{
    const double step = (values.back() - values.front()) / double(values.size() - 1);
    if (!std::isfinite(step) || step == 0)
        return false;
    for (std::size_t i = 1; i < values.size(); ++i)
        if (std::abs(values[i] - values[i - 1] - step) > kEven * std::abs(step))
            return false;
    return true;
}

/// Whole numbers on a logarithmic range are rounded, so that their steps are less even.
bool areEvenInLogarithms(const std::vector<double>& values)
{
    if (std::any_of(values.begin(), values.end(), [](double v) { return !(v > 0); }))
        return false;
    const double step = std::log(values.back() / values.front()) / double(values.size() - 1);
    if (step == 0)
        return false;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double rounding = 0.5 / values[i] + 0.5 / values[i - 1];
        if (std::abs(std::log(values[i] / values[i - 1]) - step) > kEven * std::abs(step) + rounding)
            return false;
    }
    return true;
}

} // namespace

SweptAxis::SweptAxis(QString title, QStringList labels, std::vector<double> numbers)
    : m_title(std::move(title)), m_labels(std::move(labels))
{
    m_isNumeric = numbers.size() == size();
    if (numbers.size() == size() && size() > 1 && areEven(numbers)) {
        const auto [low, high] = std::minmax(numbers.front(), numbers.back());
        m_range = padded(low, high, kMargin);
        m_isByOrder = false;
    } else if (numbers.size() == size() && size() > 1 && areEvenInLogarithms(numbers)) {
        const auto [low, high] = std::minmax(numbers.front(), numbers.back());
        m_range = paddedLog(low, high, kMargin);
        m_isByOrder = false;
    }
    if (!m_isByOrder) {
        m_positions = std::move(numbers);
        return;
    }
    for (std::size_t i = 0; i < size(); ++i)
        m_positions.push_back(double(i));
    m_range = {-0.5, double(size()) - 0.5, false};
}

// Words are cut rather than left out, as long as something of them can be read: one long word would take away
// every second of the others.
std::vector<SweptAxis::Label> SweptAxis::labelsIn(double pixels) const
{
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    const double each = pixels / double(size()) - kGrid;
    const bool isCut = !m_isNumeric && each >= scaled(kLeastWord);
    double widest = 0;
    for (const QString& label : m_labels)
        widest = std::max(widest, metrics.horizontalAdvance(label));
    const double room = std::max(1.0, std::floor(pixels / (widest + 2 * kGrid)));
    const auto every = isCut ? 1 : std::max<std::size_t>(1, std::size_t(std::ceil(double(size()) / room)));
    std::vector<Label> shown;
    for (std::size_t i = 0; i < size(); i += every) {
        const QString& label = m_labels[static_cast<qsizetype>(i)];
        shown.push_back({i, isCut ? metrics.elidedText(label, Qt::ElideRight, each) : label});
    }
    return shown;
}

std::vector<Tick> SweptAxis::ticks(double pixels) const
{
    std::vector<Tick> ticks;
    for (const Label& label : labelsIn(pixels))
        ticks.push_back({m_positions[label.value], label.words});
    return ticks;
}

std::optional<AxisRange> SweepPicture::valueRange(bool withBands) const
{
    double low = std::numeric_limits<double>::infinity(), high = -low, leastPositive = low;
    const auto take = [&](double value) {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
        if (value > 0)
            leastPositive = std::min(leastPositive, value);
    };
    for (const SweepCell& cell : cells) {
        take(cell.centre);
        if (withBands) {
            take(cell.low);
            take(cell.high);
            take(drawnTheory(cell));
        }
    }
    if (low > high)
        return {};
    if (isLog && leastPositive <= high && high > kNarrowLog * leastPositive)
        return withBands ? paddedLog(leastPositive, high, 0.06) : AxisRange{leastPositive, high, true};
    if (withBands || low == high)
        return padded(low, high, 0.06);
    return AxisRange{low, high, false};
}

bool SweepPicture::hasPartial() const
{
    return std::any_of(cells.begin(), cells.end(), [this](const SweepCell& cell) { return isPartial(cell); });
}

QString SweepPicture::partialWords() const
{
    return tr("fewer than %1 chains").arg(replicates);
}

QString SweepPicture::heading() const
{
    const QString words = tr("%1, %2").arg(metric, statistic);
    return fixed.isEmpty() ? words : tr("%1, %2").arg(words, fixed);
}

QString SweepPicture::placeOf(std::size_t column, std::size_t row) const
{
    QString where = tr("%1 %2").arg(across.title(), across.labels()[static_cast<qsizetype>(column)]);
    if (up)
        where = tr("%1, %2 %3").arg(where, up->title(), up->labels()[static_cast<qsizetype>(row)]);
    return fixed.isEmpty() ? where : tr("%1, %2").arg(where, fixed);
}

QString SweepPicture::sentence(std::size_t column, std::size_t row) const
{
    const SweepCell& cell = at(column, row);
    const QString where = placeOf(column, row);
    if (cell.state == SweepCell::State::Failed)
        return tr("%1: %2").arg(where, cell.why);
    if (cell.state == SweepCell::State::Waiting && cell.chains == 0)
        return std::isfinite(cell.theory)
                   ? tr("%1: not run yet; %2 %3.").arg(where, cell.theoryIs, numberText(cell.theory))
                   : tr("%1: not run yet.").arg(where);
    const QString value = std::isnan(cell.centre) ? tr("not measured") : numberText(cell.centre);
    QStringList parts{centreIs.isEmpty() ? tr("%1 %2").arg(metric, value)
                                         : tr("%1 (%2) %3").arg(metric, centreIs, value)};
    if (isPartial(cell))
        parts.back() = tr("%1 (%2 of %3 chains)").arg(parts.back()).arg(cell.measured).arg(replicates);
    if (!band.isEmpty() && std::isfinite(cell.low) && std::isfinite(cell.high))
        parts << tr("%1 %2 to %3").arg(band, numberText(cell.low), numberText(cell.high));
    if (std::isfinite(cell.theory))
        parts << tr("%1 %2").arg(cell.theoryIs, numberText(cell.theory));
    return tr("%1: %2.").arg(where, listed(parts));
}

} // namespace hareloom::ui
