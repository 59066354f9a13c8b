// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/normal/Contours.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace hareloom::ui {

QList<QLineF> contour(const std::vector<float>& values, int width, int height, float level)
{
    QList<QLineF> lines;
    const auto value = [&](int x, int y) { return values[static_cast<std::size_t>(y * width + x)]; };
    for (int y = 0; y + 1 < height; ++y) {
        for (int x = 0; x + 1 < width; ++x) {
            const float corner[] = {value(x, y), value(x + 1, y), value(x + 1, y + 1), value(x, y + 1)};
            static constexpr double cx[] = {0, 1, 1, 0}, cy[] = {0, 0, 1, 1};
            QPointF crossing[4];
            int found = 0;
            for (int side = 0; side < 4; ++side) {
                const int next = (side + 1) % 4;
                if ((corner[side] > level) == (corner[next] > level))
                    continue;
                const double t = double(level - corner[side]) / double(corner[next] - corner[side]);
                crossing[found++] = {x + cx[side] + t * (cx[next] - cx[side]),
                                     y + cy[side] + t * (cy[next] - cy[side])};
            }
            for (int i = 0; i + 1 < found; i += 2)
                lines.append(QLineF(crossing[i], crossing[i + 1]));
        }
    }
    return lines;
}

float levelHolding(const std::vector<float>& values, double share)
{
    std::vector<float> sorted(values);
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const double goal = share * std::accumulate(sorted.begin(), sorted.end(), 0.0);
    double sum = 0;
    for (const float v : sorted) {
        sum += double(v);
        if (sum >= goal)
            return v;
    }
    return 0;
}

} // namespace hareloom::ui
