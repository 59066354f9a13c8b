// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/DriftFormulas.h"

#include "core/theory/DiscreteTheory.h"

namespace hareloom {

Formula driftHeterozygosityFormula(const Categorical& truth, Sizes sizes, int generation)
{
    const auto g = static_cast<std::size_t>(generation);
    const Curve curve = expectedHeterozygosity(truth, sizes.first(g + 1));
    const double before = g == 0 ? 1 - truth.probabilities.squaredNorm() : curve[g - 1];
    return {
        .left = "E H(g)",
        .right = "{H(g−1)} · (1 − 1/{M(g)})",
        .terms = {{"H(g−1)",
                   "the expected heterozygosity of the generation before; before generation 0 the truth's",
                   before},
                  {"M(g)", "draws that this generation is fitted on", static_cast<double>(sizes[g])}},
        .assumes = kDriftAssumes,
        .source = "Wright 1931"};
}

Formula driftSurvivorsFormula(const Categorical& truth, Sizes sizes, int generation)
{
    const auto g = static_cast<std::size_t>(generation);
    const auto states = static_cast<double>((truth.probabilities.array() > 0).count());
    const double alive = expectedSurvivors(truth, sizes[g], generation).back();
    return {.left = "E K(g)",
            .right = "{K} − {L(g)}",
            .terms = {{"K", "states that the truth has", states},
                      {"L(g)",
                       "states expected to be lost: the sum of E(1 − p)^A(g), where p is a state's true "
                       "probability and "
                       "A(g) how many rows of generation 0 have descendants left",
                       states - alive},
                      {"M", "draws in each generation", static_cast<double>(sizes[g])}},
            .assumes = kDriftAssumes,
            .source = "derived from the ancestry of Wright-Fisher populations; docs/theory.md"};
}

} // namespace hareloom
