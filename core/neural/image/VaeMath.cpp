// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/image/VaeMath.h"

#include "core/base/ProcessorClock.h"
#include "core/neural/image/VaeProducts.h"
#include "core/neural/kernels/PixelLoss.h"
#include "core/neural/torch/Card.h"
#include "core/neural/torch/Torch.h"

#include <ATen/ATen.h>

#include <limits>

namespace hareloom::neural {
namespace {

using at::Tensor;

constexpr std::int64_t kFirst = 64, kSecond = 128;
constexpr std::int64_t kProbed = 64; // images of a probe
constexpr int kTries = 4;
constexpr double kGain = 1.25; // below it, the loss of digits is not worth while

/// Memory of ours as a tensor, not copied unless the device is another. Functions of the library do not write
/// to what they are not told to.
Tensor view(const float* memory, at::IntArrayRef shape, const at::Device& device)
{
    return at::from_blob(const_cast<float*>(memory), shape, at::kFloat).to(device);
}

Tensor partOf(const Tensor& flat, std::int64_t offset, at::IntArrayRef shape)
{
    std::int64_t size = 1;
    for (const std::int64_t side : shape)
        size *= side;
    return flat.narrow(0, offset, size).view(shape);
}

void copyOut(const Tensor& from, float* to)
{
    at::from_blob(to, from.sizes(), at::kFloat).copy_(from);
}

void sumRows(const Tensor& values, Tensor& to)
{
    if (values.device().is_cpu() && values.is_contiguous())
        sumOfRows(values.data_ptr<float>(), values.size(0), values.size(1), to.data_ptr<float>());
    else
        at::sum_out(to, values, 0);
}

} // namespace

/// The arrays as tensors on the device, in the order of parametersOf(); mean and log variance as one.
struct VaeMath::Views
{
    Views(const VaeMath& math, const Tensor& parameters) : device(parameters.device())
    {
        for (const ParameterShape& array : math.m_arrays)
            all.push_back(partOf(parameters, array.offset, array.shape));
        const std::size_t at = math.latentAt();
        const auto& heads = math.m_arrays[at];
        headWeight = partOf(parameters, heads.offset, {2 * heads.shape[0], heads.shape[1]});
        headBias = partOf(parameters, math.m_arrays[at + 2].offset, {2 * heads.shape[0]});
    }
    const Tensor& operator[](std::size_t i) const { return all[i]; }

    at::Device device;
    std::vector<Tensor> all;
    Tensor headWeight, headBias;
};

std::size_t VaeMath::latentAt() const
{
    return m_architecture.network == ImageNetwork::Dense ? 2 : 4;
}

VaeMath::VaeMath(const VaeArchitecture& architecture, std::string device, Precision precision)
    : m_architecture(architecture),
      m_device(std::move(device)),
      m_precision(precision),
      m_arrays(parametersOf(architecture))
{
}

/// Where the gradient of each array goes: on the CPU straight to the caller's memory.
struct VaeMath::Gradients
{
    Gradients(const VaeMath& math, float* to)
        : Gradients(math, torchDevice(math.m_device).is_cpu()
                              ? at::from_blob(to, {parameterCount(math.m_architecture)}, at::kFloat)
                              : at::empty({parameterCount(math.m_architecture)},
                                          at::TensorOptions(torchDevice(math.m_device)).dtype(at::kFloat)))
    {
        home = to;
    }
    Gradients(const VaeMath& math, Tensor to) : flat(std::move(to))
    {
        for (const ParameterShape& array : math.m_arrays)
            all.push_back(partOf(flat, array.offset, array.shape));
        const std::size_t at = math.latentAt();
        const auto& heads = math.m_arrays[at];
        headWeight = partOf(flat, heads.offset, {2 * heads.shape[0], heads.shape[1]});
        headBias = partOf(flat, math.m_arrays[at + 2].offset, {2 * heads.shape[0]});
    }
    // Functions that write to a tensor want it changeable, though only its memory changes.
    Tensor& operator[](std::size_t i) const { return all[i]; }
    void bringHome() const
    {
        if (!flat.device().is_cpu())
            copyOut(flat, home);
    }

    float* home = nullptr;
    Tensor flat;
    mutable std::vector<Tensor> all;
    mutable Tensor headWeight, headBias;
};

/// One pass forward, with what the way back needs, and the way back.
struct VaeMath::Pass
{
    Pass(const VaeMath& m, const float* parameters)
        : Pass(m, view(parameters, {parameterCount(m.m_architecture)}, torchDevice(m.m_device)))
    {
    }
    Pass(const VaeMath& m, const Tensor& parameters)
        : math(m),
          p(m, parameters),
          by{m.m_precision},
          isDense(m.m_architecture.network == ImageNetwork::Dense)
    {
    }

