// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/StageScene.h"

#include "ui/plot/PlotFrame.h"
#include "ui/stage/Legend.h"
#include "ui/stage/StageRegistry.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kHeadingHeight = 54, kLegendHeight = 26;

QString tr(const char* text)
{
    return QCoreApplication::translate("StageScene", text);
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

void StageScene::makeStageAnew()
{
    const GenerationPtr origin = m_session.history().at(m_chain, 0);
    const Experiment& experiment = m_session.experimentOf(m_chain);
    m_stage = origin && origin->snapshot ? makeStage(experiment, *origin->snapshot) : nullptr;
    if (m_stage)
        m_stage->setOrigin({experiment, origin, m_realData.rows, m_realData.variableNames, m_axes});
}

double StageScene::shareOf(double position) const
{
    return position / std::max<double>(1, double(m_session.experimentOf(m_chain).generations));
}

StageFrame StageScene::frameAt(double position)
{
    const History& history = m_session.history();
    const double last = std::max(0, history.count(m_chain) - 1);
    const double at = std::clamp(position, 0.0, last);
    StageFrame frame;
    frame.from = history.at(m_chain, static_cast<int>(std::floor(at)));
    frame.to = history.at(m_chain, static_cast<int>(std::ceil(at)));
    frame.blend = frame.from == frame.to ? 1 : at - std::floor(at);
    frame.share = shareOf(at);
    frame.rows =
        m_rows.of(m_session.experimentOf(m_chain), at - std::floor(at) < 0.5 ? frame.from : frame.to);
    frame.history = &history;
    frame.chain = m_chain;
    return frame;
}

void StageScene::paint(QPainter& painter, const QRectF& area, double position, const StageOptions& options,
                       const Theme& theme)
{
    const StageFrame frame = frameAt(position);
    const QRectF inner = area.adjusted(2 * kGrid, 2 * kGrid, -kGrid, -kGrid);
    paintHeading(painter, inner, frame, theme);
    paintLegend(painter, inner.topRight() + QPointF(-2 * kGrid, kHeadingHeight),
                m_stage->legend(frame, options, theme), theme);
    m_stage->paint(painter, inner.adjusted(0, kHeadingHeight + kLegendHeight, 0, 0), frame, options, theme);
}

void StageScene::paintHeading(QPainter& painter, const QRectF& area, const StageFrame& frame,
                              const Theme& theme) const
{
    const GenerationPtr& shown = frame.to; // where the eye is going, as the filmstrip has it
    painter.setFont(themeFont(TextSize::Title, QFont::DemiBold));
    painter.setPen(theme.generationText(frame.share));
    const double width = paintFigures(painter, area.topLeft(), Qt::AlignLeft | Qt::AlignTop,
                                      tr("Generation %1").arg(shown->index));
    const double height = QFontMetricsF(painter.font()).height();
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    paintFigures(painter, area.topLeft() + QPointF(width + kGrid, height - 4),
                 Qt::AlignLeft | Qt::AlignBottom,
                 tr("of %1").arg(m_session.experimentOf(m_chain).generations));
    const auto rows = shown->realRows + shown->freshRows + shown->syntheticRows;
    QString line = shown->syntheticRows == 0
                       ? tr("fitted on %L1 real rows").arg(rows)
                       : tr("fitted on %L1 rows, %L2 of them generated").arg(rows).arg(shown->syntheticRows);
    if (shown->syntheticRows == rows && rows > 0)
        line = tr("fitted on %L1 generated rows").arg(rows);
    if (!shown->note.empty())
        line = QString::fromStdString(shown->note);
    if (rows > 0 || !shown->note.empty())
        paintText(painter, area.topLeft() + QPointF(1, height + 3), Qt::AlignLeft | Qt::AlignTop, line);
    StageFrame settled = frame;
    settled.to = shown;
    const double taken =
        std::max(width + 90, QFontMetricsF(themeFont(TextSize::Small)).horizontalAdvance(line)) + 3 * kGrid;
    paintFacts(painter, area.topRight() + QPointF(-2 * kGrid, 4), area.width() - taken,
               m_stage->facts(settled), theme);
}

void StageScene::paintThumbnail(QPainter& painter, const QRectF& area, int index, const StageOptions& options,
                                const Theme& theme)
{
    if (const GenerationPtr generation = m_session.history().at(m_chain, index); generation && m_stage)
        m_stage->paintThumbnail(painter, area, generation, shareOf(index), options, theme);
}

QString StageScene::summary(int index)
{
    if (!m_stage)
        return tr("Nothing has run yet.");
    QStringList parts;
    for (const StageFact& fact : m_stage->facts(frameAt(index)))
        parts << tr("%1 %2, in generation 0 %3").arg(fact.name, fact.value, fact.before);
    return tr("Generation %1: %2.").arg(index).arg(parts.join(QStringLiteral("; ")));
}

} // namespace hareloom::ui
