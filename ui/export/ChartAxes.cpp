// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/ChartAxes.h"

#include <QCoreApplication>

namespace hareloom::ui {

namespace {

Result<void> refused(const char* sentence)
{
    return invalidInput(QCoreApplication::translate("Figures", sentence).toStdString());
}

} // namespace

VitalChart withAxes(VitalChart chart, const FigureOptions& options)
{
    const AxisWishes& wishes = options.axes;
    chart.logGenerations = chart.logGenerations || options.parts.logGenerations;
    if (wishes.x.range)
        chart.x = AxisRange{wishes.x.range->low, wishes.x.range->high, chart.logGenerations};
    if (wishes.y.isLog) {
        chart.scale = *wishes.y.isLog ? AxisScale::Log : AxisScale::Linear;
        chart.y.reset(); // of the scale before
    }
    if (wishes.y.range)
        chart.y = AxisRange{wishes.y.range->low, wishes.y.range->high,
                            wishes.y.isLog.value_or(chart.verticalRange().isLog)};
    return chart;
}

Result<void> checkAxesOf(const VitalChart& chart, const FigureOptions& options)
{
    const VitalChart seen = withAxes(chart, options);
    if (seen.x && seen.x->isLog && !(seen.x->low > 0))
        return refused(QT_TRANSLATE_NOOP(
            "Figures", "The axis of generations is logarithmic: its range must begin above 0."));
    if (seen.y && seen.y->isLog && !(seen.y->low > 0))
        return refused(QT_TRANSLATE_NOOP(
            "Figures",
            "The vertical axis is logarithmic: its range must begin above 0, or its scale be linear."));
    if (options.axes.y.isLog.value_or(false) && !seen.verticalRange().isLog)
        return refused(QT_TRANSLATE_NOOP(
            "Figures",
            "The vertical axis cannot be logarithmic: this metric has no two different values above 0."));
    return {};
}

} // namespace hareloom::ui
