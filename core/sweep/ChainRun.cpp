// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/ChainRun.h"

#include "core/chain/Chain.h"
#include "core/sweep/SweepFolder.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <limits>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kLong{5};                  // a chain that takes longer has a session
constexpr std::size_t kManyGenerations = 20'000;          // or one that has so many
constexpr std::chrono::milliseconds kCommitInterval{500}; // what a kill may cost

bool isClock(const MetricName& name)
{
    return *name == "elapsedMs";
}

/// Room for a metric that was not measured before.
void addMetric(ChainValues& values, const MetricName& name, std::int64_t generations)
{
    const std::size_t old = values.metrics.size();
    std::vector<double> wider(static_cast<std::size_t>(generations) * (old + 1),
                              std::numeric_limits<double>::quiet_NaN());
    for (std::size_t g = 0; g < static_cast<std::size_t>(generations); ++g)
        std::copy_n(values.values.begin() + static_cast<std::ptrdiff_t>(g * old), old,
                    wider.begin() + static_cast<std::ptrdiff_t>(g * (old + 1)));
    values.values = std::move(wider);
    values.metrics.push_back(name);
}

} // namespace

ChainRun::ChainRun(const Experiment& experiment, Course course, std::int64_t point, std::int64_t replicate,
                   std::string session)
    : m_experiment(experiment),
      m_course(std::move(course)),
      m_path(std::move(session)),
      m_values(std::make_shared<ChainValues>())
{
    m_values->point = point;
    m_values->replicate = replicate;
}

void ChainRun::take(const Generation& generation)
{
    ChainValues& v = *m_values;
    const std::int64_t before = v.generations();
    for (const MetricValue& metric : generation.metrics)
        if (!isClock(metric.name) &&
            std::find(v.metrics.begin(), v.metrics.end(), metric.name) == v.metrics.end())
            addMetric(v, metric.name, before);
    const std::size_t row = v.values.size();
    v.values.resize(row + v.metrics.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t m = 0; m < v.metrics.size(); ++m)
        for (const MetricValue& metric : generation.metrics)
            if (metric.name == v.metrics[m])
                v.values[row + m] = metric.value;
    if (!generation.note.empty())
        v.note = generation.note;
}

/// What a session that is there holds of the chain; none where it is not this chain's, or is damaged: then it
/// is made anew.
Result<std::vector<GenerationPtr>> ChainRun::openSession()
{
    std::error_code ignored;
    if (m_path.empty() || !fs::exists(m_path, ignored))
        return std::vector<GenerationPtr>();
    auto session = Session::open(m_path);
    if (!session && session.error().kind == ErrorKind::System)
        return session.error(); // another process has it
    if (session && (*session)->provenance().samplingVersion == kSamplingVersion &&
        (*session)->makeResumable()) {
        m_kept = *std::move(session);
        return m_kept->toResume([this](const GenerationPtr& generation) {
            take(*generation);
            return Result<void>();
        });
    }
    SweepFolder::removeSession(m_path);
    return std::vector<GenerationPtr>();
}

Result<void> ChainRun::beginSession()
{
    Experiment experiment = m_experiment;
    experiment.chains = m_values->replicate + 1; // its place among the replicates gives it its seeds
    auto session = Session::create(m_path, experiment, {HARELOOM_VERSION, "", 1, kSamplingVersion, ""});
    if (!session)
        return session.error();
    m_kept = *std::move(session);
    for (const GenerationPtr& generation : m_unkept)
        if (auto done = m_kept->append(*generation); !done)
            return done;
    m_unkept.clear();
    return m_kept->commit();
}

Result<void> ChainRun::keep(const GenerationPtr& generation)
{
    if (m_path.empty())
        return {};
    const auto now = Clock::now();
    if (m_kept) {
        if (auto done = m_kept->append(*generation); !done || now - m_lastCommit < kCommitInterval)
            return done;
        m_lastCommit = now;
        return m_kept->commit();
    }
    m_unkept.push_back(generation);
    return now - m_begin < kLong && m_unkept.size() < kManyGenerations ? Result<void>() : beginSession();
}

Result<ChainValuesPtr> ChainRun::run(FitContext context)
{
    const auto before = openSession();
    if (!before)
        return before.error();
    const auto replicate = static_cast<int>(m_values->replicate);
    const auto chain = Chain::make(m_course, replicate, replicate, context.stop);
    if (!chain)
        return chain.error();
    if (auto resumed = (*chain)->resume(*before, context.stop); !resumed)
        return resumed.error();
    while (!(*chain)->isFinished()) {
        if (!context.stop.proceed()) {
            if (m_kept)
                (void)m_kept->commit().ok();
            return stopped();
        }
        const auto generation = (*chain)->advance(context);
        if (!generation)
            return generation.error();
        take(**generation);
        if (auto kept = keep(*generation); !kept)
            return kept.error();
    }
    return ChainValuesPtr(m_values);
}

void ChainRun::removeSession()
{
    m_kept.reset();
    SweepFolder::removeSession(m_path);
}

} // namespace hareloom
