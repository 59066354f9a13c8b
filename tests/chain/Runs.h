// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Run.h"
#include "core/recipe/ExperimentJson.h"

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <bit>

namespace hareloom {

/// An experiment from JSON without its schema: {"family": "gaussian", "generations": 3}.
inline Experiment experimentOf(const QByteArray& json)
{
    auto object = nlohmann::json::parse(json.toStdString());
    object["schema"] = 1;
    auto experiment = readExperiment(object, "test");
    if (!experiment)
        qFatal("%s", experiment.error().message.c_str());
    return *experiment;
}

/// Why it is refused; empty when it is not.
inline QString refusalOf(const QByteArray& json)
{
    auto object = nlohmann::json::parse(json.toStdString());
    object["schema"] = 1;
    auto experiment = readExperiment(object, "test");
    return experiment ? QString() : QString::fromStdString(experiment.error().message);
}

struct Collected : ChainObserver
{
    std::vector<GenerationPtr> generations; // sorted by chain and index after collected()
    std::int64_t completed = -1;
    Progress last;
    void onGeneration(const GenerationPtr& generation) override { generations.push_back(generation); }
    void onFinished(std::int64_t count) override { completed = count; }
    void onProgress(const Progress& progress) override { last = progress; }

    /// Of generation g, one value a chain.
    std::vector<double> values(int generation, std::string_view metric) const
    {
        std::vector<double> found;
        for (const auto& each : generations)
            if (each->index == generation)
                found.push_back(each->metric(metric));
        return found;
    }
};

inline void sortLinks(std::vector<GenerationPtr>& links)
{
    std::sort(links.begin(), links.end(), [](const auto& a, const auto& b) {
        return std::pair(a->chain, a->index) < std::pair(b->chain, b->index);
    });
}

/// Runs to the end; the generations in order. Fails the process when the run fails.
inline Collected collected(const Experiment& experiment, int threads = 1,
                           std::vector<GenerationPtr> resume = {})
{
    Collected heard;
    auto end = run(experiment, heard, {}, {threads, std::move(resume)});
    if (!end)
        qFatal("%s", end.error().message.c_str());
    sortLinks(heard.generations);
    return heard;
}

/// The error of a run; empty when it went well.
inline QString failureOf(const Experiment& experiment)
{
    Collected heard;
    auto end = run(experiment, heard, {}, {1, {}});
    return end ? QString() : QString::fromStdString(end.error().message);
}

/// Empty when both are the same to the bit, but for the time they took.
inline QString difference(const Generation& a, const Generation& b)
{
    const QString where = QString("chain %1, generation %2: ").arg(a.chain).arg(a.index);
    if (a.chain != b.chain || a.index != b.index || a.seed != b.seed || a.note != b.note)
        return where + "identity";
    if (a.realRows != b.realRows || a.freshRows != b.freshRows || a.syntheticRows != b.syntheticRows ||
        a.sampleRows != b.sampleRows)
        return where + "row counts";
    if (toJson(*a.snapshot) != toJson(*b.snapshot))
        return where + "snapshot";
    if (a.metrics.size() != b.metrics.size())
        return where + "number of metrics";
    for (std::size_t i = 0; i < a.metrics.size(); ++i)
        if (*a.metrics[i].name != "elapsedMs" && (*a.metrics[i].name != *b.metrics[i].name ||
                                                  std::bit_cast<std::uint64_t>(a.metrics[i].value) !=
                                                      std::bit_cast<std::uint64_t>(b.metrics[i].value)))
            return where + QString::fromStdString(*a.metrics[i].name);
    return {};
}

inline QString difference(const std::vector<GenerationPtr>& a, const std::vector<GenerationPtr>& b)
{
    if (a.size() != b.size())
        return QString("%1 generations and %2").arg(a.size()).arg(b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        if (const QString found = difference(*a[i], *b[i]); !found.isEmpty())
            return found;
    return {};
}

} // namespace hareloom
