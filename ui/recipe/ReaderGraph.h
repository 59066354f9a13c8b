// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Interaction.h"
#include "ui/plot/DataTable.h"
#include "ui/theme/Theme.h"

#include <QPainterPath>
#include <QWidget>

#include <optional>

namespace hareloom::ui {

/// Who learns from whom: a circle for each model, an arrow from each model to those that read it, as thick as
/// the share of their rows. The arc around a circle is the share that it takes from itself. Drag an arrow up
/// or down to change its share, or from circle to circle to make one; a click on a circle chooses it.
class ReaderGraph : public QWidget
{
    Q_OBJECT
public:
    explicit ReaderGraph(QWidget* parent = nullptr);

    /// `names`: of the models, in order.
    void setInteraction(const Interaction& interaction, const QStringList& names);
    void setChosen(std::size_t model);
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;

    /// Where a circle's centre lies, and a point on the arrow between two models.
    QPointF centreOf(std::size_t model) const;
    QPointF arrowMiddle(std::size_t writer, std::size_t reader) const;

Q_SIGNALS:
    void chosen(std::size_t model);
    /// Of `reader`'s rows from `writer`. Many in a row while something is dragged.
    void shareWanted(std::size_t reader, std::size_t writer, double share);
    void dragEnded();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct Arrow
    {
        std::size_t writer = 0, reader = 0;
    };

    double radius() const;
    double share(const Arrow& arrow) const;
    QPainterPath pathOf(const Arrow& arrow) const;
    std::optional<Arrow> arrowAt(QPointF point) const;
    std::optional<std::size_t> modelAt(QPointF point) const;
    void paintArrow(QPainter& painter, const Arrow& arrow) const;
    void paintModel(QPainter& painter, std::size_t model) const;
    QString summary() const;
    DataTable table() const;

    Interaction m_interaction;
    QStringList m_names;
    const Theme* m_theme = &lightTheme();
    std::size_t m_chosen = 0;
    std::optional<Arrow> m_dragged;
    std::optional<std::size_t> m_from; // the circle from which an arrow is drawn
    QPointF m_pressed;
    double m_before = 0; // the dragged arrow's share when it was taken
};

} // namespace hareloom::ui
