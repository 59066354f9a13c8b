// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/FamilyEvaluator.h"

#include "core/families/image/ImageEvaluator.h"
#include "core/families/language/LanguageEvaluator.h"

namespace hareloom {

std::unique_ptr<FamilyEvaluator> makeFamilyEvaluator(const References& references)
{
    if (references.setup->source->images())
        return std::make_unique<ImageEvaluator>(references);
    if (references.setup->source->text())
        return std::make_unique<LanguageEvaluator>(references);
    return nullptr;
}

} // namespace hareloom
