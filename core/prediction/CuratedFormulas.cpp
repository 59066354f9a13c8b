// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prediction/CuratedFormulas.h"

#include "core/experiment/Curation.h"
#include "core/family/ChainSetup.h"
#include "core/prediction/CuratedPredictions.h"

#include <cmath>

namespace hareloom {
namespace {

using Terms = std::vector<FormulaTerm>;

constexpr std::string_view kBellAssumes =
    "Every generation learns from infinitely many rows of the one before it, chosen by taste, and from "
    "nothing "
    "else; each is the normal that has the mean and the variance of the rows kept.";
constexpr std::string_view kStatesAssumes = "Every generation learns from infinitely many rows of the one "
                                            "before it, chosen by taste, and from nothing "
                                            "else.";
constexpr std::string_view kSource =
    "Ferbach, Bertrand, Bose and Gidel, arXiv 2407.09499, for what is kept; else docs/theory.md";
constexpr std::string_view kCandidates = "candidates for each row that is kept. k is how much more often a "
                                         "row x is kept than shown: the expectation "
                                         "of K e^r(x)/(e^r(x) + e^r(2) + … + e^r(K)), r the reward of each; "
                                         "of several tastes it is the mean by their "
                                         "shares";

FormulaTerm candidates(const Loop& loop)
{
    return {"K", kCandidates, static_cast<double>(loop.setup.experiment.policy.curation->bestOf)};
}

Formula bellFormula(const Loop& loop, const std::vector<NormalMoments>& course, bool isVariance,
                    std::size_t generation)
{
    Formula formula{.left = isVariance ? "σ²(g)" : "μ(g)",
                    .right = {},
                    .terms = {},
                    .assumes = kBellAssumes,
                    .source = kSource};
    if (generation == 0) {
        formula.right = isVariance ? "{σ²}" : "{μ}";
        formula.terms = {isVariance ? FormulaTerm{"σ²", "variance of the real rows", course[0].variance}
                                    : FormulaTerm{"μ", "mean of the real rows", course[0].mean}};
        return formula;
    }
    const NormalMoments &now = course[generation], &before = course[generation - 1];
    const double moved = now.mean - before.mean, lambda = loop.setup.experiment.policy.lambda;
    const FormulaTerm way{
        "d", "how far the choice moves the mean: the covariance of k and x over the rows shown", moved};
    if (!isVariance) {
        formula.right = "{μ(g−1)} + {d}";
        formula.terms = {{"μ(g−1)", "mean of the generation before", before.mean}, way, candidates(loop)};
        return formula;
    }
    formula.right = "{λ} · {σ²(g−1)} + {c} − {d}^2";
    formula.terms = {
        {"λ", "what sampling scales the covariance with", lambda},
        {"σ²(g−1)", "variance of the generation before", before.variance},
        {"c",
         "what the choice changes of the mean square around the mean before: the covariance of k "
         "and (x − μ(g−1))² over the rows shown",
         now.variance + moved * moved - lambda * before.variance},
        way,
        candidates(loop)};
    return formula;
}

/// Sum of p'(ln p' - ln p) over the states that still occur.
double divergence(const Vector& now, const Vector& before)
{
    double sum = 0;
    for (Eigen::Index i = 0; i < now.size(); ++i)
        if (now[i] > 0)
            sum += now[i] * std::log(now[i] / before[i]);
    return sum;
}

/// - Sum of p' ln p.
double crossEntropy(const Vector& now, const Vector& before)
{
    double sum = 0;
    for (Eigen::Index i = 0; i < now.size(); ++i)
        if (now[i] > 0)
            sum -= now[i] * std::log(before[i]);
    return sum;
}

Formula entropyFormula(const Loop& loop, const std::vector<Vector>& course, std::size_t generation)
{
    const Vector& now = course[generation];
    if (generation == 0)
        return {.left = "S(0)",
                .right = "{S}",
                .terms = {{"S", "entropy of the truth: − the sum of p ln p over its states",
                           crossEntropy(now, now)}},
                .assumes = kStatesAssumes,
                .source = kSource};
    const Vector& before = course[generation - 1];
    return {
        .left = "S(g)",
        .right = "{X} − {D}",
        .terms = {{"X",
                   "− the sum of p k ln p over the states, p the share of a state in the generation before: "
                   "how much a kept row surprises that model",
                   crossEntropy(now, before)},
                  {"D", "the sum of p k ln k: how far the choice goes (Kullback and Leibler)",
                   divergence(now, before)},
                  candidates(loop)},
        .assumes = kStatesAssumes,
        .source = kSource};
}

Formula heterozygosityFormula(const Loop& loop, const std::vector<Vector>& course, std::size_t generation)
{
    const double alike = course[generation].squaredNorm();
    Formula formula{.left = "H(g)",
                    .right = "1 − {Q}",
                    .terms = {{"Q", "the chance that two draws from the truth are alike", alike}},
                    .assumes = kStatesAssumes,
                    .source = kSource};
    if (generation == 0)
        return formula;
    const double before = course[generation - 1].squaredNorm();
    formula.right = "{H(g−1)} − {c}";
    formula.terms = {
        {"H(g−1)", "heterozygosity of the generation before", 1 - before},
        {"c",
         "what the choice adds to the chance that two rows are alike: the sum of p² (k² − 1) over "
         "the states, p the share of a state in the generation before",
         alike - before},
        candidates(loop)};
    return formula;
}

} // namespace

std::optional<Formula> curatedFormula(const Loop& loop, const std::string& metric, int generation)
{
    const auto g = static_cast<std::size_t>(generation);
    if (metric == "variance" || metric == "mean" || metric == "mean[0]") {
        const std::vector<NormalMoments> course = curatedBellCurves(loop);
        return g < course.size() ? std::optional(bellFormula(loop, course, metric == "variance", g))
                                 : std::nullopt;
    }
    const std::vector<Vector> course = curatedStates(loop);
    if (g >= course.size())
        return std::nullopt;
    if (metric == "entropyNats")
        return entropyFormula(loop, course, g);
    return metric == "heterozygosity" ? std::optional(heterozygosityFormula(loop, course, g)) : std::nullopt;
}

} // namespace hareloom
