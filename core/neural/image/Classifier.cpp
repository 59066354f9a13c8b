// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/image/Classifier.h"

#include "core/neural/kernels/Rows.h"
#include "core/neural/torch/Torch.h"

#include <ATen/ATen.h>

#include <cmath>
#include <numeric>

namespace hareloom::neural {
namespace {

using at::Tensor;

constexpr Seed kSeed = 0x636C6173736573; // its own: the same classifier judges every experiment
constexpr std::int64_t kEpochs = 6, kBatch = 256, kHeldBack = 7;
constexpr double kRate = 4e-3;
constexpr std::int64_t kBlock = 512;

Tensor view(const float* memory, at::IntArrayRef shape)
{
    return at::from_blob(const_cast<float*>(memory), shape, at::kFloat);
}

void copyOut(const Tensor& from, float* to)
{
    at::from_blob(to, from.sizes(), at::kFloat).copy_(from);
}

void convert(const ImageSet& images, std::span<const std::int64_t> which, float* to, std::int64_t* labels)
{
    const std::int64_t pixels = images.imageBytes();
    for (std::size_t i = 0; i < which.size(); ++i) {
        const std::uint8_t* from = images.pixels.data() + which[i] * pixels;
        for (std::int64_t j = 0; j < pixels; ++j)
            to[static_cast<std::int64_t>(i) * pixels + j] = static_cast<float>(from[j]) * (1.0F / 255);
        labels[i] = images.labels[static_cast<std::size_t>(which[i])];
    }
}

struct Layers
{
    Layers(const float* p, std::int64_t pixels, std::int64_t classes)
    {
        constexpr std::int64_t f = Classifier::kFeatures;
        weight1 = view(p, {f, pixels});
        bias1 = view(p + f * pixels, {f});
        weight2 = view(p + f * (pixels + 1), {classes, f});
        bias2 = view(p + f * (pixels + 1) + classes * f, {classes});
    }
    Tensor weight1, bias1, weight2, bias2;
};

void start(Floats& parameters, std::int64_t pixels, std::int64_t classes)
{
    constexpr std::int64_t f = Classifier::kFeatures;
    parameters.resize(static_cast<std::size_t>(f * (pixels + 1) + classes * (f + 1)));
    Rng rng(childSeed(kSeed, 1));
    const auto first = static_cast<std::size_t>(f * (pixels + 1));
    for (std::size_t i = 0; i < parameters.size(); ++i)
        parameters[i] = static_cast<float>((2 * rng.uniform() - 1) /
                                           std::sqrt(static_cast<double>(i < first ? pixels : f)));
}

} // namespace

Terms Classifier::lossAndGradient(const float* parameters, std::int64_t rows, const float* images,
                                  const std::int64_t* labels, float* gradient) const
{
    prepareThread();
    const Layers p(parameters, m_pixels, m_classes);
    const Tensor x = view(images, {rows, m_pixels});
    const Tensor hidden = at::addmm(p.bias1, x, p.weight1.t()).relu_();
    const Tensor logProbability = at::addmm(p.bias2, hidden, p.weight2.t()).log_softmax(1);
    const Tensor truth = at::from_blob(const_cast<std::int64_t*>(labels), {rows, 1}, at::kLong);
    const double loss = -logProbability.gather(1, truth).sum().item<double>();
    const Tensor logits = logProbability.exp().scatter_add_(1, truth, at::full({rows, 1}, -1.0F));
    const Tensor inner = at::threshold_backward(logits.mm(p.weight2), hidden, 0);
    float* to = gradient;
    for (const Tensor& part : {inner.t().mm(x), inner.sum(0), logits.t().mm(hidden), logits.sum(0)}) {
        copyOut(part, to);
        to += part.numel();
    }
    return {loss, 0};
}

void Classifier::look(std::int64_t rows, const float* images, float* features, std::int64_t* classes) const
{
    prepareThread();
    const Layers p(m_parameters.data(), m_pixels, m_classes);
    const Tensor hidden = at::addmm(p.bias1, view(images, {rows, m_pixels}), p.weight1.t()).relu_();
    if (features)
        copyOut(hidden, features);
    const Tensor best = at::addmm(p.bias2, hidden, p.weight2.t()).argmax(1);
    std::copy_n(best.data_ptr<std::int64_t>(), rows, classes);
}

double Classifier::shareRight(const ImageSet& images, const std::vector<std::int64_t>& which) const
{
    Floats rows(static_cast<std::size_t>(kBlock * m_pixels));
    std::vector<std::int64_t> truth(kBlock), found(kBlock);
    std::int64_t right = 0;
    for (std::size_t first = 0; first < which.size(); first += kBlock) {
        const auto part =
            std::span(which).subspan(first, std::min<std::size_t>(kBlock, which.size() - first));
        convert(images, part, rows.data(), truth.data());
        look(std::ssize(part), rows.data(), nullptr, found.data());
        for (std::size_t i = 0; i < part.size(); ++i)
            right += truth[i] == found[i] ? 1 : 0;
    }
    return which.empty() ? std::nan("") : static_cast<double>(right) / static_cast<double>(which.size());
}

Result<std::shared_ptr<const Classifier>> Classifier::trained(const ImageSet& images,
                                                              const FitContext& context)
{
    if (images.labels.empty())
        return invalidData("the source's images have no labels, and classes cannot be told apart without");
    std::vector<std::int64_t> learnt, tested;
    for (std::int64_t i = 0; i < images.count(); ++i)
        (!images.testSet && i % kHeldBack == kHeldBack - 1 ? tested : learnt).push_back(i);
    std::shared_ptr<Classifier> made(new Classifier(static_cast<int>(images.imageBytes()), images.classes()));
    start(made->m_parameters, made->m_pixels, made->m_classes);
    TrainingPlan plan;
    plan.rows = std::ssize(learnt);
    plan.batch = kBatch;
    plan.shardRows = kBatch / 2;
    plan.epochs = kEpochs;
    plan.learningRate = kRate;
    plan.decays = true;
    plan.seed = kSeed;
    plan.threads = context.threads;
    plan.stop = context.stop;
    const auto gradient = [&](const float* parameters, const Shard& shard, float* out) {
        thread_local Floats rows;
        thread_local std::vector<std::int64_t> which, labels;
        rows.resize(shard.rows.size() * static_cast<std::size_t>(made->m_pixels));
        labels.resize(shard.rows.size());
        which.clear();
        for (const std::int64_t row : shard.rows)
            which.push_back(learnt[static_cast<std::size_t>(row)]);
        convert(images, which, rows.data(), labels.data());
        return made->lossAndGradient(parameters, std::ssize(which), rows.data(), labels.data(), out);
    };
    if (auto done = train(made->m_parameters, plan, gradient); !done)
        return done.error();
    if (images.testSet) {
        tested.resize(static_cast<std::size_t>(images.testSet->count()));
        std::iota(tested.begin(), tested.end(), 0);
    }
    made->m_accuracy = made->shareRight(images.testSet ? *images.testSet : images, tested);
    return std::shared_ptr<const Classifier>(made);
}

ClassifiedRows Classifier::classify(MatrixView rows) const
{
    const std::int64_t n = rows.rows();
    const Floats images = floatsOf(rows);
    Floats features(static_cast<std::size_t>(n * kFeatures));
    std::vector<std::int64_t> classes(static_cast<std::size_t>(n));
    for (std::int64_t first = 0; first < n; first += kBlock)
        look(std::min(kBlock, n - first), images.data() + first * m_pixels,
             features.data() + first * kFeatures, classes.data() + first);
    return {matrixOf(features.data(), n, kFeatures), {classes.begin(), classes.end()}};
}

} // namespace hareloom::neural
