// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/MetricTitle.h"

#include "core/metrics/Catalogue.h"
#include "ui/plot/ViewText.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("MetricTitle", text);
}

} // namespace

QString metricTitle(const std::string& metric, const std::vector<std::string>& variables)
{
    const MetricInfo* info = findMetric(metric);
    if (!info)
        return QString::fromStdString(metric);
    QString text = fromView(info->title);
    if (const auto bracket = metric.find('['); info->perVariable && bracket != std::string::npos) {
        std::size_t variable = 0; // a name that is no number is the first one's
        std::from_chars(metric.data() + bracket + 1, metric.data() + metric.size(), variable);
        if (info->name == "vanishedShare") { // by how often they stand in the real text
            constexpr std::size_t mostDigits = 15;
            const auto least = std::llround(std::pow(10, std::min(variable, mostDigits)));
            return text + tr(", %L1 to %L2 times in the real text").arg(least).arg(10 * least - 1);
        }
        text += variable < variables.size() && !variables[variable].empty()
                    ? tr(", %1").arg(QString::fromStdString(variables[variable]))
                    : tr(", variable %1").arg(variable + 1);
    }
    // "Surviving states" says what it counts.
    if (const QString unit = fromView(info->unit);
        !unit.isEmpty() && !text.contains(unit, Qt::CaseInsensitive))
        text += tr(" (%1)").arg(unit);
    return text;
}

} // namespace hareloom::ui
