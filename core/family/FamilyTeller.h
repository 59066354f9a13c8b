// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Event.h"
#include "core/family/Family.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hareloom {

/// From a generation on, a run goes on with other settings.
struct ToldChange
{
    std::int64_t at = 1;
    std::string what;      // "Real share 0.1"
    Experiment experiment; // the settings in force from there on
};

/// The chains that are told of: those of one variant. Immutable; any thread.
struct ToldRun
{
    Experiment experiment; // the variant's, with the settings of generation 0
    const Family* family = nullptr;
    /// What states, variables, classes or kinds of topics are called, by number; fewer than there are, or none, where
    /// their names are not known.
    std::vector<std::string> names = {};
    bool hasVariants = false; // there are others to compare it with
    std::vector<ToldChange> changes = {}; // in their order

    /// The settings with which a generation was made.
    const Experiment& at(std::int64_t generation) const;
};
using ToldRunPtr = std::shared_ptr<const ToldRun>;

/// The names that a source knows.
std::vector<std::string> namesIn(const Source& source);
/// “hoopoe”, or where it has no name its number from 1. States of a distribution are called by their numbers, too.
std::string nameOf(const ToldRun& run, std::int64_t part);
/// "a, b, c", or the first of them and how many more.
std::string listed(const ToldRun& run, const std::vector<std::int64_t>& parts, std::size_t most = 12);

/// What a reason must know of how generations follow each other.
struct Habit
{
    bool replaces = false;    // each generation learns from rows of the one before alone, each of them as drawn
    bool isSampled = true;    // ... a finite number of them
    bool takesReal = false;   // original or fresh rows are among those of every generation
    bool accumulates = false; // ... and all rows ever made
    bool isControl = false;   // each learns from generation 0's model
    bool readsOthers = false; // rows of other models are among those of every generation
    bool isCurated = false;   // the generated rows were chosen by somebody's taste
    std::int64_t returnsFrom = 0; // the first generation after a change of settings still to come, from which on what
                                  // is lost may return; 0: there is none
    /// What one generation lacks may be in the next one.
    bool mayReturnNow() const { return takesReal || accumulates || isControl || readsOthers; }
    /// ... or in a later one.
    bool mayReturn() const { return mayReturnNow() || returnsFrom > 0; }
};
Habit habitOf(const Experiment& experiment);
/// Of a generation and those that follow it.
Habit habitOf(const ToldRun& run, int generation);

/// Why something is lost by the habit of a generation: the key of a sentence that needs {rows}, {realRows}
/// and {lambda}, which lossArguments() has; empty where none is true.
std::string_view lossReason(const ToldRun& run, const Generation& generation);
Arguments lossArguments(const ToldRun& run, const Generation& generation);

/// What became of a chain in one quantity, for a summary: how many kinds, groups or classes are left, or how wide it is.
struct Outcome
{
    std::string_view key;     // of the sentence for one chain: {generation}, {before}, {after}
    std::string_view lostKey; // ... that also lists what was lost, {lost}; may be empty
    std::string_view manyKey; // ... for many chains: {chains}, {before}, {median}, {least}, {most}
    std::string_view metric;  // that it is
    double before = 0, after = 0;
};

/// Tells what became of what only one family has: states, groups, classes, topics. One chain, one thread.
class FamilyTeller
{
public:
    virtual ~FamilyTeller() = default;
    /// The next generation of the chain, from 0 on, none left out, with its snapshot. Adds what happened in it, or came to be known
    /// by it. In the time that it takes to read the snapshot.
    virtual void hear(const Generation& now, std::vector<Event>& told) = 0;
    /// What was lost for good so far, in this order, as a list of names; empty where nothing was.
    virtual std::string lostInOrder() const { return {}; }
};

} // namespace hareloom
