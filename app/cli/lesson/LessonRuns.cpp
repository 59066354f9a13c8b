// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lesson/LessonRuns.h"

#include <algorithm>
#include <chrono>

namespace hareloom::cli {

/// Hears one experiment's run on the engine's threads.
class LessonRuns::Listener final : public ChainObserver
{
public:
    Listener(LessonRuns& runs, Run& run) : m_runs(runs), m_run(run) {}

    void onGeneration(const GenerationPtr& generation) override
    {
        const std::lock_guard lock(m_runs.m_mutex);
        m_run.record->add(*generation);
        ++m_run.links;
        const auto chains = static_cast<int>(m_run.experiment.chains);
        if (generation->chain % chains == 0 && m_run.wanted.contains(generation->index))
            m_run.models[{generation->chain / chains, generation->index}] = generation;
        m_runs.m_changed.notify_all();
    }

private:
    LessonRuns& m_runs;
    Run& m_run;
};

LessonRuns::LessonRuns(const Lesson& lesson, Seed seed, Console& console)
    : m_lesson(lesson), m_console(console)
{
    for (const LessonExperiment& of : lesson.experiments) {
        Run& run = m_runs[of.id];
        auto own = experimentFor(of, seed); // valid: the lesson was read
        run.experiment = own ? *std::move(own) : of.experiment;
        run.record = std::make_unique<RunRecord>(run.experiment, keepsStates(of));
        run.wanted = {0, run.experiment.generations};
    }
    const auto need = [this](const std::string& id) {
        if (!id.empty() && std::find(m_order.begin(), m_order.end(), id) == m_order.end())
            m_order.push_back(id);
    };
    for (const LessonStep& step : lesson.steps) {
        need(step.experiment);
        if (step.runTo)
            m_runs[step.experiment].wanted.insert(*step.runTo);
    }
    for (const LessonExperiment& of : lesson.experiments)
        need(of.id);
    m_thread = std::thread([this] { work(); });
}

LessonRuns::~LessonRuns()
{
    m_stop.requestStop();
    m_thread.join();
}

void LessonRuns::work()
{
    for (const std::string& id : m_order) {
        Run& run = m_runs.at(id);
        Listener listener(*this, run);
        std::optional<Error> failure;
        try {
            const auto end = hareloom::run(run.experiment, listener, m_stop.token());
            if (!end)
                failure = end.error();
        } catch (const std::exception& fault) {
            failure = systemError(std::string("the engine failed: ") + fault.what());
        }
        const std::lock_guard lock(m_mutex);
        run.failure = std::move(failure);
        run.isOver = true;
        m_changed.notify_all();
    }
}

bool LessonRuns::isThere(const Run& run, std::optional<std::int64_t> generation) const
{
    if (run.isOver || !generation)
        return run.isOver;
    for (int variant = 0; variant < run.record->variants(); ++variant)
        for (int chain = 0; chain < run.record->chains(); ++chain)
            if (run.record->last(variant, chain) < *generation)
                return false;
    return true;
}

Result<void> LessonRuns::waitFor(const std::string& experiment, std::optional<std::int64_t> generation)
{
    using namespace std::chrono_literals;
    Run& run = m_runs.at(experiment);
    std::unique_lock lock(m_mutex);
    bool isTold = false;
    while (!m_changed.wait_for(lock, 700ms, [&] { return isThere(run, generation); })) {
        const auto total = static_cast<std::int64_t>(run.record->variants()) * run.experiment.chains *
                           (run.experiment.generations + 1);
        if (m_console.errIsTerminal)
            m_console.draw("It runs: " + std::to_string(100 * run.links / std::max<std::int64_t>(1, total)) +
                           "%");
        else if (!isTold)
            m_console.note("It runs ...");
        isTold = true;
    }
    if (isTold && m_console.errIsTerminal)
        m_console.wipe();
    if (run.failure)
        return Error{run.failure->kind,
                     "The experiment \"" + experiment + "\" cannot be run: " + run.failure->message};
    return {};
}

Result<void> LessonRuns::waitFor(const std::vector<std::string>& experiments)
{
    for (const std::string& id : experiments)
        if (auto done = waitFor(id); !done)
            return done;
    return {};
}

LessonFindings LessonRuns::findings(const std::map<std::string, double, std::less<>>& answers)
{
    const std::lock_guard lock(m_mutex);
    LessonFindings findings{m_lesson, {}, answers};
    for (const auto& [id, run] : m_runs)
        if (run.isOver)
            findings.runs[id] = run.record.get();
    return findings;
}

std::string LessonRuns::ofRecord(const std::string& id,
                                 const std::function<std::string(const RunRecord&)>& read)
{
    const std::lock_guard lock(m_mutex);
    return read(*m_runs.at(id).record);
}

GenerationPtr LessonRuns::model(const std::string& experiment, int variant, std::int64_t generation)
{
    const std::lock_guard lock(m_mutex);
    const Run& run = m_runs.at(experiment);
    const auto found = run.models.find({variant, generation});
    return found == run.models.end() ? nullptr : found->second;
}

} // namespace hareloom::cli
