// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Run.h"
#include "core/lesson/Evaluate.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace hareloom {

/// The experiment as this learner runs it: with its own seed, and the settings that were changed in a step.
/// Errors: InvalidInput.
Result<Experiment> experimentFor(const LessonExperiment& experiment, Seed seed,
                                 const SettingList& changed = {});

/// Whether its record must keep states: where a lesson asks for one by its name.
bool keepsStates(const LessonExperiment& experiment);

/// Runs an experiment to its end and records it; `next`, which may be null, hears of each generation, too.
/// Errors: run()'s; Stopped.
Result<RunRecord> recordedRun(const Experiment& experiment, bool keepsStates, const StopToken& stop,
                              ChainObserver* next = nullptr, const RunOptions& options = {});

/// Runs a lesson's experiments for one learner, each once, and two that are the same as one, and computes what the lesson asks. Whoever runs
/// them himself, as a window does to show them, fills RunRecords and needs this only as a model.
class LessonRun
{
public:
    /// The lesson must outlive it.
    LessonRun(const Lesson& lesson, Seed seed) : m_lesson(lesson), m_seed(seed) {}

    /// Runs what has not been run; `observer` hears of each generation, too. Errors: run()'s, with the
    /// experiment's id; Stopped.
    Result<void> run(const std::string& experiment, const StopToken& stop, ChainObserver* observer = nullptr);
    Result<void> runAll(const StopToken& stop);
    /// What is known so far.
    LessonFindings findings() const;

private:
    const Lesson& m_lesson;
    Seed m_seed;
    /// What was run, as text and whether it keeps states, and its record.
    std::map<std::pair<std::string, bool>, std::shared_ptr<const RunRecord>> m_runs;
    std::map<std::string, std::shared_ptr<const RunRecord>, std::less<>> m_records; // by the experiment's id
};

} // namespace hareloom