    std::int64_t quarterHeight() const { return math.m_architecture.height / 4; }
    std::int64_t quarterWidth() const { return math.m_architecture.width / 4; }

    void encode(const Tensor& images)
    {
        x = images;
        if (isDense) {
            h1 = by.linear(x, p[0], p[1]).relu_();
            flat = h1;
        } else {
            x = x.view({-1, 1, math.m_architecture.height, math.m_architecture.width});
            h1 = by.conv(x, p[0], p[1]).relu_();
            h2 = by.conv(h1, p[2], p[3]).relu_();
            flat = h2.reshape({h2.size(0), -1});
        }
        const Tensor heads = by.linear(flat, p.headWeight, p.headBias);
        mean = heads.narrow(1, 0, math.m_architecture.latent);
        logVariance = heads.narrow(1, math.m_architecture.latent, math.m_architecture.latent);
    }

    /// Logits of the pixels: (rows, pixels).
    Tensor decode(const Tensor& latents)
    {
        z = latents;
        if (isDense) {
            g1 = by.linear(z, p[6], p[7]).relu_();
            return by.linear(g1, p[8], p[9]);
        }
        const std::int64_t n = z.size(0), height = quarterHeight(), width = quarterWidth();
        g1 = by.linear(z, p[8], p[9]).view({n, kSecond, height, width});
        // Only its shape counts.
        g2 = by.convTransposed(g1, p[10], p[11], at::empty({n, kFirst, 2 * height, 2 * width}, z.options()))
                 .relu_();
        return by.convTransposed(g2, p[12], p[13], at::empty({n, 1, 4 * height, 4 * width}, z.options()))
            .reshape({n, -1});
    }

    Tensor sampleLatents(const Tensor& noise)
    {
        spread = (logVariance * 0.5).exp_();
        eps = noise;
        return at::addcmul(mean, spread, eps);
    }

    /// From the gradient of the logits to the gradient of the latent points.
    Tensor decoderGradient(const Tensor& logits, const Gradients& out) const
    {
        if (isDense) {
            by.gradient(logits, g1, out[8]);
            sumRows(logits, out[9]);
            const Tensor inner = at::threshold_backward(by.product(logits, p[8]), g1, 0);
            by.gradient(inner, z, out[6]);
            sumRows(inner, out[7]);
            return by.product(inner, p[6]);
        }
        const Tensor image = logits.view({z.size(0), 1, 4 * quarterHeight(), 4 * quarterWidth()});
        out[13].copy_(image.sum({0, 2, 3}));
        out[12].copy_(by.convBackward(g2, image, p[12], {false, true, false}).weight);
        const Tensor second = at::threshold_backward(by.conv(image, p[12], {}), g2, 0);
        out[11].copy_(second.sum({0, 2, 3}));
        out[10].copy_(by.convBackward(g1, second, p[10], {false, true, false}).weight);
        const Tensor first = by.conv(second, p[10], {}).reshape({z.size(0), -1});
        by.gradient(first, z, out[8]);
        sumRows(first, out[9]);
        return by.product(first, p[8]);
    }

    void encoderGradient(const Tensor& heads, const Gradients& out) const
    {
        by.gradient(heads, flat, out.headWeight);
        sumRows(heads, out.headBias);
        const Tensor inner = by.product(heads, p.headWeight);
        if (isDense) {
            const Tensor hidden = at::threshold_backward(inner, h1, 0);
            by.gradient(hidden, x, out[0]);
            sumRows(hidden, out[1]);
            return;
        }
        const auto second = by.convBackward(at::threshold_backward(inner.view(h2.sizes()), h2, 0), h1, p[2],
                                            {true, true, true});
        out[2].copy_(second.weight);
        out[3].copy_(second.bias);
        const auto first =
            by.convBackward(at::threshold_backward(second.input, h1, 0), x, p[0], {false, true, true});
        out[0].copy_(first.weight);
        out[1].copy_(first.bias);
    }

    Tensor kl() const { return -0.5 * (1 + logVariance - mean.square() - logVariance.exp()).sum(); }

    Tensor crossEntropy(const Tensor& logits, const Tensor& target) const
    {
        return at::softplus(logits).sum() - at::dot(logits.reshape({-1}), target.reshape({-1}));
    }

    Terms terms(const Tensor& logits, const Tensor& target) const
    {
        return {crossEntropy(logits, target).item<double>(), kl().item<double>()};
    }

