// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>

#include <functional>

QT_BEGIN_NAMESPACE
class QPainter;
class QWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

/// What lies beneath the part of a widget that moves, kept as a picture. Long noisy curves take longer to
/// draw than a frame lasts: while data pour in they are drawn anew only as often as leaves the widget's
/// thread free for most of the time. GUI thread.
class PictureCache
{
public:
    /// `owner` outlives this; it is updated once a picture that was put off is due.
    explicit PictureCache(QWidget& owner);

    /// The picture is wrong: drawn anew at the next painting.
    void invalidate() { m_isWrong = true; }
    /// The picture lacks what has just come: drawn anew as soon as that is cheap enough.
    void outdate() { m_isOld = true; }
    /// Paints it over the whole of the owner, drawn with `draw` if need be.
    void paint(QPainter& painter, const std::function<void(QPainter&)>& draw);
    /// How often it was drawn.
    int drawn() const { return m_drawn; }

private:
    bool mustDraw() const;
    void drawAnew(const std::function<void(QPainter&)>& draw);

    QWidget& m_owner;
    QPixmap m_picture;
    QTimer m_due;
    QElapsedTimer m_sinceDrawn;
    double m_cost = 0; // of drawing, in ms
    double m_fontScale = 1;
    bool m_isWrong = true, m_isOld = false;
    int m_drawn = 0;
};

} // namespace hareloom::ui
