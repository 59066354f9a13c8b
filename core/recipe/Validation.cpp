// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/data/Source.h"
#include "core/data/SourceKinds.h"
#include "core/experiment/Curation.h"
#include "core/recipe/CurationFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Families.h"
#include "core/recipe/InteractionJson.h"
#include "core/recipe/MetricAvailability.h"
#include "core/recipe/Stretches.h"
#include "core/recipe/Variants.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

using Check = Result<void> (*)(const Experiment&);

const Family& familyOf(const Experiment& e)
{
    return *findFamily(e.family);
}

Result<void> checkSamples(const Experiment& e)
{
    const auto leastRows = familyOf(e).leastRows;
    const std::int64_t least = leastRows ? leastRows(e) : 2;
    if (e.samples.size == 0 && !isTable(e.source))
        return refusedSetting(
            "samples.size", "0",
            "be above 0 for this source. Only the rows of a table (csv, faithful, points, images, "
            "text) can be counted");
    if (e.samples.size != 0 && e.samples.size < least)
        return refusedSetting("samples.size", std::to_string(e.samples.size),
                              "be at least " + std::to_string(least) + " for this model");
    if (e.samples.schedule != Growth::List)
        return {};
    if (e.samples.list.empty())
        return refusedSetting("samples.list", "empty", "have one size or more for the schedule \"list\"");
    const auto smallest = *std::min_element(e.samples.list.begin(), e.samples.list.end());
    if (smallest < least)
        return invalidSetting("samples.list", "the smallest size is " + std::to_string(smallest) +
                                                  ". All must be at least " + std::to_string(least) +
                                                  " for this model.");
    return {};
}

Result<void> checkShares(const Experiment& e)
{
    const Policy& p = e.policy;
    const double shares = p.realShare + p.freshShare + p.betaPrevious;
    if (shares > 1 + 1e-12)
        return invalidSetting("policy", "realShare, freshShare and betaPrevious are " + shortNumber(shares) +
                                            " together. They must be at most 1.");
    if (p.pool == Pool::All && p.subsample == 0 && shares > 0)
        return invalidSetting(
            "policy.pool",
            "\"all\" without a subsample takes no share of real, fresh or previous rows, because "
            "the pool already holds every real row and is fitted whole. Set the shares to 0, or "
            "choose a subsample of a fixed size.");
    if (p.freshShare > 0 && isTable(e.source))
        return refusedSetting("policy.freshShare", shortNumber(p.freshShare),
                              "be 0 for a table, which has no fresh rows to give");
    if (p.pool != Pool::All && p.subsample > 0 && e.samples.size > 0 && p.subsample > e.samples.size)
        return refusedSetting("policy.subsample", std::to_string(p.subsample),
                              "be at most samples.size, which is " + std::to_string(e.samples.size) +
                                  " unless the pool is \"all\"");
    if (p.lambda != 1 && !familyOf(e).canBeNarrowed)
        return refusedSetting("policy.lambda", shortNumber(p.lambda),
                              "be 1 for this family, whose models have no covariance to scale");
    return {};
}

Result<void> checkRealWeight(const Experiment& e)
{
    const Policy& p = e.policy;
    if (p.realWeight == 0)
        return {};
    const auto refused = [&](const std::string& must) {
        return refusedSetting("policy.realWeight", shortNumber(p.realWeight), must);
    };
    if (!familyOf(e).weighsRows)
        return refused("be 0 for this family, whose fit counts every row alike");
    if (p.realShare + p.freshShare == 0)
        return refused("be 0 where there are no real rows to weigh. Set policy.realShare or policy.freshShare above 0");
    if (p.realWeight == 1)
        return refused("be below 1. A realShare or freshShare of 1 fits on real rows alone");
    return {};
}

// The first generation after 0 that fails `fits`, or 0. Sizes that follow a rule only grow, and then every
// later generation fails, too.
template<class Fits>
std::int64_t firstMisfit(const Experiment& e, const Fits& fits)
{
    const std::int64_t last = e.generations;
    if (e.samples.schedule == Growth::List) {
        for (std::int64_t g = 1; g <= std::min<std::int64_t>(last, std::ssize(e.samples.list)); ++g)
            if (!fits(g))
                return g;
        return 0;
    }
    if (last < 1 || fits(last))
        return 0;
    std::int64_t good = 0, bad = last;
    while (bad - good > 1)
        if (const std::int64_t middle = good + (bad - good) / 2; fits(middle))
            good = middle;
        else
            bad = middle;
    return bad;
}