    /// The terms, and in the logits' place the gradient by them.
    Terms termsAndGradient(Tensor& logits, const Tensor& target) const
    {
        if (!p.device.is_cpu()) {
            const Terms both = terms(logits, target);
            logits = logits.sigmoid().sub_(target);
            return both;
        }
        logits = logits.contiguous();
        return {crossEntropyAndGradient(logits.data_ptr<float>(), target.data_ptr<float>(), logits.numel()),
                kl().item<double>()};
    }

    const VaeMath& math;
    Views p;
    VaeProducts by;
    bool isDense;
    Tensor x, h1, h2, flat, mean, logVariance; // encoder
    Tensor spread, eps, z, g1, g2;             // decoder
};

Terms VaeMath::lossAndGradient(const float* parameters, const Batch& batch, double beta,
                               float* gradient) const
{
    prepareThread();
    Pass pass(*this, parameters);
    const Tensor images = view(batch.images, {batch.rows, m_architecture.pixels()}, pass.p.device);
    pass.encode(images);
    Tensor logits = pass.decode(
        pass.sampleLatents(view(batch.noise, {batch.rows, m_architecture.latent}, pass.p.device)));
    const Terms terms = pass.termsAndGradient(logits, images);

    const Gradients out(*this, gradient);
    writeGradient(pass, logits, beta, out);
    out.bringHome();
    return terms;
}

void VaeMath::addLossAndGradient(const Tensor& parameters, const Tensor& images, const Tensor& noise,
                                 double beta, const Tensor& gradient, const Tensor& terms) const
{
    Pass pass(*this, parameters);
    pass.encode(images);
    const Tensor logits = pass.decode(pass.sampleLatents(noise));
    terms.select(0, 0).add_(pass.crossEntropy(logits, images));
    terms.select(0, 1).add_(pass.kl());
    writeGradient(pass, logits.sigmoid().sub_(images), beta, Gradients(*this, gradient));
}

/// `logits`: the gradient by them.
void VaeMath::writeGradient(const Pass& pass, const Tensor& logits, double beta, const Gradients& out) const
{
    const Tensor dz = pass.decoderGradient(logits, out);
    const Tensor dMean = dz + pass.mean * beta;
    const Tensor dLogVariance =
        dz * pass.eps * pass.spread * 0.5 + (pass.logVariance.exp() - 1) * (0.5 * beta);
    pass.encoderGradient(at::cat({dMean, dLogVariance}, 1), out);
}

Terms VaeMath::loss(const float* parameters, const Batch& batch) const
{
    prepareThread();
    Pass pass(*this, parameters);
    const Tensor images = view(batch.images, {batch.rows, m_architecture.pixels()}, pass.p.device);
    pass.encode(images);
    const Tensor logits = pass.decode(
        pass.sampleLatents(view(batch.noise, {batch.rows, m_architecture.latent}, pass.p.device)));
    return pass.terms(logits, images);
}

void VaeMath::encode(const float* parameters, std::int64_t rows, const float* images, float* means) const
{
    prepareThread();
    Pass pass(*this, parameters);
    pass.encode(view(images, {rows, m_architecture.pixels()}, pass.p.device));
    copyOut(pass.mean, means);
}

void VaeMath::decode(const float* parameters, std::int64_t rows, const float* latents, float* pixels) const
{
    prepareThread();
    Pass pass(*this, parameters);
    copyOut(pass.decode(view(latents, {rows, m_architecture.latent}, pass.p.device)).sigmoid(), pixels);
}

Precision fasterPrecision(const VaeArchitecture& architecture, const std::string& device)
{
    if (device != "cpu")
        return Precision::Fp32;
    const Floats parameters(static_cast<std::size_t>(parameterCount(architecture)), 0.01F),
        images(static_cast<std::size_t>(kProbed * architecture.pixels()), 0.5F),
        noise(static_cast<std::size_t>(kProbed * architecture.latent), 0.5F);
    Floats gradient(parameters.size());
    const auto seconds = [&](Precision precision) {
        const VaeMath math(architecture, device, precision);
        double least = std::numeric_limits<double>::infinity();
        for (int i = 0; i < kTries; ++i) {
            const double start = processorSeconds();
            math.lossAndGradient(parameters.data(), {kProbed, images.data(), noise.data()}, 1,
                                 gradient.data());
            least = std::min(least, processorSeconds() - start);
        }
        return least;
    };
    return seconds(Precision::Fp32) > kGain * seconds(Precision::Bf16) ? Precision::Bf16 : Precision::Fp32;
}

} // namespace hareloom::neural
