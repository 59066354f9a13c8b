// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/RenderSweep.h"

#include "core/metrics/Catalogue.h"
#include "core/sweep/SweepFolder.h"
#include "ui/export/RunCharts.h"
#include "ui/paths/PathBytes.h"
#include "ui/sweep/KeptSweep.h"

#include <algorithm>

namespace hareloom::app {

namespace {

/// Those asked for, or the first.
Result<std::vector<std::string>> metricsOf(const ui::SweepModel& model, const Arguments& arguments)
{
    const auto offered = model.metrics();
    std::vector<std::string> chosen;
    for (const QString& asked : arguments.charts + arguments.metrics) {
        const std::string name = asked.toStdString();
        if (std::find(offered.begin(), offered.end(), name) == offered.end()) {
            std::string known;
            for (const std::string& each : offered)
                known += (known.empty() ? "" : ", ") + each;
            return invalidInput("--metric " + name + ": the sweep has not measured it. It has " + known +
                                '.');
        }
        chosen.push_back(name);
    }
    if (chosen.empty() && !offered.empty())
        chosen.push_back(offered.front());
    return chosen;
}

Result<QList<int>> generationsOf(const ui::SweepModel& model, const Arguments& arguments)
{
    const auto& kept = model.generations();
    for (const int asked : arguments.generations)
        if (!std::binary_search(kept.begin(), kept.end(), std::int64_t(asked)))
            return invalidInput("--generation " + std::to_string(asked) + ": the sweep has " +
                                std::to_string(kept.front()) + " to " + std::to_string(kept.back()) + '.');
    return arguments.generations.isEmpty() ? QList<int>{static_cast<int>(model.firstChoice().generation)}
                                           : arguments.generations;
}

} // namespace

Result<void> addSweep(Drawing& drawing)
{
    const std::string path = ui::bytesOf(drawing.arguments.render);
    const auto folder = SweepFolder::open(path);
    if (!folder)
        return folder.error();
    const auto kept = ui::keptSweep(folder->experiment(), path);
    if (!kept)
        return kept.error();
    ui::SweepModel model(kept->plan);
    for (const ChainValuesPtr& chain : kept->kept.chains)
        model.add(*chain);
    const auto metrics = metricsOf(model, drawing.arguments);
    if (!metrics)
        return metrics.error();
    const auto generations = generationsOf(model, drawing.arguments);
    if (!generations)
        return generations.error();
    for (const std::string& metric : *metrics) {
        auto theory = ui::theoryOfSweep(*kept->plan, metric);
        if (!theory)
            return theory.error();
        model.setTheory(metric, std::move(*theory));
        for (const int generation : *generations) {
            ui::SweepChoice choice = model.firstChoice();
            const MetricInfo* info = findMetric(metric);
            choice.metric = metric;
            choice.isLog = info && info->preferLog;
            choice.generation = generation;
            choice.spread = drawing.arguments.spread;
            drawing.add(QStringLiteral("sweep-%1-%2")
                            .arg(ui::fileWord(metric))
                            .arg(generation, 4, 10, QLatin1Char('0')),
                        ui::sweepFigure(folder->experiment(), model.picture(choice), ui::firstShape(model.dimensions())));
        }
    }
    return {};
}

} // namespace hareloom::app
