// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/LessonRun.h"

#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Variants.h"

namespace hareloom {
namespace {

/// Fills a record, and passes everything on.
class Recorder final : public ChainObserver
{
public:
    Recorder(RunRecord& record, ChainObserver* next) : m_record(record), m_next(next) {}

    void onProgress(const Progress& progress) override
    {
        if (m_next)
            m_next->onProgress(progress);
    }
    void onGeneration(const GenerationPtr& generation) override
    {
        m_record.add(*generation);
        if (m_next)
            m_next->onGeneration(generation);
    }
    void onFinished(std::int64_t completed) override
    {
        if (m_next)
            m_next->onFinished(completed);
    }

private:
    RunRecord& m_record;
    ChainObserver* m_next;
};

} // namespace

Result<Experiment> experimentFor(const LessonExperiment& experiment, Seed seed, const SettingList& changed)
{
    Experiment own = experiment.experiment;
    own.seed = seed;
    for (const auto& [path, value] : changed)
        if (auto set = overrideField(own, path, value); !set)
            return set.error();
    if (auto valid = validate(own); !valid)
        return valid.error();
    return own;
}

bool keepsStates(const LessonExperiment& experiment)
{
    return !experiment.names.empty();
}

Result<RunRecord> recordedRun(const Experiment& experiment, bool keepsStates, const StopToken& stop,
                              ChainObserver* next, const RunOptions& options)
{
    RunRecord record(experiment, keepsStates);
    Recorder recorder(record, next);
    const auto end = run(experiment, recorder, stop, options);
    if (!end)
        return end.error();
    if (*end == RunEnd::Stopped)
        return stopped();
    return record;
}

Result<void> LessonRun::run(const std::string& experiment, const StopToken& stop, ChainObserver* observer)
{
    const LessonExperiment* of = m_lesson.findExperiment(experiment);
    if (!of || m_records.contains(experiment))
        return {};
    const auto own = experimentFor(*of, m_seed);
    if (!own)
        return own.error();
    auto& known = m_runs[{toText(*own), keepsStates(*of)}];
    if (known) {
        m_records.emplace(experiment, known);
        return {};
    }
    auto record = recordedRun(*own, keepsStates(*of), stop, observer);
    if (!record && record.error().kind == ErrorKind::Stopped)
        return record.error();
    if (!record)
        return Error{record.error().kind, experiment + ": " + record.error().message};
    known = std::make_shared<const RunRecord>(*std::move(record));
    m_records.emplace(experiment, known);
    return {};
}

Result<void> LessonRun::runAll(const StopToken& stop)
{
    for (const LessonExperiment& experiment : m_lesson.experiments)
        if (auto done = run(experiment.id, stop); !done)
            return done;
    return {};
}

LessonFindings LessonRun::findings() const
{
    LessonFindings findings{m_lesson, {}};
    for (const auto& [id, record] : m_records)
        findings.runs[id] = record.get();
    return findings;
}

} // namespace hareloom
