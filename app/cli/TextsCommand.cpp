// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "core/base/Text.h"
#include "core/recipe/Variants.h"
#include "core/store/Session.h"
#include "core/store/TextReport.h"

namespace hareloom::cli {

namespace {

TextFormat formatOf(const std::string& name)
{
    return name == "md"     ? TextFormat::Markdown
           : name == "html" ? TextFormat::Html
           : name == "csv"  ? TextFormat::Csv
                            : TextFormat::Text;
}

/// The chain's texts, under the title of its variant.
Result<TextReport> reportOf(const Session& session, ChainIndex chain)
{
    const Experiment& experiment = session.experiment();
    const Result<std::vector<Experiment>> variants = expandVariants(experiment);
    if (!variants)
        return variants.error();
    const Result<std::vector<int>> lengths = session.chainLengths();
    if (!lengths)
        return lengths.error();
    if (chain < 0 || chain >= std::ssize(*lengths))
        return invalidInput("--chain: there is no chain " + std::to_string(chain) + ". The session has chains 0 to " +
                            std::to_string(std::ssize(*lengths) - 1) + ".");
    TextReport report{variants->at(static_cast<std::size_t>(chain / experiment.chains)).title, experiment.question,
                      "seed " + std::to_string(experiment.seed) + " · Hareloom " + session.provenance().version,
                      {}};
    for (int g = 0; g < (*lengths)[static_cast<std::size_t>(chain)]; ++g) {
        Result<GenerationPtr> generation = session.generation(chain, g);
        if (!generation)
            return generation.error();
        if ((*generation)->snapshot && (*generation)->snapshot->texts())
            report.generations.push_back(*std::move(generation));
    }
    if (report.generations.empty())
        return invalidInput(printable(session.path()) + ": chain " + std::to_string(chain) +
                            " has no texts, because its models do not write. `hareloom-cli samples` prints their rows.");
    return report;
}

} // namespace

int execute(const TextsArguments& arguments, Console& console)
{
    const Result<std::unique_ptr<Session>> session = Session::openReadOnly(arguments.session);
    if (!session)
        return fail(console, session.error());
    const Result<TextReport> report = reportOf(**session, arguments.chain);
    if (!report)
        return fail(console, report.error());
    console.data << textReport(*report, formatOf(arguments.format));
    return kDone;
}

} // namespace hareloom::cli
