// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/discrete/DiscreteStage.h"

#include "core/data/SourceKinds.h"
#include "core/metrics/Discrete.h"
#include "ui/language/Joining.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr double kLifeHeight = 8;
constexpr int kMostNameLetters = 18; // above the stage
constexpr std::size_t kMostTableRows = 10'000;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::DiscreteStage", text);
}

const Categorical& distributionOf(const GenerationPtr& generation)
{
    return *generation->snapshot->categorical();
}

QRectF plotIn(const QRectF& area)
{
    return insideOf(area).adjusted(0, 0, 0, -kLifeHeight);
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
    m_extents.clear();
    m_names = StateNames(m_origin.classNames);
    m_lost.begin(m_origin.generation);
    m_lifetimes.begin(m_origin);
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
    return {tr("Frequencies"), tr("What is lost"), tr("Lifetimes")};
}

// Bars of several states begin at multiples of their number, so that they stay the same while one pans.
std::vector<DiscreteStage::Bar> DiscreteStage::bars(const StageFrame& frame, const ZoomWindow& zoom,
                                                    std::size_t most) const
{
    const auto states = double(m_order.size());
    const auto first = static_cast<std::size_t>(std::floor(zoom.left * states));
    const auto last = std::min(m_order.size(), static_cast<std::size_t>(std::ceil(zoom.right * states)));
    const std::size_t each =
        std::max<std::size_t>(1, (last - first + most - 1) / std::max<std::size_t>(1, most));
    std::vector<Bar> bars;
    bars.reserve((last - first) / each + 2);
    for (std::size_t rank = first / each * each; rank < last; rank += each)
        bars.push_back(barOf(frame, rank, std::min(m_order.size(), rank + each)));
    return bars;
}

DiscreteStage::Bar DiscreteStage::barOf(const StageFrame& frame, std::size_t first, std::size_t last) const
{
    const Vector &before = distributionOf(m_origin.generation).probabilities,
                 &from = distributionOf(frame.from).probabilities,
                 &to = distributionOf(frame.to).probabilities;
    Bar bar;
    bar.first = first;
    bar.last = last;
    for (std::size_t i = first; i < last; ++i) {
        const int state = m_order[i];
        bar.before += before[state];
        bar.now += from[state] + (to[state] - from[state]) * frame.blend;
        bar.alive += to[state] > 0 ? 1 : 0;
    }
    const auto n = double(last - first);
    bar.before /= n;
    bar.now /= n;
    bar.alive /= n;
    return bar;
}

std::vector<DiscreteStage::Bar> DiscreteStage::barsIn(const QRectF& inner, const StageFrame& frame,
                                                      const StageOptions& options) const
{
    return bars(frame, options.zoom, static_cast<std::size_t>(std::max(1.0, inner.width() / kNarrowest)));
}

void DiscreteStage::paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                          const StageOptions& options, const Theme& theme)
{
    if (options.mode == Lives) {
        paintLifetimes(painter, area, frame, theme);
        return;
    }
    if (options.mode != Lost) {
        paintFrequencies(painter, area, frame, options, theme);
        return;
    }
    const double last = std::max<double>(1, double(m_origin.experiment.generations));
    paintLostList(
        painter, area, m_lost.at(frame, m_names), options.scroll,
        [&](int generation) { return theme.generationText(generation / last); }, theme);
}

int DiscreteStage::mostScroll(const QRectF& area, const StageFrame& frame, const StageOptions& options) const
{
    return options.mode == Lost ? mostScrollOf(m_lost.at(frame, m_names), area) : 0;
}

QString DiscreteStage::spoken(const StageFrame& frame, const StageOptions& options) const
{
    return options.mode == Lost ? inARow({summary(frame), spokenLost(m_lost.at(frame, m_names))})
                                : summary(frame);
}

void DiscreteStage::paintFrequencies(QPainter& painter, const QRectF& area, const StageFrame& frame,
                                     const StageOptions& options, const Theme& theme) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRectF inner = plotIn(area);
    const std::vector<Bar> shown = barsIn(inner, frame, options);
    const AxisRange x = xRange(options.zoom), y = options.zoom.ofY(wholeY(frame, inner.width(), options));
    const PlotFrame plot(inner, {x, {}, {}},
                         {y, tr("probability"), niceTicks(y, static_cast<int>(inner.height() / scaled(56)))});
    plot.paintGrid(painter, theme);
    const QColor colour = theme.generation(frame.share);
    paintBars(painter, plot, shown, colour, theme);
    paintLife(painter, plot, shown, colour, theme);
    paintOverflow(painter, plot, shown, theme);
    plot.paintAxes(painter, theme);

    const PlotFrame below(inner.adjusted(0, 0, 0, kLifeHeight),
                          {x, axisTitle(inner.width()), stateTicks(x, inner.width())},
                          {{0, 1, false}, {}, {}});
    below.paintAxes(painter, theme);
}

