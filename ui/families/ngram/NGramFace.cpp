// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/ngram/NGramFace.h"

#include "ui/texts/TextFace.h"

#include <QPainter>

namespace hareloom::ui {

namespace {

// Two tokens that choose the third, and the same one token further on.
void drawNgrams(QPainter& p, const QColor& c)
{
    p.setPen(glyphs::stroke(c, 1.3));
    for (const QPointF corner : {QPointF(1.7, 4.2), QPointF(7.3, 14)})
        for (const int token : {0, 1, 2}) {
            p.setBrush(token == 2 ? QBrush(c) : QBrush(Qt::NoBrush));
            p.drawRoundedRect(QRectF(corner + QPointF(5.6 * token, 0), QSizeF(3.4, 5.6)), 0.8, 0.8);
        }
}

class NGramFace final : public TextFace
{
public:
    NGramFace() : TextFace("ngram") {}

    DrawGlyph glyph() const override { return drawNgrams; }
};

} // namespace

const Face& ngramFace()
{
    static const NGramFace face;
    return face;
}

} // namespace hareloom::ui
