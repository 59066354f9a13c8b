// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "core/chain/OpenSource.h"
#include "core/chain/Run.h"
#include "core/chain/TrainingSetOf.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Variants.h"
#include "core/store/Export.h"
#include "core/store/OriginLabels.h"
#include "core/store/Session.h"

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

/// The rows that the generation was fitted on: found from those of the generations before it.
Result<void> writeTraining(const SamplesArguments& arguments, const Session& session,
                           const Experiment& variant, const Source& source, const Generation& generation,
                           std::ostream& out)
{
    std::vector<GenerationPtr> before;
    for (int g = 0; g < generation.index; ++g) {
        Result<GenerationPtr> earlier = session.generation(arguments.chain, g);
        if (!earlier)
            return earlier.error();
        before.push_back(*std::move(earlier));
    }
    const auto replicate = static_cast<int>(arguments.chain % variant.chains);
    const Result<TrainingSet> set = trainingSetOf(variant, replicate, generation, before);
    if (!set)
        return set.error();
    return writeSample(out, *set->rows, source, formatOf(arguments.format), {}, originLabels(set->origins));
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
    const auto source = openSource(*experiment);
    if (!source)
        return source.error();
    if (arguments.training)
        return writeTraining(arguments, **session, *experiment, **source, **generation, out);
    const Result<DatasetPtr> rows = sampleOf(*experiment, **generation);
    if (!rows)
        return rows.error();
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
