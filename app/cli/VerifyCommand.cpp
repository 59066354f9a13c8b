// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "core/chain/Run.h"
#include "core/store/Session.h"

namespace hareloom::cli {

namespace {

/// Says what a sound session holds, and how far it is.
Result<void> printSound(const Session& session, Console& console)
{
    const Result<std::vector<GenerationPtr>> generations = session.generations();
    if (!generations)
        return generations.error();
    const Result<std::int64_t> total = totalGenerations(session.experiment());
    if (!total)
        return total.error();
    const Provenance& made = session.provenance();
    console.out << session.path() << ": sound. " << generations->size() << " of " << *total
                << " generations; " << session.experiment().family << ", seed " << session.experiment().seed
                << "; made by Hareloom " << made.version << " on " << made.device << " with " << made.threads
                << (made.threads == 1 ? " thread, " : " threads, ") << made.created << ".\n";
    return {};
}

} // namespace

int execute(const VerifyArguments& arguments, Console& console)
{
    const Result<std::unique_ptr<Session>> session = Session::openReadOnly(arguments.session);
    if (!session)
        return fail(console, session.error());
    const Result<std::vector<std::string>> problems = (*session)->verify();
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
