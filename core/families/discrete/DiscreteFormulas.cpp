// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/discrete/DiscreteFormulas.h"

#include "core/family/ChainSetup.h"
#include "core/family/DriftFormulas.h"
#include "core/family/InteractionFormulas.h"
#include "core/theory/AnchoredStates.h"
#include "core/theory/DiscreteTheory.h"

namespace hareloom {
namespace {

constexpr std::string_view kAnchoredAssumes = "Original rows are drawn without replacement from generation "
                                              "0's, fresh ones anew from the source, and the rest from the "
                                              "model before. Expectations are over chains.";

Formula extinctMassFormula(const Categorical& truth, const Loop& loop, int generation)
{
    const std::int64_t rows = loop.sizes[0];
    const double lost = expectedExtinctMass(truth, rows, generation).back();
    return {
        .left = "E X(g)",
        .right = "1 − {S(g)}",
        .terms = {{"S(g)",
                   "the share of the truth that is expected to be alive: the sum of p (1 − E(1 − p)^A(g)), "
                   "where p is "
                   "a state's true probability and A(g) how many rows of generation 0 have descendants left",
                   1 - lost},
                  {"K", "states that the truth has", static_cast<double>(truth.states())},
                  {"M", "draws in each generation", static_cast<double>(rows)}},
        .assumes = kDriftAssumes,
        .source = "derived from the ancestry of Wright-Fisher populations; docs/theory.md"};
}

/// E sum p_0^2 and its like, generation by generation: docs/theory.md.
Formula anchoredFormula(const Categorical& truth, const Loop& loop, int generation)
{
    const double q = truth.probabilities.squaredNorm();
    const auto original = static_cast<double>(loop.sizes[0]);
    if (generation == 0)
        return {.left = "E H(0)",
                .right = "(1 − {Q}) · (1 − 1/{M(0)})",
                .terms = {{"Q", "the chance that two draws from the truth are alike", q},
                          {"M(0)", "original rows", original}},
                .assumes = kAnchoredAssumes,
                .source = "derived; docs/theory.md"};
    std::vector<RowCounts> counts;
    const double first = q + (1 - q) / original;
    double withFirst = first; // C of the generation before
    for (int g = 1; g <= generation; ++g) {
        if (g > 1) {
            const RowCounts& rows = counts.back();
            const auto r = static_cast<double>(rows.real), f = static_cast<double>(rows.fresh),
                       s = static_cast<double>(rows.synthetic);
            withFirst = (s * withFirst + r * first + f * q) / (r + f + s);
        }
        const RowShares shares = sharesOf(loop.setup, g);
        counts.push_back({shares.real, shares.fresh, shares.pool});
    }
    const RowCounts now = counts.back();
    counts.pop_back();
    const double before = anchoredHeterozygosity(truth, loop.sizes[0], counts).back();
    const auto r = static_cast<double>(now.real), f = static_cast<double>(now.fresh),
               s = static_cast<double>(now.synthetic);
    return {
        .left = "E H(g)",
        .right =
            "1 − ({N} + {s}·({s} − 1)·{J} + ({r}·({r} − 1) + {f}·({f} − 1) + 2·{r}·{f} + 2·{s}·{f})·{Q} + "
            "2·{s}·{r}·{C})/{N}^2",
        .terms = {{"N", "rows that this generation is fitted on", r + f + s},
                  {"r", "original rows among them", r},
                  {"f", "fresh rows among them", f},
                  {"s", "rows of the model before among them", s},
                  {"J", "the expected chance that two draws from the model before are alike", 1 - before},
                  {"Q", "the chance that two draws from the truth are alike", q},
                  {"C", "the expected chance that a draw from the model before and an original row are alike",
                   withFirst}},
        .assumes = kAnchoredAssumes,
        .source = "derived; docs/theory.md"};
}

} // namespace

std::optional<Formula> discreteFormula(const Loop& loop, const std::string& metric, int generation)
{
    const auto truth = loop.setup.source->categorical();
    if (!truth)
        return std::nullopt;
    if (loop.setup.experiment.interaction) {
        const auto course = interactionCourse(loop, 1 - truth->probabilities.squaredNorm(),
                                              [](const Experiment&) { return Divisor::Biased; });
        return course ? interactionFormula(*course, metric, generation) : std::nullopt;
    }
    if (metric == "heterozygosity")
        return loop.isAnchored() ? anchoredFormula(*truth, loop, generation)
                                 : driftHeterozygosityFormula(*truth, loop.sizes, generation);
    if (metric == "survivingStates")
        return driftSurvivorsFormula(*truth, loop.sizes, generation);
    if (metric == "extinctMass")
        return extinctMassFormula(*truth, loop, generation);
    return std::nullopt;
}

} // namespace hareloom
