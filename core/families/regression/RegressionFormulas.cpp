// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionFormulas.h"

#include "core/families/regression/RegressionPredictions.h"
#include "core/family/ChainSetup.h"

#include <numeric>

namespace hareloom {
namespace {

using Terms = std::vector<FormulaTerm>;

constexpr std::string_view kReplaceAssumes =
    "Inputs are normal and drawn anew, the true response is linear in them with normal noise, and each line "
    "is "
    "fitted by least squares on responses of the one before it and on nothing else. Expectations are over "
    "chains; a single chain may be far from them.";
constexpr std::string_view kAccumulateAssumes =
    "Inputs are normal and drawn anew, the true response is linear in them with normal noise, and each line "
    "is "
    "fitted by least squares on the real rows and all responses so far. The noise of responses that a model "
    "makes up is a fixed number. Expectations are over chains.";
constexpr std::string_view kBefore =
    "expected test error of the generation before; before generation 0 it counts as 0";

/// Entry g - 1 of a curve; of generation 0 `first`.
double before(const Curve& curve, int generation, double first)
{
    return generation == 0 ? first : curve[static_cast<std::size_t>(generation) - 1];
}

/// s: of the rows that join in this generation.
double noiseOf(const RegressionLoop& theory, int generation)
{
    if (generation == 0)
        return theory.noiseVariance;
    return theory.lambda *
           theory.ownNoiseVariance.value_or(before(expectedResidualVariance(theory), generation, 0));
}

Terms errorTerms(const RegressionLoop& theory, const Curve& errors, int generation)
{
    return {
        {"e(g−1)", kBefore, before(errors, generation, 0)},
        {"s",
         "expected variance of the noise in the rows that are new to this fit: the real one at first, then "
         "λ times the model before's",
         noiseOf(theory, generation)},
        {"d", "inputs", static_cast<double>(theory.inputs)},
        {"λ", "what sampling scales the variance of the noise with", theory.lambda}};
}

Formula replacedError(const RegressionLoop& theory, int generation)
{
    Terms terms = errorTerms(theory, expectedTestError(theory), generation);
    terms.push_back({"T", "rows that this generation is fitted on",
                     static_cast<double>(theory.sizes[static_cast<std::size_t>(generation)])});
    return {.left = "E e(g)",
            .right = theory.hasIntercept ? "{e(g−1)} + {s}·(1/{T} + {d}·(1 + 1/{T})/({T} − {d} − 2))"
                                         : "{e(g−1)} + {s}·{d}/({T} − {d} − 1)",
            .terms = std::move(terms),
            .assumes = kReplaceAssumes,
            .source = "Gerstgrasser et al., arXiv 2404.01413, theorem 1; with an intercept or changing sizes "
                      "derived, docs/theory.md"};
}

Formula accumulatedError(const RegressionLoop& theory, int generation)
{
    const auto end = theory.sizes.begin() + generation + 1;
    const std::int64_t pool = std::accumulate(theory.sizes.begin(), end, std::int64_t{0});
    Terms terms = errorTerms(theory, expectedAccumulatedTestError(theory), generation);
    terms.push_back({"T", "rows that join the pool in this generation",
                     static_cast<double>(theory.sizes[static_cast<std::size_t>(generation)])});
    terms.push_back({"N", "rows in the pool", static_cast<double>(pool)});
    return {.left = "E e(g)",
            .right = theory.hasIntercept ? "{e(g−1)} + {s}·{T}/{N}·(1/{N} + {d}·(1 + 1/{N})/({N} − {d} − 2))"
                                         : "{e(g−1)} + {s}·{T}/{N}·{d}/({N} − {d} − 1)",
            .terms = std::move(terms),
            .assumes = kAccumulateAssumes,
            .source = "Gerstgrasser et al., arXiv 2404.01413, theorem 2 for its bound; exactly as derived in "
                      "docs/theory.md"};
}

Formula residualFormula(const RegressionLoop& theory, int generation)
{
    const FormulaTerm real{"σ²", "variance of the noise in the real responses", theory.noiseVariance};
    Formula formula{.left = "E v(0)",
                    .right = "{σ²}",
                    .terms = {real},
                    .assumes = kReplaceAssumes,
                    .source = "derived; docs/theory.md"};
    if (generation == 0)
        return formula;
    formula.left = "E v(g)";
    formula.right = "{λ} · {v}";
    const double of =
        theory.ownNoiseVariance.value_or(before(expectedResidualVariance(theory), generation, 0));
    formula.terms = {{"λ", "what sampling scales the variance of the noise with", theory.lambda},
                     {"v",
                      "variance of the noise with which the model before makes up responses: the number that "
                      "is set, or else its expected residual variance",
                      of},
                     real};
    return formula;
}

} // namespace

std::optional<Formula> regressionFormula(const Loop& loop, const std::string& metric, int generation)
{
    const auto theory = regressionLoop(loop);
    if (!theory)
        return std::nullopt;
    if (metric == "residualVariance" && loop.replaces())
        return residualFormula(*theory, generation);
    if (metric != "testError")
        return std::nullopt;
    if (loop.replaces())
        return replacedError(*theory, generation);
    return loop.accumulates() ? std::optional(accumulatedError(*theory, generation)) : std::nullopt;
}

} // namespace hareloom
