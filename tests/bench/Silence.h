// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Run.h"
#include "core/recipe/ExperimentJson.h"

#include <cstdio>
#include <cstdlib>

namespace hareloom::bench {

/// Hears nothing: what is left is the engine.
class Silence final : public ChainObserver
{
};

/// An experiment that is known to be valid, or the end of the program.
inline Experiment experimentFrom(const std::string& json)
{
    auto experiment = parseExperiment(json, "benchmark");
    if (!experiment) {
        std::fprintf(stderr, "%s\n", experiment.error().message.c_str());
        std::exit(1);
    }
    return std::move(*experiment);
}

inline void runToTheEnd(const Experiment& experiment, int threads)
{
    Silence silence;
    if (auto done = run(experiment, silence, {}, {threads, {}}); !done) {
        std::fprintf(stderr, "%s\n", done.error().message.c_str());
        std::exit(1);
    }
}

} // namespace hareloom::bench
