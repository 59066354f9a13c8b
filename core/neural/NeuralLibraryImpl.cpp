// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/NeuralLibraryImpl.h"

#include "core/neural/image/Probe.h"
#include "core/neural/image/VaeGenerator.h"
#include "core/neural/image/VaeSample.h"
#include "core/neural/language/ProcessorLanguageModel.h"
#include "core/neural/language/train/LanguageTrainer.h"
#include "core/neural/torch/Card.h"
#include "core/neural/torch/Torch.h"
#include "core/neural/torch/TorchLanguageModel.h"
#include "core/neural/torch/image/DeviceVae.h"

namespace hareloom::neural {
namespace {

class Impl final : public NeuralLibrary
{
public:
    std::string version() const override { return torchVersion(); }
    std::vector<NeuralDevice> devices() const override { return torchDevices(); }
    Result<void> checkDevice(const std::string& device) const override { return checkTorchDevice(device); }
    std::unique_ptr<Generator> makeImageGenerator(const ModelConfig& config,
                                                  const DataShape& shape) const override
    {
        return std::make_unique<VaeGenerator>(config, shape);
    }
    std::unique_ptr<ImageProbe> makeImageProbe() const override { return std::make_unique<Probe>(); }
    Result<std::unique_ptr<LanguageModel>> makeLanguageModel(const LanguageArchitecture& architecture,
                                                             const LanguageWeights& weights,
                                                             const std::string& device) const override
    {
        if (const auto ok = checkTorchDevice(device); !ok)
            return unsupported("device " + device + ": " + ok.error().message);
        std::unique_ptr<LanguageModel> model;
        if (device == "cpu")
            model = std::make_unique<ProcessorLanguageModel>(architecture, nullptr);
        else
            model = std::make_unique<TorchLanguageModel>(architecture, device);
        if (auto ok = model->setWeights(weights); !ok)
            return ok.error();
        return model;
    }
    NetworkMemory languageMemory(const LanguageArchitecture& architecture, const LanguageTrainingPlan& plan,
                                 std::int64_t length, bool validates,
                                 const std::string& device) const override
    {
        if (device != "cpu")
            return TorchLanguageModel::memoryFor(architecture, plan, length, device);
        NetworkMemory memory;
        memory.machine = trainingMemory(LanguageLayout(architecture), plan, length, validates);
        return memory;
    }
    NetworkMemory imageMemory(const VaeArchitecture& architecture, std::int64_t rows, std::int64_t batch,
                              const std::string& device) const override
    {
        NetworkMemory memory;
        memory.machine = rows * architecture.pixels() * static_cast<std::int64_t>(sizeof(float));
        if (device == "cpu")
            return memory;
        memory.device = vaeMemoryOn(architecture, rows, batch);
        memory.deviceLeast = vaeMemoryOn(architecture, rows, 1);
        const Card card = cardOf(torchDevice(device));
        memory.deviceFree = card.freeMemory;
        memory.deviceAll = card.memory;
        return memory;
    }
    std::vector<std::uint8_t> decode(const VaeSnapshot& model, std::span<const float> latents) const override
    {
        return bytesOf(VaeMath(model.architecture(), "cpu"), *model.weights(), latents);
    }
    std::vector<float> wallLatents(const VaeArchitecture& architecture, int count) const override
    {
        const Floats points = neural::wallLatents(architecture.latent, count);
        return {points.begin(), points.end()};
    }
};

} // namespace

const NeuralLibrary& libraryImpl()
{
    static const Impl library;
    return library;
}

} // namespace hareloom::neural
