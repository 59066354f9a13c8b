// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/ExperimentJson.h"
#include "core/sweep/SweepFolder.h"
#include "core/sweep/SweepResults.h"
#include "core/sweep/SweepTables.h"
#include "tests/fuzz/targets/Targets.h"

#include <filesystem>
#include <sstream>

namespace hareloom::fuzz {

namespace {

/// The sweep that the corpus has results of.
const SweepPlan& plan()
{
    static const SweepPlan made = [] {
        const auto experiment = parseExperiment(
            R"({"schema": 1, "family": "gaussian", "generations": 3,
                "sweep": {"grid": {"samples.size": [10, 20]}, "replicates": 2}})",
            "fuzz.json");
        require(experiment.ok(), "the sweep of the corpus is valid");
        auto plan = SweepPlan::make(*experiment);
        require(plan.ok(), "the sweep of the corpus has a plan");
        return *plan;
    }();
    return made;
}

void readFolder(Input input)
{
    static const InputFolder folder;
    folder.write("sweep.json", input);
    const auto read = SweepFolder::open(folder.path());
    if (!read)
        return requireSentence(read.error());
    const std::string written = toText(read->experiment());
    const auto again = parseExperiment(written, "again");
    require(again.ok() && toText(*again) == written, "a sweep's experiment can be written and read", written);
}

void readResults(Input input)
{
    static const InputFolder folder;
    static const auto sweep = SweepFolder::make(folder.path(), plan().experiment());
    require(sweep.ok(), "a folder for the sweep can be made");
    folder.write("results/fuzz.results", input);
    auto results = SweepResults::read(*sweep, plan());
    if (!results)
        return requireSentence(results.error());
    for (const std::string& problem : results->problems())
        requireSentence(invalidFile(problem));
    for (const SweepTable form : {SweepTable::Wide, SweepTable::Long, SweepTable::Summary}) {
        std::ostringstream out;
        const auto damaged = writeSweepTable(plan(), *results, form, out);
        if (!damaged)
            return requireSentence(damaged.error());
        require(out.str().ends_with('\n'), "a table has whole lines", out.str());
    }
}

} // namespace

// The first byte says what the rest is: sweep.json, or a file of results.
void sweep(Input input)
{
    if (input.empty())
        return;
    if (input[0] % 2 == 0)
        readFolder(input.subspan(1));
    else
        readResults(input.subspan(1));
}

} // namespace hareloom::fuzz
