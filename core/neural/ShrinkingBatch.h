// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/LanguageTraining.h"

#include <algorithm>
#include <string>

namespace hareloom::neural {

/// Trains with at most `blocks` blocks computed at once, and with half as many again and again for as long as
/// memory runs out, which changes nothing but the time; then every step's progress says so. `train(plan,
/// events)` throws OutOfMemory. Errors: those of `train`; SystemError with `sentence` when there is no memory
/// for even one block.
template<class OutOfMemory, class Train>
auto trainWithShrinkingBatch(const LanguageTrainingPlan& plan, std::int64_t blocks,
                             const LanguageTrainingEvents& events, const std::string& sentence, Train train)
    -> decltype(train(plan, events))
{
    LanguageTrainingPlan smaller = plan;
    LanguageTrainingEvents told = events;
    for (smaller.microBatch = blocks;; smaller.microBatch = (smaller.microBatch + 1) / 2) {
        if (smaller.microBatch < blocks && events.onStep)
            told.onStep = [&](LanguageTrainingProgress progress) {
                progress.remark = "memory ran out: " + std::to_string(smaller.microBatch) + " of " +
                                  std::to_string(std::min(plan.batch, blocks)) + " blocks at once";
                events.onStep(progress);
            };
        try {
            return train(smaller, told);
        } catch (const OutOfMemory&) {
            if (smaller.microBatch <= 1)
                return systemError(sentence);
        }
    }
}

} // namespace hareloom::neural
