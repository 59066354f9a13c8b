// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teller/Summary.h"

#include "core/base/Quantile.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace hareloom {
namespace {

std::optional<Outcome> varianceOutcome(const Generation& first, const Generation& last)
{
    const auto before = first.snapshot ? first.snapshot->moments() : std::nullopt;
    const auto after = last.snapshot ? last.snapshot->moments() : std::nullopt;
    if (!before || !after)
        return std::nullopt;
    const double was = before->covariance.trace(), is = after->covariance.trace();
    if (!std::isfinite(was) || !std::isfinite(is) || !(was > 0))
        return std::nullopt;
    return Outcome{"end.variance", {}, "end.varianceMany", "variance", was, is};
}

/// In what the family sums a chain up, where it says so of all of them; else the variance.
std::vector<Outcome> outcomesOf(const ToldRun& run, const std::vector<ChainEnds>& chains)
{
    const auto all = [&](auto outcomeOf) {
        std::vector<Outcome> outcomes;
        for (const ChainEnds& chain : chains) {
            const std::optional<Outcome> outcome = outcomeOf(*chain.first, *chain.last);
            if (!outcome || (!outcomes.empty() && outcome->key != outcomes.front().key))
                return std::vector<Outcome>();
            outcomes.push_back(*outcome);
        }
        return outcomes;
    };
    if (run.family->outcome)
        if (auto found = all([&](const Generation& first, const Generation& last) {
                return run.family->outcome(run, first, last);
            });
            !found.empty())
            return found;
    return all(varianceOutcome);
}

/// Counts are told as such.
Argument numberOf(double value)
{
    return value == std::floor(value) && std::abs(value) < 1e15 ? Argument(static_cast<std::int64_t>(value))
                                                                : Argument(value);
}

Event sentence(const Generation& last, std::string_view key, Arguments arguments)
{
    return {last.chain, last.index, key, {}, std::move(arguments), {}, Weight::Most};
}

Event whatOfOne(const Outcome& outcome, const Generation& last, const std::string& lost)
{
    const bool isListed = !lost.empty() && !outcome.lostKey.empty();
    Event event = sentence(last, isListed ? outcome.lostKey : outcome.key,
                           {{"generation", std::int64_t(last.index)},
                            {"before", numberOf(outcome.before)},
                            {"after", numberOf(outcome.after)},
                            {"lost", lost}});
    event.metric = outcome.metric;
    return event;
}

// A variance is told as a ratio to generation 0's, which is another in each chain.
Event whatOfMany(const std::vector<Outcome>& outcomes, const Generation& last)
{
    const bool isRatio = outcomes.front().metric == "variance";
    std::vector<double> before, after;
    for (const Outcome& outcome : outcomes) {
        before.push_back(outcome.before);
        after.push_back(isRatio ? outcome.after / outcome.before : outcome.after);
    }
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    Event event = sentence(last, outcomes.front().manyKey,
                           {{"chains", std::ssize(outcomes)},
                            {"before", numberOf(quantileOf(before, 0.5))},
                            {"median", numberOf(quantileOf(after, 0.5))},
                            {"least", numberOf(after.front())},
                            {"most", numberOf(after.back())}});
    event.metric = outcomes.front().metric;
    return event;
}

/// Whether the model has only one thing to say: one value, one kind. Images and texts are never told to be
/// so.
bool isAlike(const Generation& generation)
{
    if (!generation.snapshot)
        return false;
    if (const Categorical* states = generation.snapshot->categorical())
        return (states->probabilities.array() > 0).count() == 1;
    const auto moments = generation.snapshot->moments();
    return moments && moments->covariance.size() > 0 && moments->covariance.trace() == 0;
}

std::string_view whyOf(const Experiment& experiment)
{
    const Habit habit = habitOf(experiment);
    if (experiment.policy.lambda < 1)
        return "why.biased";
    if (habit.isCurated)
        return "why.curated";
    if (!habit.isSampled)
        return "why.exact";
    if (habit.accumulates)
        return experiment.policy.subsample > 0 ? "why.picked" : "why.accumulated";
    if (habit.isControl)
        return "why.first";
    if (habit.takesReal)
        return "why.real";
    if (habit.readsOthers)
        return "why.others";
    if (habit.replaces)
        return "why.replaced";
    return experiment.policy.betaPrevious > 0 ? "why.previous" : "";
}

/// Up to this generation; null: there was none.
const ToldChange* lastChange(const ToldRun& run, const Generation& last)
{
    const ToldChange* found = nullptr;
    for (const ToldChange& change : run.changes)
        if (change.at <= last.index)
            found = &change;
    return found;
}

std::string_view tryOf(const ToldRun& run)
{
    const Habit habit = habitOf(run.experiment);
    if (run.experiment.interaction)
        return "try.models";
    if (run.hasVariants)
        return "try.variants";
    if (!run.changes.empty())
        return "try.unchanged";
    if (run.experiment.policy.lambda < 1)
        return "try.unbiased";
    if (habit.isCurated)
        return "try.uncurated";
    if (!habit.isSampled)
        return "try.sampled";
    return habit.mayReturn() ? "try.latest" : "try.real";
}

} // namespace

std::vector<Event> summaryOf(const ToldRun& run, const std::vector<ChainEnds>& chains, const std::string& lost)
{
    if (chains.empty())
        return {};
    const Generation& last = *chains.front().last;
    std::vector<Event> summary;
    if (const auto outcomes = outcomesOf(run, chains); outcomes.size() == 1)
        summary.push_back(whatOfOne(outcomes.front(), last, lost));
    else if (!outcomes.empty())
        summary.push_back(whatOfMany(outcomes, last));
    const bool areAlike = std::all_of(chains.begin(), chains.end(), [](const ChainEnds& chain) {
        return isAlike(*chain.first) && isAlike(*chain.last);
    });
    if (areAlike) {
        summary.push_back(sentence(last, "why.alike", lossArguments(run, last)));
        summary.push_back(sentence(last, "try.varied", {}));
        return summary;
    }
    if (const ToldChange* change = lastChange(run, last); change)
        summary.push_back(
            sentence(last, "why.changed", {{"generation", change->at}, {"what", change->what}}));
    else if (const std::string_view why = whyOf(run.experiment); !why.empty())
        summary.push_back(sentence(last, why, lossArguments(run, last)));
    summary.push_back(sentence(last, tryOf(run), {}));
    return summary;
}

} // namespace hareloom
