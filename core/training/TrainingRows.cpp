// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/TrainingRows.h"

#include "core/base/SamplingWithoutReplacement.h"
#include "core/data/ReadRows.h"
#include "core/data/RealWeight.h"
#include "core/family/SampleNeeds.h"

#include <algorithm>

namespace hareloom {

namespace {

// Streams beneath a generation's policy seed.
enum Use : std::uint64_t { PickReal = 0, PickPrevious = 1, PickPool = 2 };

Result<DatasetPtr> pick(const DatasetPtr& data, std::int64_t count, Seed seed, const StopToken& stop)
{
    if (count == data->rows())
        return data;
    return sampleWithoutReplacement(count, data->rows(), seed, stop)
        .transform([&](std::vector<std::int64_t> picks) { return select(data, std::move(picks)); });
}

void append(TrainingSet& set, std::vector<DatasetPtr>& parts, const TrainingSet& more)
{
    parts.push_back(more.rows);
    set.realRows += more.realRows;
    set.freshRows += more.freshRows;
    set.syntheticRows += more.syntheticRows;
    set.origins.insert(set.origins.end(), more.origins.begin(), more.origins.end());
}

} // namespace

std::int64_t wantedFromModel(const ChainSetup& setup, int generation)
{
    const Policy& policy = setup.experiment.policy;
    return policy.pool != Pool::All && policy.subsample == 0 ? sharesOf(setup, generation).pool
                                                             : setup.size(generation);
}

RowWeights rowWeights(const ChainSetup& setup, int generation, std::int64_t rows)
{
    if (generation == 0)
        return {};
    const double w = setup.experiment.policy.realWeight;
    const RowShares shares = sharesOf(setup, generation);
    const auto real = static_cast<double>(shares.real + shares.fresh), all = static_cast<double>(rows);
    if (!countsRealWeight(w, real, all))
        return {};
    return {shares.real + shares.fresh, w / (1 - w) * (all - real) / real};
}

TrainingRows::TrainingRows(const Course& course, int replicate, DatasetPtr realRows)
    : m_setup(course.front().setup), m_replicate(replicate), m_real(std::move(realRows)), m_pool{m_real}
{
    for (const Leg& leg : course) {
        const Policy& policy = leg.setup->experiment.policy;
        m_keepsPool = m_keepsPool || policy.pool == Pool::All;
        m_keepsPrevious = m_keepsPrevious || policy.betaPrevious > 0;
        m_needsEverySample = m_needsEverySample || hareloom::needsEverySample(policy, *leg.setup->family);
    }
    m_previous = first();
}

TrainingSet TrainingRows::first() const
{
    return {m_real, m_real->rows(), 0, 0, told({m_real->rows()})};
}

Seed TrainingRows::seed(int generation, std::uint64_t use) const
{
    return childSeed(m_setup->seed(m_replicate, generation, Purpose::Policy), use);
}

// Sample i of a pool is generation i's: a pool of all takes one of every generation.
std::vector<OriginRun> TrainingRows::poolRuns() const
{
    std::vector<OriginRun> runs = {{m_real->rows()}};
    for (std::size_t i = 1; i < m_pool.size(); ++i)
        runs.push_back({m_pool[i]->rows(), Origin::Synthetic, static_cast<int>(i) - 1});
    return runs;
}

TrainingSet TrainingRows::wholePool() const
{
    TrainingSet set{concatenate(m_pool), m_real->rows(), 0, 0};
    set.syntheticRows = set.rows->rows() - set.realRows;
    if (tells())
        set.origins = poolRuns();
    return set;
}

Result<TrainingSet> TrainingRows::fromPool(std::int64_t count, int generation, DatasetPtr sample,
                                           const StopToken& stop) const
{
    if (const Pool from = m_setup->experiment.policy.pool; from != Pool::All) {
        const int writer = from == Pool::First ? 0 : generation - 1;
        auto origins = told({count, Origin::Synthetic, writer});
        if (count == sample->rows()) // most often: without a seed, whose making takes a while
            return TrainingSet{std::move(sample), 0, 0, count, std::move(origins)};
        auto rows = pick(sample, count, seed(generation, PickPool), stop);
        if (!rows)
            return rows.error();
        return TrainingSet{*std::move(rows), 0, 0, count, std::move(origins)};
    }
    const DatasetPtr pool = concatenate(m_pool);
    auto picks = sampleWithoutReplacement(std::min(count, pool->rows()), pool->rows(),
                                          seed(generation, PickPool), stop);
    if (!picks)
        return picks.error();
    const auto real = std::lower_bound(picks->begin(), picks->end(), m_real->rows()) - picks->begin();
    const auto synthetic = std::ssize(*picks) - real;
    auto origins = tells() ? pickedRuns(poolRuns(), *picks) : std::vector<OriginRun>();
    return TrainingSet{select(pool, *std::move(picks)), real, 0, synthetic, std::move(origins)};
}

Result<TrainingSet> TrainingRows::fromReal(std::int64_t count, int generation, const StopToken& stop) const
{
    return pick(m_real, count, seed(generation, PickReal), stop).transform([&](DatasetPtr rows) {
        return TrainingSet{std::move(rows), count, 0, 0, told({count})};
    });
}

// The previous generation's rows may themselves be real: each is counted as what it was.
Result<TrainingSet> TrainingRows::fromPrevious(std::int64_t count, int generation,
                                               const StopToken& stop) const
{
    const std::int64_t all = m_previous.rows->rows();
    auto picks = sampleWithoutReplacement(count, all, seed(generation, PickPrevious), stop);
    if (!picks)
        return picks.error();
    TrainingSet set;
    set.origins = pickedRuns(m_previous.origins, *picks);
    for (OriginRun& run : set.origins)
        run.fromPrevious = true;
    set.realRows = rowsOf(set.origins, Origin::Real);
    set.freshRows = rowsOf(set.origins, Origin::Fresh);
    set.syntheticRows = rowsOf(set.origins, Origin::Synthetic);
    set.rows = count == all ? m_previous.rows : select(m_previous.rows, *std::move(picks));
    return set;
}

/// Parts of every origin that the policy takes, one after another.
Result<TrainingSet> TrainingRows::mixed(const RowShares& shares, int generation, const DatasetPtr& sample,
                                        const StopToken& stop) const
{
    TrainingSet set;
    std::vector<DatasetPtr> parts;
    const auto add = [&](const Result<TrainingSet>& part) {
        if (part)
            append(set, parts, *part);
        return part.ok();
    };
    if (shares.real > 0 && !add(fromReal(shares.real, generation, stop)))
        return stopped();
    if (shares.fresh > 0)
        append(
            set, parts,
            {m_setup->source->draw(shares.fresh, m_setup->seed(m_replicate, generation, Purpose::FreshRows)),
             0, shares.fresh, 0, told({shares.fresh, Origin::Fresh})});
    if (shares.previous > 0 &&
        !add(fromPrevious(std::min(shares.previous, m_previous.rows->rows()), generation, stop)))
        return stopped();
    if (shares.pool > 0 && !add(fromPool(shares.pool, generation, sample, stop)))
        return stopped();
    set.rows = concatenate(std::move(parts));
    return set;
}

Result<TrainingSet> TrainingRows::next(int generation, DatasetPtr sample, const StopToken& stop)
{
    if (m_keepsPool && sample)
        m_pool.push_back(sample);
    auto set = chosen(generation, std::move(sample), stop);
    if (!set || !m_keepsPrevious)
        return set;
    return keep(*set, stop).and_then([&set] { return std::move(set); });
}

Result<TrainingSet> TrainingRows::chosen(int generation, DatasetPtr sample, const StopToken& stop)
{
    const Policy& policy = m_setup->experiment.policy;
    if (policy.pool == Pool::All && policy.subsample == 0)
        return wholePool();

    const RowShares shares = sharesOf(*m_setup, generation);
    if (shares.real > m_real->rows())
        return invalidSetting("policy.realShare", "generation " + std::to_string(generation) + " wants " +
                                                      std::to_string(shares.real) +
                                                      " real rows, and generation 0 was fitted on " +
                                                      std::to_string(m_real->rows()) + ". Lower the share.");
    if (policy.pool != Pool::All && sample && shares.pool > sample->rows())
        return invalidSetting("policy.subsample",
                              "generation " + std::to_string(generation) + " wants " +
                                  std::to_string(shares.pool) + " rows of the newest sample, which has " +
                                  std::to_string(sample->rows()) + ". Make the subsample smaller.");
    if (policy.betaPrevious == 0 && shares.real + shares.fresh == 0)
        return fromPool(shares.pool, generation, std::move(sample), stop);
    return mixed(shares, generation, sample, stop);
}

// In memory: a selection of a selection of ... would grow with every generation.
Result<void> TrainingRows::keep(const TrainingSet& set, const StopToken& stop)
{
    auto rows = copyRows(*set.rows, stop);
    if (!rows)
        return rows.error();
    m_previous = {std::make_shared<Table>(*std::move(rows)), set.realRows, set.freshRows, set.syntheticRows,
                  set.origins};
    return {};
}

Result<void> TrainingRows::skip(int generation, const DatasetPtr& sample, const StopToken& stop)
{
    if (m_keepsPrevious) {
        auto set = next(generation, sample, stop);
        return set ? Result<void>() : Result<void>(set.error());
    }
    if (m_keepsPool && sample)
        m_pool.push_back(sample);
    return {};
}

} // namespace hareloom
