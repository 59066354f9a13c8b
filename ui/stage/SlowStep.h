// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/RowOrigin.h"
#include "ui/session/TrainingCourse.h"
#include "ui/stage/Stage.h"

#include <algorithm>

namespace hareloom::ui {

/// What one generation of a chain was fitted on, as the engine finds it again.
struct StepRows
{
    RowsPtr rows; // a part of them that is spread evenly over all, in their order; null: not told as numbers
    std::vector<OriginRun> origins; // of that part
    std::int64_t drawn = 0;         // of all: rows that the model before wrote for this generation,
    std::int64_t kept = 0;          // rows that were there before: of earlier models,
    std::int64_t real = 0;          // original rows,
    std::int64_t fresh = 0;         // and rows drawn anew from the source

    std::int64_t all() const { return drawn + kept + real + fresh; }
};

/// One moment of the step from a model to the next one. Its phases follow each other; what has not begun is
/// 0, what is over 1.
struct SlowStep
{
    GenerationPtr from, to; // never null; `from` wrote the rows that are drawn
    StepRows rows;
    TrainingCourse training = {};            // of `to`; without points where it was not heard of
    std::vector<std::string> realTexts = {}; // some real rows of a text
    double fromShare = 0, toShare = 1;       // of the way to the last generation, for the ramp of colours
    double draw = 0;                         // rows fall out of the model
    double gather = 0;                       // they become the only data: the model fades
    double fit = 0;                          // a new model is fitted to them
    double fade = 0;                         // it takes the old one's place

    /// Whether a row of these was written in this step.
    bool isDrawn(const OriginRun& run) const
    {
        return run.origin == Origin::Synthetic && run.generatedBy == from->index && !run.fromPrevious;
    }
};

/// A model at rest.
inline StageFrame restingFrame(const GenerationPtr& generation)
{
    return {generation, generation, 1, 0, nullptr, nullptr, 0};
}

/// Slow at both ends.
inline double eased(double t)
{
    const double at = std::clamp(t, 0.0, 1.0);
    return at * at * (3 - 2 * at);
}

} // namespace hareloom::ui
