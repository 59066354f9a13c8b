// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalFormulas.h"

#include "core/families/normal/AnchoredFormulas.h"
#include "core/families/normal/NormalPredictions.h"
#include "core/families/normal/NormalSettings.h"
#include "core/family/ChainSetup.h"
#include "core/family/InteractionFormulas.h"
#include "core/family/MeanMetric.h"
#include "core/theory/AccumulateTheory.h"
#include "core/theory/GaussianTheory.h"
#include "core/theory/ResamplingTheory.h"
#include "core/theory/SpecialFunctions.h"

#include <cmath>

namespace hareloom {
namespace {

using Maybe = std::optional<Formula>;

constexpr std::string_view kReplaceAssumes =
    "The real rows are normal, and every generation learns from independent rows of the one before it and "
    "from nothing else. "
    "Expectations are over chains; a single chain may be far from them.";
constexpr std::string_view kAccumulateAssumes =
    "The real rows are normal; they and every sample so far are the pool, and each generation is fitted on "
    "all of it or on rows "
    "drawn from it without replacement. Expectations are over chains.";
constexpr std::string_view kResampledAssumes =
    "Every generation learns from independent rows of the one before it and from nothing else. It holds "
    "whatever the data look "
    "like. Expectations are over chains.";
constexpr std::string_view kMeanAssumes =
    "Every generation learns from independent rows of the models and of the real rows that it reads. Each "
    "mean is unbiased around what its rows come from, so that the expectation stays; a single chain strays "
    "from it.";
constexpr std::string_view kNature = "Nature 631; steps in docs/theory.md";

Divisor divisorOf(const Experiment& experiment)
{
    const bool isBiased = experiment.model.of<GaussianSettings>().estimator == Estimator::Biased;
    return isBiased ? Divisor::Biased : Divisor::Unbiased;
}

double varianceOf(const Loop& loop)
{
    return realVariance(loop.setup, divisorOf(loop.setup.experiment));
}

/// The replacing loop up to generation g, with what several of its formulas need.
struct Replaced
{
    std::size_t g;
    GaussianLoop loop;
    double variance = 0, ofMean = 0, deviation = 0; // E sigma^2(g), Var mu(g), E sigma(g)

    Replaced(const Loop& of, int generation)
        : g(static_cast<std::size_t>(generation)),
          loop{varianceOf(of), Sizes(of.sizes).first(g + 1), divisorOf(of.setup.experiment),
               of.setup.experiment.policy.lambda}
    {
        variance = expectedVariance(loop).back();
        ofMean = varianceOfMean(loop).back();
        deviation = expectedStandardDeviation(loop).back();
    }

