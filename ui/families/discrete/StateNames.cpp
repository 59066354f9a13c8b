// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/discrete/StateNames.h"

#include "core/base/Text.h"
#include "ui/language/EngineWords.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kNumberWidth = 44, kNameWidth = 64; // room for a tick's words
constexpr double kCutNameWidth = 34; // where that calls each bar, a name may be cut: no bar is without one

} // namespace

StateNames::StateNames(std::vector<std::string> names)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] != std::to_string(i + 1)) {
            m_names = std::move(names);
            return;
        }
}

QString StateNames::of(int state) const
{
    const auto i = static_cast<std::size_t>(state);
    return i < m_names.size() ? engineWords(EngineList::State, printable(m_names[i]))
                              : QString::number(state + 1);
}

QString StateNames::called(int state) const
{
    return areWords() ? of(state) : QCoreApplication::translate("DiscreteStage", "state %1").arg(of(state));
}

std::vector<Tick> rankTicks(const AxisRange& x, double width, std::size_t ranks, bool areWords,
                            const std::function<QString(std::size_t)>& nameOf)
{
    std::vector<Tick> ticks;
    const double shown = std::max(1.0, std::min(double(ranks), x.high - x.low));
    const bool isEachCalled = areWords && width >= shown * scaled(kCutNameWidth);
    const int most = std::max(2, static_cast<int>(width / scaled(areWords ? kNameWidth : kNumberWidth)));
    const double room =
        isEachCalled ? width / shown - 4 : width / std::max(1.0, std::min(x.high - x.low, double(most))) - 8;
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    const auto call = [&](double rank) {
        if (rank >= 1 && rank <= double(ranks))
            ticks.push_back({rank - 0.5, metrics.elidedText(nameOf(static_cast<std::size_t>(rank) - 1),
                                                            Qt::ElideRight, room)});
    };
    const AxisRange numbers{x.low + 0.5, std::max(x.low + 1.5, x.high + 0.5), false};
    if (isEachCalled)
        for (double rank = std::ceil(numbers.low); rank <= numbers.high; ++rank)
            call(rank);
    else
        for (const Tick& tick : wholeTicks(numbers, most))
            call(tick.value);
    return ticks;
}

} // namespace hareloom::ui
