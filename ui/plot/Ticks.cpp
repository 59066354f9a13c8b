// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/Ticks.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

constexpr double kLeast = std::numeric_limits<double>::denorm_min();
constexpr double kMost = std::numeric_limits<double>::max();
constexpr qsizetype kLongLabel = 8; // characters

/// Of a linear range, halved: the whole of it may be more than a double holds.
double halfSpan(const AxisRange& range)
{
    return range.high / 2 - range.low / 2;
}

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
        if (!ticks.empty() && value <= ticks.back().value)
            break; // finer than doubles are
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

/// The roundest value that lies no further from the middle of the two than twice what they lie apart: 1.7e9
/// for 1700000005 and 1700000015. 0 is the roundest of all.
double roundestNear(double low, double high)
{
    const double middle = low / 2 + high / 2, span = high - low;
    if (std::abs(middle) <= span)
        return 0;
    for (double unit = std::pow(10, std::floor(std::log10(std::abs(middle)))); unit > span * 1e-3; unit /= 10)
        if (const double value = std::round(middle / unit) * unit; std::abs(value - middle) <= 2 * span)
            return value;
    return middle;
}

} // namespace

double AxisRange::share(double value) const
{
    if (isLog) {
        const double from = std::log(low);
        return (std::log(std::max(value, kLeast)) - from) / (std::log(high) - from);
    }
    const double span = high - low;
    return std::isfinite(span) ? (value - low) / span : (value / 2 - low / 2) / halfSpan(*this);
}

double AxisRange::valueAt(double share) const
{
    if (isLog)
        return std::exp(std::log(low) + share * (std::log(high) - std::log(low)));
    return low + 2 * (share * halfSpan(*this));
}

std::vector<Tick> niceTicks(const AxisRange& range, int most)
{
    if (!(range.high > range.low) || most < 1)
        return {};
    if (range.isLog)
        return logTicks(range, most);
    const double span = range.high - range.low;
    if (!std::isfinite(span))
        return evenTicks(range, 2 * niceStep(halfSpan(range), most));
    // One tick alone gives no scale: rather one too many.
    auto ticks = evenTicks(range, niceStep(span, most));
    for (int more = most + 1; ticks.size() < 2 && more <= most + 3; ++more)
        ticks = evenTicks(range, niceStep(span, more));
    return ticks;
}

std::vector<Tick> wholeTicks(const AxisRange& range, int most)
{
    if (!(range.high > range.low) || most < 1)
        return {};
    if (range.isLog) {
        std::vector<Tick> ticks = logTicks(range, most);
        std::erase_if(ticks, [](const Tick& tick) { return tick.value != std::round(tick.value); });
        return ticks;
    }
    return evenTicks(range, std::max(1.0, niceStep(range.high - range.low, most)));
}

QString shortenLabels(std::vector<Tick>& ticks, const AxisRange& range)
{
    const auto longest = [](const std::vector<Tick>& some) {
        qsizetype most = 0;
        for (const Tick& tick : some)
            most = std::max(most, tick.label.size());
        return most;
    };
    if (range.isLog || ticks.size() < 2 || longest(ticks) <= kLongLabel)
        return {};
    const double shared = roundestNear(ticks.front().value, ticks.back().value);
    if (shared == 0)
        return {};
    const double least = 1e-6 * (ticks.back().value - ticks.front().value);
    std::vector<Tick> shorter = ticks;
    for (Tick& tick : shorter) {
        const double rest = tick.value - shared;
        tick.label = numberText(std::abs(rest) < least ? 0 : rest, 6);
    }
    if (longest(shorter) >= longest(ticks))
        return {};
    ticks = std::move(shorter);
    return (shared > 0 ? QStringLiteral("+") : QString()) + numberText(shared, 15);
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
        const QStringList parts =
            QString::number(value, 'e', std::max(2, digits - 1) - 1).split(QLatin1Char('e'));
        static const QRegularExpression zeros(QStringLiteral("\\.?0+$"));
        QString front = parts[0];
        if (front.contains(QLatin1Char('.')))
            front.remove(zeros);
        const QString power = powerText(parts[1].toInt());
        text = front == QLatin1String("1")    ? power
               : front == QLatin1String("-1") ? QLatin1Char('-') + power
                                              : front + QStringLiteral("×") + power;
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
    const double span = high > low ? high - low : low != 0 ? std::max(std::abs(low), 1e-300) : 1e-9;
    return {std::clamp(low - margin * span, -kMost, kMost), std::clamp(high + margin * span, -kMost, kMost),
            false};
}

AxisRange paddedLog(double low, double high, double margin)
{
    const double away = high > low ? margin * (std::log(high) - std::log(low)) : 0.1;
    const AxisRange range{std::max(kLeast, std::exp(std::log(low) - away)),
                          std::min(kMost, std::exp(std::log(high) + away)), true};
    return range.low < range.high ? range : AxisRange{range.low, 4 * range.low, true}; // at the least double
}

} // namespace hareloom::ui
