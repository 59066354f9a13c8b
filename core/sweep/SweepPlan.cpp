// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SweepPlan.h"

#include "core/base/Parallel.h"
#include "core/base/ReadJson.h"
#include "core/base/Text.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Stretches.h"
#include "core/recipe/Variants.h"
#include "core/sweep/PointIds.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <mutex>
#include <set>

namespace hareloom {
namespace {

constexpr std::int64_t kTogether = 64; // points that a thread settles in one go
constexpr std::size_t kNamedProblems = 3;
constexpr const char* kVariantColumn = "variant";

bool isColumn(const std::vector<std::string>& columns, const std::string& name)
{
    return std::find(columns.begin(), columns.end(), name) != columns.end();
}

/// Whether an axis varies this setting and nothing else.
bool isAxis(const Sweep& sweep, const std::string& path)
{
    return std::any_of(sweep.grid.begin(), sweep.grid.end(),
                       [&](const SweepAxis& axis) { return axis.isSetting && axis.name == path; });
}

const std::string* valueIn(const SettingList& set, const std::string& path)
{
    const auto found =
        std::find_if(set.begin(), set.end(), [&](const auto& one) { return one.first == path; });
    return found == set.end() ? nullptr : &found->second;
}

std::string cellOf(const std::string& value)
{
    const auto parsed = readJson(value);
    if (parsed && parsed->is_string())
        return parsed->get<std::string>();
    return parsed && parsed->is_number_float() ? shortNumber(parsed->get<double>()) : value;
}

Result<void> applyTo(Experiment& experiment, const SettingList& set)
{
    for (const auto& [path, value] : set)
        if (auto done = setField(experiment, path, value); !done)
            return done;
    return {};
}

/// What is summed up is measured. Whether it is where points measure different things, only they can tell.
Result<void> checkSummary(const Experiment& experiment)
{
    const auto& measured = experiment.evaluation.metrics;
    for (const std::string& wanted : experiment.sweep->summary.metrics)
        if (std::none_of(measured.begin(), measured.end(), [&](const std::string& name) {
                return name == wanted || wanted.starts_with(name + "[") || name.starts_with(wanted + "[");
            }))
            return invalidSetting("sweep.summary.metrics",
                                  inQuotes(wanted) + " is not measured. Name some of evaluation.metrics: " +
                                      joined(measured) + ".");
    const auto& generations = experiment.sweep->summary.generations;
    const auto names = [&](std::int64_t generation) {
        return std::find(generations.begin(), generations.end(), generation) != generations.end();
    };
    if (names(kLastGeneration) && names(experiment.generations))
        return invalidSetting("sweep.summary.generations",
                              "\"last\" and " + std::to_string(experiment.generations) +
                                  " would be two rows for the same generation. Leave one of them out.");
    return {};
}

Result<void> checkTwice(std::set<std::string>& seen, const SweepAxis& axis)
{
    std::set<std::string> own;
    for (const SweepValue& value : axis.values)
        for (const auto& [path, text] : value.set)
            own.insert(path);
    for (const std::string& path : own)
        if (!seen.insert(path).second)
            return invalidSetting("sweep.grid." + axis.name,
                                  path + " is set by another axis, too. Leave it to one of them.");
    return {};
}

} // namespace

SweepPlan::SweepPlan(Experiment experiment) : m_experiment(std::move(experiment))
{
    m_variantCount = std::max<std::int64_t>(1, std::ssize(m_experiment.variants));
}

Result<SweepPlan> SweepPlan::make(const Experiment& experiment, const StopToken& stop)
{
    if (!experiment.sweep)
        return invalidInput("The experiment has no sweep. Add one, as in \"sweep\": {\"grid\": "
                            "{\"policy.realShare\": [0, 0.1]}, \"replicates\": 10}.");
    SweepPlan plan(experiment);
    plan.m_base = experiment;
    plan.m_base.sweep = nullptr;
    auto bases = expandVariants(plan.m_base);
    if (!bases)
        return bases.error();
    plan.m_bases = *std::move(bases);
    plan.m_base.variants.clear();
    if (auto fits = plan.checkAxes(); !fits)
        return fits.error();
    plan.addColumns();
    if (auto settled = plan.settlePoints(stop); !settled)
        return settled.error();
    return plan;
}

Result<void> SweepPlan::checkAxes() const
{
    std::set<std::string> seen;
    double points = sweep().grid.empty() ? 0 : 1;
    for (const SweepAxis& axis : sweep().grid) {
        points *= static_cast<double>(axis.values.size());
        if (auto once = checkTwice(seen, axis); !once)
            return once;
    }
    for (const Variant& variant : m_experiment.variants)
        for (const auto& [path, value] : variant.set)
            if (isAxis(sweep(), path))
                return invalidSetting("sweep.grid." + path,
                                      "the variant " + inQuotes(variant.title) +
                                          " sets it, too. Leave it to the sweep or to the "
                                          "variants.");
    const bool measuresAlike =
        !seen.contains("evaluation.metrics") &&
        std::none_of(sweep().also.begin(), sweep().also.end(),
                     [](const SettingList& set) { return valueIn(set, "evaluation.metrics") != nullptr; });
    if (measuresAlike)
        if (auto known = checkSummary(m_experiment); !known)
            return known;
    points = (points + static_cast<double>(sweep().also.size())) * static_cast<double>(m_variantCount);
    if (points < 1 || points > static_cast<double>(kMostPoints))
        return invalidSetting("sweep", "it has " + shortNumber(points) + " points. There must be 1 to " +
                                           std::to_string(kMostPoints) + "; choose fewer values.");
    return {};
}

void SweepPlan::addColumns()
{
    m_cells = sweep().grid.empty() ? 0 : 1;
    for (const SweepAxis& axis : sweep().grid) {
        m_cells *= std::ssize(axis.values);
        m_columns.push_back(axis.name);
    }
    for (const SettingList& set : sweep().also)
        for (const auto& [path, value] : set)
            if (!isColumn(m_columns, path))
                m_columns.push_back(path);
    if (!m_experiment.variants.empty())
        m_columns.emplace_back(kVariantColumn);
    m_ids.resize(static_cast<std::size_t>((m_cells + std::ssize(sweep().also)) * m_variantCount));
}

std::optional<std::size_t> SweepPlan::valueOf(std::int64_t point, std::size_t axis) const
{
    if (point >= gridPoints())
        return std::nullopt;
    std::int64_t rest = point / m_variantCount;
    for (std::size_t later = sweep().grid.size(); --later > axis;)
        rest /= std::ssize(sweep().grid[later].values);
    return static_cast<std::size_t>(rest % std::ssize(sweep().grid[axis].values));
}

SettingList SweepPlan::settingsOf(std::int64_t point) const
{
    if (point >= gridPoints())
        return sweep().also[static_cast<std::size_t>((point - gridPoints()) / m_variantCount)];
    SettingList all;
    for (std::size_t axis = 0; axis < sweep().grid.size(); ++axis) {
        const SettingList& set = sweep().grid[axis].values[*valueOf(point, axis)].set;
        all.insert(all.end(), set.begin(), set.end());
    }
    return all;
}

std::vector<std::string> SweepPlan::cells(std::int64_t point) const
{
    const SettingList set = settingsOf(point);
    const Experiment& base = m_bases[variantOf(point)];
    std::vector<std::string> cells;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        const std::string& name = m_columns[column];
        const bool isOfGrid = column < sweep().grid.size();
        if (isOfGrid && valueOf(point, column))
            cells.push_back(sweep().grid[column].values[*valueOf(point, column)].title);
        else if (const std::string* value = valueIn(set, name))
            cells.push_back(cellOf(*value));
        else if (const ExperimentField* field = findField(name))
            cells.push_back(cellOf(field->get(base).dump()));
        else
            cells.push_back(isOfGrid ? std::string() : base.title); // of the variant
    }
    return cells;
}

