// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/Ticks.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

double niceStep(double span, int most)
{
    const double raw = span / std::max(1, most);
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (double factor : {1.0, 2.0, 5.0})
        if (factor * power >= raw * 0.999999)
            return factor * power;
    return 10 * power;
}

std::vector<Tick> evenTicks(const AxisRange& range, double step)
{
    std::vector<Tick> ticks;
    // As many digits as tell two neighbours apart.
    const double size = std::max(std::abs(range.low), std::abs(range.high));
    const int digits = std::clamp(static_cast<int>(std::ceil(std::log10(size / step))) + 2, 6, 15);
    const double first = std::ceil(range.low / step - 1e-9);
    for (double k = first; k * step <= range.high + step * 1e-9 && ticks.size() < 64; ++k) {
        const double value = std::abs(k) < 0.5 ? 0 : k * step;
        ticks.push_back({value, numberText(value, digits)});
    }
    return ticks;
}

QString superscript(int exponent)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar c : QString::number(std::abs(exponent)))
        text += digits[c.digitValue()];
    return text;
}

QString powerText(int exponent)
{
    return QStringLiteral("10") + superscript(exponent);
}

// Few powers of ten in sight: rounder values first, each only where it keeps its distance from those that are
// there, because even steps crowd at the upper end of a logarithmic axis.
std::vector<Tick> ticksWithinDecades(const AxisRange& range, int most)
{
    const int low = static_cast<int>(std::floor(std::log10(range.low)));
    const int high = static_cast<int>(std::floor(std::log10(range.high)));
    std::vector<Tick> wanted;
    for (const int digit : {1, 2, 5, 3, 7, 4, 6, 8, 9})
        for (int exponent = low; exponent <= high; ++exponent)
            if (high - low < 2 || digit == 1 || digit == 2 || digit == 5) {
                const double value = digit * std::pow(10, exponent);
                wanted.push_back({value, numberText(value, 6)});
            }
    for (const Tick& tick : niceTicks({range.low, range.high, false}, most))
        wanted.push_back(tick);
    const double slack = 1e-9 * range.low, apart = 0.75 / most;
    std::vector<Tick> ticks;
    for (const Tick& tick : wanted) {
        if (tick.value < range.low - slack || tick.value > range.high + slack)
            continue;
        const double share = range.share(tick.value);
        if (std::all_of(ticks.begin(), ticks.end(),
                        [&](const Tick& t) { return std::abs(range.share(t.value) - share) >= apart; }))
            ticks.push_back(tick);
    }
    std::sort(ticks.begin(), ticks.end(), [](const Tick& a, const Tick& b) { return a.value < b.value; });
    return ticks;
}

std::vector<Tick> logTicks(const AxisRange& range, int most)
{
    const int low = static_cast<int>(std::ceil(std::log10(range.low) - 1e-9));
    const int high = static_cast<int>(std::floor(std::log10(range.high) + 1e-9));
    if (high - low < 1 || 3 * (high - low) <= most)
        return ticksWithinDecades(range, most);
    const int every = std::max(1, (high - low + most) / std::max(1, most));
    std::vector<Tick> ticks;
    for (int e = low; e <= high; ++e)
        if (e % every == 0)
            ticks.push_back({std::pow(10, e), std::abs(e) <= 2 ? numberText(std::pow(10, e)) : powerText(e)});
    return ticks;
}

} // namespace

double AxisRange::share(double value) const
{
    if (isLog)
        return std::log(std::max(value, 1e-300) / low) / std::log(high / low);
    return (value - low) / (high - low);
}

double AxisRange::valueAt(double share) const
{
    return isLog ? low * std::pow(high / low, share) : low + share * (high - low);
}

std::vector<Tick> niceTicks(const AxisRange& range, int most)
{
    if (!(range.high > range.low) || most < 1)
        return {};
    if (range.isLog)
        return logTicks(range, most);
    // One tick alone gives no scale: rather one too many.
    auto ticks = evenTicks(range, niceStep(range.high - range.low, most));
    for (int more = most + 1; ticks.size() < 2 && more <= most + 3; ++more)
        ticks = evenTicks(range, niceStep(range.high - range.low, more));
    return ticks;
}

std::vector<Tick> wholeTicks(const AxisRange& range, int most)
{
    if (!(range.high > range.low) || most < 1)
        return {};
    return evenTicks(range, std::max(1.0, niceStep(range.high - range.low, most)));
}

QString numberText(double value, int digits)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? QStringLiteral("–")
               : value > 0       ? QStringLiteral("∞")
                                 : QStringLiteral("−∞");
    const double size = std::abs(value);
    QString text;
    if (size != 0 && (size < 1e-3 || size >= 1e6)) {
        const int exponent = static_cast<int>(std::floor(std::log10(size) + 1e-12));
        const QString front = QString::number(value / std::pow(10, exponent), 'g', std::max(2, digits - 1));
        text = front == QLatin1String("1") ? powerText(exponent)
                                           : front + QStringLiteral("×") + powerText(exponent);
    } else {
        text = QString::number(value, 'g', digits < 4 && size >= 1000 ? 4 : digits);
        if (text.contains(QLatin1Char('e')))
            text = QString::number(value, 'f', 0);
    }
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

AxisRange padded(double low, double high, double margin)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        return {0, 1, false};
    const double span = high > low ? high - low : std::max(std::abs(low), 1e-9);
    return {low - margin * span, high + margin * span, false};
}

} // namespace hareloom::ui