void DiscreteStage::paintBars(QPainter& painter, const PlotFrame& plot, const std::vector<Bar>& bars,
                              const QColor& colour, const Theme& theme) const
{
    const double bottom = plot.area().bottom();
    const QColor ghost = withAlpha(theme.generation(0), theme.dark ? 0.3 : 0.2);
    const auto column = [&](double left, double right, double height) {
        const double from = std::max(left, plot.area().left()), to = std::min(right, plot.area().right());
        return QRectF(from, bottom - height, std::max(0.0, to - from), height);
    };
    for (const Bar& bar : bars) {
        const double width = plot.x(double(bar.last)) - plot.x(double(bar.first));
        const double gap = width > 8 ? std::min(8.0, width * 0.22) : 0;
        const double left = plot.x(double(bar.first)) + gap / 2, right = plot.x(double(bar.last)) - gap / 2;
        const double before = heightOf(plot, bar.before), now = heightOf(plot, bar.now);
        if (bar.alive == 0 && bar.now <= 0) {
            if (width < kNarrowest)
                continue;
            painter.setPen(QPen(theme.muted, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(column(left, std::max(left + 1, right - 1), before));
            continue;
        }
        const double inset = right - left > 10 ? (right - left) * 0.16 : 0;
        painter.fillRect(column(left, right, before), ghost);
        painter.fillRect(column(left + inset, right - inset, now), colour);
        QRectF edge = column(left, right, before);
        edge.setTop(edge.top() - 1);
        edge.setHeight(2);
        if (bar.before <= plot.yRange().high)
            painter.fillRect(edge, theme.generation(0));
        if (bar.now > plot.yRange().high && right - left > 6) {
            QRectF cap = column(left + inset, right - inset, now);
            cap.setHeight(3);
            painter.fillRect(cap, theme.text);
        }
    }
}

void DiscreteStage::paintOverflow(QPainter& painter, const PlotFrame& plot, const std::vector<Bar>& bars,
                                  const Theme& theme) const
{
    const auto top =
        std::max_element(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.now < b.now; });
    if (top == bars.end() || top->now <= plot.yRange().high)
        return;
    painter.setPen(theme.text);
    painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
    const QString told = tr("↑ up to %1").arg(numberText(top->now));
    const QRectF& area = plot.area();
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(told),
                 right = plot.x(double(top->last)) + 6, left = plot.x(double(top->first)) - 6 - width;
    // In a narrow column there may be no room on the side that is better.
    const double start = right > area.right() - 120 && left >= area.left() ? left : right;
    paintText(painter,
              {std::clamp(start, area.left(), std::max(area.left(), area.right() - width)), area.top() + 4},
              Qt::AlignLeft, told);
}

void DiscreteStage::paintLife(QPainter& painter, const PlotFrame& plot, const std::vector<Bar>& bars,
                              const QColor& colour, const Theme& theme) const
{
    const double top = plot.area().bottom() + 4, height = kLifeHeight - 2;
    for (const Bar& bar : bars) {
        const double left = std::max(plot.area().left(), plot.x(double(bar.first)));
        const double right = std::min(plot.area().right(), plot.x(double(bar.last)));
        const double width = right - left - (right - left > 4 ? 1 : 0);
        const double alive = height * bar.alive;
        painter.fillRect(QRectF(left, top, width, height), theme.grid);
        painter.fillRect(QRectF(left, top + height - alive, width, alive), withAlpha(colour, 0.8));
    }
}

bool DiscreteStage::isNamed() const
{
    return kindOf(m_origin.experiment.source).namesStates;
}

QString DiscreteStage::nameOf(std::size_t rank) const
{
    return m_names.areWords() || isNamed() ? m_names.of(m_order[rank])
                                           : QString::number(static_cast<int>(rank) + 1);
}

// In full where it has room.
QString DiscreteStage::axisTitle(double width)
{
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    for (const QString& words :
         {tr("states, most frequent in generation 0 first"), tr("states, most frequent first")})
        if (metrics.horizontalAdvance(words) <= width)
            return words;
    return tr("states");
}

std::vector<Tick> DiscreteStage::stateTicks(const AxisRange& x, double width) const
{
    return rankTicks(x, width, m_order.size(), m_names.areWords(),
                     [this](std::size_t rank) { return nameOf(rank); });
}

StagePlot DiscreteStage::plot(const QRectF& area, const StageFrame&, const StageOptions& options) const
{
    if (options.mode != Frequencies)
        return {};
    return {plotIn(area), Qt::Horizontal | Qt::Vertical, !options.logScale};
}

std::optional<StageReading> DiscreteStage::read(const QPointF& at, const QRectF& area,
                                                const StageFrame& frame, const StageOptions& options) const
{
    if (options.mode == Lives)
        return readLifetime(at, area, frame);
    const QRectF inner = plotIn(area);
    if (options.mode == Lost || !inner.adjusted(0, 0, 0, kLifeHeight).contains(at))
        return std::nullopt;
    const PlotFrame plot(inner, {xRange(options.zoom), {}, {}}, {{0, 1, false}, {}, {}});
    StageFrame settled = frame;
    settled.blend = 1;
    const std::vector<Bar> shown = barsIn(inner, settled, options);
    const auto bar = std::find_if(shown.begin(), shown.end(),
                                  [&](const Bar& b) { return at.x() < plot.x(double(b.last)); });
    if (bar == shown.end())
        return std::nullopt;
    const double left = plot.x(double(bar->first)), right = plot.x(double(bar->last));
    StageReading reading{{(left + right) / 2, at.y()}, Qt::Vertical, {right - left, 0}, {}, {}};
    const bool isOne = bar->last == bar->first + 1;
    reading.heading =
        isOne
            ? (m_names.areWords() ? nameOf(bar->first) : tr("state %1").arg(nameOf(bar->first)))
            : tr("%1 states, ranks %2 to %3").arg(bar->last - bar->first).arg(bar->first + 1).arg(bar->last);
    reading.values = {{isOne ? tr("probability, generation %1").arg(frame.to->index)
                             : tr("mean probability, generation %1").arg(frame.to->index),
                       bar->alive > 0 ? numberText(bar->now) : tr("0, extinct")},
                      {isOne ? tr("probability, generation 0") : tr("mean probability, generation 0"),
                       numberText(bar->before)}};
    if (!isOne)
        reading.values.push_back({tr("states alive"), tr("%1%").arg(numberText(100 * bar->alive))});
    return reading;
}

DataTable DiscreteStage::table(const StageFrame& frame, const StageOptions& options) const
{
    if (options.mode == Lost)
        return lostTable(m_lost.at(frame, m_names), tr("%1: what is lost").arg(generationWords(frame)));
    if (options.mode == Lives)
        return lifetimesTable(frame);
    StageFrame settled = frame;
    settled.blend = 1;
    const std::vector<Bar> shown = bars(settled, options.zoom, kMostTableRows);
    const bool isEach = shown.empty() || shown.front().last - shown.front().first == 1;
    DataTable table{tr("%1: states").arg(generationWords(frame)),
                    {isEach ? tr("state") : tr("first rank"), isEach ? tr("rank") : tr("last rank"),
                     tr("probability, generation 0"), tr("probability, generation %1").arg(frame.to->index)},
                    {}};
    for (const Bar& bar : shown) {
        if (isEach && m_names.areWords())
            table.names << nameOf(bar.first);
        table.rows.push_back({isEach && isNamed() ? double(m_order[bar.first] + 1) : double(bar.first + 1),
                              double(bar.last), bar.before, bar.now});
    }
    return table;
}

void DiscreteStage::paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                                   double share, const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const StageFrame frame{generation, generation, 1, share, nullptr, nullptr, 0};
    const std::vector<Bar> shown = bars(frame, {}, static_cast<std::size_t>(std::max(1.0, area.width() / 2)));
    const PlotFrame plot(area, {xRange({}), {}, {}}, {wholeY(frame, 1.5 * area.width(), options), {}, {}});
    for (const Bar& bar : shown) {
        const double left = plot.x(double(bar.first)), width = plot.x(double(bar.last)) - left;
        const double w = std::max(1.0, width * (width > 4 ? 0.8 : 1));
        const double before = heightOf(plot, bar.before), now = heightOf(plot, bar.now);
        painter.fillRect(QRectF(left, area.bottom() - before, w, before),
                         withAlpha(theme.generation(0), 0.25));
        painter.fillRect(QRectF(left, area.bottom() - now, w, now), theme.generation(share));
    }
}

