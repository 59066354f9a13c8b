// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/language/LanguageFace.h"

#include "ui/families/language/OwnText.h"
#include "ui/families/language/RealTexts.h"
#include "ui/families/language/ReportTexts.h"
#include "ui/families/language/TextStage.h"

#include <QPainter>

namespace hareloom::ui {

namespace {

using glyphs::stroke;

// Lines of a text that ends in saying the same again.
void drawLanguage(QPainter& p, const QColor& c)
{
    p.setPen(stroke(c, 1.8));
    p.drawLine(QPointF(3.5, 5), QPointF(9, 5));
    p.drawLine(QPointF(12.5, 5), QPointF(20.5, 5));
    p.drawLine(QPointF(3.5, 9.7), QPointF(14, 9.7));
    p.drawLine(QPointF(17.5, 9.7), QPointF(20.5, 9.7));
    for (const double y : {14.4, 19.1})
        for (const double x : {3.5, 9.9, 16.3})
            p.drawLine(QPointF(x, y), QPointF(x + 4.2, y));
}

class LanguageFace final : public Face
{
public:
    LanguageFace() : Face("language") {}

    DrawGlyph glyph() const override { return drawLanguage; }

    std::unique_ptr<Stage> makeStage(const Snapshot& first) const override
    {
        return asLanguage(first) ? std::make_unique<TextStage>() : nullptr;
    }

    // Where there is an invitation, it stands below the texts.
    void paintRealData(QPainter& painter, const QRectF& room, const RealData& data, bool invites,
                       const Theme& theme) const override
    {
        if (!data.texts.empty())
            paintRealTexts(painter, room.adjusted(0, 0, -kGrid, invites ? -scaled(80) : -kGrid), data, theme);
    }

    double invitationAt(const QRectF& room, const RealData& data) const override
    {
        return data.texts.empty() ? Face::invitationAt(room, data) : room.bottom() - scaled(40);
    }

    bool writesTexts() const override { return true; }

    Writings writingsOf(const History& history, ChainIndex chain,
                        const QList<int>& generations) const override
    {
        return answersOf(history, chain, generations);
    }

    OwnExperiment experimentOn(const QString& path) const override
    {
        return experimentOnText(path);
    }
};

} // namespace

const Face& languageFace()
{
    static const LanguageFace face;
    return face;
}

} // namespace hareloom::ui
