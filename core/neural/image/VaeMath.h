// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/image/VaeArchitecture.h"
#include "core/neural/kernels/Training.h"
#include "core/neural/kernels/Precision.h"

namespace at {
class Tensor;
}

namespace hareloom::neural {

/// The autoencoder as functions of its flat parameters (parametersOf()). Images are rows of pixels in [0, 1].
/// The gradient is written out rather than taped: LibTorch's products and convolutions, and no other
/// overhead. Immutable; any thread. Each call computes in its own thread alone.
class VaeMath
{
public:
    /// `device`: one that checkTorchDevice() takes. `precision`: of products and convolutions; all else is in
    /// 32 bits.
    VaeMath(const VaeArchitecture& architecture, std::string device, Precision precision = Precision::Fp32);

    const VaeArchitecture& architecture() const { return m_architecture; }

    struct Batch
    {
        std::int64_t rows = 0;
        const float* images = nullptr; // (rows, pixels)
        const float* noise = nullptr;  // (rows, latent), standard normal
    };
    /// Binary cross-entropy and KL divergence from N(0, I) (Kingma and Welling 2014, appendix B), each summed
    /// over rows and pixels or latent numbers: nats. Writes the gradient of cross-entropy + beta * KL.
    Terms lossAndGradient(const float* parameters, const Batch& batch, double beta, float* gradient) const;
    /// The same where everything lies on the device already: parameters and gradient (parameterCount()),
    /// images (rows, pixels), noise (rows, latent), terms (2) of fp64, to which this batch's are added. Waits
    /// for nothing.
    void addLossAndGradient(const at::Tensor& parameters, const at::Tensor& images, const at::Tensor& noise,
                            double beta, const at::Tensor& gradient, const at::Tensor& terms) const;
    /// The two terms alone.
    Terms loss(const float* parameters, const Batch& batch) const;

    /// Means of the latent distributions: (rows, latent).
    void encode(const float* parameters, std::int64_t rows, const float* images, float* means) const;
    /// (rows, latent) to (rows, pixels) in [0, 1].
    void decode(const float* parameters, std::int64_t rows, const float* latents, float* pixels) const;

private:
    struct Views;
    struct Gradients;
    struct Pass;
    void writeGradient(const Pass& pass, const at::Tensor& logits, double beta, const Gradients& out) const;
    std::size_t latentAt() const; // index of the mean's weights in m_arrays

    VaeArchitecture m_architecture;
    std::string m_device;
    Precision m_precision;
    std::vector<ParameterShape> m_arrays;
};

/// The precision in which gradients come sooner, by a quarter or more if it is Bf16: measured for some
/// hundredths of a second. Devices other than the processor are not measured: Fp32.
Precision fasterPrecision(const VaeArchitecture& architecture, const std::string& device);

} // namespace hareloom::neural
