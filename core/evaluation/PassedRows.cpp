// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/PassedRows.h"

#include "core/training/Curating.h"

namespace hareloom {
namespace {

// As the bias and the filter let them pass.
Result<DatasetPtr> filtered(const RowGate& gate, std::int64_t n, Seed seed, const DatasetPtr& prompts,
                            const FitContext& context)
{
    const Policy& policy = gate.setup.experiment.policy;
    const bool keepsByClass = !policy.filter.classes.empty();
    const std::int64_t candidates = keepsByClass    ? imageCandidatesFor(n)
                                    : gate.verifier ? Verifier::candidatesFor(n)
                                                    : n;
    auto stream = gate.model.sample(candidates, seed, {policy.lambda, prompts}, context);
    if (!stream || (!keepsByClass && !gate.verifier))
        return stream;
    const Seed luck = childSeed(seed, Luck);
    if (!keepsByClass)
        return gate.verifier->keep(*stream, n, luck, context.stop);
    return gate.evaluator.prepare(context).and_then([&] {
        const auto classesOf = [&gate](MatrixView rows) { return gate.evaluator.classesOf(rows); };
        return keepClasses(*stream, n, policy.filter.classes, classesOf, luck, context.stop);
    });
}

// Several rows are generated for each that is kept, all of them going on from the same prompt.
Result<DatasetPtr> curated(const RowGate& gate, const Curation& curation, std::int64_t n, Seed seed,
                           const DatasetPtr& prompts, const FitContext& context)
{
    auto stream = filtered(gate, n * curation.bestOf, seed,
                           prompts ? promptsOfCandidates(prompts, n, curation.bestOf) : nullptr, context);
    if (!stream)
        return stream;
    RowReaders readers{nullptr, gate.setup.source->text()};
    if (gate.setup.family->hasClasses) {
        if (auto ready = gate.evaluator.prepare(context); !ready)
            return ready.error();
        readers.classesOf = [&gate](MatrixView rows) { return gate.evaluator.classesOf(rows); };
    }
    return curate(curation, *stream, n, childSeed(seed, Curate), readers, context.stop);
}

} // namespace

bool isOpen(const RowGate& gate)
{
    const Policy& policy = gate.setup.experiment.policy;
    return !isCurated(policy.curation) && policy.filter.classes.empty() && !gate.verifier &&
           policy.lambda == 1;
}

Result<DatasetPtr> passedRows(const RowGate& gate, std::int64_t n, Seed seed, const DatasetPtr& prompts,
                              const FitContext& context)
{
    const auto& curation = gate.setup.experiment.policy.curation;
    return isCurated(curation) ? curated(gate, *curation, n, seed, prompts, context)
                               : filtered(gate, n, seed, prompts, context);
}

} // namespace hareloom
