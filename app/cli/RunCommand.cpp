// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/ExperimentInput.h"
#include "app/cli/Interrupts.h"
#include "app/cli/ProgressLines.h"
#include "app/cli/ProgressPrinter.h"
#include "app/cli/RunSummary.h"
#include "core/base/Parallel.h"
#include "core/chain/PrepareChains.h"
#include "core/chain/SourceRecord.h"
#include "core/data/Source.h"
#include "core/forecast/Remarks.h"
#include "core/recipe/DeviceChoice.h"
#include "core/recipe/ExperimentJson.h"
#include "core/store/Session.h"
#include "core/store/SessionRecorder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>

namespace hareloom::cli {

namespace {

namespace fs = std::filesystem;

/// Everything a run needs, checked before anything runs.
struct Job
{
    Experiment experiment;
    std::vector<Experiment> variants;
    std::vector<SourceRecord> sources;
    std::unique_ptr<Session> session;  // null: nothing is written
    std::vector<GenerationPtr> before; // what the run goes on from
    std::unique_ptr<RunLog> log;       // has heard of all that was made before
    std::int64_t total = 0;
    int threads = 1;
    std::string askedDevice;
    DeviceChoice device;
    std::vector<std::string> notes; // on the experiment, the session and what will not be as it looks
};

Provenance provenanceNow(const DeviceChoice& device, int threads)
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return {HARELOOM_VERSION, device.words(), threads, kSamplingVersion, text};
}

/// What a run would refuse before it begins is refused before a session is made for it. Reads the data.
Result<void> checkSources(Job& job)
{
    Result<std::vector<SourceRecord>> sources = recordSources(job.variants);
    if (!sources)
        return sources.error();
    job.sources = *std::move(sources);
    std::vector<std::string> remarks;
    for (const Experiment& variant : job.variants) {
        const auto setup = prepareChains(variant);
        if (!setup)
            return setup.error();
        if (const std::string line = (*setup)->source->readAs();
            !line.empty() && std::find(job.notes.begin(), job.notes.end(), line) == job.notes.end())
            job.notes.push_back(line);
        addRemarks(remarks, variant, (*setup)->source, job.variants.size() > 1);
    }
    for (const std::string& remark : remarks)
        job.notes.push_back("Note: " + remark);
    return {};
}

Result<std::unique_ptr<Session>> openToResume(const std::string& path)
{
    Result<std::unique_ptr<Session>> session = Session::open(path);
    if (session && (*session)->provenance().samplingVersion != kSamplingVersion)
        return invalidFile(
            path + ": this session was made by a version of Hareloom whose random sampling differs (" +
            std::to_string((*session)->provenance().samplingVersion) + "; this is " +
            std::to_string(kSamplingVersion) + "), so it cannot be resumed. Its metrics can still be read.");
    return session;
}

/// More generations or chains than the session's experiment has, where they are asked for.
Result<void> extend(Session& session, const ExperimentArguments& arguments)
{
    if (!arguments.generations && !arguments.chains)
        return {};
    ExperimentInput asked{session.experiment(), {}};
    if (Result<void> read = applyLength(asked.experiment, arguments); !read)
        return read;
    return session.extend(asked.experiment.generations, asked.experiment.chains);
}

Result<std::unique_ptr<Session>> resumeNamed(const RunArguments& arguments)
{
    const std::string& name = arguments.experiment.name;
    if (!arguments.resume)
        return invalidInput(name + ": this is a session; 'run " + name + " --resume' goes on with it.");
    if (arguments.experiment.changesMoreThanLength())
        return invalidInput(name +
                            ": a session's experiment cannot be changed, but for more --generations and "
                            "--chains; run the experiment anew with --set and another --out.");
    if (!arguments.out.empty() && arguments.out != name)
        return invalidInput("--out " + arguments.out +
                            ": a session is resumed in its own file; leave --out away.");
    Result<std::unique_ptr<Session>> session = openToResume(name);
    if (!session)
        return session;
    Result<void> extended = extend(**session, arguments.experiment);
    return extended ? std::move(session) : extended.error();
}

Result<std::unique_ptr<Session>> resumeSame(const std::string& path, const Experiment& experiment)
{
    Result<std::unique_ptr<Session>> session = openToResume(path);
    if (session && toText((*session)->experiment()) != toText(experiment))
        return invalidInput(path + ": the session holds another experiment than the one given; 'run " + path +
                            " --resume' goes on with its own.");
    return session;
}

/// What --out cannot be is refused before anything is read or opened: a pipe would be waited for without end.
Result<void> checkOut(const std::string& out)
{
    if (out == "-")
        return invalidInput(
            "--out -: a session is a database and cannot go to standard output; name a file, as "
            "run.hareloom. --json prints the results.");
    if (out == ":memory:" || out.starts_with("file:"))
        return invalidInput("--out " + out +
                            ": this is a name of SQLite's, not of a file; for a file that is "
                            "called so, write ./" +
                            out + ".");
    std::error_code ignored;
    const fs::file_status status = fs::status(out, ignored);
    if (fs::is_directory(status))
        return invalidInput("--out " + out + ": this is a folder; name a file in it, as " +
                            (fs::path(out) / "run.hareloom").string() + ".");
    if (fs::exists(status) && !fs::is_regular_file(status))
        return invalidInput("--out " + out +
                            ": this is a pipe or a device, and a session is a database that needs "
                            "a file; name one, as run.hareloom. --json prints the results.");
    if (const fs::path folder = fs::path(out).parent_path(); !folder.empty() && !fs::exists(folder, ignored))
        return invalidInput("--out " + out + ": there is no folder " + folder.string() + ".");
    return {};
}

/// The session that --out asks for; null when it was not given.
Result<std::unique_ptr<Session>> makeSession(const RunArguments& arguments, const Job& job)
{
    const std::string& out = arguments.out;
    if (out.empty() && arguments.resume)
        return invalidInput("--resume goes on with a session: name one, or give --out.");
    if (out.empty())
        return std::unique_ptr<Session>();
    std::error_code ignored;
    if (!fs::exists(out, ignored))
        return Session::create(out, job.experiment, provenanceNow(job.device, job.threads),
                               arguments.snapshotEvery.value_or(1));
    if (!namesSession(out))
        return invalidInput("--out " + out +
                            ": the file exists, is no session, and is not overwritten; choose another name.");
    if (!arguments.resume)
        return invalidInput(
            "--out " + out +
            ": the file exists and is not overwritten; add --resume to go on with it, or choose "
            "another name.");
    return resumeSame(out, job.experiment);
}

Result<void> fillFromSession(Job& job)
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
    return {};
}

