// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/FamilyEvaluator.h"

#include "core/chain/ImageEvaluator.h"

namespace hareloom {

std::unique_ptr<FamilyEvaluator> makeFamilyEvaluator(const References& references)
{
    if (references.setup->source->images())
        return std::make_unique<ImageEvaluator>(references);
    return nullptr;
}

} // namespace hareloom