constexpr std::int64_t kAnyTable = 1'000'000; // stands for the rows of a table of unknown length

std::int64_t rowsOf(const Experiment& e, std::int64_t generation)
{
    return sampleSize(e.samples, generation, kAnyTable);
}

std::int64_t fittedRows(const Experiment& e, std::int64_t generation)
{
    return generation > 0 && e.policy.subsample > 0 ? e.policy.subsample : rowsOf(e, generation);
}

std::int64_t shareOf(std::int64_t rows, double share)
{
    return std::llround(static_cast<double>(rows) * share);
}

// A rule that ends chains may end them before the rows run out; an exact refit takes no rows.
Result<void> checkShareOfRealRows(const Experiment& e)
{
    const double share = e.policy.realShare;
    if (share == 0 || !e.stopWhen.metric.empty() || !e.errors.statistical)
        return {};
    const std::int64_t g =
        firstMisfit(e, [&](std::int64_t at) { return shareOf(fittedRows(e, at), share) <= rowsOf(e, 0); });
    if (g == 0)
        return {};
    return invalidSetting("policy.realShare",
                          "with " + shortNumber(share) + ", generation " + std::to_string(g) +
                              " wants more real rows than generation 0 was fitted on. Choose a "
                              "smaller share, a larger samples.size, or a sample size that grows "
                              "less.");
}

// Sizes that follow a rule grow most, in proportion, from generation 0 to 1.
Result<void> checkShareOfPreviousRows(const Experiment& e)
{
    const double share = e.policy.betaPrevious;
    if (share == 0 || e.generations < 1)
        return {};
    const auto fits = [&](std::int64_t g) {
        return shareOf(fittedRows(e, g), share) <= fittedRows(e, g - 1);
    };
    const std::int64_t g = e.samples.schedule == Growth::List ? firstMisfit(e, fits) : fits(1) ? 0 : 1;
    if (g == 0)
        return {};
    return invalidSetting("policy.betaPrevious",
                          "with " + shortNumber(share) + ", generation " + std::to_string(g) +
                              " wants more rows than generation " + std::to_string(g - 1) +
                              " was fitted on. Choose a smaller share, or a sample size that grows less.");
}

Result<void> checkStatisticalSwitch(const Experiment& e)
{
    if (e.errors.statistical)
        return {};
    const Family& family = familyOf(e);
    if (!family.refitsExactly)
        return refusedSetting("errors.statistical", "false",
                              "be true for this family, whose models have no closed form");
    const Policy& p = e.policy;
    if (p.pool == Pool::All || p.subsample > 0 || p.betaPrevious > 0 || p.filter.isActive() ||
        isCurated(p.curation))
        return refusedSetting(
            "errors.statistical", "false",
            "be true with this policy, because an exact refit knows only the newest model, real "
            "and fresh shares, and lambda");
    const bool mixed = p.realShare > 0 || p.freshShare > 0;
    const bool isKnown = hasNormalTruth(e.source) || kindOf(e.source).truth == Truth::States;
    if (mixed && !(family.mixesExactly && isKnown))
        return refusedSetting("errors.statistical", "false",
                              "be true, because this refit on model and truth together has no closed form");
    return {};
}

Result<void> checkExpressiveSwitch(const Experiment& e)
{
    const auto contains = familyOf(e).contains;
    if (!e.errors.expressive && !(contains && contains(e)))
        return refusedSetting("errors.expressive", "false",
                              "be true for this family and source, because no model of the family is known "
                              "to contain the truth");
    return {};
}

/// Those that can be measured: all where they are few, else the most alike.
std::string metricsInsteadOf(const std::string& metric, const Experiment& e)
{
    constexpr std::size_t kAll = 12, kAlike = 5;
    std::vector<std::string> names = availableMetrics(e);
    if (names.size() <= kAll)
        return "Choose among " + joined(names);
    std::stable_sort(names.begin(), names.end(), [&metric](const std::string& a, const std::string& b) {
        return editDistance(a, metric) < editDistance(b, metric);
    });
    names.resize(kAlike);
    return "The most alike that can are " + joined(names);
}

