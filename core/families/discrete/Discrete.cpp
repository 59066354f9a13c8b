// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/discrete/Discrete.h"

#include "core/base/Parallel.h"
#include "core/family/WeightedMoments.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

constexpr std::int64_t kRowsATask = 256 * kBlockRows;

StateCounts countRange(const Dataset& data, std::int64_t states, std::int64_t first, std::int64_t end)
{
    StateCounts result;
    result.counts.assign(static_cast<std::size_t>(states), 0);
    double buffer[kBlockRows];
    for (; first < end; first += kBlockRows) {
        const std::int64_t count = std::min(kBlockRows, end - first);
        Eigen::Map<Matrix> block(buffer, count, 1);
        data.read(first, block);
        for (std::int64_t i = 0; i < count; ++i)
            ++result.counts[static_cast<std::size_t>(buffer[i])];
    }
    return result;
}

Result<StateCounts> countStates(const Dataset& data, std::int64_t states, const FitContext& context)
{
    const std::int64_t rows = data.rows(), tasks = (rows + kRowsATask - 1) / kRowsATask;
    std::vector<StateCounts> parts(static_cast<std::size_t>(tasks));
    parallelFor(tasks, context.threads, [&](std::int64_t t) {
        if (!context.stop.proceed())
            return;
        parts[static_cast<std::size_t>(t)] =
            countRange(data, states, t * kRowsATask, std::min(rows, (t + 1) * kRowsATask));
    });
    if (context.stop.stopRequested())
        return stopped();
    StateCounts total;
    for (const auto& part : parts)
        total.append(part);
    return total;
}

Vector vectorOf(const StateCounts& counts)
{
    Vector values(std::ssize(counts.counts));
    for (Eigen::Index i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(counts.counts[static_cast<std::size_t>(i)]);
    return values;
}

} // namespace

void StateCounts::append(const StateCounts& other)
{
    if (counts.empty()) {
        counts = other.counts;
        return;
    }
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] += other.counts[i];
}

Result<FitReport> Discrete::fit(const DatasetPtr& data, const FitContext& context)
{
    const std::int64_t n = data->rows();
    if (n < 1)
        return invalidData("a discrete distribution needs at least 1 row, found none");
    if (!context.weights.areEqual())
        return fitWeighted(data, context);
    const auto all =
        m_fold.over(data, [&](const Dataset& part) { return countStates(part, m_states, context); });
    if (!all)
        return all.error();
    const Vector counts = vectorOf(*all);
    return publish(counts / static_cast<double>(n), counts);
}

Result<FitReport> Discrete::fitWeighted(const DatasetPtr& data, const FitContext& context)
{
    const WeighedRows rows(context.weights, data->rows());
    Vector counts = Vector::Zero(m_states), shares = counts;
    for (const auto& [part, weight] : weighedParts(data, rows)) {
        const auto found = countStates(*part, m_states, context);
        if (!found)
            return found.error();
        counts += vectorOf(*found);
        shares += weight / rows.rows() * vectorOf(*found);
    }
    return publish(std::move(shares), counts);
}

FitReport Discrete::publish(Vector shares, const Vector& counts)
{
    FitReport report;
    report.logLikelihood = 0;
    for (Eigen::Index i = 0; i < counts.size(); ++i)
        if (counts[i] > 0)
            report.logLikelihood += counts[i] * std::log(shares[i]);
    m_snapshot = std::make_shared<CategoricalSnapshot>(Categorical{std::move(shares)});
    return report;
}

Result<FitReport> Discrete::fitExactly(std::span<const PopulationPart> population)
{
    Categorical fitted{Vector::Zero(m_states)};
    for (const auto& part : population) {
        const Categorical* distribution = part.states.get();
        if (!distribution || distribution->states() != m_states)
            return unsupported(
                "an exact refit of a discrete distribution needs populations over the same states");
        fitted.probabilities += part.weight * distribution->probabilities;
    }
    m_snapshot = std::make_shared<CategoricalSnapshot>(std::move(fitted));
    return FitReport{};
}

Result<DatasetPtr> Discrete::sample(std::int64_t n, Seed seed, const SampleRequest&, const FitContext&) const
{
    return sampleOf(std::shared_ptr<const Categorical>(m_snapshot, &m_snapshot->distribution()), n, seed);
}

Result<void> Discrete::restore(const SnapshotPtr& snapshot)
{
    auto found = std::dynamic_pointer_cast<const CategoricalSnapshot>(snapshot);
    if (!found || found->distribution().states() != m_states)
        return invalidFile("found a snapshot that is no distribution over " + std::to_string(m_states) +
                           " states");
    m_snapshot = std::move(found);
    return {};
}

} // namespace hareloom
