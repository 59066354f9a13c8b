// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ChainPlan.h"
#include "core/store/Database.h"
#include "core/store/GenerationBlock.h"
#include "core/store/Session.h"

#include <functional>
#include <optional>

namespace hareloom {

/// One generation as a session's file has it, or a piece of the file that cannot be read.
struct StoredLink
{
    ChainIndex chain = 0;
    int index = 0; // of the last one, where `count` of them are one piece
    int count = 1;
    std::shared_ptr<Generation> generation; // null where it cannot be read
    RecordExtras extras;
    std::string problem; // what is wrong; empty: nothing
};

/// "chain 0, generation 3"
std::string placeOf(ChainIndex chain, int index);

/// The generations of a file, by chain, then index, one at a time. Errors of next(): InvalidFile, System: the
/// rest of the file cannot be read.
class StoredLinks
{
public:
    virtual ~StoredLinks() = default;
    /// Nothing at the end.
    virtual Result<std::optional<StoredLink>> next() = 0;
};

/// Generations of one chain, both ends included.
struct LinkRange
{
    ChainIndex chain = 0;
    int first = 0, last = 0;
};

/// What the links are read with; all outlive them.
struct LinkContext
{
    const Database& database;
    const ChainPlan& plan;
    const MetricTable& metrics;
    WantedDetail wanted;
    std::optional<LinkRange> only = std::nullopt; // just these
};

/// Of format 1, one generation or all of them, with a row for each generation and each metric.
Result<std::unique_ptr<StoredLinks>> readOldLinks(LinkContext context);
/// Of format 2, with a row for a block of generations; each generation under the chain that keeps it.
Result<std::unique_ptr<StoredLinks>> readBlocks(LinkContext context);

/// Whether a chain of this number can have a generation of this index: what is wrong, or empty.
std::string outOfRange(const ChainPlan& plan, std::int64_t chain, std::int64_t index);

} // namespace hareloom
