// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/diffusion/ProcessorDiffusion.h"
#include "core/neural/language/ProcessorNetworks.h"

#include <cstring>

namespace hareloom::neural {
namespace {

class ProcessorLibrary final : public NeuralLibrary
{
public:
    std::string version() const override { return "Hareloom's own engine"; }
    std::vector<NeuralDevice> devices() const override { return {{"cpu", "this machine's processor"}}; }
    Result<void> checkDevice(const std::string& device) const override
    {
        return device == "cpu" ? Result<void>() : unsupported("this library computes on the processor alone");
    }
    const NeuralPart* part(std::string_view name) const override
    {
        if (name == LanguageNetworks::kName)
            return &m_language;
        return name == DiffusionNetworks::kName ? &m_diffusion : nullptr;
    }

private:
    ProcessorNetworks m_language;
    ProcessorDiffusion m_diffusion;
};

} // namespace
} // namespace hareloom::neural

/// The library's one name. Null when the program that asks was not built together with it.
extern "C" __attribute__((visibility("default"))) const hareloom::NeuralLibrary*
hareloomNeuralLibrary(const char* build)
{
    static const hareloom::neural::ProcessorLibrary library;
    return std::strcmp(build, HARELOOM_NEURAL_BUILD) == 0 ? &library : nullptr;
}
