// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/FigureParts.h"
#include "ui/plot/PictureCache.h"
#include "ui/sweep/SweepPicture.h"
#include "ui/theme/Theme.h"

#include <QWidget>

#include <utility>

namespace hareloom::ui {

/// How a picture with two swept settings is drawn; with one it is a curve.
enum class SweepShape { Map, Curves };
/// How a sweep over these settings is shown first: two or three long curves say more than a map of as few
/// rows.
SweepShape firstShape(const std::vector<SweptAxis>& dimensions);

/// The picture of a sweep at full size, from which a point is chosen by mouse or keys (arrows, Enter). GUI
/// thread.
class SweepChart : public QWidget
{
    Q_OBJECT
public:
    /// Column and row.
    using Point = std::pair<std::size_t, std::size_t>;

    explicit SweepChart(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// New values of the same points, or another picture.
    void setPicture(SweepPicture picture, SweepShape shape);
    const std::optional<SweepPicture>& picture() const { return m_picture; }
    SweepShape shape() const { return m_shape; }
    std::optional<Point> chosen() const { return m_chosen; }

    QSize sizeHint() const override { return {640, 420}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    /// What the point under the mouse, or the chosen one, says; empty: none.
    void read(const QString& sentence);
    /// By a click or Enter.
    void activated(std::size_t column, std::size_t row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    bool isMap() const;
    QRectF inside() const;
    std::optional<Point> pointAt(const QPointF& at) const;
    void choose(std::optional<Point> point);
    void move(int columns, int rows);

    std::optional<SweepPicture> m_picture;
    SweepShape m_shape = SweepShape::Map;
    const Theme* m_theme = &lightTheme();
    std::optional<Point> m_chosen;
    PictureCache m_still; // all but the frame around the chosen point
};

/// The same into a figure.
void paintSweep(QPainter& painter, const QRectF& area, const SweepPicture& picture, SweepShape shape,
                const FigureParts& parts, const Theme& theme);
/// Whether it is a map: there are two settings, and they are not to be curves.
bool isMap(const SweepPicture& picture, SweepShape shape);

} // namespace hareloom::ui
