// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/NamedExperiment.h"
#include "core/literature/Bibtex.h"
#include "core/recipe/Citations.h"

namespace hareloom::cli {

int execute(const CiteArguments& arguments, Console& console)
{
    if (arguments.name.empty()) {
        console.out << bibtexOfProgram(HARELOOM_VERSION);
        return kDone;
    }
    const Result<NamedExperiment> cited = readNamedExperiment(arguments.name);
    if (!cited)
        return fail(console, cited.error());
    console.out << bibtexOf(cited->experiment, cited->version);
    return kDone;
}

} // namespace hareloom::cli
