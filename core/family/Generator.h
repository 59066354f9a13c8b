// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/base/StopToken.h"
#include "core/base/Word.h"
#include "core/data/Dataset.h"
#include "core/family/Snapshot.h"

#include <functional>
#include <limits>
#include <string>

namespace hareloom {

/// What a network does within a generation. Only: its family tells of training alone.
enum class TrainingPhase { Only, Training, Writing };
inline constexpr std::array<Word<TrainingPhase>, 3> kTrainingPhases = {
    {{TrainingPhase::Only, ""}, {TrainingPhase::Training, "training"}, {TrainingPhase::Writing, "writing"}}};

/// Where a training stands.
struct TrainingProgress
{
    int epoch = 0, epochs = 0; // epoch counts from 1; epochs 0: this fit has none
    double lossNats = std::numeric_limits<double>::quiet_NaN(); // of the newest step, a row; text: a token
    double secondsLeft = std::numeric_limits<double>::quiet_NaN();
    TrainingPhase phase = TrainingPhase::Only;
    double tokensPerSecond = std::numeric_limits<double>::quiet_NaN();
    std::string remark = {}; // what is not as asked for, in a few words; mostly empty
};

/// How much rows count in a fit. Row r of the first `heavy` counts `weight` times what each later row counts.
struct RowWeights
{
    std::int64_t heavy = 0;
    double weight = 1; // above 0

    bool areEqual() const { return heavy == 0 || weight == 1; }
};

/// What a fit may use beside its rows.
struct FitContext
{
    Seed seed = 0;                                   // starts, shuffles; same seed and rows, same fit
    StopToken stop;                                  // polled at least every 50 ms
    int threads = 1;                                 // at most; the result is the same for every number
    std::function<void(double fraction)> onProgress; // may be empty
    /// May be empty; families that train in epochs call it beside onProgress.
    std::function<void(double fraction, const TrainingProgress&)> onTraining;
    /// May be empty; families whose training can be watched call it a few times a second, with the model so
    /// far: for a view to draw, not to be sampled or kept.
    std::function<void(const SnapshotPtr& draft)> onDraft;
    std::string device = "cpu"; // "cuda:i" counts for families that train networks
    RowWeights weights = {};    // counts for families that weigh rows
};

/// How a fit went. A fit that did not converge is data, not an error.
struct FitReport
{
    int iterations = 1;
    bool converged = true;
    double logLikelihood = std::numeric_limits<double>::quiet_NaN(); // total nats of the rows it was fitted
                                                                     // on; NaN when not computed
};

/// One part of the distribution that the next generation learns from, when there are infinitely many rows: in
/// one of the forms that have formulas, the other is null.
struct PopulationPart
{
    double weight = 1; // the parts' weights sum to 1
    std::shared_ptr<const NormalMixture> mixture = nullptr;
    std::shared_ptr<const Categorical> states = nullptr;
};

/// The model itself as such a part.
inline PopulationPart partOf(double weight, const SnapshotPtr& model)
{
    return {weight, std::shared_ptr<const NormalMixture>(model, model->normalMixture()),
            std::shared_ptr<const Categorical>(model, model->categorical())};
}

/// What a sample is made with, beside the model.
struct SampleRequest
{
    double lambda = 1; // the policy's bias, a covariance scale: N(mu, lambda Sigma) of gaussian, kde and mixture;
                       // image: latent points are drawn from N(0, lambda I)
    DatasetPtr prompts = nullptr; // families that take prompts: row r goes on from prompt r modulo their number
};

/// A family's model: fitted on data, then sampled to make the next generation's data. Used by one thread
/// at a time; what it returns may be read by any thread and outlives the next fit.
class Generator
{
public:
    virtual ~Generator() = default;

    /// `data` is (n, d), finite, n >= 2. Errors: InvalidData, Stopped; the old fit survives.
    virtual Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) = 0;

    /// Fits as on infinitely many rows of the population: no statistical error.
    /// Errors: Unsupported where no closed form exists; the old fit survives.
    virtual Result<FitReport> fitExactly(std::span<const PopulationPart> population) = 0;

    /// n rows, n >= 1, of the present fit: row r is the same for every n. Same seed, same rows. Needs a fit.
    /// Most families return rows that are computed when they are read; where making them takes long, the
    /// context's stop is heard and its progress told. Errors: Stopped; what the making meets.
    virtual Result<DatasetPtr> sample(std::int64_t n, Seed seed, const SampleRequest& request,
                                      const FitContext& context) const = 0;

    /// The present fit as a value; null before the first.
    virtual SnapshotPtr snapshot() const = 0;

    /// Takes a fit made earlier by the same family. Errors: InvalidFile when it is of another shape.
    virtual Result<void> restore(const SnapshotPtr& snapshot) = 0;
};

} // namespace hareloom
