// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/image/VaeSample.h"

#include "core/neural/kernels/Floats.h"

#include <cmath>

namespace hareloom::neural {
namespace {

constexpr std::int64_t kBlock = 256;
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

class VaeRows final : public Dataset
{
public:
    VaeRows(std::shared_ptr<const VaeMath> math, VaeSnapshot::Weights weights, std::int64_t n,
            const VaeSampling& sampling)
        : m_math(std::move(math)), m_weights(std::move(weights)), m_rows(n), m_sampling(sampling)
    {
    }

    std::int64_t rows() const override { return m_rows; }
    int dimension() const override { return m_math->architecture().pixels(); }

    void read(std::int64_t first, MatrixRef out) const override
    {
        const std::int64_t end = first + out.rows();
        for (std::int64_t row = first; row < end;) {
            const std::int64_t block = row / kBlock, stop = std::min(end, (block + 1) * kBlock);
            const Floats pixels = decoded(block);
            for (; row < stop; ++row)
                copyRow(pixels, row % kBlock, out, row - first);
        }
    }

    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        Floats pixels;
        std::int64_t block = -1;
        for (std::size_t i = 0; i < indices.size(); ++i) {
            if (indices[i] / kBlock != block)
                pixels = decoded(block = indices[i] / kBlock);
            copyRow(pixels, indices[i] % kBlock, out, static_cast<std::int64_t>(i));
        }
    }

private:
    void copyRow(const Floats& pixels, std::int64_t from, MatrixRef out, std::int64_t to) const
    {
        const float* row = pixels.data() + from * out.cols();
        for (Eigen::Index j = 0; j < out.cols(); ++j)
            out(to, j) = row[j];
    }

    Floats decoded(std::int64_t block) const
    {
        const std::int64_t latent = m_math->architecture().latent, first = block * kBlock;
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
    std::int64_t m_rows;
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
