// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RunJob.h"

#include "app/cli/ExperimentInput.h"
#include "app/cli/RunSession.h"
#include "app/cli/Story.h"
#include "core/base/Parallel.h"
#include "core/forecast/Remarks.h"
#include "core/store/SessionRecorder.h"
#include "core/training/PrepareChains.h"

namespace hareloom::cli {

namespace {

/// What a run would refuse before it begins is refused before a session is made for it. Reads the data.
Result<void> checkSources(RunJob& job)
{
    std::vector<std::string> remarks;
    std::vector<std::vector<std::string>> names;
    for (const Experiment& variant : job.variants) {
        const auto setup = prepareChains(variant);
        if (!setup)
            return setup.error();
        names.push_back(namesIn(*(*setup)->source));
        job.sources.push_back(recordOf(variant, *(*setup)->source));
        addReadAs(job.notes, *(*setup)->source);
        addRemarks(remarks, variant, (*setup)->source, job.variants.size() > 1);
    }
    for (const std::string& remark : remarks)
        job.notes.push_back("Note: " + remark);
    job.teller = std::make_unique<RunTeller>(job.variants, names);
    return {};
}

Result<void> fillFromSession(RunJob& job)
{
    if (Result<void> same = job.session->recordSources(job.sources); !same)
        return same;
    Result<std::vector<std::string>> notes = job.session->makeResumable();
    if (!notes)
        return notes.error();
    job.notes.insert(job.notes.end(), notes->begin(), notes->end());
    Result<std::vector<GenerationPtr>> before =
        job.session->toResume([&job](const GenerationPtr& generation) {
            job.log->add(generation);
            return Result<void>();
        });
    if (!before)
        return before.error();
    job.before = std::move(before).value();
    return job.before.empty() ? Result<void>() : tellSession(*job.teller, *job.session);
}

/// Variants, sources and the number of links: what run() would refuse is refused here.
Result<void> checkJob(RunJob& job)
{
    Result<std::vector<Experiment>> variants = expandVariants(job.experiment);
    if (!variants)
        return variants.error();
    job.variants = std::move(variants).value();
    auto device = readDeviceInput(job.experiment.family, job.askedDevice);
    if (!device)
        return device.error();
    job.device = *std::move(device);
    if (Result<void> sound = checkSources(job); !sound)
        return sound;
    const Result<std::int64_t> total = totalGenerations(job.experiment);
    if (!total)
        return total.error();
    job.total = *total;
    return {};
}

Result<RunJob> resumedJob(const RunArguments& arguments, RunJob job)
{
    Result<std::unique_ptr<Session>> session = resumeNamed(arguments);
    if (!session)
        return session.error();
    job.session = std::move(session).value();
    job.experiment = job.session->experiment();
    if (Result<void> checked = checkSnapshots(arguments, job.session.get()); !checked)
        return checked.error();
    if (Result<void> checked = checkJob(job); !checked)
        return checked.error();
    if (Result<void> filled = fillFromSession(job); !filled)
        return filled.error();
    return job;
}

Result<RunJob> newJob(const RunArguments& arguments, RunJob job)
{
    if (Result<void> possible = checkOut(arguments.out); !possible)
        return possible.error();
    Result<ExperimentInput> input = readExperimentInput(arguments.experiment);
    if (!input)
        return input.error();
    job.experiment = std::move(input->experiment);
    if (!input->note.empty())
        job.notes.push_back(std::move(input->note));
    if (Result<void> checked = checkJob(job); !checked)
        return checked.error();
    Result<std::unique_ptr<Session>> session =
        makeSession(arguments, job.experiment, job.device, job.threads);
    if (!session)
        return session.error();
    job.session = std::move(session).value();
    if (Result<void> checked = checkSnapshots(arguments, job.session.get()); !checked)
        return checked.error();
    if (!job.session)
        return job;
    if (std::string note = noteOfYounger(*job.session, job.experiment); !note.empty())
        job.notes.push_back(std::move(note));
    job.experiment = job.session->experiment();
    job.variants = expandVariants(job.experiment).value();
    if (Result<void> filled = fillFromSession(job); !filled)
        return filled.error();
    return job;
}

} // namespace

Result<RunJob> prepareJob(const RunArguments& arguments)
{
    RunJob job;
    job.askedDevice = arguments.device;
    job.log = std::make_unique<RunLog>(arguments.json);
    job.threads = arguments.threads > 0 ? arguments.threads : availableThreads();
    return namesSession(arguments.experiment.name) ? resumedJob(arguments, std::move(job))
                                                   : newJob(arguments, std::move(job));
}

Result<RunEnd> runJob(RunJob& job, const StopSource& stop)
{
    RunLog& log = *job.log;
    log.setTeller(job.teller.get());
    const RunOptions options{job.threads, job.before, job.device.name};
    if (!job.session)
        return run(job.experiment, log, stop.token(), options);
    if (Result<void> noted = job.session->recordDevice(job.device.words()); !noted)
        return noted.error();
    SessionRecorder recorder(*job.session, stop, &log);
    Result<RunEnd> end = run(job.experiment, recorder, stop.token(), options);
    if (recorder.failure())
        return *recorder.failure();
    return end;
}

} // namespace hareloom::cli
