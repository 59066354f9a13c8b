// SPDX-License-Identifier: GPL-3.0-or-later
// ScatterStage at the size of a stamp: coarse, and apart from the stage's own maps, which may be zoomed.
#include "ui/families/normal/Contours.h"
#include "ui/families/normal/DensityMath.h"
#include "ui/families/normal/ScatterStage.h"
#include "ui/plot/DensityCurve.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

void ScatterStage::paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                                  double share, const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const StageFrame frame{generation, generation, 1, share, nullptr, nullptr, 0};
    const PlotFrame plot = frameOf(area, frame, options);
    constexpr int kWidth = 40, kHeight = 24;
    const Map small = densityMap(mixtureOf(generation), plot.xRange(), plot.yRange(), kWidth, kHeight);
    const float peak = std::max(1e-30F, *std::max_element(small.begin(), small.end()));
    QImage image(kWidth, kHeight, QImage::Format_ARGB32_Premultiplied);
    const QColor colour = theme.generation(share);
    for (int i = 0; i < kWidth * kHeight; ++i) {
        const int alpha =
            static_cast<int>(230 * double(std::sqrt(small[static_cast<std::size_t>(i)] / peak)));
        reinterpret_cast<QRgb*>(image.scanLine(i / kWidth))[i % kWidth] =
            qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha));
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(area, image);
    if (!options.axesLocked)
        return;
    painter.setPen(QPen(theme.generation(0), 1.2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(thumbnailGhost(plot));
}

QList<QLineF> ScatterStage::thumbnailGhost(const PlotFrame& plot)
{
    constexpr int kWidth = 64, kHeight = 40;
    if (m_smallContours.isEmpty()) {
        const Map map = densityMap(mixtureOf(m_origin.generation), m_x, m_y, kWidth, kHeight);
        m_smallContours =
            contour(map, kWidth, kHeight, m_levels[0]) + contour(map, kWidth, kHeight, m_levels[1]);
    }
    QList<QLineF> lines;
    const auto place = [&](const QPointF& cell) {
        return plot.at(m_x.valueAt((cell.x() + 0.5) / kWidth), m_y.valueAt(1 - (cell.y() + 0.5) / kHeight));
    };
    for (const QLineF& line : m_smallContours)
        lines.append(QLineF(place(line.p1()), place(line.p2())));
    return lines;
}

} // namespace hareloom::ui
