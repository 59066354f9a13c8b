// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/experiment/Experiment.h"
#include "core/family/Generator.h"

namespace hareloom {

/// One variant's generations in numbers, without running them.
struct Workload
{
    const Experiment& variant;
    const Source& source;
    std::int64_t generations = 0; // generation 0 included
    double rows = 0;              // that all fits see, together
};

/// How fast a family's models are trained and sampled here, as heard from a run's beginning.
class Pace
{
public:
    virtual ~Pace() = default;
    virtual void hear(const TrainingProgress& training) = 0;
    /// Of all generations in one chain; NaN while nothing is known.
    virtual double seconds(const Workload& work) const = 0;
};

/// How much longer than others a probe of a family with a pace listens.
inline constexpr int kPaceProbe = 4;

} // namespace hareloom
