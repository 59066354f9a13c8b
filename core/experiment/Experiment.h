// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/data/SourceConfig.h"
#include "core/experiment/ModelSettings.h"
#include "core/experiment/Policy.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace hareloom {

struct Interaction; // core/experiment/Interaction.h
struct Sweep;       // core/experiment/Sweep.h

/// How the rows of a generation grow from one to the next.
enum class Growth { Constant, Linear, Superlinear, List };
inline constexpr std::array<Word<Growth>, 4> kGrowths = {{{Growth::Constant, "constant"},
                                                          {Growth::Linear, "linear"},
                                                          {Growth::Superlinear, "superlinear"},
                                                          {Growth::List, "list"}}};

/// M_g, the rows that generation g is fitted on; for g >= 1 generation g - 1 generates them.
struct SampleSchedule
{
    std::int64_t size = 100; // n0, the real rows of generation 0; 0: as many as a table has
    /// constant n0; linear n0 (g+1); superlinear n0 (g+1)^exponent; list
    Growth schedule = Growth::Constant;
    double exponent = 1.5;          // superlinear
    std::vector<std::int64_t> list; // list: M_0, M_1, ...; the last one repeats
};

/// The three errors of the paper, each true when it is at work.
struct ErrorSwitches
{
    bool statistical = true;   // false: every refit as from infinitely many rows
    bool expressive = true;    // false: the model gets a family that contains the truth
    bool approximation = true; // false: EM runs to convergence from several starts
};

/// On which side of a threshold a chain ends.
enum class Side { Below, Above };
inline constexpr std::array<Word<Side>, 2> kSides = {{{Side::Below, "below"}, {Side::Above, "above"}}};

/// Ends a chain early, when a metric crosses a threshold.
struct StopRule
{
    std::string metric; // empty: no rule
    Side when = Side::Below;
    double threshold = 0;

    bool isCrossedBy(double value) const
    {
        return when == Side::Below ? value < threshold : value > threshold;
    }
};

/// What a model's errors are measured from.
enum class Reference {
    Source,   // the source itself: its exact moments, or all rows of a table
    HeldOut,  // the rows that no model sees
    FirstRows // as version 0.1.0 did: where no density is known the rows that generation 0 learns from, whose
              // own error is none; and distances always between rows
};
inline constexpr std::array<Word<Reference>, 3> kReferences = {
    {{Reference::Source, "source"}, {Reference::HeldOut, "heldOut"}, {Reference::FirstRows, "firstRows"}}};

struct Evaluation
{
    std::vector<std::string> metrics = {"mean",
                                        "variance"}; // of core/metrics/Catalogue.h; "mean" is every mean[j]
    std::int64_t heldOut = 0;      // real rows that no model sees, for heldOutNll, klNats, jsNats
    std::int64_t projections = 64; // directions of the sliced w2Squared
    std::int64_t distanceRows = 0; // of the model and of the truth where w2Squared compares rows; 0: as many
                                   // as the generation was fitted on, at most 10,000
    Reference reference = Reference::Source;
    std::vector<std::string>
        prompts; // text that every generation goes on from, for families that take prompts
};

/// Settings by their JSON path, each with its JSON value: {"samples.size", "1000"}.
using SettingList = std::vector<std::pair<std::string, std::string>>;

/// From one generation on a chain runs with other settings: generation `at` is the first that is made with
/// them.
struct SettingsChange
{
    std::int64_t at = 1; // in [1, generations]
    SettingList set;
};

/// The same experiment with a few settings changed, run beside it on the same axes.
struct Variant
{
    std::string title;
    SettingList set;
    std::vector<SettingsChange> events = {}; // in the order of their generations, after the experiment's own
};

/// The whole recipe: one plain struct, one JSON file. See ExperimentFields.h for every field's JSON path,
/// range and meaning. Valid only as readExperiment() or validate() leaves it.
struct Experiment
{
    std::string title, question, story;
    std::string family = "gaussian"; // the name of one of core/recipe/Families.h
    SourceConfig source;
    ModelSettings model;
    Policy policy;
    SampleSchedule samples;
    ErrorSwitches errors;
    std::int64_t generations = 50; // after generation 0
    std::int64_t chains = 1;       // replicates, for bands
    Seed seed = 1;
    StopRule stopWhen;
    Evaluation evaluation;
    std::vector<SettingsChange> events; // in the order of their generations
    std::vector<Variant> variants;      // empty: just the experiment itself
    std::shared_ptr<const Interaction> interaction; // null: each variant learns from itself alone
    std::shared_ptr<const Sweep> sweep; // null: none
    std::string baseFolder;             // not in JSON: where relative paths start
};

/// M_g. `tableRows` stands for a size of 0. At least 1, at most kMaxRows.
std::int64_t sampleSize(const SampleSchedule& schedule, std::int64_t generation, std::int64_t tableRows = 0);

/// Rows a generation may have: beyond it a count is no longer exact as a double.
inline constexpr std::int64_t kMaxRows = 1'000'000'000'000;

} // namespace hareloom
