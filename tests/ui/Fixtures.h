// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/families/normal/NormalMixtureSnapshot.h"
#include "core/family/Generation.h"
#include "core/recipe/SweepJson.h"
#include "core/sweep/ResultsFile.h"
#include "core/sweep/SweepFolder.h"
#include "ui/session/SessionFile.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <random>

namespace hareloom::ui::fixtures {

/// Normals refitted to their own samples, by hand: for tests of what only draws.
inline std::vector<GenerationPtr> normalChain(int generations, int rows = 100, unsigned seed = 1,
                                              ChainIndex chain = 0)
{
    static const MetricName variance{"variance"};
    static const MetricName mean{"mean[0]"};
    std::mt19937 random(seed);
    double centre = 0, spread = 1;
    std::vector<GenerationPtr> links;
    for (int g = 0; g < generations; ++g) {
        auto link = std::make_shared<Generation>();
        link->chain = chain;
        link->index = g;
        link->seed = seed + static_cast<unsigned>(g);
        link->realRows = g == 0 ? rows : 0;
        link->syntheticRows = g == 0 ? 0 : rows;
        link->sampleRows = rows;
        link->metrics = {{variance, spread * spread}, {mean, centre}};
        link->snapshot = std::make_shared<NormalMixtureSnapshot>(
            NormalMixture::single(Vector::Constant(1, centre), Matrix::Constant(1, 1, spread * spread)));
        links.push_back(link);
        std::normal_distribution<double> normal(centre, spread);
        double sum = 0, squares = 0;
        for (int i = 0; i < rows; ++i) {
            const double x = normal(random);
            sum += x;
            squares += x * x;
        }
        centre = sum / rows;
        spread = std::sqrt(std::max(0.0, (squares - sum * sum / rows) / (rows - 1)));
    }
    return links;
}

inline Experiment normalExperiment(std::int64_t generations, std::int64_t chains = 1, std::int64_t rows = 100)
{
    Experiment experiment;
    experiment.title = "Variance fades";
    experiment.question = "Does a bell curve survive being copied?";
    experiment.generations = generations;
    experiment.chains = chains;
    experiment.samples.size = rows;
    return experiment;
}

inline SessionContents normalSession(int generations)
{
    return {normalExperiment(generations - 1), normalChain(generations), QStringLiteral("test")};
}

/// One generation with the given snapshot.
inline GenerationPtr link(int index, SnapshotPtr snapshot)
{
    auto generation = std::make_shared<Generation>();
    generation->index = index;
    generation->sampleRows = 100;
    generation->snapshot = std::move(snapshot);
    return generation;
}

/// Settings and recordings go where no user's are.
inline void isolate()
{
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
}

/// A folder of a finished sweep: two sample sizes, two chains each, three generations.
inline void normalSweep(const QString& folder)
{
    Experiment experiment = normalExperiment(3);
    auto sweep = readSweep(nlohmann::json::parse(R"({"grid": {"samples.size": [10, 50]}, "replicates": 2})"));
    experiment.evaluation.metrics = {"variance"};
    experiment.sweep = std::make_shared<const Sweep>(std::move(*sweep));
    const auto plan = SweepPlan::make(experiment);
    const auto kept = SweepFolder::make(folder.toStdString(), experiment);
    const auto file = ResultsFile::open(kept->resultsFile("run"), *plan, {"test", "cpu"});
    if (const auto done = runSweep(*plan, **file, {}); !done)
        qFatal("%s", done.error().message.c_str());
}

} // namespace hareloom::ui::fixtures
