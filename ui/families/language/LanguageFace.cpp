// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/language/LanguageFace.h"

#include "ui/families/language/OwnText.h"
#include "ui/texts/TextFace.h"

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

class LanguageFace final : public TextFace
{
public:
    LanguageFace() : TextFace("language") {}

    DrawGlyph glyph() const override { return drawLanguage; }
    OwnExperiment experimentOn(const QString& path) const override { return experimentOnText(path); }
};

} // namespace

const Face& languageFace()
{
    static const LanguageFace face;
    return face;
}

} // namespace hareloom::ui
