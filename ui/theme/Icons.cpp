// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Icons.h"

#include "ui/theme/OkLab.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace hareloom::ui {

QPen glyphs::stroke(const QColor& c, double width)
{
    return QPen(c, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPainterPath glyphs::bell(double centre, double spread, double height, double base)
{
    QPainterPath path(QPointF(centre - 3 * spread, base));
    for (double z = -3; z <= 3; z += 0.25)
        path.lineTo(centre + z * spread, base - height * std::exp(-z * z / 2));
    return path;
}

namespace {

using glyphs::bell;
using glyphs::stroke;

void triangle(QPainter& p, const QColor& c, double left, double right)
{
    p.setPen(stroke(c, 1.5));
    p.setBrush(c);
    p.drawPolygon(QPolygonF{{left, 5.5}, {right, 12}, {left, 18.5}});
}

void drawPlay(QPainter& p, const QColor& c)
{
    triangle(p, c, 7, 18.5);
}

void drawPause(QPainter& p, const QColor& c)
{
    p.fillRect(QRectF(6.5, 5, 4, 14), c);
    p.fillRect(QRectF(13.5, 5, 4, 14), c);
}

void drawStep(QPainter& p, const QColor& c)
{
    triangle(p, c, 5.5, 14.5);
    p.setPen(stroke(c, 2.5));
    p.drawLine(QPointF(18.5, 6), QPointF(18.5, 18));
}

// Rows that fall out of a curve.
void drawSlowStep(QPainter& p, const QColor& c)
{
    p.setPen(stroke(c, 1.8));
    p.drawPath(glyphs::bell(12, 3, 8, 11));
    p.setPen(Qt::NoPen);
    p.setBrush(c);
    for (const QPointF& dot : {QPointF(9, 15), QPointF(14.5, 16.5), QPointF(12, 20), QPointF(8.5, 20), QPointF(15.5, 20)})
        p.drawEllipse(dot, 1.4, 1.4);
}

void drawReset(QPainter& p, const QColor& c)
{
    triangle(p, c, 18.5, 9.5);
    p.setPen(stroke(c, 2.5));
    p.drawLine(QPointF(5.5, 6), QPointF(5.5, 18));
}

void drawShuffle(QPainter& p, const QColor& c)
{
    p.setPen(stroke(c, 1.8));
    p.drawRoundedRect(QRectF(4, 4, 16, 16), 4, 4);
    p.setPen(Qt::NoPen);
    p.setBrush(c);
    for (const QPointF dot :
         {QPointF(8.6, 8.6), QPointF(15.4, 8.6), QPointF(12, 12), QPointF(8.6, 15.4), QPointF(15.4, 15.4)})
        p.drawEllipse(dot, 1.5, 1.5);
}

void drawLoop(QPainter& p, const QColor& c)
{
    p.setPen(stroke(c, 1.8));
    p.drawArc(QRectF(4.5, 4.5, 15, 15), 40 * 16, 290 * 16);
    p.setBrush(c);
    p.drawPolygon(QPolygonF{{15.2, 8.6}, {20.2, 9.2}, {19.2, 4.6}});
}

// A line that goes on, and one that leaves it.
void drawBranch(QPainter& p, const QColor& c)
{
    p.setPen(stroke(c, 1.8));
    p.drawLine(QPointF(4, 8), QPointF(20, 8));
    p.drawPolyline(QPolygonF{{9, 8}, {14, 17}, {20, 17}});
    p.setPen(Qt::NoPen);
    p.setBrush(c);
    for (const QPointF& dot : {QPointF(9, 8), QPointF(20, 8), QPointF(20, 17)})
        p.drawEllipse(dot, 2.2, 2.2);
}

// Three sliders.
void drawRecipe(QPainter& p, const QColor& c)
{
    p.setBrush(c);
    for (const auto& [y, knob] : {std::pair(6.5, 15.0), std::pair(12.0, 8.5), std::pair(17.5, 13.0)}) {
        p.setPen(stroke(c, 1.8));
        p.drawLine(QPointF(4, y), QPointF(20, y));
        p.setPen(Qt::NoPen);
        p.drawEllipse(QPointF(knob, y), 2.8, 2.8);
    }
}

void drawClose(QPainter& p, const QColor& c)
{
    p.setPen(stroke(c));
    p.drawLine(QPointF(7, 7), QPointF(17, 17));
    p.drawLine(QPointF(7, 17), QPointF(17, 7));
}

void drawFolder(QPainter& p, const QColor& c)
{
    p.setPen(stroke(c, 1.7));
    p.drawPolygon(QPolygonF{{3.5, 18.5}, {3.5, 6}, {9, 6}, {11, 8.5}, {20.5, 8.5}, {20.5, 18.5}});
}

void drawGallery(QPainter& p, const QColor& c)
{
    p.setPen(stroke(c, 1.7));
    for (const QPointF corner : {QPointF(4, 4), QPointF(13.5, 4), QPointF(4, 13.5), QPointF(13.5, 13.5)})
        p.drawRoundedRect(QRectF(corner, QSizeF(6.5, 6.5)), 1.5, 1.5);
}

void drawApp(QPainter& p, const QColor&)
{
    p.setPen(Qt::NoPen);
    p.setBrush(lightTheme().surface);
    p.drawRoundedRect(QRectF(0.5, 0.5, 23, 23), 5, 5);
    for (int i = 0; i < 4; ++i) {
        p.setPen(stroke(lightTheme().generation(i / 3.0), 1.5));
        p.drawPath(bell(12, 3.2 - 0.75 * i, 5 + 4.2 * i, 20.5));
    }
}

DrawGlyph drawing(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Play:
        return drawPlay;
    case Glyph::Pause:
        return drawPause;
    case Glyph::Step:
        return drawStep;
    case Glyph::SlowStep:
        return drawSlowStep;
    case Glyph::Reset:
        return drawReset;
    case Glyph::Shuffle:
        return drawShuffle;
    case Glyph::Loop:
        return drawLoop;
    case Glyph::Branch:
        return drawBranch;
    case Glyph::Recipe:
        return drawRecipe;
    case Glyph::Close:
        return drawClose;
    case Glyph::Folder:
        return drawFolder;
    case Glyph::Gallery:
        return drawGallery;
    case Glyph::App:
        break;
    }
    return drawApp;
}

class GlyphEngine : public QIconEngine
{
public:
    GlyphEngine(DrawGlyph draw, const QColor& colour) : m_draw(draw), m_colour(colour) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 24.0, rect.height() / 24.0);
        m_draw(*painter, mode == QIcon::Disabled ? withAlpha(m_colour, 0.4) : m_colour);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return result;
    }

    QIconEngine* clone() const override { return new GlyphEngine(*this); }

private:
    DrawGlyph m_draw;
    QColor m_colour;
};

} // namespace

QIcon icon(Glyph glyph, const QColor& colour)
{
    return icon(drawing(glyph), colour);
}

QIcon icon(DrawGlyph draw, const QColor& colour)
{
    return QIcon(new GlyphEngine(draw, colour));
}

// A ring: something, and nothing is known of it.
void drawUnknown(QPainter& p, const QColor& c)
{
    p.setPen(stroke(c));
    p.drawEllipse(QPointF(12, 12), 7, 7);
}

QIcon appIcon()
{
    return icon(Glyph::App, {});
}

} // namespace hareloom::ui
