// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Run.h"
#include "core/metrics/Spread.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Forks.h"
#include "core/store/Session.h"
#include "core/store/SessionRecorder.h"

#include <QString>

#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace hareloom::test {

/// What tries to get out of a text in each of the languages.
inline constexpr const char* kHostile = "a'b\"c\\d$HOME`id`$(id)#%&_^~{}\\input{x}\n')); import os; "
                                        "os._exit(3)\n\"); quit(status = 3)\nEND\n@SESSION@ é\x1b[2J";

inline Experiment readTestExperiment(const std::string& json)
{
    auto read = parseExperiment(json, "test");
    if (!read)
        qFatal("%s", read.error().message.c_str());
    return *std::move(read);
}

/// Five chains of a bell curve.
inline Experiment severalChains()
{
    Experiment experiment = readTestExperiment(
        R"({"schema": 1, "family": "gaussian", "samples": {"size": 20}, "generations": 30, "chains": 5, "seed": 3,
            "evaluation": {"metrics": ["variance", "mean"]}})");
    experiment.title = kHostile;
    return experiment;
}

/// Three variants of three chains, two of them branches.
inline Experiment branches()
{
    auto once = withBranch(severalChains(), 0, {12, {{"policy.realShare", "0.2"}}}, kHostile);
    auto twice =
        withBranch(*once, 1, {20, {{"policy.pool", "\"all\""}, {"policy.realShare", "0"}}}, "second");
    if (!twice)
        qFatal("%s", twice.error().message.c_str());
    twice->chains = 3;
    return *std::move(twice);
}

inline Experiment kinds()
{
    return readTestExperiment(
        R"({"schema": 1, "title": "Kinds", "family": "discrete", "source": {"kind": "zipf", "states": 30},
            "samples": {"size": 50}, "generations": 20, "chains": 2,
            "evaluation": {"metrics": ["survivingStates", "entropyNats"]}})");
}

inline Experiment words()
{
    return readTestExperiment(
        R"({"schema": 1, "title": "Words", "family": "ngram", "source": {"kind": "fieldGuide", "articles": 60},
            "model": {"order": 2}, "samples": {"size": 60}, "generations": 4,
            "evaluation": {"metrics": ["survivingTokens", "distinct1"]}})");
}

inline std::unique_ptr<Session> recorded(const std::string& path, const Experiment& experiment)
{
    auto session =
        Session::create(path, experiment, {"0.1.0", "cpu", 2, kSamplingVersion, "2026-01-02T03:04:05Z"});
    if (!session)
        qFatal("%s", session.error().message.c_str());
    const StopSource stop;
    SessionRecorder recorder(**session, stop, nullptr);
    const auto end = run(experiment, recorder, stop.token(), {2, {}, "cpu"});
    if (!end || recorder.failure())
        qFatal("%s", end ? recorder.failure()->message.c_str() : end.error().message.c_str());
    return *std::move(session);
}

/// By variant and generation: the 10%, 50% and 90% points over the chains that are finite.
using Points = std::map<std::pair<int, int>, std::array<double, 3>>;

inline Points pointsOf(const Session& session, const std::string& metric)
{
    std::map<std::pair<int, int>, std::vector<double>> values;
    const auto chains = static_cast<int>(session.experiment().chains);
    const auto read = session.forEach([&](const GenerationPtr& g) -> Result<void> {
        if (std::isfinite(g->metric(metric)))
            values[{g->chain / chains, g->index}].push_back(g->metric(metric));
        return {};
    });
    if (!read)
        qFatal("%s", read.error().message.c_str());
    Points points;
    for (const auto& [at, all] : values) {
        const Spread spread = spreadOf(all);
        points[at] = {spread.quantiles[1], spread.quantiles[3], spread.quantiles[5]};
    }
    return points;
}

} // namespace hareloom::test
