// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/RealImages.h"

#include "ui/stage/ImageWall.h"
#include "ui/theme/OkLab.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

std::vector<std::uint8_t> realImages(const RealData& data, int most)
{
    std::vector<std::uint8_t> images;
    for (Eigen::Index i = 0; i < std::min<Eigen::Index>(data.rows->rows(), most); ++i)
        for (const double tone : data.rows->row(i))
            images.push_back(static_cast<std::uint8_t>(std::lround(255 * std::clamp(tone, 0.0, 1.0))));
    return images;
}

void paintRealImages(QPainter& painter, const QRectF& inner, const RealData& data, const Theme& theme)
{
    const QSize size(data.imageWidth, data.imageHeight);
    const double scale = std::max(1.0, std::floor(56.0 / size.width())), cell = 1.08 * scale;
    const auto room = static_cast<int>(inner.width() / (cell * size.width())) *
                      static_cast<int>(inner.height() / (cell * size.height()));
    const int count = std::min(static_cast<int>(data.rows->rows()), std::max(1, room));
    const std::vector<std::uint8_t> images = realImages(data, count);
    paintWall(painter, planWall(inner, count, size), images, size,
              tonesOf(mix(theme.surface, theme.realData, 0.5), !hasDarkGround(images, size), theme));
}

} // namespace hareloom::ui