    FormulaTerm truth() const { return {"σ²", "variance of the real rows", loop.variance}; }
};

Formula medianFormula(const Replaced& replaced)
{
    const double k1 = expectedLogVariance(replaced.loop).back(),
                 k2 = varianceOfLogVariance(replaced.loop).back();
    double k3 = 0;
    for (const std::int64_t rows : replaced.loop.sizes)
        k3 += tetragamma((static_cast<double>(rows) - 1) / 2);
    return {.left = "median σ²(g)",
            .right = "exp({k₁} − {k₃}/(6·{k₂}))",
            .terms = {{"k₁",
                       "expected logarithm of the variance: ln σ² + g ln λ + the sum of ψ((M − 1)/2) − "
                       "ln(D/2) over all fits, "
                       "M their rows, D their divisor",
                       k1},
                      {"k₂", "variance of that logarithm over chains: the sum of ψ′((M − 1)/2)", k2},
                      {"k₃", "its third cumulant: the sum of ψ″((M − 1)/2)", k3},
                      replaced.truth(),
                      {"M(g)", kFitted, static_cast<double>(replaced.loop.sizes.back())}},
            .assumes = kReplaceAssumes,
            .source = "Nature 631 for the decay; the correction is Cornish and Fisher's (1938)"};
}

/// exact: E sigma^2, the trace in several variables.
Formula varianceFormula(const Replaced& replaced)
{
    const auto rows = static_cast<double>(replaced.loop.sizes.back());
    const FormulaTerm m{"M(g)", kFitted, rows};
    const FormulaTerm d{"D(g)", "what the fit divides by: M, or M − 1 where it is unbiased",
                        replaced.loop.divisor == Divisor::Unbiased ? rows - 1 : rows};
    if (replaced.g == 0)
        return {.left = "E σ²(0)",
                .right = "{σ²} · ({M(g)} − 1)/{D(g)}",
                .terms = {replaced.truth(), m, d},
                .assumes = kReplaceAssumes,
                .source = kNature};
    const double before = expectedVariance({replaced.loop.variance, replaced.loop.sizes.first(replaced.g),
                                            replaced.loop.divisor, replaced.loop.lambda})
                              .back();
    return {
        .left = "E σ²(g)",
        .right = "{λ} · {σ²(g−1)} · ({M(g)} − 1)/{D(g)}",
        .terms = {{"λ", "what sampling scales the covariance with", replaced.loop.lambda},
                  {"σ²(g−1)", "expected variance of the generation before, all variables together", before},
                  m,
                  d},
        .assumes = kReplaceAssumes,
        .source = kNature};
}

Formula logVarianceFormula(const Replaced& replaced)
{
    const double whole = expectedLogVariance(replaced.loop).back();
    const double bias =
        replaced.g == 0 ? 0 : static_cast<double>(replaced.g) * std::log(replaced.loop.lambda);
    return {.left = "E ln σ²(g)",
            .right = "ln({σ²}) + {B} + {S}",
            .terms = {replaced.truth(),
                      {"B", "what biased sampling takes: g ln λ", bias},
                      {"S", "the sum of ψ((M − 1)/2) − ln(D/2) over all fits, M their rows, D their divisor",
                       whole - bias - std::log(replaced.loop.variance)}},
            .assumes = kReplaceAssumes,
            .source = kDerived};
}

Formula meanErrorFormula(const Replaced& replaced, bool isSquared)
{
    return {.left = isSquared ? kSquaredMeanError : kMeanError,
            .right = isSquared ? "{σ²} · {S}" : "√({σ²} · {S})",
            .terms = {replaced.truth(),
                      {"S",
                       "the sum over all fits of the variance that their rows come from, over σ², divided by "
                       "their number: "
                       "unbiased and without bias in sampling 1/M(0) + … + 1/M(g)",
                       replaced.ofMean / replaced.loop.variance},
                      {"M(g)", kFitted, static_cast<double>(replaced.loop.sizes.back())}},
            .assumes = kReplaceAssumes,
            .source = kNature};
}

std::vector<FormulaTerm> riskTerms(const Replaced& replaced)
{
    return {replaced.truth(),
            {"σ", "standard deviation of the real rows", std::sqrt(replaced.loop.variance)},
            {"E σ(g)", "expected standard deviation of this generation", replaced.deviation},
            {"E σ²(g)", "expected variance of this generation", replaced.variance}};
}

Formula riskFormula(const Replaced& replaced)
{
    std::vector<FormulaTerm> terms = riskTerms(replaced);
    terms.insert(terms.begin(),
                 {"Var μ(g)", "variance of this generation's mean over chains", replaced.ofMean});
    return {.left = "E R(g)",
            .right = "{Var μ(g)} + {σ²} − 2·{σ}·{E σ(g)} + {E σ²(g)}",
            .terms = std::move(terms),
            .assumes = kReplaceAssumes,
            .source = kDerived};
}

Formula stdErrorFormula(const Replaced& replaced)
{
    return {.left = "√ E (σ(g) − σ)²",
            .right = "√({σ²} − 2·{σ}·{E σ(g)} + {E σ²(g)})",
            .terms = riskTerms(replaced),
            .assumes = kReplaceAssumes,
            .source = kDerived};
}

Maybe replacedFormula(const Loop& loop, const std::string& metric, int generation)
{
    const Replaced replaced(loop, generation);
    if (metric == "variance")
        return loop.dimension == 1 ? medianFormula(replaced) : varianceFormula(replaced);
    if (metric == "logVariance")
        return logVarianceFormula(replaced);
    if (isOfMean(metric))
        return meanErrorFormula(replaced, metric == "meanErrorSquared");
    if (metric == "risk" || metric == "w2Squared")
        return riskFormula(replaced);
    return metric == "stdError" ? Maybe(stdErrorFormula(replaced)) : std::nullopt;
}

Maybe accumulatedFormula(const Loop& loop, const std::string& metric, int generation)
{
    const Experiment& e = loop.setup.experiment;
    const AccumulateLoop theory{varianceOf(loop),
                                Sizes(loop.sizes).first(static_cast<std::size_t>(generation) + 1),
                                divisorOf(e), e.policy.subsample, e.policy.lambda};
    double pool = 0;
    for (const std::int64_t rows : theory.newRows)
        pool += static_cast<double>(rows);
    const auto asked = static_cast<double>(theory.fitRows);
    const double fitted = asked > 0 && asked < pool ? asked : pool;
    const double factor = theory.divisor == Divisor::Biased ? 1 - 1 / fitted : 1;
    const double ofPool = expectedAccumulatedVariance(theory).back() / factor; // S
    std::vector<FormulaTerm> terms{
        {"N", "rows in the pool", pool},
        {"m", "rows of it that this generation is fitted on", fitted},
        {"S", "expected variance of the pool's rows, generation by generation as docs/theory.md says",
         ofPool}};
    if (metric == "variance") {
        terms.push_back({"c", "1 where the fit is unbiased, else 1 − 1/m", factor});
        return Formula{.left = "E σ²(g)",
                       .right = "{c} · {S}",
                       .terms = std::move(terms),
                       .assumes = kAccumulateAssumes,
                       .source = "Kazdan et al. for a biased fit on all rows; else derived, docs/theory.md"};
    }
    if (!isOfMean(metric))
        return std::nullopt;
    const double ofMean = varianceOfAccumulatedMean(theory).back() - (1 / fitted - 1 / pool) * ofPool;
    terms.insert(terms.begin(),
                 {"P",
                  "variance of the pool's mean over chains: each generation adds its share of the pool, "
                  "squared, times the "
                  "variance of its own mean; with equal samples of n rows nearly (σ²/n) (1 + 1/4 + 1/9 + …)",
                  ofMean});
    const bool isSquared = metric == "meanErrorSquared";
    return Formula{.left = isSquared ? kSquaredMeanError : kMeanError,
                   .right = isSquared ? "{P} + (1/{m} − 1/{N})·{S}" : "√({P} + (1/{m} − 1/{N})·{S})",
                   .terms = std::move(terms),
                   .assumes = kAccumulateAssumes,
                   .source = "Dey and Donoho for the sum; exactly as derived in docs/theory.md"};
}

/// Of kernel densities and mixtures: what the variance was before, from the curve itself.
double varianceBefore(const Prediction& curve, double truth, int generation)
{
    return generation == 0 ? truth : curve.values[static_cast<std::size_t>(generation) - 1];
}

Formula resampledFormula(const Loop& loop, const Prediction& curve, double truth, double added,
                         int generation)
{
    return {
        .left = "E v(g)",
        .right = "(1 − 1/{M(g)}) · {v(g−1)} + {a}",
        .terms = {{"M(g)", kFitted, static_cast<double>(loop.sizes[static_cast<std::size_t>(generation)])},
                  {"v(g−1)",
                   "expected variance of the generation before, all variables together; before generation 0 "
                   "the real "
                   "rows'",
                   varianceBefore(curve, truth, generation)},
                  {"a", "what the kernel, or an added regularisation, adds to it", added}},
        .assumes = kResampledAssumes,
        .source = kDerived};
}

/// Of a variable's mean, around which chains lie in a band.
Maybe meanFormula(const Loop& loop, int variable, int generation)
{
    const auto spread = predictGaussian(loop, "meanError");
    if (!spread)
        return std::nullopt;
    const MeanCovariance& truth = loop.setup.sourceMoments;
    const double share = std::sqrt(truth.covariance(variable, variable) / truth.covariance.trace());
    return Formula{
        .left = "E μ(g)",
        .right = "{μ}",
        .terms =
            {{"μ", "mean of the real rows", truth.mean[variable]},
             {"s(g)",
              "standard deviation of a chain's mean around it: the root of the variance that the fits so "
              "far have accumulated, of this variable's part of it in several variables; the band is "
              "μ − s(g) to μ + s(g)",
              spread->values[static_cast<std::size_t>(generation)] * share}},
        .assumes = kMeanAssumes,
        .source = kDerived};
}

Maybe ofAnyOtherMetric(const Loop& loop, const std::string& metric, int generation)
{
    const double variance = varianceOf(loop);
    if (variance <= 0)
        return std::nullopt;
    if (loop.setup.experiment.interaction) {
        const auto course = interactionCourse(loop, variance, divisorOf);
        return course ? interactionFormula(*course, metric, generation) : std::nullopt;
    }
    if (loop.replaces())
        return replacedFormula(loop, metric, generation);
    if (loop.isAnchored())
        return anchoredFormula(loop, {variance, divisorOf(loop.setup.experiment)}, metric, generation);
    return loop.accumulates() ? accumulatedFormula(loop, metric, generation) : std::nullopt;
}

} // namespace

std::optional<Formula> gaussianFormula(const Loop& loop, const std::string& metric, int generation)
{
    const auto variable = variableOfMean(metric, loop.dimension);
    return variable ? meanFormula(loop, *variable, generation) : ofAnyOtherMetric(loop, metric, generation);
}

std::optional<Formula> kdeFormula(const Loop& loop, const std::string& metric, int generation)
{
    const auto curve = predictKde(loop, metric);
    if (!curve)
        return std::nullopt;
    const double truth = realVariance(loop.setup, Divisor::Biased);
    const auto& settings = loop.setup.experiment.model.of<KdeSettings>();
    if (settings.bandwidth == Bandwidth::Fixed)
        return resampledFormula(loop, *curve, truth,
                                loop.dimension * settings.bandwidthValue * settings.bandwidthValue,
                                generation);
    const std::int64_t size = loop.sizes[static_cast<std::size_t>(generation)];
    const std::int64_t rows = size == kNoSamplingError ? *loop.setup.source->rowCount() : size;
    const double factor = settings.bandwidth == Bandwidth::Scott ? scottFactor(rows, loop.dimension)
                                                                 : silvermanFactor(rows, loop.dimension);
    return Formula{
        .left = "E v(g)",
        .right = "{v(g−1)} · (1 − 1/{M(g)} + {c}^2)",
        .terms =
            {{"v(g−1)",
              "expected variance of the generation before, all variables together; before generation 0 the "
              "real rows'",
              varianceBefore(*curve, truth, generation)},
             {"M(g)", kFitted, static_cast<double>(size)},
             {"c", "width of the kernel in standard deviations of the rows: Scott's or Silverman's rule",
              factor}},
        .assumes = kResampledAssumes,
        .source = kDerived};
}

std::optional<Formula> mixtureFormula(const Loop& loop, const std::string& metric, int generation)
{
    const auto curve = predictMixture(loop, metric);
    if (!curve)
        return std::nullopt;
    const auto& settings = loop.setup.experiment.model.of<MixtureSettings>();
    const bool adds = settings.regularisationKind == RegularisationKind::Added;
    return resampledFormula(loop, *curve, realVariance(loop.setup, Divisor::Biased),
                            adds ? loop.dimension * settings.regularisation : 0, generation);
}

} // namespace hareloom