// Where states have words, the third fact is of the one that is most frequent now.
std::vector<StageFact> DiscreteStage::facts(const StageFrame& frame) const
{
    const Categorical &now = distributionOf(frame.to), &before = distributionOf(m_origin.generation);
    const auto percent = [](double share) { return tr("%1%").arg(numberText(100 * share, 3)); };
    Eigen::Index most = 0;
    const double largest = now.probabilities.maxCoeff(&most);
    QString name = m_names.of(static_cast<int>(most));
    if (name.size() > kMostNameLetters)
        name = name.left(kMostNameLetters - 1) + QStringLiteral("…");
    const StageFact third =
        m_names.areWords()
            ? StageFact{tr("most: %1").arg(name), percent(largest), percent(before.probabilities[most])}
            : StageFact{tr("largest state"), percent(largest), percent(before.probabilities.maxCoeff())};
    return {{tr("states alive"), QString::number(survivingStates(now.probabilities)),
             QString::number(survivingStates(before.probabilities))},
            {tr("entropy, nats"), numberText(entropyNats(now.probabilities)),
             numberText(entropyNats(before.probabilities))},
            third};
}

std::vector<LegendEntry> DiscreteStage::legend(const StageFrame& frame, const StageOptions& options,
                                               const Theme& theme) const
{
    if (options.mode == Lost)
        return {};
    if (options.mode == Lives)
        return lifetimesLegend(frame, theme);
    return {{LegendEntry::Mark::Ghost, theme.generation(0), tr("generation 0")},
            {LegendEntry::Mark::Fill, theme.generation(frame.share), tr("this generation")},
            {LegendEntry::Mark::HollowBar, theme.muted, tr("extinct")}};
}

} // namespace hareloom::ui
