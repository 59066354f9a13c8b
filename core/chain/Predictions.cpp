// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/Predictions.h"

#include "core/chain/PrepareChains.h"
#include "core/recipe/Families.h"

namespace hareloom {

std::optional<Prediction> predict(const Experiment& variant, const std::string& metric)
{
    const Family* family = findFamily(variant.family);
    if (!family->predict || !variant.errors.statistical || variant.policy.filter.isActive())
        return std::nullopt;
    const auto setup = prepareChains(variant);
    return setup ? family->predict(loopOf(**setup), metric) : std::nullopt;
}

} // namespace hareloom
