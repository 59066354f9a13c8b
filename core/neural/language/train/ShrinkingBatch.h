// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageTraining.h"

#include <string>

namespace hareloom::neural {

/// Trains with at most `most` of a batch's rows computed at once, and with half as many again and again for
/// as long as memory runs out, which changes nothing but the time. `train(rows, remark)` throws OutOfMemory;
/// the remark says what was cut, in `rowsWord`, and is empty while nothing was. Errors: those of `train`;
/// SystemError with `sentence` when there is no memory for even one row.
template<class OutOfMemory, class Train>
auto trainWithShrinkingBatch(std::int64_t most, const std::string& rowsWord, const std::string& sentence,
                             Train train) -> decltype(train(most, rowsWord))
{
    std::string remark;
    for (std::int64_t rows = most;;) {
        try {
            return train(rows, remark);
        } catch (const OutOfMemory&) {
            if (rows <= 1)
                return systemError(sentence);
        }
        rows = (rows + 1) / 2;
        remark = "memory ran out: " + std::to_string(rows) + " of " + std::to_string(most) + ' ' + rowsWord +
                 " at once";
    }
}

/// The same of a language model, by `train(plan, events)`: every step's progress carries the remark.
template<class OutOfMemory, class Train>
auto trainWithShrinkingBatch(const LanguageTrainingPlan& plan, std::int64_t most,
                             const LanguageTrainingEvents& events, const std::string& sentence, Train train)
    -> decltype(train(plan, events))
{
    return trainWithShrinkingBatch<OutOfMemory>(most, "blocks", sentence,
                                                [&](std::int64_t blocks, const std::string& remark) {
                                                    LanguageTrainingPlan smaller = plan;
                                                    smaller.microBatch = blocks;
                                                    LanguageTrainingEvents told = events;
                                                    if (!remark.empty() && events.onStep)
                                                        told.onStep = [&](LanguageTrainingProgress progress) {
                                                            progress.remark = remark;
                                                            events.onStep(progress);
                                                        };
                                                    return train(smaller, told);
                                                });
}

} // namespace hareloom::neural
