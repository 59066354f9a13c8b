// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Prediction.h"
#include "core/theory/InteractionTheory.h"

#include <functional>
#include <optional>

namespace hareloom {

struct Experiment;

/// What theory says of one model among several that learn from each other; entry g belongs to generation g.
struct InteractionCurves
{
    Curve variance;       // E[s_g] of its own
    Curve varianceOfMean; // E|mu_g - mu|^2
    Curve between;        // E of betweenVariance of its group; empty for a model that is alone
};

/// What those curves are computed from.
struct InteractionCourse
{
    InteractionLoop loop;
    std::vector<RowsFrom> rows;     // rows[g - 1]: of generation g, up to the first event of any model
    std::size_t own = 0;            // the model that the curves are of
    std::vector<std::size_t> group; // the models that read each other, its own among them
};

/// `loop`: of one of the models. `variance`: of the rows that all generations 0 learn from; `divisorOf`: of a
/// model's fit. Up to the first event of any model. Nothing where theory knows nothing: other families or
/// sources among the models, a table, a pool that grows, a subsample, original rows kept, a filter, an exact
/// refit; or where it would take longer than a second.
std::optional<InteractionCourse>
interactionCourse(const Loop& loop, double variance,
                  const std::function<Divisor(const Experiment&)>& divisorOf);

/// Of such a course; nothing where there is none.
std::optional<InteractionCurves>
interactionCurves(const Loop& loop, double variance,
                  const std::function<Divisor(const Experiment&)>& divisorOf);

} // namespace hareloom