/// What a session keeps is chosen when it is made.
Result<void> checkSnapshots(const RunArguments& arguments, const Session* session)
{
    if (!arguments.snapshotEvery || (session && session->snapshotEvery() == *arguments.snapshotEvery))
        return {};
    const std::string asked = "--snapshot-every " + std::to_string(*arguments.snapshotEvery);
    if (!session)
        return invalidInput(asked + ": it says what a session keeps; name one with --out.");
    return invalidInput(asked + ": " + session->path() + " was made with " +
                        std::to_string(session->snapshotEvery()) + ", and that cannot be changed later.");
}

/// Variants, sources and the number of links: what run() would refuse is refused here.
Result<void> checkJob(Job& job)
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

Result<Job> resumedJob(const RunArguments& arguments, Job job)
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

Result<Job> newJob(const RunArguments& arguments, Job job)
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
    Result<std::unique_ptr<Session>> session = makeSession(arguments, job);
    if (!session)
        return session.error();
    job.session = std::move(session).value();
    if (Result<void> checked = checkSnapshots(arguments, job.session.get()); !checked)
        return checked.error();
    if (!job.session)
        return job;
    job.experiment = job.session->experiment();
    if (Result<void> filled = fillFromSession(job); !filled)
        return filled.error();
    return job;
}

