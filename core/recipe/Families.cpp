// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Families.h"

#include "core/base/Text.h"
#include "core/families/diffusion/DiffusionFamily.h"
#include "core/families/discrete/DiscreteFamily.h"
#include "core/families/discrete/DiscreteFormulas.h"
#include "core/families/image/ImageFamily.h"
#include "core/families/language/LanguageFamily.h"
#include "core/families/ngram/NGramFamily.h"
#include "core/families/ngram/NGramFormulas.h"
#include "core/families/normal/NormalFamilies.h"
#include "core/families/normal/NormalFormulas.h"
#include "core/families/regression/RegressionFamily.h"
#include "core/families/regression/RegressionFormulas.h"
#include "core/recipe/FamilyFormulas.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace hareloom {
namespace {

constexpr const Family* kFamilies[] = {
    &kDiscreteFamily,  &kGaussianFamily, &kKdeFamily,   &kMixtureFamily,  &kRegressionFamily,
    &kDiffusionFamily, &kImageFamily,    &kNGramFamily, &kLanguageFamily,
};

std::string snapshotKinds()
{
    std::vector<std::string> kinds;
    for (const Family* family : kFamilies)
        if (std::find(kinds.begin(), kinds.end(), family->snapshotKind) == kinds.end())
            kinds.emplace_back(family->snapshotKind);
    return joined(kinds);
}

} // namespace

std::span<const Family* const> families()
{
    return kFamilies;
}

const Family* findFamily(std::string_view name)
{
    for (const Family* family : kFamilies)
        if (family->name == name)
            return family;
    return nullptr;
}

std::vector<std::string> usualMetrics(const Family& family)
{
    return {family.usualMetrics.begin(), family.usualMetrics.end()};
}

Result<SnapshotPtr> snapshotFromJson(const nlohmann::json& object)
{
    const std::string kind = object.is_object() && object.contains("kind") && object["kind"].is_string()
                                 ? object["kind"].get<std::string>()
                                 : "";
    for (const Family* family : kFamilies)
        if (family->snapshotKind == kind)
            return family->readSnapshot(object);
    return invalidFile("found a snapshot of the kind " + inQuotes(kind) + "; this program knows " +
                       snapshotKinds());
}

FamilyFormula formulaOf(const Family& family)
{
    static constexpr std::pair<const Family*, FamilyFormula> kFormulas[] = {
        {&kDiscreteFamily, discreteFormula},
        {&kGaussianFamily, gaussianFormula},
        {&kKdeFamily, kdeFormula},
        {&kMixtureFamily, mixtureFormula},
        {&kRegressionFamily, regressionFormula},
        {&kNGramFamily, ngramFormula}};
    for (const auto& [known, formula] : kFormulas)
        if (known == &family)
            return formula;
    return nullptr;
}

} // namespace hareloom
