// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/StageScene.h"

#include "ui/plot/FittingScale.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/Legend.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr QSizeF kRoomAtOne(520, 250); // the words of a smaller stage do not grow

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::StageScene", text);
}

/// Alike for two runs of one experiment that differ in their settings.
std::string sameRuns(const Experiment& experiment)
{
    return experiment.family + '\n' + experiment.title + '\n' + experiment.source.kind + '\n' +
           experiment.source.path;
}

} // namespace

void StageScene::setChain(ChainIndex chain)
{
    m_chain = chain;
    m_rows.clear();
    m_stage.reset();
    refresh();
}

void StageScene::setRealData(const RealData& data)
{
    m_realData = data;
    m_stage.reset();
    refresh();
}

void StageScene::setAxes(GenerationPtr origin)
{
    if (m_axes == origin)
        return;
    m_axes = std::move(origin);
    m_stage.reset();
    refresh();
}

bool StageScene::refresh()
{
    if (m_stage || m_session.history().count(m_chain) == 0)
        return false;
    makeStageAnew();
    return m_stage != nullptr;
}

const Face& StageScene::face() const
{
    return m_faces(m_session.experimentOf(m_chain).family);
}

StageOrigin StageScene::originOf(const GenerationPtr& first) const
{
    StageOrigin origin{m_session.experimentOf(m_chain), first,  m_realData.rows,
                       m_realData.variableNames,        m_axes, m_realData.classNames,
                       m_realData.distribution};
    const bool goesOn = !m_axes && m_kept.first && m_kept.chain == m_chain &&
                        m_kept.experiment == sameRuns(origin.experiment) &&
                        face().sharesAxes(*m_kept.first->snapshot, *first->snapshot);
    if (goesOn && !m_kept.axes.empty()) {
        origin.axes = m_kept.first;
        origin.atLeast = m_kept.axes;
    }
    return origin;
}

void StageScene::makeStageAnew()
{
    const GenerationPtr origin = m_session.history().at(m_chain, 0);
    const Experiment& experiment = m_session.experimentOf(m_chain);
    m_stage = origin && origin->snapshot ? face().makeStage(*origin->snapshot) : nullptr;
    if (!m_stage)
        return;
    const StageOrigin whole = originOf(origin);
    m_stage->setOrigin(whole);
    if (!m_axes)
        m_kept = {sameRuns(experiment), m_chain, whole.axesFrom(), m_stage->lockedAxes()};
    m_chainsStage.setOrigin({experiment, origin, nullptr, m_realData.variableNames, nullptr});
    m_chainsStage.setQuantities(withMetrics(face().quantities(*origin->snapshot, m_realData.variableNames),
                                            *origin, m_realData.variableNames));
}

QStringList StageScene::modes() const
{
    if (!m_stage)
        return {};
    return m_session.experimentOf(m_chain).chains > 1 ? m_stage->modes() + m_chainsStage.modes()
                                                      : m_stage->modes();
}

bool StageScene::comparesChains(const StageOptions& options) const
{
    return m_stage && options.mode >= m_stage->modes().size() && options.mode < modes().size();
}

bool StageScene::hasLogScale(const StageOptions& options) const
{
    return m_stage && (comparesChains(options) || m_stage->hasLogScale());
}

const ChainsStage* StageScene::chains(const StageOptions& options)
{
    return m_stage && &shown(options) == &m_chainsStage ? &m_chainsStage : nullptr;
}

Stage& StageScene::shown(const StageOptions& options)
{
    const bool isFan =
        comparesChains(options) &&
        m_chainsStage.choose(m_session.history(), m_session.experimentOf(m_chain), m_chain, options.quantity);
    return isFan ? m_chainsStage : *m_stage;
}

StageFrame StageScene::frameFor(double position, const StageOptions& options)
{
    return frameAt(position, !comparesChains(options));
}

double StageScene::shareOf(double position) const
{
    return position / std::max<double>(1, double(m_session.experimentOf(m_chain).generations));
}

StageFrame StageScene::frameAt(double position, bool withRows)
{
    const History& history = m_session.history();
    const double last = std::max(0, history.count(m_chain) - 1);
    const double at = std::clamp(position, 0.0, last);
    StageFrame frame;
    frame.from = history.at(m_chain, static_cast<int>(std::floor(at)));
    frame.to = history.at(m_chain, static_cast<int>(std::ceil(at)));
    frame.blend = frame.from == frame.to ? 1 : at - std::floor(at);
    frame.share = shareOf(at);
    if (withRows && m_stage && m_stage->drawsRows())
        frame.rows =
            m_rows.of(m_session.experimentOf(m_chain), at - std::floor(at) < 0.5 ? frame.from : frame.to);
    frame.history = &history;
    frame.chain = m_chain;
    frame.last = static_cast<int>(m_session.experimentOf(m_chain).generations);
    return frame;
}