Result<Job> prepare(const RunArguments& arguments)
{
    Job job;
    job.askedDevice = arguments.device;
    job.log = std::make_unique<RunLog>(arguments.json);
    job.threads = arguments.threads > 0 ? arguments.threads : availableThreads();
    return namesSession(arguments.experiment.name) ? resumedJob(arguments, std::move(job))
                                                   : newJob(arguments, std::move(job));
}

/// Runs the job to its end, a stop or a failure; what was made is in `log` and in the session.
Result<RunEnd> runJob(Job& job, const StopSource& stop)
{
    RunLog& log = *job.log;
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

Result<void> printResults(const RunArguments& arguments, const Job& job, bool finished, Console& console)
{
    if (!arguments.json) {
        printSummary(console.out, summarise(job.variants, *job.log));
        return {};
    }
    const nlohmann::ordered_json result = {
        {"hareloom", HARELOOM_VERSION},
        {"end", finished ? "finished" : "stopped"},
        {"device", job.device.name},
        {"threads", job.threads},
        {"session", job.session ? nlohmann::ordered_json(job.session->path()) : nullptr},
        {"experiment", nlohmann::ordered_json::parse(toText(job.experiment))}};
    return printJson(console.data, result, job.variants, *job.log);
}

std::string interruptedText(const Job& job)
{
    return job.session ? "Finished generations are kept; go on with: hareloom-cli run " + job.session->path() +
                             " --resume"
                       : std::string("No session was written, because no --out was given.");
}

/// Who hears of the run while it goes on: a person, a program, or nobody.
struct Audience
{
    std::unique_ptr<ProgressPrinter> person;
    std::unique_ptr<ProgressLines> program;

    ChainObserver* observer() const
    {
        return program ? static_cast<ChainObserver*>(program.get()) : person.get();
    }
};

Audience makeAudience(const RunArguments& arguments, const Job& job, Console& console)
{
    Audience audience;
    if (arguments.quiet)
        return audience;
    if (arguments.progress == "json") {
        audience.program =
            std::make_unique<ProgressLines>(console, job.experiment, job.variants, job.total, job.before);
        for (const std::string& note : job.notes)
            audience.program->note(note);
        audience.program->note(job.device.note);
        return audience;
    }
    for (const std::string& note : job.notes)
        console.note(note);
    console.note(job.device.note);
    audience.person = std::make_unique<ProgressPrinter>(console, job.experiment.title, job.variants, job.total,
                                                        job.before);
    return audience;
}

int reportInterrupted(const Job& job, const Audience& audience, Console& console)
{
    if (audience.program)
        audience.program->end("stopped", interruptedText(job));
    else
        console.err << "hareloom-cli: interrupted. " << interruptedText(job) << std::endl;
    return kInterrupted;
}

int reportFailed(const Error& error, const Audience& audience, Console& console)
{
    if (!audience.program)
        return fail(console, error);
    audience.program->end("failed", error.message);
    return exitStatus(error.kind);
}

} // namespace

int execute(const RunArguments& arguments, Console& console)
{
    Result<Job> job = prepare(arguments);
    if (!job)
        return fail(console, job.error());
    const StopSource stop;
    const Interrupts interrupts(stop);
    const Audience audience = makeAudience(arguments, *job, console);
    job->log->setNext(audience.observer());
    const Result<RunEnd> end = runJob(*job, stop);
    if (!end && end.error().kind != ErrorKind::Stopped)
        return reportFailed(end.error(), audience, console);
    const bool finished = end && *end == RunEnd::Finished;
    // A stream that takes no more is told of once, at the end of the program.
    if (Result<void> printed = printResults(arguments, *job, finished, console); !printed && console.data)
        return reportFailed(printed.error(), audience, console);
    if (!finished)
        return reportInterrupted(*job, audience, console);
    if (audience.program)
        audience.program->end("finished", "");
    return kDone;
}

} // namespace hareloom::cli
