// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/image/VaeNetworks.h"
#include "core/neural/torch/Torch.h"
#include "core/neural/torch/TorchNetworks.h"

#include <cstring>

namespace hareloom::neural {
namespace {

class TorchLibrary final : public NeuralLibrary
{
public:
    std::string version() const override { return torchVersion(); }
    std::vector<NeuralDevice> devices() const override { return torchDevices(); }
    Result<void> checkDevice(const std::string& device) const override { return checkTorchDevice(device); }
    const NeuralPart* part(std::string_view name) const override
    {
        return name == ImageNetworks::kName      ? static_cast<const NeuralPart*>(&m_images)
               : name == LanguageNetworks::kName ? &m_language
                                                 : nullptr;
    }

private:
    VaeNetworks m_images;
    TorchNetworks m_language;
};

} // namespace
} // namespace hareloom::neural

/// The library's one name. Null when the program that asks was not built together with it.
extern "C" __attribute__((visibility("default"))) const hareloom::NeuralLibrary*
hareloomNeuralLibrary(const char* build)
{
    static const hareloom::neural::TorchLibrary library;
    return std::strcmp(build, HARELOOM_NEURAL_BUILD) == 0 ? &library : nullptr;
}