void StageScene::paint(QPainter& painter, const QRectF& area, double position, const StageOptions& options,
                       const Theme& theme, const FigureParts& parts)
{
    const FontScaleScope words(parts.keepsWords ? fontScale() : fittingScale(area.size(), kRoomAtOne));
    Stage& stage = shown(options);
    const StageFrame frame = frameFor(position, options);
    const std::vector<LegendEntry> entries =
        parts.legend ? stage.legend(frame, options, theme) : std::vector<LegendEntry>();
    const StageHead head = stageHead(area, entries, parts.heading ? controlWidth(options) : 0, parts);
    StageFrame named = frame;
    if (const GenerationPtr goal = m_session.history().at(m_chain, m_goal); goal && frame.from != frame.to)
        named.to = goal; // where the eye is going, as the filmstrip has it
    double taken = 0;
    if (parts.heading)
        taken = 3 * kGrid +
                paintHeading(painter, head.heading,
                             {*named.to, frame.last, face().rowsWord(), theme.generationText(frame.share)},
                             theme);
    if (head.hasFacts)
        paintFacts(painter, head.heading.topRight() + QPointF(-2 * kGrid, 4), head.heading.width() - taken,
                   stage.facts(named), theme);
    paintLegend(painter, head.legend, head.legendWidth, entries, theme, head.legendRows);
    stage.paint(painter, head.plot, frame, options, theme);
}

// The room that a control beside the legend takes.
double StageScene::controlWidth(const StageOptions& options)
{
    const Stage& stage = shown(options);
    if (&stage == &m_chainsStage)
        return kControlWidth + kGrid;
    return stage.choices({}, options).empty() ? 0 : chooserWidth(stage.comparesGenerations(options)) + kGrid;
}

StageHead StageScene::headOf(const QRectF& area, const StageFrame& frame, const StageOptions& options)
{
    return stageHead(area, shown(options).legend(frame, options, lightTheme()), controlWidth(options));
}

void StageScene::paintBare(QPainter& painter, const QRectF& area, double position,
                           const StageOptions& options, const Theme& theme)
{
    shown(options).paint(painter, area, frameFor(position, options), options, theme);
}

std::vector<LegendEntry> StageScene::legend(double position, const StageOptions& options, const Theme& theme)
{
    return shown(options).legend(frameFor(position, options), options, theme);
}

void StageScene::paintThumbnail(QPainter& painter, const QRectF& area, int index, const StageOptions& options,
                                const Theme& theme)
{
    StageOptions whole = options;
    whole.zoom = {};
    if (const GenerationPtr generation = m_session.history().at(m_chain, index); generation && m_stage)
        m_stage->paintThumbnail(painter, area, generation, shareOf(index), whole, theme);
}

StagePlot StageScene::plot(const QRectF& area, double position, const StageOptions& options)
{
    const FontScaleScope words(fittingScale(area.size(), kRoomAtOne));
    return shown(options).plot(headOf(area, frameFor(position, options), options).plot,
                               frameAt(position, false), options);
}

std::optional<StageReading> StageScene::read(const QPointF& at, const QRectF& area, double position,
                                             const StageOptions& options)
{
    const FontScaleScope words(fittingScale(area.size(), kRoomAtOne));
    return shown(options).read(at, headOf(area, frameFor(position, options), options).plot,
                               frameAt(position, false), options);
}

QPointF StageScene::controlCorner(const QRectF& area)
{
    const FontScaleScope words(fittingScale(area.size(), kRoomAtOne));
    return stageHead(area, {}, kControlWidth).control;
}

QStringList StageScene::choices(double position, const StageOptions& options)
{
    return m_stage ? shown(options).choices(frameAt(position, false), options) : QStringList();
}

bool StageScene::comparesGenerations(const StageOptions& options)
{
    return m_stage && shown(options).comparesGenerations(options);
}

int StageScene::mostScroll(const QRectF& area, double position, const StageOptions& options)
{
    const FontScaleScope words(fittingScale(area.size(), kRoomAtOne));
    const StageFrame frame = m_stage ? frameAt(position, false) : StageFrame();
    return m_stage ? shown(options).mostScroll(headOf(area, frame, options).plot, frame, options) : 0;
}

int StageScene::mostScrollBare(const QRectF& area, double position, const StageOptions& options)
{
    return m_stage ? shown(options).mostScroll(area, frameAt(position, false), options) : 0;
}

ChoiceWords StageScene::choiceWords(const StageOptions& options)
{
    return m_stage ? shown(options).choiceWords() : ChoiceWords();
}

QString StageScene::text(double position, const StageOptions& options)
{
    return m_stage ? shown(options).text(frameAt(position, false), options) : QString();
}

double StageScene::chooserWidth(bool compares)
{
    return compares ? 2 * kControlWidth + 96 : kControlWidth + 88;
}

QString StageScene::summary(double position, const StageOptions& options)
{
    return m_stage ? shown(options).spoken(frameAt(position, false), options) : tr("Nothing has run yet.");
}

DataTable StageScene::table(double position, const StageOptions& options)
{
    return shown(options).table(frameFor(position, options), options);
}

} // namespace hareloom::ui
