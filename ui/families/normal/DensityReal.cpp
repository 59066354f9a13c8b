// SPDX-License-Identifier: GPL-3.0-or-later
// DensityStage: the real data, which stay behind every generation: their distribution where it is known, as
// of a drawn curve, else their histogram.
#include "core/data/Source.h"
#include "ui/families/normal/DensityStage.h"
#include "ui/stage/CurvePaths.h"
#include "ui/stage/RealHistogram.h"
#include "ui/theme/OkLab.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kTruthPoints = 600;
constexpr double kLeastBins = 12, kMostBins = 60;

} // namespace

DensityStage::Curve DensityStage::truthOver(const AxisRange& x)
{
    if (!m_origin.distribution)
        return {};
    if (x.low == m_truthOver.low && x.high == m_truthOver.high)
        return m_truth;
    m_truthOver = x;
    m_truth.clear();
    Matrix places(kTruthPoints, 1);
    for (int i = 0; i < kTruthPoints; ++i)
        places(i, 0) = x.valueAt(double(i) / (kTruthPoints - 1));
    if (const auto logs = m_origin.distribution->logDensity(places))
        for (const double log : *logs)
            m_truth.push_back(std::exp(log));
    return m_truth;
}

std::size_t DensityStage::binsFor(Eigen::Index rows)
{
    return static_cast<std::size_t>(std::clamp(2 * std::sqrt(double(rows)), kLeastBins, kMostBins));
}

// In bins that stay where they are while one zooms.
void DensityStage::paintRealHistogram(QPainter& painter, const PlotFrame& plot, const Theme& theme) const
{
    const RowsPtr& rows = m_origin.realRows;
    if (!rows || rows->rows() < 2)
        return;
    const std::size_t bins = binsFor(rows->rows());
    const std::vector<double> counts = countsOf(*rows, m_locked, bins);
    const double width = (m_locked.high - m_locked.low) / double(bins);
    const QRectF& area = plot.area();
    for (std::size_t i = 0; i < bins; ++i) {
        const double from = m_locked.low + double(i) * width;
        const double left = std::max(area.left(), plot.x(from)),
                     right = std::min(area.right(), plot.x(from + width)),
                     top = std::max(area.top(), plot.y(counts[i] / (double(rows->rows()) * width)));
        if (right > left + 1)
            painter.fillRect(QRectF(left, top, right - left - 1, area.bottom() - top),
                             withAlpha(theme.realData, theme.dark ? 0.16 : 0.1));
    }
}

void DensityStage::paintReal(QPainter& painter, const PlotFrame& plot, const Theme& theme)
{
    if (const Curve truth = truthOver(plot.xRange()); !truth.empty())
        paintCurve(painter, plot, truth,
                   QPen(withAlpha(theme.realData, 0.75), 1.4, Qt::SolidLine, Qt::FlatCap));
    else
        paintRealHistogram(painter, plot, theme);
}

} // namespace hareloom::ui
