// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/ExperimentInput.h"
#include "app/cli/Interrupts.h"
#include "core/chain/Run.h"
#include "core/recipe/DeviceChoice.h"
#include "core/store/Recompute.h"
#include "core/store/Session.h"

#include <numeric>

namespace hareloom::cli {

namespace {

/// Says what a sound session holds, and how far it is.
Result<void> printSound(const Session& session, Console& console)
{
    const Result<std::vector<int>> lengths = session.chainLengths();
    if (!lengths)
        return lengths.error();
    const std::int64_t generations = std::accumulate(lengths->begin(), lengths->end(), std::int64_t{0});
    const Result<std::int64_t> total = totalGenerations(session.experiment());
    if (!total)
        return total.error();
    const Provenance& made = session.provenance();
    console.out << session.path() << ": sound. " << generations << " of " << *total << " generations; "
                << session.experiment().family << ", seed " << session.experiment().seed
                << "; made by Hareloom " << made.version << " on " << made.device << " with " << made.threads
                << (made.threads == 1 ? " thread, " : " threads, ") << made.created << ".\n";
    return {};
}

/// Makes everything again, where this program can make the same.
Result<std::vector<std::string>> recomputed(const Session& session, const VerifyArguments& arguments)
{
    if (session.provenance().samplingVersion != kSamplingVersion)
        return invalidFile(session.path() +
                           ": this session was made by a version of Hareloom whose random sampling "
                           "differs, so its generations cannot be made again.");
    const Result<DeviceChoice> device = readDeviceInput(session.experiment().family, arguments.device);
    if (!device)
        return device.error();
    const StopSource stop;
    const Interrupts interrupts(stop);
    return recompute(session, stop, {arguments.threads, {}, device->name});
}

} // namespace

int execute(const VerifyArguments& arguments, Console& console)
{
    const Result<std::unique_ptr<Session>> session = Session::openReadOnly(arguments.session);
    if (!session)
        return fail(console, session.error());
    Result<std::vector<std::string>> problems = (*session)->verify();
    if (problems && problems->empty() && arguments.recompute)
        problems = recomputed(**session, arguments);
    if (!problems && problems.error().kind == ErrorKind::Stopped)
        return kInterrupted;
    if (!problems)
        return fail(console, problems.error());
    for (const std::string& problem : *problems)
        console.out << arguments.session << ": " << problem << "\n";
    if (!problems->empty())
        return kFailed;
    if (Result<void> printed = printSound(**session, console); !printed)
        return fail(console, printed.error());
    return kDone;
}

} // namespace hareloom::cli
