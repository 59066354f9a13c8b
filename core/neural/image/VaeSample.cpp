// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/image/VaeSample.h"

#include "core/neural/kernels/RowsInBlocks.h"

#include <cmath>

namespace hareloom::neural {
namespace {

constexpr Seed kWallSeed = 0x77616C6C; // the same points in every experiment
enum Stream : std::uint64_t { Coins = 1 };

Floats normals(Seed seed, std::int64_t first, std::int64_t count, double scale)
{
    std::vector<double> drawn(static_cast<std::size_t>(count));
    fillNormals(seed, static_cast<std::uint64_t>(first), drawn);
    Floats values(drawn.size());
    for (std::size_t i = 0; i < drawn.size(); ++i)
        values[i] = static_cast<float>(scale * drawn[i]);
    return values;
}

class VaeRows final : public RowsInBlocks
{
public:
    VaeRows(std::shared_ptr<const VaeMath> math, VaeSnapshot::Weights weights, std::int64_t n,
            const VaeSampling& sampling)
        : RowsInBlocks(math->architecture().pixels(), n),
          m_math(std::move(math)),
          m_weights(std::move(weights)),
          m_sampling(sampling)
    {
    }

private:
    Floats block(std::int64_t number) const override
    {
        const std::int64_t latent = m_math->architecture().latent, first = number * kBlock;
        const Floats z =
            normals(m_sampling.seed, first * latent, kBlock * latent, std::sqrt(m_sampling.lambda));
        Floats pixels(static_cast<std::size_t>(kBlock * dimension()));
        m_math->decode(m_weights->data(), kBlock, z.data(), pixels.data());
        if (m_sampling.isBernoulli)
            toss(first, pixels);
        return pixels;
    }

    void toss(std::int64_t first, Floats& pixels) const
    {
        std::vector<double> luck(pixels.size());
        fillUniforms(childSeed(m_sampling.seed, Coins), static_cast<std::uint64_t>(first * dimension()),
                     luck);
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] = luck[i] < pixels[i] ? 1.0F : 0.0F;
    }

    std::shared_ptr<const VaeMath> m_math;
    VaeSnapshot::Weights m_weights;
    VaeSampling m_sampling;
};

} // namespace

DatasetPtr vaeSample(std::shared_ptr<const VaeMath> math, VaeSnapshot::Weights weights, std::int64_t n,
                     const VaeSampling& sampling)
{
    return std::make_shared<VaeRows>(std::move(math), std::move(weights), n, sampling);
}

Floats wallLatents(int latent, int count)
{
    return normals(kWallSeed, 0, static_cast<std::int64_t>(count) * latent, 1);
}

std::vector<std::uint8_t> bytesOf(const VaeMath& math, const std::vector<float>& weights,
                                  std::span<const float> latents)
{
    const auto count = std::ssize(latents) / math.architecture().latent;
    Floats pixels(static_cast<std::size_t>(count * math.architecture().pixels()));
    math.decode(weights.data(), count, latents.data(), pixels.data());
    std::vector<std::uint8_t> bytes(pixels.size());
    for (std::size_t i = 0; i < pixels.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(std::lround(255 * pixels[i]));
    return bytes;
}

std::vector<std::uint8_t> wallOf(const VaeMath& math, const std::vector<float>& weights, int count)
{
    return bytesOf(math, weights, wallLatents(math.architecture().latent, count));
}

} // namespace hareloom::neural
