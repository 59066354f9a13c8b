// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/diffusion/Denoiser.h"

#include "core/neural/kernels/Activation.h"
#include "core/neural/kernels/Gemm.h"
#include "core/neural/kernels/PixelLoss.h"

#include <algorithm>

namespace hareloom::neural {

/// Of each layer what goes into it, and what comes out before the activation; and the gradient that comes
/// back.
struct Denoiser::Space
{
    std::vector<Floats> inputs, outputs;
    Floats back, before;

    void fit(const std::vector<DenseLayer>& layers, std::int64_t rows)
    {
        inputs.resize(layers.size());
        outputs.resize(layers.size());
        std::int64_t widest = 0;
        for (std::size_t l = 0; l < layers.size(); ++l) {
            inputs[l].resize(static_cast<std::size_t>(rows * layers[l].inputs));
            outputs[l].resize(static_cast<std::size_t>(rows * layers[l].outputs));
            widest = std::max({widest, layers[l].inputs, layers[l].outputs});
        }
        back.resize(static_cast<std::size_t>(rows * widest));
        before.resize(static_cast<std::size_t>(rows * widest));
    }
};

Denoiser::Denoiser(const DiffusionArchitecture& architecture)
    : m_architecture(architecture), m_layers(layersOf(architecture)), m_levels(architecture.schedule)
{
}

void Denoiser::join(std::int64_t rows, const float* noisy, const int* levels, float* inputs) const
{
    const std::int64_t d = m_architecture.dimension;
    for (std::int64_t i = 0; i < rows; ++i) {
        float* row = inputs + i * (d + kTimeNumbers);
        std::copy_n(noisy + i * d, d, row);
        std::copy_n(m_levels.time(levels[i]), kTimeNumbers, row + d);
    }
}

// From space.inputs[0] to the last layer's outputs, which become the noise that is found. Of a standard
// normal row it is the row times the share of noise; the layers find what differs from that.
void Denoiser::predict(const float* parameters, std::int64_t rows, const float* noisy, const int* levels,
                       Space& space) const
{
    join(rows, noisy, levels, space.inputs[0].data());
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        const DenseLayer& layer = m_layers[l];
        const MatrixRef weights{parameters + layer.weights, layer.inputs};
        GemmExtras extras;
        extras.bias = parameters + layer.biases;
        gemm(rows, layer.outputs, layer.inputs, {space.inputs[l].data(), layer.inputs}, weights.transposed(),
             space.outputs[l].data(), layer.outputs, extras);
        if (l + 1 < m_layers.size())
            activate(Activation::GeluTanh, rows * layer.outputs, space.outputs[l].data(),
                     space.inputs[l + 1].data());
    }
    const std::int64_t d = m_architecture.dimension;
    for (std::int64_t i = 0; i < rows; ++i)
        for (std::int64_t j = i * d; j < (i + 1) * d; ++j)
            space.outputs.back()[static_cast<std::size_t>(j)] += m_levels.noise(levels[i]) * noisy[j];
}

// space.back: the gradient of the last layer's outputs.
void Denoiser::propagate(const float* parameters, std::int64_t rows, Space& space, float* gradient) const
{
    for (std::size_t l = m_layers.size(); l-- > 0;) {
        const DenseLayer& layer = m_layers[l];
        const MatrixRef back{space.back.data(), layer.outputs};
        gemm(layer.outputs, layer.inputs, rows, back.transposed(), {space.inputs[l].data(), layer.inputs},
             gradient + layer.weights, layer.inputs);
        sumOfRows(space.back.data(), rows, layer.outputs, gradient + layer.biases);
        if (l == 0)
            return;
        gemm(rows, layer.inputs, layer.outputs, back, {parameters + layer.weights, layer.inputs},
             space.before.data(), layer.inputs);
        activationGradient(Activation::GeluTanh, rows * layer.inputs, space.outputs[l - 1].data(),
                           space.before.data());
        space.back.swap(space.before);
    }
}

double Denoiser::lossAndGradient(const float* parameters, const Batch& batch, float* gradient) const
{
    thread_local Space space;
    thread_local Floats noisy;
    space.fit(m_layers, batch.rows);
    const std::int64_t d = m_architecture.dimension;
    noisy.resize(static_cast<std::size_t>(batch.rows * d));
    for (std::int64_t i = 0; i < batch.rows; ++i) {
        const float signal = m_levels.signal(batch.levels[i]), noise = m_levels.noise(batch.levels[i]);
        for (std::int64_t j = i * d; j < (i + 1) * d; ++j)
            noisy[static_cast<std::size_t>(j)] = signal * batch.clean[j] + noise * batch.noise[j];
    }
    predict(parameters, batch.rows, noisy.data(), batch.levels, space);
    double loss = 0;
    const Floats& found = space.outputs.back();
    for (std::size_t j = 0; j < found.size(); ++j) {
        const float error = found[j] - batch.noise[j];
        space.back[j] = error;
        loss += 0.5 * static_cast<double>(error) * static_cast<double>(error);
    }
    propagate(parameters, batch.rows, space, gradient);
    return loss;
}

// One step alone narrows what is drawn: of a normal's variance 20 of them leave 89%. With the noise
// extrapolated from the last two levels they leave 99%.
void Denoiser::draw(const float* parameters, float reach, std::int64_t rows, float* values) const
{
    thread_local Space space;
    thread_local Floats before;
    space.fit(m_layers, rows);
    const std::vector<int> through = NoiseLevels::drawnThrough(m_architecture.drawSteps);
    std::vector<int> levels(static_cast<std::size_t>(rows));
    for (std::size_t s = 0; s < through.size(); ++s) {
        std::fill(levels.begin(), levels.end(), through[s]);
        predict(parameters, rows, values, levels.data(), space);
        const bool isLast = s + 1 == through.size(), isBetween = s > 0 && !isLast;
        const float signal = m_levels.signal(through[s]), noise = m_levels.noise(through[s]);
        const float nextSignal = isLast ? 1 : m_levels.signal(through[s + 1]);
        const float nextNoise = isLast ? 0 : m_levels.noise(through[s + 1]);
        const Floats& found = space.outputs.back();
        for (std::size_t j = 0; j < found.size(); ++j) {
            const float ahead = isBetween ? 1.5F * found[j] - 0.5F * before[j] : found[j];
            const float clean = std::clamp((values[j] - noise * ahead) / signal, -reach, reach);
            values[j] = nextSignal * clean + nextNoise * ahead;
        }
        before = found;
    }
}

} // namespace hareloom::neural
