// SPDX-License-Identifier: GPL-3.0-or-later
// TextStage, one step slowly: a prompt, the writing, and the training on what was written.
#include "ui/plot/PlotFrame.h"
#include "ui/stage/SlowStep.h"
#include "ui/stage/TrainingCurve.h"
#include "ui/texts/TextColumn.h"
#include "ui/texts/TextStage.h"
#include "ui/texts/TextsOf.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostSheets = 3; // of what was written, read side by side with the model's answer
constexpr double kReplyShare = 0.36;   // of the width, for what the new model answers
constexpr double kCurveShare = 0.32;   // of the height, below it, for how its training went
constexpr double kBar = 4;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::TextStage", text);
}

QString lossUnit()
{
    return QCoreApplication::translate("hareloom::ui::TextStage", "nats a token");
}

/// One text that the next model learns from.
struct Sheet
{
    QString lead, text; // what it was given, and how it goes on
    bool isReal = false;
};

QString leadOf(const MarkedText& prompt)
{
    const QString words = prompt.text.simplified();
    return words.isEmpty() ? words : words + QLatin1Char(' ');
}

/// Some of them: one real where some are, and what was written.
std::vector<Sheet> sheetsOf(const SlowStep& step, const MarkedTexts& texts)
{
    std::vector<Sheet> sheets;
    const WrittenTexts* written = textsOf(step.from);
    if (step.rows.real + step.rows.fresh > 0 && !step.realTexts.empty())
        sheets.push_back({{}, texts.of(step.realTexts.front()).text.simplified(), true});
    if (!written || step.rows.drawn == 0)
        return sheets;
    const bool hasPassages = !written->passages.empty();
    const auto& bodies = hasPassages ? written->passages : written->answers;
    const auto& prompts = hasPassages ? written->passagePrompts : written->prompts;
    for (std::size_t i = 0; i < bodies.size() && sheets.size() < kMostSheets; ++i)
        sheets.push_back({i < prompts.size() ? leadOf(texts.of(prompts[i])) : QString(),
                          texts.of(bodies[i]).text.simplified()});
    return sheets;
}

void paintHeadOf(QPainter& painter, const QRectF& room, const QColor& bar, const QColor& ink,
                 const QString& words)
{
    painter.fillRect(QRectF(room.topLeft(), QSizeF(room.width(), kBar)), bar);
    painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
    painter.setPen(ink);
    paintText(painter, room.topLeft() + QPointF(0, kBar + 3), Qt::AlignLeft | Qt::AlignTop,
              painter.fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(room.width())));
}

double headHeight()
{
    return kBar + 6 + QFontMetricsF(themeFont(TextSize::Small)).height();
}

/// What is given in grey, what is written letter by letter.
void paintTyped(QPainter& painter, const QRectF& room, const QString& lead, const QString& text, double typed,
                const Theme& theme)
{
    const TextColumn column(lead + text, themeFont(TextSize::Body), room);
    const auto given = static_cast<int>(lead.size());
    painter.setPen(theme.muted);
    column.paint(painter, 0, given);
    painter.setPen(theme.text);
    column.paint(painter, given, given + static_cast<int>(std::lround(typed * double(text.size()))));
    if (typed < 1 || column.linesAfter() == 0)
        return;
    painter.setPen(theme.muted); // it goes on
    painter.setFont(themeFont(TextSize::Body));
    paintText(painter, room.topRight() + QPointF(0, column.visibleLines() * column.lineHeight()),
              Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("…"));
}

} // namespace

void TextStage::paintStep(QPainter& painter, const QRectF& area, const SlowStep& step, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF inner = area.adjusted(0, kGrid, -kGrid, -kGrid);
    const double gap = 3 * kGrid, reply = kReplyShare * inner.width();
    const std::vector<Sheet> sheets = sheetsOf(step, m_texts);
    const QRectF written(inner.left(), inner.top(), inner.width() - reply - gap, inner.height());
    const double height = written.height() / double(std::max<std::size_t>(1, sheets.size()));
    const double opacity = painter.opacity();
    painter.setOpacity(opacity * (1 - eased(step.fade)));
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const Sheet& sheet = sheets[i];
        const QRectF room(written.left(), written.top() + double(i) * height, written.width(),
                          height - kGrid);
        const double typed =
            sheet.isReal ? 1 : std::clamp(step.draw * double(sheets.size()) - double(i) * 0.6, 0.0, 1.0);
        paintHeadOf(painter, room, sheet.isReal ? theme.realData : theme.generation(step.fromShare),
                    sheet.isReal ? theme.realData : theme.generationText(step.fromShare),
                    sheet.isReal ? tr("real text") : tr("generation %1 writes").arg(step.from->index));
        paintTyped(painter, room.adjusted(0, headHeight(), 0, 0), sheet.lead, sheet.text, typed, theme);
    }
    if (step.gather > 0 && step.fade < 1) { // they become the training text: one frame round all of them
        painter.setOpacity(opacity * eased(step.gather) * (1 - step.fade));
        painter.setPen(QPen(theme.text, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(written.adjusted(-5, -4, 5, 0), 4, 4);
    }
    painter.setOpacity(opacity * eased(2 * step.fit));
    const Piece piece = pieceOf(step.to, {});
    if (step.fit > 0 && piece.text) {
        const double curve = hasCurve(step.training) ? kCurveShare * inner.height() : 0;
        const QRectF room(inner.right() - reply, inner.top(), reply, inner.height() - curve);
        paintHeadOf(painter, room, theme.generation(step.toShare), theme.generationText(step.toShare),
                    tr("generation %1 has learned, and answers").arg(step.to->index));
        paintTyped(painter, room.adjusted(0, headHeight(), 0, 0),
                   piece.prompt ? leadOf(m_texts.of(*piece.prompt)) : QString(),
                   m_texts.of(*piece.text).text.simplified(), std::max(0.0, 2 * step.fit - 1), theme);
        painter.setOpacity(opacity * (1 - step.fade));
        paintTraining(painter, QRectF(room.left(), room.bottom() + kGrid, reply, curve - kGrid),
                      step.training, std::min(1.0, 2 * step.fit), lossUnit(), theme.generation(step.toShare),
                      theme);
    }
    painter.setOpacity(opacity);
}

QString TextStage::fitWords(const SlowStep& step) const
{
    const QString words =
        tr("The next model learns from them, and answers %1.").arg(choiceName(choiceOf({})));
    const QString training = trainingWords(step.training, lossUnit());
    return training.isEmpty() ? words : words + QLatin1Char(' ') + training;
}

} // namespace hareloom::ui