std::string SweepPlan::nameOf(std::int64_t point) const
{
    const auto cells = this->cells(point);
    std::string name;
    for (std::size_t column = 0; column < cells.size(); ++column)
        if (!cells[column].empty())
            name += (name.empty() ? "" : ", ") + m_columns[column] + ' ' + cells[column];
    return name;
}

Experiment SweepPlan::experimentOf(std::int64_t point) const
{
    Experiment experiment = m_base;
    // readSweep() and expandVariants() have set each of them before.
    (void)applyTo(experiment, settingsOf(point)).ok();
    if (!m_experiment.variants.empty()) {
        const Variant& variant = m_experiment.variants[variantOf(point)];
        (void)applyTo(experiment, variant.set).ok();
        experiment.title = variant.title;
        experiment.events = merged(experiment.events, variant.events);
    }
    experiment.chains = replicates();
    return experiment;
}

Result<void> SweepPlan::settlePoints(const StopToken& stop)
{
    PointIds ids;
    std::mutex mutex;
    std::optional<Error> failure;
    parallelFor((points() + kTogether - 1) / kTogether, availableThreads(), [&](std::int64_t group) {
        const std::int64_t end = std::min(points(), (group + 1) * kTogether);
        for (std::int64_t point = group * kTogether; point < end && !stop.stopRequested(); ++point) {
            const Experiment experiment = experimentOf(point);
            const auto valid = validate(experiment);
            auto id = ids.of(experiment);
            const std::lock_guard lock(mutex);
            if (!valid)
                m_problems.push_back({point, valid.error()});
            if (id)
                m_ids[static_cast<std::size_t>(point)] = *std::move(id);
            else if (valid)
                m_problems.push_back({point, id.error()});
        }
    });
    if (stop.stopRequested())
        return stopped();
    std::sort(m_problems.begin(), m_problems.end(),
              [](const SweepProblem& a, const SweepProblem& b) { return a.point < b.point; });
    for (std::int64_t point = 0; point < points(); ++point)
        m_firstLike.push_back(m_byId.emplace(idOf(point), point).first->second);
    return {};
}

Result<void> SweepPlan::check() const
{
    if (m_problems.empty())
        return {};
    std::string message = std::to_string(m_problems.size()) + " of " + std::to_string(points()) +
                          " points of the sweep cannot run. ";
    for (std::size_t i = 0; i < std::min(kNamedProblems, m_problems.size()); ++i)
        message += (i > 0 ? " " : "") + nameOf(m_problems[i].point) + ": " + m_problems[i].error.message;
    return Error{m_problems.front().error.kind, message};
}

std::optional<std::int64_t> SweepPlan::find(const std::string& id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? std::nullopt : std::optional(found->second);
}

} // namespace hareloom
