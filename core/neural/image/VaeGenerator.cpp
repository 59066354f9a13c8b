// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/image/VaeGenerator.h"

#include "core/neural/image/DeviceVae.h"
#include "core/neural/image/VaeSample.h"
#include "core/neural/kernels/Rows.h"
#include "core/neural/torch/Torch.h"

#include <chrono>
#include <cmath>

namespace hareloom::neural {
namespace {

constexpr int kWallImages = 64;
constexpr std::chrono::milliseconds kDraftInterval(300);
constexpr std::int64_t kDenseShard = 128; // small products gain more from long ones than from many
// Streams beneath a fit's seed.
enum Stream : std::uint64_t { Weights = 0, Order = 1, Noise = 2 };

using Clock = std::chrono::steady_clock;

} // namespace

VaeGenerator::VaeGenerator(const ImageSettings& settings, const NetworkSettings& training,
                           const DataShape& shape)
    : m_settings(settings),
      m_training(training),
      m_architecture(architectureOf(settings, shape.width, shape.height)),
      m_precision(training.precision),
      m_math(std::make_shared<VaeMath>(m_architecture, "cpu"))
{
}

Floats VaeGenerator::startingWeights(Seed seed) const
{
    Floats weights(static_cast<std::size_t>(parameterCount(m_architecture)));
    if (m_training.start == Start::Warm && m_snapshot) {
        std::copy(m_snapshot->weights()->begin(), m_snapshot->weights()->end(), weights.begin());
        return weights;
    }
    Rng rng(childSeed(seed, Weights));
    for (const ParameterShape& array : parametersOf(m_architecture)) {
        const double bound = 1 / std::sqrt(static_cast<double>(array.fanIn));
        for (std::int64_t i = 0; i < array.size(); ++i)
            weights[static_cast<std::size_t>(array.offset + i)] =
                static_cast<float>(bound * (2 * rng.uniform() - 1));
    }
    return weights;
}

Result<Floats> VaeGenerator::trainingRows(const DatasetPtr& data, const StopToken& stop) const
{
    const std::int64_t n = data->rows(), d = data->dimension();
    if (n < 2)
        return invalidData("an image model needs at least 2 images, found " + std::to_string(n));
    if (d != m_architecture.pixels())
        return invalidData("found images of " + std::to_string(d) + " pixels, where the model has " +
                           std::to_string(m_architecture.pixels()));
    Floats rows(static_cast<std::size_t>(n * d));
    Matrix block;
    for (std::int64_t first = 0; first < n; first += kBlockRows) {
        if (!stop.proceed())
            return stopped();
        block.resize(std::min(kBlockRows, n - first), d);
        data->read(first, block);
        if (!(block.minCoeff() >= 0 && block.maxCoeff() <= 1))
            return invalidData("an image model needs pixels from 0 to 1");
        copyRows(block, rows.data() + first * d);
    }
    return rows;
}

TrainingPlan VaeGenerator::planOf(std::int64_t rows, const FitContext& context) const
{
    TrainingPlan plan;
    plan.rows = rows;
    plan.batch = m_training.batch;
    if (m_architecture.network == ImageNetwork::Dense)
        plan.shardRows = kDenseShard;
    plan.epochs = m_training.epochs;
    plan.learningRate = m_training.learningRate;
    plan.weightDecay = m_training.weightDecay;
    plan.seed = childSeed(context.seed, Order);
    plan.threads = context.threads;
    plan.stop = context.stop;
    return plan;
}

Result<FitReport> VaeGenerator::fit(const DatasetPtr& data, const FitContext& context)
{
    if (const auto usable = checkTorchDevice(context.device); !usable)
        return unsupported("device " + context.device + ": " + usable.error().message);
    auto rows = trainingRows(data, context.stop);
    if (!rows)
        return rows.error();
    if (m_precision == NumberFormat::Auto) // chosen once for all of a chain
        m_precision = formatOf(fasterPrecision(m_architecture, context.device));
    const VaeMath math(m_architecture, context.device,
                       m_precision == NumberFormat::Bf16 ? Precision::Bf16 : Precision::Fp32);
    const std::int64_t d = m_architecture.pixels(), latent = m_architecture.latent;
    TrainingPlan plan = planOf(data->rows(), context);
    const Seed noiseSeed = childSeed(context.seed, Noise);
    const auto gradient = [&](const float* parameters, const Shard& shard, float* out) {
        thread_local Floats images, noise;
        thread_local std::vector<double> drawn;
        images.resize(shard.rows.size() * static_cast<std::size_t>(d));
        drawn.resize(shard.rows.size() * static_cast<std::size_t>(latent));
        for (std::size_t i = 0; i < shard.rows.size(); ++i)
            std::copy_n(rows->data() + shard.rows[i] * d, d,
                        images.data() + static_cast<std::int64_t>(i) * d);
        fillNormals(childSeed(noiseSeed, static_cast<std::uint64_t>(shard.epoch)),
                    static_cast<std::uint64_t>(shard.position * latent), drawn);
        noise.assign(drawn.begin(), drawn.end());
        return math.lossAndGradient(parameters, {std::ssize(shard.rows), images.data(), noise.data()},
                                    m_settings.beta, out);
    };
    Floats weights = startingWeights(context.seed);
    plan.onStep = [this, &context, &weights, tell = progressOf(context, m_training.epochs),
                   shown = Clock::time_point()](const TrainingStep& step) mutable {
        tell(step);
        const auto now = Clock::now(); // another device keeps its weights until the end
        if (context.onDraft && context.device == "cpu" && now - shown >= kDraftInterval) {
            context.onDraft(draft(weights));
            shown = now;
        }
    };
    const auto trained = context.device == "cpu" ? train(weights, plan, gradient)
                                                 : trainVaeOn(context.device, math, weights, plan,
                                                              rows->data(), m_settings.beta, noiseSeed);
    if (!trained)
        return trained.error();
    if (!std::all_of(weights.begin(), weights.end(), [](float w) { return std::isfinite(w); }))
        return invalidData("training diverged in its last step: the weights are no longer finite");
    publish(weights);
    FitReport report;
    report.iterations = static_cast<int>(m_training.epochs);
    return report;
}

void VaeGenerator::publish(const Floats& weights)
{
    auto kept = std::make_shared<const std::vector<float>>(weights.begin(), weights.end());
    VaeView view;
    view.wall = wallOf(*m_math, *kept, kWallImages);
    view.precision = m_precision;
    m_snapshot = std::make_shared<VaeSnapshot>(m_architecture, std::move(kept), std::move(view));
}

// What the training draws by now, without its weights.
SnapshotPtr VaeGenerator::draft(const Floats& weights) const
{
    VaeView view;
    view.wall = wallOf(*m_math, {weights.begin(), weights.end()}, kWallImages);
    return std::make_shared<VaeSnapshot>(m_architecture, nullptr, std::move(view));
}

Result<FitReport> VaeGenerator::fitExactly(std::span<const PopulationPart>)
{
    return unsupported("an image model has no closed form: it is trained on images");
}

Result<DatasetPtr> VaeGenerator::sample(std::int64_t n, Seed seed, const SampleRequest& request,
                                        const FitContext&) const
{
    return vaeSample(m_math, m_snapshot->weights(), n,
                     {seed, request.lambda, m_settings.sampling == ImageSampling::Bernoulli});
}

Result<void> VaeGenerator::restore(const SnapshotPtr& snapshot)
{
    const auto vae = std::dynamic_pointer_cast<const VaeSnapshot>(snapshot);
    if (!vae || !(vae->architecture() == m_architecture))
        return invalidFile("found a snapshot that is not this image model's, or of another size");
    if (!vae->weights())
        return invalidFile(
            "found a generation whose weights were not kept: a session keeps those of generation 0, "
            "the last, and every model.keepEvery-th");
    m_snapshot = vae;
    if (m_precision == NumberFormat::Auto && vae->view().precision)
        m_precision = *vae->view().precision;
    return {};
}

} // namespace hareloom::neural
