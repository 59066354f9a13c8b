// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/Evaluator.h"
#include "core/training/Filtering.h"
#include "core/training/RealData.h"
#include "core/training/TrainingRows.h"

#include <optional>

namespace hareloom {

/// One chain: real rows, then fit, measure, generate, fit, ... Shumailov et al. 2024, Fig. 1. Used by one
/// thread at a time; two chains share nothing that changes.
///
/// Where a leg of its course ends, the generation before the new one is what it would be if nothing changed:
/// how many rows it generates and how it is measured follow from its own settings. The rows that the new one
/// learns from are drawn by the new settings. So nothing in a generation depends on what changes after it,
/// and chains that differ only later have it in common.
class Chain
{
public:
    /// Draws the real rows. `index` is what its generations are called; `replicate` derives the seeds.
    /// Errors: Stopped, within 50 ms however many rows there are.
    static Result<std::unique_ptr<Chain>> make(const Course& course, ChainIndex index, int replicate,
                                               const StopToken& stop);

    ChainIndex index() const { return m_index; }
    int nextGeneration() const { return m_next; }
    /// What generation 0 learns from.
    const DatasetPtr& realRows() const { return m_training.realRows(); }
    /// Whether resume() needs all generations with their models.
    bool needsEverySample() const { return m_training.needsEverySample(); }
    /// All generations made, a stop rule met, or a model that could go no further.
    bool isFinished() const { return m_ended || m_next > m_setup->experiment.generations; }

    /// Makes the next generation; the context's seed is the chain's to set. Errors: Stopped; InvalidInput,
    /// InvalidData when rows are wanted that there are not. A model that collapsed beyond fitting is a
    /// Generation with a note, and ends the chain.
    Result<GenerationPtr> advance(FitContext& context);

    // A chain whose model learns from others, too, is advanced with them, by a ModelGroup: all of them get
    // ready for the next generation, then each is given what it learns from, then all advance.

    /// Brings the settings of the next generation into force. Errors: Stopped.
    Result<void> prepareNext(const StopToken& stop) { return turn(m_next, stop); }
    /// Rows that the pool of the next generation wants of models.
    std::int64_t wantedRows() const { return m_sampleRows; }
    /// The first `rows` rows that the newest model generates for its own chain, or for that of model
    /// `reader`, which are independent of them, as the policy's bias and filter let them pass. At least one.
    /// Errors: InvalidData where too few pass; Stopped.
    Result<DatasetPtr> rowsForItself(std::int64_t rows, const FitContext& context);
    Result<DatasetPtr> rowsForReader(int reader, std::int64_t rows, const FitContext& context);
    /// The number of its model among those that learn from each other.
    int model() const;
    bool isRefittedExactly() const { return !m_setup->experiment.errors.statistical; }
    /// The newest model as the policy's bias lets it be sampled.
    PopulationPart newestAs(double weight) const;
    /// What the next generation takes for the newest model's rows, or the reason why there are none; and for
    /// the newest model itself where it is refitted exactly.
    void give(Result<DatasetPtr> sample) { m_given.emplace(std::move(sample)); }
    void give(std::vector<PopulationPart> population) { m_population = std::move(population); }
    const Source& source() const { return *m_setup->source; }

    /// Takes generations 0 ... k made by an earlier run, in order; advance() then goes on as if it had made
    /// them. Those between the first and the last may be left out, and their models may, unless
    /// needsEverySample(); a model that goes on from what it was trained on needs the one before the last.
    /// Errors: InvalidFile when they are not this chain's; Stopped.
    Result<void> resume(std::span<const GenerationPtr> finished, const StopToken& stop);

    /// The rows that the next generation is fitted on, each with its origin. Instead of advance(), after
    /// resume(); call tellOrigins() first of all. Errors: those of advance().
    Result<TrainingSet> trainingSet(const FitContext& context);
    void tellOrigins() { m_training.tellOrigins(); }
    /// What a finished generation's model went on from when it wrote; null where its family takes no prompts.
    /// `before`: the generations before it, where the model went on from what it was trained on. The chain is
    /// of no other use afterwards. Errors: as resume()'s; InvalidFile where they are missing.
    Result<DatasetPtr> promptsOf(const Generation& generation, std::span<const GenerationPtr> before);

private:
    Chain(Course course, ChainIndex index, int replicate, const RealData& real, References references);

    Seed seed(int generation, Purpose purpose) const
    {
        return m_seeds(static_cast<std::uint64_t>(generation), purpose);
    }
    SampleRequest request() const { return {1, m_prompts}; }
    bool mayBePromptedByTraining() const;
    void setPrompts(const DatasetPtr& trainedOn);
    Result<void> turn(int generation, const StopToken& stop);
    Result<void> goOnWith(const Leg& leg, const StopToken& stop);
    Result<void> goBackToFirst();
    Result<DatasetPtr> drawn(std::int64_t rows, const FitContext& context);
    Result<DatasetPtr> newestSample(const FitContext& context);
    Result<DatasetPtr> generated(std::int64_t rows, Seed seed, const FitContext& context);
    Result<TrainingSet> trainingSetFor(int generation, const FitContext& context);
    Result<FitReport> fitTo(const TrainingSet& training, FitContext& context);
    Result<FitReport> fitExactly();
    std::shared_ptr<Generation> begun(const TrainingSet& training, SnapshotPtr fitted) const;
    Result<GenerationPtr> finish(const TrainingSet& training, const FitReport& report, SnapshotPtr fitted,
                                 std::chrono::steady_clock::time_point start, const FitContext& context);
    GenerationPtr finishCollapsed(const TrainingSet& training, const std::string& why);
    void accept(const Generation& generation, const StopToken& stop);
    void rememberFirst(const SnapshotPtr& first);
    Result<DatasetPtr> retrace(int before, bool isLast, const FitContext& context);

    Course m_course;
    std::size_t m_leg = 0;
    ChainSetupPtr m_setup; // of the leg that m_next belongs to, or the one before it until turn()
    ChainIndex m_index;
    ReplicateSeeds m_seeds;
    std::unique_ptr<Generator> m_generator;
    TrainingRows m_training;
    std::optional<Evaluator> m_evaluator; // always there
    std::optional<Verifier> m_verifier;
    int m_next = 0;
    Seed m_sampleSeed = 0;                     // of the newest generation
    std::int64_t m_sampleRows = 0;             // that it generates for the next
    DatasetPtr m_drawn;                        // its rows, as many as were wanted so far; null: none yet
    std::optional<Result<DatasetPtr>> m_given; // of give(), for the next generation; none: its own rows
    std::vector<PopulationPart> m_population;  // of give(); empty: its own model
    DatasetPtr m_prompts; // what it goes on from when it writes; null where a family takes none
    DatasetPtr
        m_trainedOn;     // what it was fitted on; kept only where a later leg may take its prompts from there
    SnapshotPtr m_first; // generation 0's model
    bool m_ended = false;
};

} // namespace hareloom
