// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/EmptyStage.h"

#include "ui/plot/FittingScale.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/StageHead.h"
#include "ui/theme/Icons.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

void paintInvitation(QPainter& painter, const QPointF& centre, const QString& words, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(themeFont(TextSize::Title, QFont::DemiBold));
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 88;
    const QRectF pill(centre.x() - width / 2, centre.y() - 28, width, 56);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(withAlpha(theme.raised, 0.95));
    painter.drawRoundedRect(pill, 28, 28);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(pill.topLeft() + QPointF(28, 28), 20, 20);
    icon(Glyph::Play, theme.onAccent)
        .paint(&painter, QRectF(pill.left() + 16, pill.top() + 16, 24, 24).toRect());
    painter.setPen(theme.text);
    paintText(painter, {pill.left() + 64, centre.y()}, Qt::AlignLeft | Qt::AlignVCenter, words);
}

void paintTitle(QPainter& painter, const QRectF& inside, const QString& title, const QString& line,
                const Theme& theme)
{
    painter.setFont(themeFont(TextSize::Title, QFont::DemiBold));
    painter.setPen(theme.text);
    paintText(painter, inside.topLeft(), Qt::AlignLeft | Qt::AlignTop, title);
    const double below = inside.top() + QFontMetricsF(painter.font()).height() + 3;
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    paintText(painter, {inside.left() + 1, below}, Qt::AlignLeft | Qt::AlignTop, line);
}

} // namespace

// As the button says it (window/Actions).
QString spaceWords(RunState state)
{
    switch (state) {
    case RunState::Ready:
        return tr("Press Space to run");
    case RunState::Paused:
    case RunState::Stopped:
        return tr("Press Space to go on");
    case RunState::Running:
    case RunState::Finished:
        break;
    }
    return {};
}

void paintEmptyStage(QPainter& painter, const QRectF& area, const EmptyStage& stage, const Theme& theme)
{
    const FontScaleScope words(fittingScale(area.size(), {520, 250}));
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF inside = withinMargin(area), room = inside.adjusted(0, scaled(68), 0, 0);
    const QString learns = stage.draft ? stage.face.learningWords(stage.data, *stage.draft) : QString();
    if (!learns.isEmpty()) {
        paintTitle(painter, inside, tr("Generation 0 is learning"), learns, theme);
        stage.face.paintLearning(painter, room, stage.data, *stage.draft, theme);
        return;
    }
    paintTitle(painter, inside, tr("The real data"),
               stage.isRunning()
                   ? tr("Generation 0 is learning from it.")
                   : tr("Generation 0 learns from it. Every generation after that learns from the one "
                        "before."),
               theme);
    const QString invitation = spaceWords(stage.state);
    stage.face.paintRealData(painter, room, stage.data, !invitation.isEmpty(), theme);
    if (!invitation.isEmpty())
        paintInvitation(painter,
                        {insideOf(room, 64, 0).center().x(), stage.face.invitationAt(room, stage.data)},
                        invitation, theme);
}

} // namespace hareloom::ui
