// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "core/base/Text.h"
#include "core/chain/Run.h"
#include "core/chain/TrainingSetOf.h"
#include "core/experiment/Interaction.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Variants.h"
#include "core/store/Export.h"
#include "core/store/OriginLabels.h"
#include "core/store/Session.h"
#include "core/training/OpenSource.h"
#include "core/training/SourceRecord.h"

namespace hareloom::cli {

namespace {

SampleFormat formatOf(const std::string& name)
{
    return name == "md" ? SampleFormat::Markdown : name == "txt" ? SampleFormat::Text : SampleFormat::Csv;
}

/// The experiment of the variant that the chain belongs to.
Result<Experiment> variantOf(const Experiment& experiment, ChainIndex chain)
{
    Result<std::vector<Experiment>> variants = expandVariants(experiment);
    if (!variants)
        return variants.error();
    return variants->at(static_cast<std::size_t>(chain / experiment.chains));
}

/// All generations of a chain before one of them.
Result<std::vector<GenerationPtr>> earlierThan(int index, const Session& session, ChainIndex chain)
{
    std::vector<GenerationPtr> before;
    for (int g = 0; g < index; ++g) {
        Result<GenerationPtr> earlier = session.generation(chain, g);
        if (!earlier)
            return earlier.error();
        before.push_back(*std::move(earlier));
    }
    return before;
}

/// The chains of all models of its replicate where they learn from each other, else the chain alone.
std::vector<ChainIndex> writersOf(const Experiment& variant, ChainIndex chain)
{
    if (!variant.interaction)
        return {chain};
    std::vector<ChainIndex> chains;
    const auto each = static_cast<ChainIndex>(variant.chains);
    for (int model = 0; model < static_cast<int>(variant.interaction->models->size()); ++model)
        chains.push_back(model * each + chain % each);
    return chains;
}

/// The rows that the generation was fitted on: found from those of the generations before it.
Result<void> writeTraining(const SamplesArguments& arguments, const Session& session,
                           const Experiment& variant, const Source& source, const Generation& generation,
                           std::ostream& out)
{
    const auto replicate = static_cast<int>(arguments.chain % variant.chains);
    std::vector<std::vector<GenerationPtr>> before; // of each model that may have written for this one
    for (const ChainIndex chain : writersOf(variant, arguments.chain)) {
        auto earlier = earlierThan(generation.index, session, chain);
        if (!earlier)
            return earlier.error();
        before.push_back(*std::move(earlier));
    }
    const Result<TrainingSet> set = variant.interaction
                                        ? trainingSetOf(variant, replicate, generation, before)
                                        : trainingSetOf(variant, replicate, generation, before.front());
    if (!set)
        return set.error();
    return writeSample(out, *set->rows, source, formatOf(arguments.format), {}, originLabels(set->origins));
}

/// Names of variables and states, which the session remembers of a table; what other data are, and with
/// `needsRows` a table as well, is read from their files, which must be what the session began with.
Result<std::shared_ptr<const Source>> sourceFor(const Session& session, const Experiment& variant,
                                                ChainIndex chain, bool needsRows)
{
    const auto number = static_cast<std::size_t>(chain / session.experiment().chains);
    const std::vector<SourceRecord>& known = session.sources();
    if (number >= known.size() || known[number].digest.empty())
        return openSource(variant);
    if (auto names = needsRows ? nullptr : namesOf(known[number]))
        return names;
    auto source = openSource(variant);
    if (source && recordOf(variant, **source).digest != known[number].digest)
        return invalidFile(
            session.path() + ": the data in " + variant.source.path +
            " are no longer those that the session began with, so its samples cannot be made again; put "
            "them back as they were.");
    return source;
}

Result<void> writeRows(const SamplesArguments& arguments, std::ostream& out)
{
    const Result<std::unique_ptr<Session>> session = Session::openReadOnly(arguments.session);
    if (!session)
        return session.error();
    const Result<GenerationPtr> generation = (*session)->generation(arguments.chain, arguments.generation);
    if (!generation)
        return generation.error();
    const Result<Experiment> experiment = variantOf((*session)->experiment(), arguments.chain);
    if (!experiment)
        return experiment.error();
    const auto source = sourceFor(**session, *experiment, arguments.chain, arguments.training);
    if (!source)
        return source.error();
    if (arguments.training)
        return writeTraining(arguments, **session, *experiment, **source, **generation, out);
    Result<std::vector<GenerationPtr>> before = std::vector<GenerationPtr>();
    const SnapshotPtr& snapshot = (*generation)->snapshot;
    if (experiment->policy.prompts == Prompts::Training && !(snapshot && snapshot->keptSample()))
        before = earlierThan(arguments.generation, **session, arguments.chain);
    if (!before)
        return before.error();
    const Result<DatasetPtr> rows = sampleOf(*experiment, **generation, *before);
    if (!rows)
        return Error{rows.error().kind, printable(arguments.session) + ": " + rows.error().message};
    return writeSample(out, **rows, **source, formatOf(arguments.format));
}

} // namespace

int execute(const SamplesArguments& arguments, Console& console)
{
    // A stream that takes no more is told of once, at the end of the program.
    if (Result<void> written = writeRows(arguments, console.data); !written && console.data)
        return fail(console, written.error());
    return kDone;
}

} // namespace hareloom::cli
