// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/DiscreteStage.h"

#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr double kHeadroom = 2.0; // the locked vertical axis, in generation 0's largest probability
constexpr double kNarrowest = 3;  // pixels of a bar that stands for one state
constexpr double kLifeHeight = 8;

QString tr(const char* text)
{
    return QCoreApplication::translate("DiscreteStage", text);
}

const Categorical& distributionOf(const GenerationPtr& generation)
{
    return *asCategorical(*generation->snapshot);
}

Eigen::Index survivors(const Categorical& d)
{
    return (d.probabilities.array() > 0).count();
}

double entropy(const Categorical& d)
{
    double sum = 0;
    for (const double p : d.probabilities)
        sum -= p > 0 ? p * std::log(p) : 0;
    return sum;
}

double heightOf(const PlotFrame& plot, double value)
{
    const double cut = std::clamp(value, plot.yRange().low, plot.yRange().high);
    return value <= 0 ? 0 : plot.area().bottom() - plot.y(cut);
}

} // namespace

void DiscreteStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
    const Vector& p = distributionOf(m_origin.axesFrom()).probabilities;
    const Vector& own = distributionOf(m_origin.generation).probabilities;
    m_order.resize(static_cast<std::size_t>(p.size()));
    std::iota(m_order.begin(), m_order.end(), 0);
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) { return p[a] > p[b]; });
    // States that even the real rows lack say nothing about what the chain loses.
    while (m_order.size() > 1 && p[m_order.back()] <= 0 && own[m_order.back()] <= 0)
        m_order.pop_back();
}

QStringList DiscreteStage::modes() const
{
    return {tr("Frequencies")};
}

std::vector<DiscreteStage::Bar> DiscreteStage::bars(const StageFrame& frame, std::size_t most) const
{
    const Vector &before = distributionOf(m_origin.generation).probabilities,
                 &from = distributionOf(frame.from).probabilities,
                 &to = distributionOf(frame.to).probabilities,
                 &axis = distributionOf(m_origin.axesFrom()).probabilities;
    const std::size_t states = m_order.size(), count = std::clamp<std::size_t>(most, 1, states);
    std::vector<Bar> bars(count);
    for (std::size_t b = 0; b < count; ++b) {
        const std::size_t first = b * states / count, last = std::max(first + 1, (b + 1) * states / count);
        Bar& bar = bars[b];
        for (std::size_t i = first; i < last; ++i) {
            const int state = m_order[i];
            bar.before += before[state];
            bar.axis += axis[state];
            bar.now += from[state] + (to[state] - from[state]) * frame.blend;
            bar.alive += to[state] > 0 ? 1 : 0;
        }
        const auto n = double(last - first);
        bar.before /= n;
        bar.axis /= n;
        bar.now /= n;
        bar.alive /= n;
    }
    return bars;
}

AxisRange DiscreteStage::yRange(const std::vector<Bar>& bars, const StageOptions& options) const
{
    double before = 0, now = 0, least = 1;
    for (const Bar& bar : bars) {
        before = std::max(before, options.axesLocked ? bar.axis : bar.before);
        now = std::max(now, bar.now);
        if (bar.axis > 0)
            least = std::min(least, bar.axis);
    }
    const double top = options.axesLocked ? std::min(1.02, kHeadroom * before) : 1.1 * std::max(before, now);
    if (!options.logScale)
        return {0, top, false};
    return {least / 3, std::max(top, least * 3), true};
}

void DiscreteStage::paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                          const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRectF inner = area.adjusted(64, 4, -16, -44 - kLifeHeight);
    const std::vector<Bar> shown =
        bars(frame, static_cast<std::size_t>(std::max(1.0, inner.width() / kNarrowest)));
    const AxisRange y = yRange(shown, options);
    const PlotFrame plot(inner, {{0, 1, false}, {}, {}},
                         {y, tr("probability"), niceTicks(y, static_cast<int>(inner.height() / 56))});
    plot.paintGrid(painter, theme);
    const QColor colour = theme.generation(frame.share);
    paintBars(painter, plot, shown, colour, theme);
    const QRectF strip(inner.left(), inner.bottom() + 4, inner.width(), kLifeHeight - 2);
    paintLife(painter, strip, shown, colour, theme);
    plot.paintAxes(painter, theme);

    const PlotFrame below(
        inner.adjusted(0, 0, 0, kLifeHeight),
        {{0, 1, false}, tr("states, most frequent in generation 0 first"), stateTicks(inner)},
        {{0, 1, false}, {}, {}});
    below.paintAxes(painter, theme);
}

