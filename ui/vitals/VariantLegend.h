// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/LineMark.h"
#include "ui/theme/Theme.h"
#include "ui/vitals/VitalSeries.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// One line of a vital chart's legend.
struct LegendMark
{
    enum class Kind { Line, Band, Chain, Theory, TheoryEdge, Origin, Real, Published };
    Kind kind;
    QColor colour;
    QString text;
    std::optional<LineMark> variant = {}; // Line: of one among several
    QList<qreal> dashes = {};             // Theory
};

/// Whether theory has a curve of the metric for one of the variants.
bool hasTheory(const VitalSeries& series);
/// The dashes of theory's curve, by the statistic over chains that it describes: charts under one legend may have
/// several.
QList<qreal> theoryDashes(Statistic statistic);

/// "theory (mean)"; where the charts' theory describes several statistics a line for each, with its charts.
QStringList theoryLegend(const std::vector<const VitalSeries*>& shown);

/// What the charts of these series show: variants, or the one line, and what their chains spread over; theory with
/// its statistic, whose dashes say which curve it is; published curves with their source; generation 0's line if asked for.
std::vector<LegendMark> vitalLegend(const std::vector<const VitalSeries*>& shown, const Theme& theme,
                                    bool withOrigin = false);

/// The marks with their words, flowing over as many rows as they need. Returns the height used or, without
/// a painter, needed; 0 for none. `notch`: what the first row leaves free at its right.
double paintLegend(QPainter* painter, const QRectF& area, const std::vector<LegendMark>& marks,
                   const Theme& theme, double notch = 0);
/// Where paintLegend() puts each of them, mark and words.
std::vector<QRectF> legendPlaces(const QRectF& area, const std::vector<LegendMark>& marks, double notch = 0);
/// The mark of theory's curve at a point; null: there is none.
const LegendMark* theoryAt(const QPointF& point, const QRectF& area, const std::vector<LegendMark>& marks,
                           double notch = 0);

} // namespace hareloom::ui
