// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Citations.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Published.h"
#include "core/recipe/Variants.h"
#include "tests/fuzz/targets/Targets.h"

#include <cmath>

namespace hareloom::fuzz {

void experiment(Input input)
{
    const auto read = parseExperiment(textOf(input), "fuzz.json");
    if (!read)
        return requireSentence(read.error());
    const std::string written = toText(*read);
    const auto again = parseExperiment(written, "again");
    require(again.ok(), "what is written can be read", written);
    require(toText(*again) == written, "reading what is written changes nothing", written);
    require(expandVariants(*read).ok(), "the variants of a valid experiment are valid", written);
    require(!citationsOf(*read).empty(), "every experiment follows a work", written);
}

void published(Input input)
{
    Experiment variant;
    const auto curves = publishedCurves(variant, "variance", textOf(input), "fuzz.json");
    if (!curves)
        return requireSentence(curves.error());
    for (const PublishedCurve& curve : *curves)
        require(!curve.source.empty() && curve.values.size() < 10'000'000, "a curve has a source and an end");
}

} // namespace hareloom::fuzz
