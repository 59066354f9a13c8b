// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/DataTable.h"
#include "ui/theme/Theme.h"

#include <QRectF>
#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// One of the things that a chain may lose: a state, a word.
struct LostPart
{
    QString name;
    double before = 0; // how much of it there was
};

/// What was seen last in the generation before this one, most frequent first.
struct LostTogether
{
    int generation = 0;
    std::vector<LostPart> parts;
};

/// What a chain has lost for good as far as it is looked at, in this order.
struct LostList
{
    std::vector<LostTogether> losses; // by generation
    std::int64_t all = 0;             // of which there were so many
    QString things;                   // what they are: "states"
    /// "7 of 10 states are lost, in this order", or that none is.
    QString (*head)(int lost, int all) = nullptr;
    QString beforeTitle;                     // of LostPart::before: "probability, generation 0"
    QString (*beforeText)(double) = nullptr; // "2%"

    std::int64_t lost() const;
};

/// A line a generation, in the colour that `colourOf` has for it; from line `scroll` on.
void paintLostList(QPainter& painter, const QRectF& area, const LostList& list, int scroll,
                   const std::function<QColor(int generation)>& colourOf, const Theme& theme);
/// Lines below those that have room.
int mostScrollOf(const LostList& list, const QRectF& area);
/// "7 of 10 states are lost, in this order: generation 2: “wren”; …"
QString spokenLost(const LostList& list);
DataTable lostTable(const LostList& list, const QString& title);

} // namespace hareloom::ui
