// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/stage/Stage.h"

#include <optional>

namespace hareloom::ui {

/// What a stream is called, which of its bands stands for nothing known, and what stands beside it.
struct StreamWords
{
    QString axis, table, unnamed;         // unnamed: "class %1"
    std::optional<std::size_t> unknown{}; // painted as a hatch in grey
    std::vector<double> real{};           // shares of the real data, before generation 0; empty: not known
};

/// Shares stacked, one band a class (or topic), over all generations of a chain: a band that narrows is a
/// class that vanishes.
class ClassStream
{
public:
    /// `shares`: by generation, empty where they are not known. `names`: by class, may be fewer than there
    /// are. Frame and names outlive this.
    ClassStream(const StageFrame& frame, std::vector<std::vector<double>> shares,
                const std::vector<std::string>& names, StreamWords words);

    /// Within `area`, with its axes; the present generation marked by a line.
    void paint(QPainter& painter, const QRectF& area, const Theme& theme) const;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area) const;
    DataTable table() const;
    static QRectF plotArea(const QRectF& area);
    static QColor colourOf(std::size_t index, const Theme& theme);

private:
    PlotFrame plotFor(const QRectF& area) const;
    QString nameOf(std::size_t index) const;
    double top(std::size_t generation, std::size_t index) const; // of a band, in [0, 1]
    void paintReal(QPainter& painter, const PlotFrame& plot, const Theme& theme) const;
    void paintBands(QPainter& painter, const PlotFrame& plot, const Theme& theme) const;
    void paintHatch(QPainter& painter, const PlotFrame& plot, const Theme& theme) const;
    QColor colourAt(std::size_t index, const Theme& theme) const;
    void paintNow(QPainter& painter, const PlotFrame& plot, const Theme& theme) const;
    void paintNames(QPainter& painter, const PlotFrame& plot, const Theme& theme) const;

    const StageFrame& m_frame;
    const std::vector<std::string>& m_names;
    std::vector<std::vector<double>> m_shares; // by generation, then class; empty where they are not known
    std::size_t m_classes = 0;
    StreamWords m_words;
};

} // namespace hareloom::ui
