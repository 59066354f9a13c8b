// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/MetricTitle.h"

#include "core/metrics/Catalogue.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/ViewText.h"

#include <QCoreApplication>

#include <charconv>
#include <cmath>
#include <optional>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

/// 2 of "mean[2]"; nothing where there is no number that counts variables: a file may name its metrics as it
/// likes.
std::optional<std::size_t> variableOf(const std::string& metric)
{
    constexpr std::size_t kMost = 1'000'000;
    const auto bracket = metric.find('[');
    if (bracket == std::string::npos)
        return std::nullopt;
    std::size_t variable = 0;
    const char* const end = metric.data() + metric.size();
    const auto [at, error] = std::from_chars(metric.data() + bracket + 1, end, variable);
    return error == std::errc() && at + 1 == end && *at == ']' && variable < kMost ? std::optional(variable)
                                                                                   : std::nullopt;
}

} // namespace

QString metricTitle(const std::string& metric, const std::vector<std::string>& variables)
{
    const MetricInfo* info = findMetric(metric);
    const auto index = variableOf(metric);
    if (!info || (!index && metric.find('[') != std::string::npos))
        return QString::fromStdString(metric);
    QString text = engineWords(EngineList::Metric, info->title);
    if (info->perVariable && index) {
        const std::size_t variable = *index;
        if (info->name == "vanishedShare" && variable < 15) { // by how often they stand in the real text
            const auto least = std::llround(std::pow(10, variable));
            return tr("%1, %2 to %3 times in the real text").arg(text).arg(least).arg(10 * least - 1);
        }
        text = variable < variables.size() && !variables[variable].empty()
                   ? tr("%1, %2").arg(text, engineWords(EngineList::State, variables[variable]))
                   : tr("%1, variable %2").arg(text).arg(variable + 1);
    }
    // "Surviving states" says what it counts.
    if (const QString unit = engineWords(EngineList::Metric, info->unit);
        !unit.isEmpty() && !text.contains(unit, Qt::CaseInsensitive))
        text = tr("%1 (%2)").arg(text, unit);
    return text;
}

} // namespace hareloom::ui
