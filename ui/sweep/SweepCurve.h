// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/sweep/SweepPicture.h"

#include <functional>
#include <utility>

namespace hareloom::ui {

/// One swept setting: a curve over its values with the band over replicates, and the theory beside it. With a
/// second setting a curve for each of its values, of which kMostCurves at most are drawn, evenly chosen.
/// Where the theory is lowest between the ends, a mark says so. The same on the screen and in a figure.
/// `picture` outlives this.
class SweepCurve
{
public:
    static constexpr std::size_t kMostCurves = 6;

    SweepCurve(const SweepPicture& picture, const QRectF& area, const Theme& theme, bool hasLegend = true);

    void paint(QPainter& painter) const;
    /// A ring around one point.
    void paintChosen(QPainter& painter, std::size_t column, std::size_t row) const;
    /// Column and row of the nearest point that is drawn; nothing outside of the frame.
    std::optional<std::pair<std::size_t, std::size_t>> pointAt(const QPointF& at) const;
    /// The rows that are drawn.
    const std::vector<std::size_t>& rows() const { return m_rows; }
    /// What the legend says, entry by entry.
    QStringList legend() const;

private:
    enum class Of { Centre, Low, High, Theory };
    double value(std::size_t column, std::size_t row, Of of) const;
    void paintBand(QPainter& painter, std::size_t row, const QColor& colour) const;
    void paintLine(QPainter& painter, std::size_t row, Of of, const QPen& pen) const;
    struct Entry
    {
        QString words;
        std::function<void(QPainter&, const QPointF&)> mark = {}; // from its left end; none: words alone
    };
    std::vector<Entry> entries() const;
    void addRows(std::vector<Entry>& all) const;
    std::vector<QPointF> places(const std::vector<Entry>& all) const;
    double legendHeight() const;
    void paintPoints(QPainter& painter, std::size_t line) const;
    void paintLowest(QPainter& painter, std::size_t line) const;
    void addLowest(std::vector<Entry>& all) const;
    void paintLegend(QPainter& painter) const;

    const SweepPicture& m_picture;
    const Theme& m_theme;
    QRectF m_area;
    bool m_hasLegend;
    std::vector<std::size_t> m_rows;
    std::optional<PlotFrame> m_plot; // none: there is no room
};

} // namespace hareloom::ui
