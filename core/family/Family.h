// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/RowKind.h"
#include "core/experiment/Field.h"
#include "core/family/Generator.h"
#include "core/family/Prediction.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

class FamilyEvaluator;
class FamilyTeller;
struct ChainSetup;
class Source;
class Pace;
struct Experiment;
struct NetworkNeeds;
struct Generation;
struct Outcome;
struct References;
struct ToldRun;
struct Workload;
struct TextSet; // core/text/TextSet.h

/// What a generator is told of the data before it sees any.
struct DataShape
{
    int dimension = 1;
    std::int64_t states = 0;   // of a source of states, else 0
    int width = 0, height = 0; // of a source of images, else 0; width * height is the dimension
    std::shared_ptr<const TextSet> text = nullptr; // of a source of text, else null
    DatasetPtr realRows = nullptr; // what generation 0 learns from, for models that go on from it
};
DataShape shapeOf(const Source& source, DatasetPtr realRows);

/// A kind of model: what it is called, what its models can do, and how it is made. One constant in the
/// family's room, one line in core/recipe/Families.cpp. The rest of the engine and the window read these
/// fields and never the name. A hook that is null has nothing to add.
struct Family
{
    std::string_view name = {};               // in experiments, lower case
    std::string_view title = {};              // for people
    std::string_view summary = {};            // one sentence
    std::string_view rowsWord = "rows";       // what people call its rows
    std::string_view partsWord = "variables"; // what a metric has one value for each of

    RowKind rows = RowKind::Numbers; // what it is fitted on; a source that gives the same goes with it
    bool hasDensity = false;         // Snapshot::logDensity(): a row can be judged by it
    bool hasLikelihood = false;      // FitReport::logLikelihood is known
    bool isMixture = false;          // Snapshot::normalMixture(): closed forms between two models
    bool isNormal = false;           // ... of one component: closed forms against a normal truth
    bool refitsExactly = false;      // Generator::fitExactly() takes the newest model alone
    bool mixesExactly = false;       // and also a population that real rows are part of
    bool canBeNarrowed = false;      // SampleRequest::lambda counts
    bool weighsRows = false;         // FitContext::weights counts
    bool hasClasses = false;         // FamilyEvaluator::classesOf(): rows can be kept by their class
    bool takesPrompts = false;       // goes on from text that a person chooses
    bool keepsSamples = false;       // Snapshot::keptSample() has what it generated
    bool bringsTestRows = false;     // its source sets test rows aside by itself
    bool keepsSums = false;          // a fit to a growing pool reads only the rows that join it (core/data/PartFold.h)
    bool isNetwork = false;          // trained by the neural library, on its devices

    std::span<const std::string_view> usualMetrics = {}; // measured where nothing else is asked for
    std::span<const std::string_view> ownMetrics = {};   // of core/metrics/Catalogue.h, that only it has

    /// Its settings, for those experiments that have it; null: none.
    std::vector<ExperimentField> (*fields)() = nullptr;
    std::unique_ptr<Generator> (*make)(const Experiment&, const DataShape&) = nullptr;

    /// Its snapshots' kind, and how one is read. Errors: InvalidFile.
    std::string_view snapshotKind = {};
    Result<SnapshotPtr> (*readSnapshot)(const nlohmann::json&) = nullptr;
    /// The same of a snapshot that Snapshot::toNumbers() has told; null: none does. Errors: InvalidFile.
    Result<SnapshotPtr> (*readNumbers)(std::span<const std::int64_t> sizes,
                                       std::span<const double> values) = nullptr;

    /// Whether its models can be trained in this build; null: always. Errors: Unsupported, a sentence.
    Result<void> (*ready)() = nullptr;
    /// Whether its models draw their tokens by chance, so that SamplingSettings count; null: never.
    bool (*drawsTokens)(const Experiment&) = nullptr;
    /// Rows that a fit needs at least; null: 2.
    std::int64_t (*leastRows)(const Experiment&) = nullptr;
    /// Whether one of its models is the truth itself.
    bool (*contains)(const Experiment&) = nullptr;
    /// Brings settings into line with the error switches: a model that holds the truth, a fit that converges.
    void (*applyErrorSwitches)(Experiment&, const Source&) = nullptr;
    /// What no field can check alone. Errors: InvalidInput.
    Result<void> (*check)(const Experiment&) = nullptr;
    /// Opens the source; null: makeSource(). Errors: as makeSource().
    Result<std::shared_ptr<const Source>> (*open)(const Experiment&) = nullptr;
    /// What can only be told with the data at hand; may complete paths. Errors: InvalidInput, InvalidFile.
    Result<void> (*prepare)(Experiment&, const Source&) = nullptr;
    /// What is allowed but will surprise with these data, a sentence each; null: nothing.
    std::vector<std::string> (*remarks)(const ChainSetup&) = nullptr;
    /// How many values a metric has that is reported for each part; null: one for each variable.
    int (*parts)(std::string_view metric, const Source&) = nullptr;
    /// Measures what only this family has.
    std::unique_ptr<FamilyEvaluator> (*evaluator)(const References&) = nullptr;
    /// What theory says of a metric.
    std::optional<Prediction> (*predict)(const Loop&, const std::string& metric) = nullptr;

    /// Tells in sentences what only its chains lose; null: nothing.
    std::unique_ptr<FamilyTeller> (*teller)(const std::shared_ptr<const ToldRun>&) = nullptr;
    /// The quantity in which a chain's end is summed up, from its generation 0 to its last; null, or nothing: the
    /// variance, where there is one.
    std::optional<Outcome> (*outcome)(const ToldRun&, const Generation& first, const Generation& last) = nullptr;

    /// Numbers that a fit holds for each row, of `dimension` variables; null: rows are read in passing.
    double (*heldPerRow)(const Experiment&, int dimension) = nullptr;
    /// What its network needs for `rows`; families that train networks. Errors: Unsupported, InvalidFile.
    Result<NetworkNeeds> (*needs)(const Experiment&, const Source&, std::int64_t rows,
                                  const std::string& device) = nullptr;
    /// Passes over the rows that a fit makes; null: 1.
    double (*passes)(const Experiment&) = nullptr;
    /// Bytes of a session's snapshots in all, without weights that lie beside it; `measured`: of one that was
    /// seen, 0 when none was. Null: the same for every generation.
    double (*snapshotBytes)(const Workload&, double measured) = nullptr;
    /// Makes an experiment so small that a generation of it ends within a probe; beside fewer rows.
    void (*shrink)(Experiment&) = nullptr;
    /// For families whose generations begin otherwise than they go on: measures how fast their parts are.
    std::unique_ptr<Pace> (*pace)() = nullptr;
};

} // namespace hareloom
