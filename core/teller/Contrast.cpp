// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teller/Contrast.h"

#include "core/base/Quantile.h"
#include "core/family/FamilyTeller.h"
#include "core/metrics/Catalogue.h"
#include "core/recipe/Differences.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace hareloom {
namespace {

constexpr std::array<std::string_view, 4> kSpreads = {"variance", "groupVariance", "residualVariance",
                                                      "heterozygosity"};

struct Change
{
    const ContrastSide* side = nullptr;
    double before = 0, after = 0, size = 0;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return quantileOf(values, 0.5);
}

Change changeOf(const ContrastSide& side, bool isSpread)
{
    Change change{&side, median(side.before), median(side.after), 0};
    if (!isSpread)
        change.size = std::abs(change.after - change.before);
    else if (change.before > 0 && change.after > 0)
        change.size = std::abs(std::log(change.after / change.before));
    else
        change.size = change.before == change.after ? 0 : std::numeric_limits<double>::infinity();
    return change;
}

/// "“No real data” 1.02 → 0.03; “10% original” 0.99 → 0.95"
std::string listOf(const std::vector<Change>& changes)
{
    std::string list;
    for (const Change& change : changes)
        list += (list.empty() ? "“" : "; “") + change.side->title + "” " + toldNumber(change.before) + " → " +
                toldNumber(change.after);
    return list;
}

/// The habits of the sides, and in which settings they differ.
struct Difference
{
    std::vector<Habit> habits;
    std::vector<std::string> paths;
    std::int64_t fewest = std::numeric_limits<std::int64_t>::max(),
                 most = 0; // rows; 0: as many as a table has

    bool isOnly(std::initializer_list<std::string_view> some) const
    {
        return !paths.empty() && std::all_of(paths.begin(), paths.end(), [&](const std::string& path) {
            return std::find(some.begin(), some.end(), path) != some.end();
        });
    }
    bool isAny(bool (*holds)(const Habit&)) const { return std::any_of(habits.begin(), habits.end(), holds); }
};

bool replaces(const Habit& habit)
{
    return habit.replaces && habit.isSampled;
}
bool takesReal(const Habit& habit)
{
    return habit.takesReal;
}
bool accumulates(const Habit& habit)
{
    return habit.accumulates;
}

Difference differenceOf(const std::vector<ContrastSide>& sides)
{
    Difference difference;
    std::vector<const Experiment*> experiments;
    for (const ContrastSide& side : sides) {
        experiments.push_back(side.experiment);
        difference.habits.push_back(habitOf(*side.experiment));
        difference.fewest = std::min<std::int64_t>(difference.fewest, side.experiment->samples.size);
        difference.most = std::max<std::int64_t>(difference.most, side.experiment->samples.size);
    }
    for (const SettingRow& row : differingSettings(experiments))
        difference.paths.push_back(row.field->path);
    return difference;
}

std::string_view reasonOf(const Difference& difference)
{
    const bool isAnyError = std::any_of(difference.paths.begin(), difference.paths.end(),
                                        [](const std::string& path) { return path.starts_with("errors."); });
    if (isAnyError)
        return "contrast.errors";
    if (difference.isOnly({"samples.size"}))
        return difference.fewest > 0 &&
                       std::all_of(difference.habits.begin(), difference.habits.end(), replaces)
                   ? "contrast.rows"
                   : "";
    if (difference.isOnly({"policy.realShare", "policy.freshShare"}))
        return difference.isAny(takesReal) && difference.isAny(replaces) ? "contrast.real" : "";
    if (difference.isOnly({"policy.pool", "policy.subsample", "policy.realShare", "policy.freshShare"}))
        return difference.isAny(accumulates) && difference.isAny(replaces) ? "contrast.pool" : "";
    return {};
}

// The standard error of whatever is estimated from n independent rows falls with the root of n.
Arguments rowsOf(const Difference& difference)
{
    const double times = std::sqrt(static_cast<double>(difference.most) /
                                   static_cast<double>(std::max<std::int64_t>(1, difference.fewest)));
    return {{"fewest", difference.fewest}, {"most", difference.most}, {"times", times}};
}

} // namespace

std::string contrastMetric(const std::vector<std::string>& metrics)
{
    const auto found = std::find_if(metrics.begin(), metrics.end(), [](const std::string& metric) {
        const MetricInfo* info = findMetric(metric);
        return info && !info->perVariable && !info->followsData && info->unit != "ms" &&
               metric != "logVariance";
    });
    return found == metrics.end() ? std::string() : *found;
}

std::optional<Event> contrastOf(const std::vector<ContrastSide>& all, const std::string& metric,
                                int generation)
{
    std::vector<ContrastSide> sides;
    std::copy_if(all.begin(), all.end(), std::back_inserter(sides), [](const ContrastSide& side) {
        return !side.after.empty() && side.before.size() == side.after.size();
    });
    const MetricInfo* info = findMetric(metric);
    if (sides.size() < 2 || generation < 1 || !info)
        return std::nullopt;
    const bool isSpread = std::find(kSpreads.begin(), kSpreads.end(), info->name) != kSpreads.end();
    std::vector<Change> changes;
    for (const ContrastSide& side : sides)
        changes.push_back(changeOf(side, isSpread));
    const auto [least, most] = std::minmax_element(
        changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.size < b.size; });
    if (!(least->size < most->size))
        return std::nullopt;
    const bool isOfMany = std::any_of(sides.begin(), sides.end(),
                                      [](const ContrastSide& side) { return side.after.size() > 1; });
    const Difference difference = differenceOf(sides);
    Event event{0,
                generation,
                isOfMany ? "contrast.many" : "contrast.one",
                reasonOf(difference),
                {{"generation", std::int64_t(generation)},
                 {"quantity", std::string(info->title)},
                 {"sides", listOf(changes)},
                 {"furthest", most->side->title},
                 {"nearest", least->side->title}},
                metric,
                Weight::Most};
    for (auto& argument : rowsOf(difference))
        event.arguments.push_back(std::move(argument));
    return event;
}

} // namespace hareloom
