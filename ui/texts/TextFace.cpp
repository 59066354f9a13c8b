// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/TextFace.h"

#include "ui/texts/LearningTexts.h"
#include "ui/texts/RealTexts.h"
#include "ui/texts/ReportTexts.h"
#include "ui/texts/TextStage.h"

namespace hareloom::ui {

std::unique_ptr<Stage> TextFace::makeStage(const Snapshot& first) const
{
    return first.texts() ? std::make_unique<TextStage>() : nullptr;
}

// Where there is an invitation, it stands below the texts.
void TextFace::paintRealData(QPainter& painter, const QRectF& room, const RealData& data, bool invites,
                             const Theme& theme) const
{
    if (!data.texts.empty())
        paintRealTexts(painter, room.adjusted(0, 0, -kGrid, invites ? -scaled(80) : -kGrid), data, theme);
}

double TextFace::invitationAt(const QRectF& room, const RealData& data) const
{
    return data.texts.empty() ? Face::invitationAt(room, data) : room.bottom() - scaled(40);
}

QString TextFace::learningWords(const RealData&, const Snapshot& draft) const
{
    return draft.texts() ? learningWordsOf(*draft.texts()) : QString();
}

void TextFace::paintLearning(QPainter& painter, const QRectF& room, const RealData&, const Snapshot& draft,
                             const Theme& theme) const
{
    paintLearningTexts(painter, room.adjusted(0, 0, -kGrid, -kGrid), *draft.texts(), theme);
}

Writings TextFace::writingsOf(const History& history, ChainIndex chain, const QList<int>& generations) const
{
    return answersOf(history, chain, generations);
}

} // namespace hareloom::ui
