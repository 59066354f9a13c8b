// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/ExperimentInput.h"
#include "core/base/Text.h"
#include "core/literature/Bibtex.h"
#include "core/recipe/Citations.h"
#include "core/store/Session.h"

namespace hareloom::cli {

namespace {

/// What is cited: an experiment, and the version of the program that ran it.
struct Cited
{
    Experiment experiment;
    std::string version = HARELOOM_VERSION;
};

Result<Cited> readCited(const std::string& name)
{
    if (namesSession(name)) {
        const Result<std::unique_ptr<Session>> session = Session::openReadOnly(name);
        if (!session)
            return session.error();
        return Cited{(*session)->experiment(), (*session)->provenance().version};
    }
    ExperimentArguments named;
    named.name = name;
    Result<ExperimentInput> input = readExperimentInput(named);
    if (!input)
        return input.error();
    return Cited{std::move(input->experiment)};
}

} // namespace

int execute(const CiteArguments& arguments, Console& console)
{
    if (arguments.name.empty()) {
        console.out << bibtexOfProgram(HARELOOM_VERSION);
        return kDone;
    }
    const Result<Cited> cited = readCited(arguments.name);
    if (!cited)
        return fail(console, cited.error());
    console.out << bibtexOfProgram(cited->version);
    // BibTeX passes over what stands between entries.
    for (const Citation& citation : citationsOf(cited->experiment))
        console.out << "\n% Cited for: " << joined(citation.reasons) << "\n" << bibtex(*citation.paper);
    return kDone;
}

} // namespace hareloom::cli
