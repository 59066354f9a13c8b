// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prediction/Formulas.h"

#include "core/prediction/CuratedFormulas.h"
#include "core/prediction/CuratedPredictions.h"
#include "core/prediction/Predictions.h"
#include "core/recipe/Families.h"
#include "core/recipe/FamilyFormulas.h"
#include "core/training/PrepareChains.h"

namespace hareloom {

std::optional<Formula> formulaAt(const Experiment& variant, const std::string& metric, int generation)
{
    const FamilyFormula known = isCurated(variant) ? curatedFormula : formulaOf(*findFamily(variant.family));
    const auto curve = known ? predict(variant, metric) : std::nullopt;
    if (!curve || generation < 0 || static_cast<std::size_t>(generation) >= curve->values.size())
        return std::nullopt;
    const auto setup = prepareChains(variant);
    auto formula = setup ? known(loopOf(**setup), metric, generation) : std::nullopt;
    if (formula) {
        formula->value = curve->values[static_cast<std::size_t>(generation)];
        formula->exact = curve->exact;
    }
    return formula;
}

} // namespace hareloom
