// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RunSession.h"

#include "app/cli/BranchInput.h"
#include "app/cli/ExperimentInput.h"
#include "core/base/Text.h"
#include "core/recipe/Differences.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>

namespace hareloom::cli {

namespace {

namespace fs = std::filesystem;

Provenance provenanceNow(const DeviceChoice& device, int threads)
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return {HARELOOM_VERSION, device.words(), threads, kSamplingVersion, text};
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

Result<void> addBranch(Session& session, const ExperimentArguments& arguments)
{
    return readBranchInput(session.experiment(), arguments).and_then([&](const auto& branch) {
        return session.addBranch(branch.from, branch.change, arguments.title);
    });
}

bool isSetBy(const RunArguments& arguments, const std::string& path)
{
    const std::vector<std::string>& set = arguments.experiment.set;
    return std::any_of(set.begin(), set.end(),
                       [&](const std::string& one) { return one.starts_with(path + "="); });
}

/// `experiment` with what a person has not set as the session's, where the program that made it knew no such
/// setting.
Experiment asThen(Experiment experiment, const Session& session, const RunArguments& arguments)
{
    for (const std::string& path : session.youngerSettings())
        if (const ExperimentField& field = *findField(path); !isSetBy(arguments, path))
            (void)field.set(experiment, field.get(session.experiment()));
    return experiment;
}

Result<std::unique_ptr<Session>> resumeSame(const RunArguments& arguments, const Experiment& experiment)
{
    const std::string& path = arguments.out;
    Result<std::unique_ptr<Session>> session = openToResume(path);
    if (!session)
        return session;
    const auto differing = differingPaths(asThen(experiment, **session, arguments), (*session)->experiment());
    if (!differing.empty())
        return invalidInput(path +
                            ": the session holds another experiment than the one given; they differ in " +
                            joined(differing) + ". 'run " + path + " --resume' goes on with its own.");
    return session;
}

} // namespace

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

Result<std::unique_ptr<Session>> resumeNamed(const RunArguments& arguments)
{
    const std::string& name = arguments.experiment.name;
    if (!arguments.resume && !arguments.experiment.branchAt)
        return invalidInput(name + ": this is a session; 'run " + name + " --resume' goes on with it.");
    if (arguments.experiment.changesMoreThanLength())
        return invalidInput(name +
                            ": a session's experiment cannot be changed, but for more --generations and "
                            "--chains; run the experiment anew with --set and another --out, or let it "
                            "branch with --branch-at.");
    if (!arguments.out.empty() && arguments.out != name)
        return invalidInput("--out " + arguments.out +
                            ": a session is resumed in its own file; leave --out away.");
    Result<std::unique_ptr<Session>> session = openToResume(name);
    if (!session)
        return session;
    Result<void> changed = extend(**session, arguments.experiment);
    if (changed && arguments.experiment.branchAt)
        changed = addBranch(**session, arguments.experiment);
    return changed ? std::move(session) : changed.error();
}

Result<std::unique_ptr<Session>> makeSession(const RunArguments& arguments, const Experiment& experiment,
                                             const DeviceChoice& device, int threads)
{
    const std::string& out = arguments.out;
    if (out.empty() && arguments.resume)
        return invalidInput("--resume goes on with a session: name one, or give --out.");
    if (out.empty())
        return std::unique_ptr<Session>();
    std::error_code ignored;
    if (!fs::exists(out, ignored))
        return Session::create(out, experiment, provenanceNow(device, threads),
                               arguments.snapshotEvery.value_or(1));
    if (!namesSession(out))
        return invalidInput("--out " + out +
                            ": the file exists, is no session, and is not overwritten; choose another name.");
    if (!arguments.resume)
        return invalidInput(
            "--out " + out +
            ": the file exists and is not overwritten; add --resume to go on with it, or choose "
            "another name.");
    return resumeSame(arguments, experiment);
}

std::string noteOfYounger(const Session& session, const Experiment& experiment)
{
    std::vector<std::string> kept;
    for (const std::string& path : session.youngerSettings())
        if (const ExperimentField& field = *findField(path);
            field.get(session.experiment()) != field.get(experiment))
            kept.push_back(path + " is " + valueText(field, session.experiment()));
    return kept.empty() ? std::string()
                        : "Note: the session was begun by version " + session.provenance().version +
                              ", and goes on as it worked then: " + joined(kept) + ".";
}

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

} // namespace hareloom::cli
