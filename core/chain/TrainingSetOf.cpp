// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/TrainingSetOf.h"

#include "core/chain/Chain.h"
#include "core/chain/PrepareChains.h"
#include "core/recipe/Stretches.h"

namespace hareloom {

Result<TrainingSet> trainingSetOf(const Experiment& variant, int replicate, const Generation& generation,
                                  std::span<const GenerationPtr> before, const StopToken& stop)
{
    if (!experimentAt(variant, generation.index).errors.statistical)
        return invalidInput(
            "With errors.statistical off each generation is fitted as from infinitely many rows: it has "
            "no training rows.");
    auto course = prepareCourse(variant, stop);
    if (!course)
        return course.error();
    const auto chain = Chain::make(*course, generation.chain, replicate, stop);
    if (!chain)
        return chain.error();
    (*chain)->tellOrigins();
    if (auto resumed = (*chain)->resume(before, stop); !resumed)
        return resumed.error();
    FitContext context;
    context.stop = stop;
    auto set = (*chain)->trainingSet(context);
    if (set && (set->realRows != generation.realRows || set->freshRows != generation.freshRows ||
                set->syntheticRows != generation.syntheticRows))
        return invalidFile("generation " + std::to_string(generation.index) +
                           " was fitted on other rows than are found now; were the data changed since?");
    return set;
}

} // namespace hareloom
