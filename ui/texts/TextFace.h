// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Face.h"

namespace hareloom::ui {

/// What faces of families that write have in common: stage, real texts, texts of a report. A face adds its
/// glyph.
class TextFace : public Face
{
public:
    using Face::Face;

    std::unique_ptr<Stage> makeStage(const Snapshot& first) const override;
    void paintRealData(QPainter& painter, const QRectF& room, const RealData& data, bool invites,
                       const Theme& theme) const override;
    double invitationAt(const QRectF& room, const RealData& data) const override;
    QString learningWords(const RealData& data, const Snapshot& draft) const override;
    void paintLearning(QPainter& painter, const QRectF& room, const RealData& data, const Snapshot& draft,
                       const Theme& theme) const override;
    bool writesTexts() const override { return true; }
    Writings writingsOf(const History& history, ChainIndex chain, const QList<int>& generations) const override;
};

} // namespace hareloom::ui
