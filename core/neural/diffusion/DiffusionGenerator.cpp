// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/diffusion/DiffusionGenerator.h"

#include "core/data/Moments.h"
#include "core/data/ReadRows.h"
#include "core/metrics/Neighbours.h"
#include "core/neural/diffusion/DiffusionRows.h"

#include <algorithm>
#include <cmath>

namespace hareloom::neural {
namespace {

constexpr std::int64_t kBatch = 256, kShard = 64;
constexpr double kLearningRate = 2e-3;           // falls to 0 along a line
constexpr double kReach = 1.25;                  // of the largest number that the network has seen
constexpr Seed kLookSeed = 0x6C6F6F6B;           // the same noise in every generation and experiment
constexpr std::int64_t kLooked = 1000;           // rows that a generation is looked at by
constexpr std::int64_t kMostShownNumbers = 8192; // of them, that a snapshot keeps
// Streams beneath a fit's seed.
enum Stream : std::uint64_t { Weights = 0, Order = 1, Noise = 2, Levels = 3 };

/// Where rows lie and how far they spread. Images have one scale for all pixels: a pixel that is mostly blank
/// must not count as much as the others.
Result<DiffusionModel> scaledTo(const DiffusionArchitecture& architecture, const Moments& moments)
{
    const Vector variances = moments.scatter.diagonal() / static_cast<double>(moments.count);
    DiffusionModel model{architecture, {}, moments.mean, variances.cwiseSqrt(), 0};
    if (architecture.areImages())
        for (double& scale : model.scale)
            scale = scale == 0 ? 0 : std::sqrt(variances.mean());
    if (!model.centre.allFinite() || !model.scale.allFinite())
        return invalidData("the rows are too large for their variance to be finite");
    return model;
}

Floats scaledRows(const DiffusionModel& model, const Matrix& rows)
{
    const Eigen::Index d = rows.cols();
    Floats scaled(static_cast<std::size_t>(rows.size()));
    for (Eigen::Index j = 0; j < d; ++j)
        for (Eigen::Index i = 0; i < rows.rows(); ++i)
            scaled[static_cast<std::size_t>(i * d + j)] =
                model.scale[j] == 0 ? 0.0F
                                    : static_cast<float>((rows(i, j) - model.centre[j]) / model.scale[j]);
    return scaled;
}

} // namespace

DiffusionGenerator::DiffusionGenerator(const DiffusionArchitecture& architecture, std::int64_t updates)
    : m_updates(updates), m_denoiser(std::make_shared<Denoiser>(architecture))
{
}

Floats DiffusionGenerator::startingWeights(Seed seed) const
{
    const DiffusionArchitecture& architecture = m_denoiser->architecture();
    Floats weights(static_cast<std::size_t>(parameterCount(architecture)));
    Rng rng(childSeed(seed, Weights));
    for (const DenseLayer& layer : layersOf(architecture)) { // uniform in +-1/sqrt(inputs), as PyTorch starts
        const double bound = 1 / std::sqrt(static_cast<double>(layer.inputs));
        for (std::int64_t i = layer.weights; i < layer.biases + layer.outputs; ++i)
            weights[static_cast<std::size_t>(i)] = static_cast<float>(bound * (2 * rng.uniform() - 1));
    }
    return weights;
}

// Rows are repeated where there are fewer than a step looks at: each time with other noise.
TrainingPlan DiffusionGenerator::planOf(std::int64_t n, const FitContext& context) const
{
    TrainingPlan plan;
    plan.rows = n * ((kBatch + n - 1) / n);
    plan.batch = kBatch;
    plan.shardRows = kShard;
    const std::int64_t steps = (plan.rows + kBatch - 1) / kBatch;
    plan.epochs = (m_updates + steps - 1) / steps;
    plan.learningRate = kLearningRate;
    plan.decays = true;
    plan.seed = childSeed(context.seed, Order);
    plan.threads = context.threads;
    plan.stop = context.stop;
    plan.onStep = progressOf(context, plan.epochs);
    return plan;
}

Result<Floats> DiffusionGenerator::trained(const Floats& rows, std::int64_t n,
                                           const FitContext& context) const
{
    const std::int64_t d = m_denoiser->architecture().dimension;
    const Seed noiseSeed = childSeed(context.seed, Noise), levelSeed = childSeed(context.seed, Levels);
    const auto gradient = [&](const float* parameters, const Shard& shard, float* out) {
        thread_local Floats clean, noise;
        thread_local std::vector<double> drawn;
        thread_local std::vector<int> levels;
        const auto count = shard.rows.size();
        const auto epoch = static_cast<std::uint64_t>(shard.epoch),
                   first = static_cast<std::uint64_t>(shard.position);
        clean.resize(count * static_cast<std::size_t>(d));
        for (std::size_t i = 0; i < count; ++i)
            std::copy_n(rows.data() + shard.rows[i] % n * d, d,
                        clean.data() + static_cast<std::int64_t>(i) * d);
        drawn.resize(count);
        fillUniforms(childSeed(levelSeed, epoch), first, drawn);
        levels.resize(count);
        for (std::size_t i = 0; i < count; ++i)
            levels[i] = static_cast<int>(drawn[i] * NoiseLevels::kLevels);
        drawn.resize(clean.size());
        fillNormals(childSeed(noiseSeed, epoch), first * static_cast<std::uint64_t>(d), drawn);
        noise.assign(drawn.begin(), drawn.end());
        const Denoiser::Batch batch{static_cast<std::int64_t>(count), clean.data(), noise.data(),
                                    levels.data()};
        return Terms{m_denoiser->lossAndGradient(parameters, batch, out), 0};
    };
    Floats weights = startingWeights(context.seed);
    if (const auto done = train(weights, planOf(n, context), gradient); !done)
        return done.error();
    if (!std::all_of(weights.begin(), weights.end(), [](float w) { return std::isfinite(w); }))
        return invalidData("training diverged in its last step: the weights are no longer finite");
    return weights;
}

Result<FitReport> DiffusionGenerator::fit(const DatasetPtr& data, const FitContext& context)
{
    const std::int64_t n = data->rows();
    const DiffusionArchitecture& architecture = m_denoiser->architecture();
    if (n < 2)
        return invalidData("a diffusion model needs at least 2 rows, found " + std::to_string(n));
    if (data->dimension() != architecture.dimension)
        return invalidData("found rows of " + std::to_string(data->dimension()) +
                           " numbers, where the model has " + std::to_string(architecture.dimension));
    const auto rows = readRows(data, context.stop);
    if (!rows)
        return rows.error();
    const auto moments = momentsOf(Table(**rows), context.threads, context.stop);
    if (!moments)
        return moments.error();
    auto model = scaledTo(architecture, *moments);
    if (!model)
        return model.error();
    const Floats scaled = scaledRows(*model, **rows);
    for (const float value : scaled)
        model->reach = std::max(model->reach, kReach * std::abs(static_cast<double>(value)));
    const auto weights = trained(scaled, n, context);
    if (!weights)
        return weights.error();
    model->weights.assign(weights->begin(), weights->end());
    const auto kept = std::make_shared<const DiffusionModel>(*std::move(model));
    auto view = look(kept, **rows, context.stop);
    if (!view)
        return view.error();
    m_snapshot = std::make_shared<DiffusionSnapshot>(kept, *std::move(view));
    FitReport report;
    report.iterations = static_cast<int>(m_updates);
    return report;
}

Result<DiffusionView> DiffusionGenerator::look(const DiffusionModelPtr& model, const Matrix& rows,
                                               const StopToken& stop) const
{
    const auto looked = readRows(diffusionRows(m_denoiser, model, kLooked, kLookSeed), stop);
    if (!looked)
        return looked.error();
    const Matrix& drawn = **looked;
    const Nearest nearest = nearestRows(drawn, rows, stop);
    const Eigen::Index shown =
        std::min<Eigen::Index>(kLooked, std::max<Eigen::Index>(1, kMostShownNumbers / drawn.cols()));
    DiffusionView view;
    view.drawn = drawn.topRows(shown);
    view.nearest.resize(shown, drawn.cols());
    for (Eigen::Index i = 0; i < shown; ++i)
        view.nearest.row(i) = rows.row(nearest.rows[static_cast<std::size_t>(i)]);
    view.moments = meanCovarianceOf(momentsOf(Table(drawn), 1));
    view.values["copiedShare"] = copiedShare(nearest);
    view.values["noveltyDistance"] = nearest.distances.mean();
    view.values["trainingEntropyNats"] = nearestNeighbourEntropyNats(rows, kLooked, stop);
    if (stop.stopRequested())
        return stopped();
    return view;
}

Result<FitReport> DiffusionGenerator::fitExactly(std::span<const PopulationPart>)
{
    return unsupported("a diffusion model has no closed form: it is trained on rows");
}

Result<DatasetPtr> DiffusionGenerator::sample(std::int64_t n, Seed seed, const SampleRequest& request,
                                              const FitContext&) const
{
    return diffusionRows(m_denoiser, m_snapshot->model(), n, seed, request.lambda);
}

Result<void> DiffusionGenerator::restore(const SnapshotPtr& snapshot)
{
    const auto model = std::dynamic_pointer_cast<const DiffusionSnapshot>(snapshot);
    if (!model || !(model->architecture() == m_denoiser->architecture()))
        return invalidFile("found a snapshot that is not this diffusion model's, or of another size");
    m_snapshot = model;
    return {};
}

} // namespace hareloom::neural
