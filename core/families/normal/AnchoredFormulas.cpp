// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/AnchoredFormulas.h"

#include "core/data/RealWeight.h"
#include "core/family/ChainSetup.h"
#include "core/theory/AnchoredTheory.h"

namespace hareloom {
namespace {

constexpr std::string_view kAssumes =
    "The real rows are normal. Original rows are drawn without replacement from generation 0's, fresh ones "
    "anew from the "
    "source, and the rest from the model before. Expectations are over chains.";
constexpr std::string_view kWeighted = "He, Xu and Cheng, arXiv 2502.18049; derived, docs/theory.md";

/// v, A and C of the generation before, and the rows and A of this one.
struct Anchored
{
    RowCounts rows;
    double variance, ofMean, withFirst;
    double ofThisMean; // A'
};

/// The share of the weight that the real rows have, where it is set and there are rows of both kinds; else 0.
double weightOf(const AnchoredLoop& theory, const RowCounts& rows)
{
    const auto real = static_cast<double>(rows.real + rows.fresh);
    return countsRealWeight(theory.realWeight, real, real + static_cast<double>(rows.synthetic))
               ? theory.realWeight
               : 0;
}

/// C' of AnchoredTheory.h.
double nextWithFirst(const AnchoredLoop& theory, const RowCounts& rows, double withFirst)
{
    const double w = weightOf(theory, rows),
                 first = theory.variance / static_cast<double>(theory.originalRows);
    const auto r = static_cast<double>(rows.real), n = static_cast<double>(rows.real + rows.fresh),
               s = static_cast<double>(rows.synthetic);
    return w > 0 ? w * r / n * first + (1 - w) * withFirst : (r * first + s * withFirst) / (n + s);
}

std::vector<RowCounts> countsUpTo(const Loop& loop, int generation)
{
    std::vector<RowCounts> counts;
    for (int g = 1; g <= generation; ++g) {
        const RowShares shares = sharesOf(loop.setup, g);
        counts.push_back({shares.real, shares.fresh, shares.pool});
    }
    return counts;
}

Anchored anchoredBefore(const AnchoredLoop& theory, const Loop& loop, int generation)
{
    const std::vector<RowCounts> counts = countsUpTo(loop, generation);
    const AnchoredMoments moments = anchoredMoments(theory, counts);
    const auto last = static_cast<std::size_t>(generation) - 1;
    double withFirst = moments.varianceOfMean.front();
    for (std::size_t g = 0; g < last; ++g)
        withFirst = nextWithFirst(theory, counts[g], withFirst);
    return {counts[last], moments.variance[last], moments.varianceOfMean[last], withFirst,
            moments.varianceOfMean.back()};
}

Formula startFormula(const AnchoredLoop& theory, const std::string& metric)
{
    const auto rows = static_cast<double>(theory.originalRows);
    const double divisor = theory.divisor == Divisor::Unbiased ? rows - 1 : rows;
    std::vector<FormulaTerm> terms{
        {"σ²", "variance of the real rows", theory.variance},
        {"M(0)", "original rows", rows},
        {"D(0)", "what the fit divides by: M, or M − 1 where it is unbiased", divisor}};
    Formula formula{.left = "E σ²(0)",
                    .right = "{σ²} · ({M(0)} − 1)/{D(0)}",
                    .terms = std::move(terms),
                    .assumes = kAssumes,
                    .source = kDerived};
    if (isOfMean(metric)) {
        const bool isSquared = metric == "meanErrorSquared";
        formula.left = isSquared ? "E (μ(0) − μ)²" : "√ E (μ(0) − μ)²";
        formula.right = isSquared ? "{σ²}/{M(0)}" : "√({σ²}/{M(0)})";
    }
    return formula;
}

/// An equation for the variance of the mean, and one for the variance itself.
struct Texts
{
    std::string_view ofMean, rootOfMean, ofVariance;
};
constexpr Texts kTexts = {"(({r} + {f})·{σ²} + {s}·{λ}·{v} + {s}^2·{A} + 2·{r}·{s}·{C})/{N}^2",
                          "√((({r} + {f})·{σ²} + {s}·{λ}·{v} + {s}^2·{A} + 2·{r}·{s}·{C})/{N}^2)",
                          "(({r} + {f})·{σ²} + {s}·({λ}·{v} + {A}) − {N}·{A(g)})/{D(g)}"};
constexpr Texts kWeightedTexts = {
    "{w}^2·{σ²}/({r} + {f}) + (1 − {w})^2·({λ}·{v}/{s} + {A}) + 2·{w}·(1 − {w})·{r}·{C}/({r} + {f})",
    "√({w}^2·{σ²}/({r} + {f}) + (1 − {w})^2·({λ}·{v}/{s} + {A}) + 2·{w}·(1 − {w})·{r}·{C}/({r} + {f}))",
    "({w}·{σ²} + (1 − {w})·({λ}·{v} + {A}) − {A(g)})/{D(g)}"};

/// Terms that only the variance needs.
void addFit(std::vector<FormulaTerm>& terms, const AnchoredLoop& theory, const Anchored& before)
{
    const bool isUnbiased = theory.divisor == Divisor::Unbiased;
    const double w = weightOf(theory, before.rows);
    const auto n = static_cast<double>(before.rows.real + before.rows.fresh),
               s = static_cast<double>(before.rows.synthetic);
    terms.push_back({"A(g)", "variance of this generation's mean over chains", before.ofThisMean});
    if (w > 0)
        terms.push_back({"D(g)",
                         "what the fit divides by: 1, or 1 less the sum of the squares of all rows' weights "
                         "where it is unbiased",
                         isUnbiased ? 1 - w * w / n - (1 - w) * (1 - w) / s : 1});
    else
        terms.push_back({"D(g)", "what the fit divides by: N, or N − 1 where it is unbiased",
                         isUnbiased ? n + s - 1 : n + s});
}

Formula riskFormula(const AnchoredLoop& theory, const Loop& loop, bool isOfDeviation, int generation)
{
    const std::vector<RowCounts> counts = countsUpTo(loop, generation);
    std::vector<FormulaTerm> terms{
        {"σ²", "variance of the real rows", theory.variance},
        {"u",
         "variance of the fitted variance over chains, in units of σ⁴, to first order: carried from fit to "
         "fit as the mean's is, with 2 for the variance of each row",
         relativeVarianceOfVariance(theory, counts).back()}};
    if (!isOfDeviation)
        terms.insert(terms.begin(), {"A(g)", "variance of this generation's mean over chains",
                                     anchoredMoments(theory, counts).varianceOfMean.back()});
    return {.left = isOfDeviation ? "√ E (σ(g) − σ)²" : "E R(g)",
            .right = isOfDeviation ? "√({σ²} · {u}/4)" : "{A(g)} + {σ²} · {u}/4",
            .terms = std::move(terms),
            .assumes = kAssumes,
            .source = kDerived};
}

} // namespace

std::optional<Formula> anchoredFormula(const Loop& loop, const NormalStart& start, const std::string& metric,
                                       int generation)
{
    const Policy& policy = loop.setup.experiment.policy;
    const AnchoredLoop theory{start.variance, loop.sizes[0], start.divisor, policy.lambda, policy.realWeight};
    if (metric == "risk" || metric == "w2Squared" || metric == "stdError")
        return riskFormula(theory, loop, metric == "stdError", generation);
    if (metric != "variance" && !isOfMean(metric))
        return std::nullopt;
    if (generation == 0)
        return startFormula(theory, metric);
    const Anchored before = anchoredBefore(theory, loop, generation);
    const RowCounts& rows = before.rows;
    const double w = weightOf(theory, rows);
    std::vector<FormulaTerm> terms{
        {"N", kFitted, static_cast<double>(rows.real + rows.fresh + rows.synthetic)},
        {"r", "original rows among them", static_cast<double>(rows.real)},
        {"f", "fresh rows among them", static_cast<double>(rows.fresh)},
        {"s", "rows of the model before among them", static_cast<double>(rows.synthetic)},
        {"σ²", "variance of the real rows", theory.variance},
        {"λ", "what sampling scales the covariance with", theory.lambda},
        {"v", "expected variance of the model before", before.variance},
        {"A", "variance of its mean over chains", before.ofMean},
        {"C", "covariance of its mean with generation 0's", before.withFirst}};
    if (w > 0)
        terms.insert(terms.begin(),
                     {"w", "the share of the weight that original and fresh rows have together", w});
    const Texts& texts = w > 0 ? kWeightedTexts : kTexts;
    Formula formula{.left = "E σ²(g)",
                    .right = texts.ofVariance,
                    .terms = std::move(terms),
                    .assumes = kAssumes,
                    .source = w > 0 ? kWeighted : kDerived};
    if (metric == "variance") {
        addFit(formula.terms, theory, before);
    } else {
        const bool isSquared = metric == "meanErrorSquared";
        formula.left = isSquared ? kSquaredMeanError : kMeanError;
        formula.right = isSquared ? texts.ofMean : texts.rootOfMean;
    }
    return formula;
}

} // namespace hareloom
