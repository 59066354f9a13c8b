// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/TorchLanguageModel.h"

#include "core/neural/language/LanguageChecks.h"
#include "core/neural/torch/Card.h"
#include "core/neural/torch/DeviceForward.h"
#include "core/neural/torch/DeviceTrainer.h"
#include "core/neural/torch/DeviceWriter.h"

#include <algorithm>

namespace hareloom::neural {
namespace {

constexpr std::int64_t kLogitTokens = 1024; // whose logits lie on the device at once

at::ScalarType productsOf(NumberFormat precision, const at::Device& device)
{
    const bool isShort = precision == NumberFormat::Bf16 || (precision == NumberFormat::Auto && cardOf(device).hasBf16);
    return isShort ? at::kBFloat16 : at::kFloat;
}

} // namespace

TorchLanguageModel::TorchLanguageModel(const LanguageArchitecture& architecture, std::string device)
    : m_layout(architecture), m_device(std::move(device))
{
}

TorchLanguageModel::~TorchLanguageModel() = default;

Result<void> TorchLanguageModel::setWeights(LanguageWeights weights)
{
    if (auto ok = checkWeights(weights, m_layout.size); !ok)
        return ok;
    if (weights != m_weights)
        m_copy.reset();
    m_weights = std::move(weights);
    return {};
}

const DeviceWeights& TorchLanguageModel::onDevice(NumberFormat precision) const
{
    const at::Device device = torchDevice(m_device);
    const at::ScalarType products = productsOf(precision, device);
    if (!m_copy || m_copy->products() != products) {
        m_copy.reset();
        m_copy = std::make_unique<DeviceWeights>(m_layout, flatOn(device, m_layout.size, m_weights->data()),
                                                 products);
    }
    return *m_copy;
}

/// What LibTorch throws becomes a sentence.
template<class T, class F>
Result<T> TorchLanguageModel::guarded(F compute) const
{
    const OnDevice here(torchDevice(m_device));
    try {
        return compute();
    } catch (const c10::OutOfMemoryError&) {
        return systemError("There is not enough memory on " + m_device +
                           " for this model; --device cpu has the machine's own.");
    } catch (const c10::Error& unexpected) {
        return systemError(m_device + ": " + unexpected.what_without_backtrace());
    }
}

Result<LanguageLogits> TorchLanguageModel::logits(const TokenBlocks& rows,
                                                  const std::vector<std::uint8_t>& isToken,
                                                  const LanguageWork& work) const
{
    if (auto ok = checkLogits(m_layout.architecture, rows, isToken); !ok)
        return ok.error();
    return guarded<LanguageLogits>([&]() -> Result<LanguageLogits> {
        const DeviceWeights& weights = onDevice(work.precision);
        LanguageLogits all{rows.count(), rows.length, m_layout.vocabulary, {}};
        all.values.resize(rows.ids.size() * static_cast<std::size_t>(m_layout.vocabulary));
        const at::Tensor ids = idsOn(weights.device(), rows.length, rows.ids);
        at::Tensor known;
        if (!isToken.empty())
            known = at::from_blob(const_cast<std::uint8_t*>(isToken.data()), ids.sizes(), at::kByte)
                        .to(weights.device());
        const std::int64_t together = std::max<std::int64_t>(1, kLogitTokens / rows.length);
        for (std::int64_t first = 0; first < rows.count(); first += together) {
            if (!work.stop.proceed())
                return stopped();
            const std::int64_t count = std::min(together, rows.count() - first);
            const at::Tensor found =
                logitsOn(weights, hiddenOn(weights, ids.narrow(0, first, count),
                                           known.defined() ? known.narrow(0, first, count) : known, {}, {}));
            at::from_blob(all.values.data() + first * rows.length * m_layout.vocabulary, found.sizes(),
                          at::kFloat)
                .copy_(found);
        }
        return all;
    });
}

Result<std::vector<double>> TorchLanguageModel::score(const TokenBlocks& blocks, const LanguageWork& work,
                                                      const std::function<void(double)>& onProgress) const
{
    if (auto ok = checkBlocks(m_layout.architecture, blocks, "blocks", 2); !ok)
        return ok.error();
    return guarded<std::vector<double>>(
        [&] { return scoreOn(onDevice(work.precision), blocks, work.stop, onProgress); });
}

NetworkMemory TorchLanguageModel::memoryFor(const LanguageArchitecture& architecture,
                                            const LanguageTrainingPlan& plan, std::int64_t length,
                                            const std::string& device)
{
    const at::Device there = torchDevice(device);
    return memoryOn(there, productsOf(plan.precision, there), architecture, plan, length);
}

Result<LanguageTrainingReport> TorchLanguageModel::train(const TokenBlocks& training,
                                                         const TokenBlocks& validation,
                                                         const LanguageTrainingPlan& plan,
                                                         const LanguageTrainingEvents& events,
                                                         const LanguageWork& work)
{
    if (auto ok = checkTraining(m_layout.architecture, training, validation, plan, events); !ok)
        return ok.error();
    return guarded<LanguageTrainingReport>([&]() -> Result<LanguageTrainingReport> {
        m_copy.reset(); // its memory serves the training
        const at::Device device = torchDevice(m_device);
        auto trained = trainOn(device, productsOf(plan.precision, device), m_layout, m_weights, training,
                               validation, plan, events, work);
        if (!trained)
            return trained.error();
        m_weights = std::move(trained->weights);
        return trained->report;
    });
}

Result<std::vector<GeneratedSequence>>
TorchLanguageModel::generate(const std::vector<std::vector<TokenId>>& prompts, const GenerationConfig& config,
                             Seed seed, const LanguageWork& work,
                             const std::function<void(const GenerationProgress&)>& onProgress) const
{
    if (auto ok = checkGeneration(m_layout.architecture, prompts, config); !ok)
        return ok.error();
    return guarded<std::vector<GeneratedSequence>>(
        [&] { return writeOn(onDevice(work.precision), prompts, config, seed, work, onProgress); });
}

} // namespace hareloom::neural
