// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/Contours.h"

#include <array>
#include <cmath>

namespace hareloom::ui {

namespace {

/// The square whose lower left corner is (x, y), its corners counterclockwise.
struct Square
{
    std::array<QPointF, 4> corners;
    std::array<double, 4> values; // above the level where positive

    bool isAbove(std::size_t corner) const { return values[corner] >= 0; }
    /// On the edge from this corner to the next.
    QPointF crossing(std::size_t edge) const
    {
        const std::size_t next = (edge + 1) % 4;
        const double share = values[edge] / (values[edge] - values[next]);
        return corners[edge] + share * (corners[next] - corners[edge]);
    }
};

void addPieces(QList<QLineF>& pieces, const Square& square)
{
    std::vector<std::size_t> crossed;
    for (std::size_t edge = 0; edge < 4; ++edge)
        if (square.isAbove(edge) != square.isAbove((edge + 1) % 4))
            crossed.push_back(edge);
    if (crossed.size() == 2)
        pieces << QLineF(square.crossing(crossed[0]), square.crossing(crossed[1]));
    if (crossed.size() != 4)
        return;
    // Corners 0 and 2 lie on one side: the middle says whether they are joined.
    const double middle = (square.values[0] + square.values[1] + square.values[2] + square.values[3]) / 4;
    const bool joinsFirst = (middle >= 0) == square.isAbove(0);
    const std::size_t shift = joinsFirst ? 0 : 3;
    for (const std::size_t first : {std::size_t(0), std::size_t(2)})
        pieces << QLineF(square.crossing((first + shift) % 4), square.crossing((first + 1 + shift) % 4));
}

} // namespace

QList<QLineF> contour(const std::vector<double>& values, std::size_t columns, double level)
{
    QList<QLineF> pieces;
    const std::size_t rows = columns == 0 ? 0 : values.size() / columns;
    for (std::size_t row = 0; row + 1 < rows; ++row)
        for (std::size_t column = 0; column + 1 < columns; ++column) {
            const double x = double(column), y = double(row);
            const std::size_t at = row * columns + column;
            const Square square{{QPointF(x, y), QPointF(x + 1, y), QPointF(x + 1, y + 1), QPointF(x, y + 1)},
                                {values[at] - level, values[at + 1] - level, values[at + columns + 1] - level,
                                 values[at + columns] - level}};
            bool isWhole = true;
            for (const double value : square.values)
                isWhole = isWhole && std::isfinite(value);
            if (isWhole)
                addPieces(pieces, square);
        }
    return pieces;
}

} // namespace hareloom::ui
