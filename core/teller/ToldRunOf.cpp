// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teller/ToldRunOf.h"

#include "core/recipe/Families.h"
#include "core/recipe/Stretches.h"

namespace hareloom {

ToldRunPtr toldRunOf(const Experiment& variant, std::vector<std::string> names, bool hasVariants)
{
    auto run = std::make_shared<ToldRun>();
    run->experiment = variant;
    run->family = findFamily(variant.family);
    run->names = std::move(names);
    run->hasVariants = hasVariants;
    const auto stretches = stretchesOf(variant);
    for (std::size_t s = 1; s < stretches.size(); ++s)
        run->changes.push_back(
            {stretches[s].from, changesText(variant, stretches[s].from), stretches[s].experiment});
    return run;
}

} // namespace hareloom
