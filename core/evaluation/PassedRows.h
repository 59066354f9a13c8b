// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/Evaluator.h"
#include "core/training/Filtering.h"

namespace hareloom {

/// Streams beneath a generation's sample seed. Readers + i: for model i.
enum SampleStream : std::uint64_t { Luck = 1, PickPrompts = 2, Curate = 3, Readers = 16 };

/// A model, and what of its policy decides which of its rows another model sees.
struct RowGate
{
    const ChainSetup& setup;
    const Generator& model;
    Evaluator& evaluator;     // knows the rows' classes
    const Verifier* verifier; // null: no row is judged
};

/// Whether all rows pass, as the model generates them.
bool isOpen(const RowGate& gate);

/// The first n rows that the model generates from `prompts` (null where its family takes none), as the
/// policy's bias and filter let them pass and as they are chosen by taste. Errors: InvalidData where too few
/// pass; Stopped.
Result<DatasetPtr> passedRows(const RowGate& gate, std::int64_t n, Seed seed, const DatasetPtr& prompts,
                              const FitContext& context);

} // namespace hareloom
