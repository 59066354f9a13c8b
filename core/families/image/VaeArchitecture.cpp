// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/image/VaeArchitecture.h"

namespace hareloom {
namespace {

constexpr std::int64_t kFirst = 64, kSecond = 128, kKernel = 4;

/// Lays arrays one behind the other.
class Layout
{
public:
    void add(std::string name, std::vector<std::int64_t> shape, std::int64_t fanIn)
    {
        m_arrays.push_back({std::move(name), std::move(shape), m_end, fanIn});
        m_end += m_arrays.back().size();
    }
    void layer(const std::string& name, std::vector<std::int64_t> weight, std::int64_t outputs,
               std::int64_t fanIn)
    {
        add(name + ".weight", std::move(weight), fanIn);
        add(name + ".bias", {outputs}, fanIn);
    }
    void latentLayers(std::int64_t latent, std::int64_t inputs)
    {
        add("encoder.fc_mu.weight", {latent, inputs}, inputs);
        add("encoder.fc_logvar.weight", {latent, inputs}, inputs);
        add("encoder.fc_mu.bias", {latent}, inputs);
        add("encoder.fc_logvar.bias", {latent}, inputs);
    }
    std::vector<ParameterShape> take() { return std::move(m_arrays); }

private:
    std::vector<ParameterShape> m_arrays;
    std::int64_t m_end = 0;
};

} // namespace

std::int64_t ParameterShape::size() const
{
    std::int64_t count = 1;
    for (const std::int64_t side : shape)
        count *= side;
    return count;
}

VaeArchitecture architectureOf(const ImageSettings& settings, int width, int height)
{
    VaeArchitecture a;
    a.network = settings.network;
    a.width = width;
    a.height = height;
    a.latent = static_cast<int>(settings.latent);
    a.hidden = a.network == ImageNetwork::Dense ? static_cast<int>(settings.hidden) : 1;
    return a;
}

std::vector<ParameterShape> parametersOf(const VaeArchitecture& a)
{
    Layout layout;
    const std::int64_t latent = a.latent, hidden = a.hidden, pixels = a.pixels();
    if (a.network == ImageNetwork::Dense) {
        layout.layer("encoder.fc1", {hidden, pixels}, hidden, pixels);
        layout.latentLayers(latent, hidden);
        layout.layer("decoder.fc1", {hidden, latent}, hidden, latent);
        layout.layer("decoder.fc2", {pixels, hidden}, pixels, hidden);
        return layout.take();
    }
    const std::int64_t flat = kSecond * (a.height / 4) * (a.width / 4), field = kKernel * kKernel;
    layout.layer("encoder.conv1", {kFirst, 1, kKernel, kKernel}, kFirst, field);
    layout.layer("encoder.conv2", {kSecond, kFirst, kKernel, kKernel}, kSecond, kFirst * field);
    layout.latentLayers(latent, flat);
    layout.layer("decoder.fc", {flat, latent}, flat, latent);
    // PyTorch counts a transposed convolution's fan-in from its second side, the outputs.
    layout.layer("decoder.conv2", {kSecond, kFirst, kKernel, kKernel}, kFirst, kFirst * field);
    layout.layer("decoder.conv1", {kFirst, 1, kKernel, kKernel}, 1, field);
    return layout.take();
}

std::int64_t parameterCount(const VaeArchitecture& architecture)
{
    const auto arrays = parametersOf(architecture);
    return arrays.back().offset + arrays.back().size();
}

} // namespace hareloom
