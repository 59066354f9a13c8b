// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/chain/Run.h"
#include "core/lesson/LessonRun.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace hareloom::cli {

/// Runs a lesson's experiments one after another behind the learner's back, while he or she reads, and keeps
/// the models that steps show. All functions are for the thread that made it.
class LessonRuns
{
public:
    /// Begins. The lesson must outlive it.
    LessonRuns(const Lesson& lesson, Seed seed, Console& console);
    /// Stops what still runs.
    ~LessonRuns();
    LessonRuns(const LessonRuns&) = delete;
    LessonRuns& operator=(const LessonRuns&) = delete;

    /// Waits until every chain has made this generation, or the run has ended; nothing: until it has. Says so
    /// where it takes long. Errors: run()'s.
    Result<void> waitFor(const std::string& experiment, std::optional<std::int64_t> generation = {});
    /// Waits for all that a text's values, or a question, need.
    Result<void> waitFor(const std::vector<std::string>& experiments);

    /// Of what has been waited for.
    LessonFindings findings(const std::map<std::string, double, std::less<>>& answers);
    /// The titles of the experiment's variants, as RunRecord has them.
    const std::vector<std::string>& titles(const std::string& id) const
    {
        return m_runs.at(id).record->titles();
    }
    /// What `read` makes of the record, while nobody adds to it.
    std::string ofRecord(const std::string& id, const std::function<std::string(const RunRecord&)>& read);
    /// The model of the variant's first chain; null where it was not kept. Generation 0 is always.
    GenerationPtr model(const std::string& experiment, int variant, std::int64_t generation);

private:
    struct Run
    {
        Experiment experiment;
        std::unique_ptr<RunRecord> record;
        std::set<std::int64_t> wanted;                                // generations whose models are kept
        std::map<std::pair<int, std::int64_t>, GenerationPtr> models; // by variant and generation
        std::int64_t links = 0;
        bool isOver = false;
        std::optional<Error> failure;
    };
    class Listener;

    void work();
    bool isThere(const Run& run, std::optional<std::int64_t> generation) const;

    const Lesson& m_lesson;
    Console& m_console;
    std::map<std::string, Run, std::less<>> m_runs;
    std::vector<std::string> m_order; // of first need
    std::mutex m_mutex;               // of what m_runs holds
    std::condition_variable m_changed;
    StopSource m_stop;
    std::thread m_thread;
};

} // namespace hareloom::cli