Result<void> checkMetrics(const Experiment& e)
{
    for (const auto& metric : e.evaluation.metrics)
        if (const auto why = whyUnavailable(metric, e))
            return invalidSetting("evaluation.metrics", inQuotes(metric) + " cannot be measured here (" + *why + "). " +
                                                            metricsInsteadOf(metric, e) + ".");
    const auto& names = e.evaluation.metrics;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string whole = names[i].substr(0, names[i].find('['));
        const auto before = names.begin() + static_cast<std::ptrdiff_t>(i);
        const bool again = std::find(names.begin(), before, names[i]) != before;
        if (again || (whole != names[i] && std::find(names.begin(), names.end(), whole) != names.end()))
            return invalidSetting("evaluation.metrics",
                                  inQuotes(names[i]) + " is named more than once. Name each metric once; "
                                                       "\"mean\" stands for every mean[j].");
    }
    if (!e.stopWhen.metric.empty() && std::find(names.begin(), names.end(), e.stopWhen.metric) == names.end())
        return refusedSetting("stopWhen.metric", inQuotes(e.stopWhen.metric),
                              names.empty() ? "be empty, because nothing is measured"
                                            : "be one of evaluation.metrics, " + oneOf(names));
    return {};
}

// A family is fitted on one kind of rows, and no other family's model of them would mean anything.
Result<void> checkRows(const Experiment& e)
{
    const Family& family = familyOf(e);
    if (!canGive(e.source, family.rows))
        return wrongSource(e.source, family.rows);
    return family.check ? family.check(e) : Result<void>();
}

Result<void> checkFilter(const Experiment& e)
{
    const Family& family = familyOf(e);
    if (!family.hasClasses && !e.policy.filter.classes.empty())
        return invalidSetting("policy.filter.classes",
                              "it must be empty for this family, whose rows have no classes.");
    if (!family.hasDensity && e.policy.filter.isActive())
        return invalidSetting(
            "policy.filter",
            std::string("every chance must be 1 for this family, because its models give no density to judge "
                        "a row by") +
                (family.hasClasses ? "; policy.filter.classes keeps rows by their class." : "."));
    return {};
}

Result<void> checkHeldOut(const Experiment& e)
{
    if (familyOf(e).bringsTestRows && e.evaluation.heldOut > 0)
        return refusedSetting("evaluation.heldOut", std::to_string(e.evaluation.heldOut),
                              "be 0 for this family, whose data bring a test part of their own");
    return {};
}

Result<void> checkReference(const Experiment& e)
{
    const Reference reference = e.evaluation.reference;
    if (reference == Reference::HeldOut && e.evaluation.heldOut < 2)
        return invalidSetting("evaluation.reference",
                              "\"heldOut\" needs two held-out rows or more, and evaluation.heldOut is " +
                                  std::to_string(e.evaluation.heldOut) +
                                  ". Set more aside, or choose \"source\".");
    if (reference == Reference::HeldOut && hasKnownDensity(e.source))
        return refusedSetting("evaluation.reference", inQuotes(wordOf(kReferences, reference)),
                              "be \"source\" here, because the source's true density is known");
    return {};
}

Result<void> checkSource(const Experiment& e)
{
    if (isReadLater(e.source))
        return {};
    auto made = makeSource(e.source, familyOf(e).rows);
    return made ? checkCurationOf(e, **made) : Result<void>(made.error());
}

} // namespace

Result<void> validate(const Experiment& experiment)
{
    for (const Check check :
         {checkRows, checkFilter, checkHeldOut, checkReference, checkCuration, checkSource, checkSamples, checkShares, checkRealWeight, checkShareOfRealRows,
          checkShareOfPreviousRows, checkStatisticalSwitch, checkExpressiveSwitch, checkMetrics}) {
        auto done = check(experiment);
        if (!done)
            return done;
    }
    for (std::size_t v = 0; v < experiment.variants.size(); ++v)
        for (const auto& [path, value] : experiment.variants[v].set)
            if (path == "generations" || path == "chains" || path == "seed")
                return invalidSetting(
                    "variants[" + std::to_string(v) + "].set." + path,
                    value + " holds for one variant, and all must have the same. Set it for the "
                            "whole experiment.");
    if (!experiment.events.empty())
        if (auto done = validateEvents(experiment); !done)
            return done;
    if (experiment.variants.empty()) {
        const bool isWhole = experiment.interaction && !experiment.interaction->isOfOneModel();
        return isWhole ? checkInteraction(experiment, {}) : Result<void>();
    }
    auto expanded = expandVariants(experiment);
    return expanded ? Result<void>() : Result<void>(expanded.error());
}

} // namespace hareloom