void DiscreteStage::paintBars(QPainter& painter, const PlotFrame& plot, const std::vector<Bar>& bars,
                              const QColor& colour, const Theme& theme) const
{
    const double width = plot.area().width() / double(bars.size()), bottom = plot.area().bottom();
    const double gap = width > 8 ? std::min(8.0, width * 0.22) : 0;
    const QColor ghost = withAlpha(theme.generation(0), theme.dark ? 0.3 : 0.2);
    for (std::size_t b = 0; b < bars.size(); ++b) {
        const double left = plot.area().left() + double(b) * width + gap / 2, w = width - gap;
        const double before = heightOf(plot, bars[b].before), now = heightOf(plot, bars[b].now);
        const bool isExtinct = bars[b].alive == 0 && bars[b].now <= 0;
        if (isExtinct) {
            if (width >= kNarrowest) {
                painter.setPen(QPen(theme.muted, 1));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(QRectF(left, bottom - before, std::max(1.0, w - 1), before));
            }
            continue;
        }
        painter.fillRect(QRectF(left, bottom - before, w, before), ghost);
        const double inset = w > 10 ? w * 0.16 : 0;
        painter.fillRect(QRectF(left + inset, bottom - now, w - 2 * inset, now), colour);
        painter.fillRect(QRectF(left, bottom - before - 1, w, 2), theme.generation(0));
        if (bars[b].now > plot.yRange().high && w > 6)
            painter.fillRect(QRectF(left + inset, plot.area().top(), w - 2 * inset, 3), theme.text);
    }
    const auto top =
        std::max_element(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.now < b.now; });
    if (top->now > plot.yRange().high) {
        painter.setPen(theme.text);
        painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
        const double x = plot.area().left() + (double(top - bars.begin()) + 1) * width + 6;
        const bool isRight = x > plot.area().right() - 120;
        paintText(painter, {isRight ? x - width - 12 : x, plot.area().top() + 4},
                  isRight ? Qt::AlignRight : Qt::AlignLeft, tr("↑ up to %1").arg(numberText(top->now)));
    }
}

void DiscreteStage::paintLife(QPainter& painter, const QRectF& strip, const std::vector<Bar>& bars,
                              const QColor& colour, const Theme& theme) const
{
    const double width = strip.width() / double(bars.size());
    for (std::size_t b = 0; b < bars.size(); ++b) {
        const QRectF cell(strip.left() + double(b) * width, strip.top(), width - (width > 4 ? 1 : 0),
                          strip.height());
        painter.fillRect(cell, theme.grid);
        const double alive = strip.height() * bars[b].alive;
        painter.fillRect(QRectF(cell.left(), cell.bottom() - alive, cell.width(), alive),
                         withAlpha(colour, 0.8));
    }
}

std::vector<Tick> DiscreteStage::stateTicks(const QRectF& inner) const
{
    const auto states = static_cast<double>(m_order.size());
    std::vector<Tick> ticks;
    const bool isNamed =
        m_origin.experiment.source.kind == "categories" || m_origin.experiment.source.kind == "csv";
    for (const Tick& tick :
         wholeTicks({1, std::max(2.0, states), false}, std::max(2, static_cast<int>(inner.width() / 56)))) {
        if (tick.value < 1 || tick.value > states)
            continue;
        const int state = m_order[static_cast<std::size_t>(tick.value) - 1];
        ticks.push_back({(tick.value - 0.5) / states,
                         QString::number(isNamed ? state + 1 : static_cast<int>(tick.value))});
    }
    return ticks;
}

void DiscreteStage::paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                                   double share, const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const StageFrame frame{generation, generation, 1, share, nullptr, nullptr, 0};
    const std::vector<Bar> shown = bars(frame, static_cast<std::size_t>(std::max(1.0, area.width() / 2)));
    const PlotFrame plot(area, {{0, 1, false}, {}, {}}, {yRange(shown, options), {}, {}});
    const double width = area.width() / double(shown.size());
    for (std::size_t b = 0; b < shown.size(); ++b) {
        const double left = area.left() + double(b) * width, w = std::max(1.0, width * (width > 4 ? 0.8 : 1));
        const double before = heightOf(plot, shown[b].before), now = heightOf(plot, shown[b].now);
        painter.fillRect(QRectF(left, area.bottom() - before, w, before),
                         withAlpha(theme.generation(0), 0.25));
        painter.fillRect(QRectF(left, area.bottom() - now, w, now), theme.generation(share));
    }
}

std::vector<StageFact> DiscreteStage::facts(const StageFrame& frame) const
{
    const Categorical &now = distributionOf(frame.to), &before = distributionOf(m_origin.generation);
    return {{tr("states alive"), QString::number(survivors(now)), QString::number(survivors(before))},
            {tr("entropy, nats"), numberText(entropy(now)), numberText(entropy(before))},
            {tr("largest state"), tr("%1%").arg(numberText(100 * now.probabilities.maxCoeff(), 3)),
             tr("%1%").arg(numberText(100 * before.probabilities.maxCoeff(), 3))}};
}

std::vector<LegendEntry> DiscreteStage::legend(const StageFrame& frame, const StageOptions&,
                                               const Theme& theme) const
{
    return {{LegendEntry::Mark::Ghost, theme.generation(0), tr("generation 0")},
            {LegendEntry::Mark::Fill, theme.generation(frame.share), tr("this generation")},
            {LegendEntry::Mark::Hollow, theme.muted, tr("extinct")}};
}

} // namespace hareloom::ui
