// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"
#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// Rows among which a person chooses those that the next generation learns from: of `each` candidates one for
/// each of `groups` rows.
struct Candidates
{
    std::int64_t at = 1; // the generation that will learn from them
    int groups = 16, each = 4;
    Matrix rows; // (groups x each, d): candidate j of row r is row r x each + j
};

/// Those that the newest model writes for the next generation: computed by the engine from seeds and models,
/// so that what is shown is what will be learned from. `before`: all generations of the chain. Errors:
/// InvalidInput where the loop does not replace all rows by those of one model, or rows are texts; those of
/// trainingSetOf().
Result<Candidates> candidatesOf(const Experiment& variant, int replicate,
                                std::span<const GenerationPtr> before, Candidates wanted,
                                const StopToken& stop = {});

/// What makes the next generation learn from the picked rows alone: a change of settings, so that a session
/// keeps the picks and makes the same numbers again. `picks`: by group, in [0, each).
SettingsChange changeOf(const Candidates& candidates, const std::vector<int>& picks);

} // namespace hareloom::ui
