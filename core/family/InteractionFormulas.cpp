// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/InteractionFormulas.h"

#include <numeric>

namespace hareloom {
namespace {

using Terms = std::vector<FormulaTerm>;

constexpr std::string_view kAssumes =
    "The models share one source, and each draws its own real rows from it. Every model learns from "
    "independent rows of the models and the source that it reads, and from nothing else. It holds whatever "
    "the data look like. Expectations are over chains.";
constexpr std::string_view kSource = "derived; docs/theory.md. Of states it is the island model, Wright 1943";

/// What one model's fit is made on.
struct Fit
{
    double rows, divisor;
    double within = 0;   // w: sum_j W_ij v_j
    double apart = 0;    // B: sum_j W_ij V_jj
    double together = 0; // Q: sum_jk W_ij W_ik V_jk
};

double divisorOf(const InteractionCourse& course, double rows)
{
    return course.loop.divisors[course.own] == Divisor::Unbiased ? rows - 1 : rows;
}

Fit fitOf(const InteractionCourse& course, const InteractionMoments& before, std::size_t generation)
{
    const auto& from = course.rows[generation - 1][course.own];
    const auto rows = static_cast<double>(std::accumulate(from.begin(), from.end(), std::int64_t{0}));
    Fit fit{rows, divisorOf(course, rows)};
    const std::size_t models = from.size() - 1;
    Vector shares(static_cast<Eigen::Index>(models));
    fit.within = static_cast<double>(from[models]) / rows * course.loop.variance;
    for (std::size_t j = 0; j < models; ++j) {
        const auto at = static_cast<Eigen::Index>(j);
        shares[at] = static_cast<double>(from[j]) / rows;
        fit.within += shares[at] * course.loop.lambdas[j] * before.variance[at];
    }
    fit.apart = shares.dot(before.covariance.diagonal());
    fit.together = shares.dot(before.covariance * shares);
    return fit;
}

InteractionMoments momentsAt(const InteractionCourse& course, std::size_t generation)
{
    InteractionMoments moments = firstMoments(course.loop);
    for (std::size_t g = 1; g <= generation; ++g)
        moments = nextMoments(course.loop, moments, course.rows[g - 1]);
    return moments;
}

Terms firstTerms(const InteractionCourse& course)
{
    const auto rows = static_cast<double>(course.loop.first[course.own]);
    return {{"σ²", "variance of the real rows; of states 1 − the sum of p²", course.loop.variance},
            {"n", "rows that this model is fitted on", rows},
            {"D", "what the fit divides by: n, or n − 1 where it is unbiased", divisorOf(course, rows)}};
}

Terms laterTerms(const Fit& fit)
{
    return {{"w", "expected variance of a row around the mean of the model that it comes from", fit.within},
            {"Q",
             "what the means of the models that it reads have in common: the sum of W(j) W(k) V(j, k), where "
             "W is the share of its rows that a model gives and V the covariance of two models' means over "
             "chains",
             fit.together},
            {"n", "rows that this model is fitted on", fit.rows}};
}

Formula varianceFormula(const InteractionCourse& course, std::size_t generation, std::string_view left)
{
    if (generation == 0)
        return {.left = left,
                .right = "{σ²} · ({n} − 1)/{D}",
                .terms = firstTerms(course),
                .assumes = kAssumes,
                .source = kSource};
    const Fit fit = fitOf(course, momentsAt(course, generation - 1), generation);
    Terms terms = laterTerms(fit);
    terms.push_back(
        {"B", "how far the means of the models that it reads vary: the sum of W(j) V(j, j)", fit.apart});
    terms.push_back({"D", "what the fit divides by: n, or n − 1 where it is unbiased", fit.divisor});
    return {.left = left,
            .right = "({w} + {B} − ({Q} + {w}/{n})) · {n}/{D}",
            .terms = std::move(terms),
            .assumes = kAssumes,
            .source = kSource};
}

Formula meanErrorFormula(const InteractionCourse& course, std::size_t generation)
{
    const bool isFirst = generation == 0;
    return {.left = "√ E (μ(g) − μ)²",
            .right = isFirst ? "√({σ²}/{n})" : "√({Q} + {w}/{n})",
            .terms = isFirst ? firstTerms(course)
                             : laterTerms(fitOf(course, momentsAt(course, generation - 1), generation)),
            .assumes = kAssumes,
            .source = kSource};
}

Formula betweenFormula(const InteractionCourse& course, std::size_t generation)
{
    const InteractionMoments now = momentsAt(course, generation);
    const auto count = static_cast<double>(course.group.size());
    double own = 0, all = 0;
    for (const std::size_t i : course.group)
        for (const std::size_t j : course.group) {
            const double value = now.covariance(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
            own += i == j ? value : 0;
            all += value;
        }
    return {.left = "E B(g)",
            .right = "{S}/{m} − {T}/{m}^2",
            .terms = {{"S", "the variances of the models' means over chains, added up", own},
                      {"T",
                       "the covariances of all pairs of models' means over chains, each model with itself "
                       "as well, added up",
                       all},
                      {"m", "models that read each other", count}},
            .assumes = kAssumes,
            .source = kSource};
}

} // namespace

std::optional<Formula> interactionFormula(const InteractionCourse& course, const std::string& metric,
                                          int generation)
{
    const auto g = static_cast<std::size_t>(generation);
    if (g > course.rows.size())
        return std::nullopt;
    if (metric == "variance")
        return varianceFormula(course, g, "E σ²(g)");
    if (metric == "heterozygosity")
        return varianceFormula(course, g, "E H(g)");
    if (metric == "meanError")
        return meanErrorFormula(course, g);
    return metric == "betweenVariance" && course.group.size() > 1 ? std::optional(betweenFormula(course, g))
                                                                  : std::nullopt;
}

} // namespace hareloom
