// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/ExperimentJson.h"
#include "core/sweep/SweepRun.h"

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>

#include <map>

namespace hareloom {

/// A small Gaussian experiment with this sweep: {"grid": {"samples.size": [10, 20]}}. `more`: other settings.
inline Result<Experiment> readSwept(const QByteArray& sweep, const QByteArray& more = "{}")
{
    auto object = nlohmann::json::parse(more.toStdString());
    object["schema"] = 1;
    if (!object.contains("family"))
        object["family"] = "gaussian";
    if (!object.contains("generations"))
        object["generations"] = 5;
    object["sweep"] = nlohmann::json::parse(sweep.toStdString());
    return readExperiment(object, "test");
}

inline Experiment swept(const QByteArray& sweep, const QByteArray& more = "{}")
{
    auto experiment = readSwept(sweep, more);
    if (!experiment)
        qFatal("%s", experiment.error().message.c_str());
    return *experiment;
}

inline SweepPlan planOf(const Experiment& experiment)
{
    auto plan = SweepPlan::make(experiment);
    if (!plan)
        qFatal("%s", plan.error().message.c_str());
    return *plan;
}

/// Keeps all that it hears, by point and replicate.
struct HeardSweep : SweepObserver
{
    std::map<std::pair<std::int64_t, std::int64_t>, ChainValuesPtr> chains;
    std::map<std::pair<std::int64_t, std::int64_t>, std::string> failures;

    Result<void> onChain(const ChainValuesPtr& values) override
    {
        chains[{values->point, values->replicate}] = values;
        return {};
    }
    Result<void> onFailed(std::int64_t point, std::int64_t replicate, const Error& why) override
    {
        failures[{point, replicate}] = why.message;
        return {};
    }
};

} // namespace hareloom
