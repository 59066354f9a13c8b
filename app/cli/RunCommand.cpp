// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/Interrupts.h"
#include "app/cli/ProgressLines.h"
#include "app/cli/ProgressPrinter.h"
#include "app/cli/RunJob.h"
#include "app/cli/Story.h"
#include "core/recipe/ExperimentJson.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace hareloom::cli {

namespace {

Result<void> printResults(const RunArguments& arguments, const RunJob& job, bool finished, Console& console)
{
    if (!arguments.json) {
        printSummary(console.out, summarise(job.variants, *job.log));
        if (!arguments.quiet)
            printStory(console.out, *job.teller);
        return {};
    }
    const nlohmann::ordered_json result = {
        {"hareloom", HARELOOM_VERSION},
        {"end", finished ? "finished" : "stopped"},
        {"device", job.device.name},
        {"threads", job.threads},
        {"session", job.session ? nlohmann::ordered_json(job.session->path()) : nullptr},
        {"experiment", nlohmann::ordered_json::parse(toText(job.experiment))},
        {"events", eventsJson(*job.teller)},
        {"summary", summaryJson(*job.teller)}};
    return printJson(console.data, result, job.variants, *job.log);
}

std::string interruptedText(const RunJob& job)
{
    return job.session ? "Finished generations are kept; go on with: hareloom-cli run " +
                             job.session->path() + " --resume"
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

Audience makeAudience(const RunArguments& arguments, const RunJob& job, Console& console)
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
    audience.person =
        std::make_unique<ProgressPrinter>(console, job.experiment.title, job.variants, job.total, job.before);
    return audience;
}

int reportInterrupted(const RunJob& job, const Audience& audience, Console& console)
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
    Result<RunJob> job = prepareJob(arguments);
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
