// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Session.h"
#include "core/sweep/SweepRun.h"
#include "core/training/PrepareChains.h"

#include <chrono>

namespace hareloom {

/// Runs one chain of a sweep from its beginning, or from where its session ends. One thread.
class ChainRun
{
public:
    /// `course` is of `experiment`, the point's. `session`: where the chain is kept once it has turned out to
    /// be long; empty: nowhere.
    ChainRun(const Experiment& experiment, Course course, std::int64_t point, std::int64_t replicate,
             std::string session);

    /// Errors: those of Chain::advance(); Stopped, and then a long chain's session holds what was made.
    Result<ChainValuesPtr> run(FitContext context);
    /// Whether the chain has a session; after run().
    bool hasSession() const { return m_kept != nullptr; }
    void removeSession();

private:
    using Clock = std::chrono::steady_clock;

    void take(const Generation& generation);
    Result<std::vector<GenerationPtr>> openSession();
    Result<void> keep(const GenerationPtr& generation);
    Result<void> beginSession();

    const Experiment& m_experiment;
    Course m_course;
    std::string m_path;
    std::shared_ptr<ChainValues> m_values;
    std::vector<GenerationPtr> m_unkept; // made, while it is open whether the chain is long
    std::unique_ptr<Session> m_kept;
    Clock::time_point m_begin = Clock::now(), m_lastCommit = m_begin;
};

} // namespace hareloom
