// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/diffusion/DiffusionRows.h"

#include "core/neural/kernels/RowsInBlocks.h"

#include <cmath>

namespace hareloom::neural {
namespace {

class DiffusionRows final : public RowsInBlocks
{
public:
    DiffusionRows(std::shared_ptr<const Denoiser> denoiser, DiffusionModelPtr model, std::int64_t n,
                  Seed seed, double lambda)
        : RowsInBlocks(model->architecture.dimension, n),
          m_denoiser(std::move(denoiser)),
          m_model(std::move(model)),
          m_seed(seed),
          m_width(std::sqrt(lambda))
    {
    }

private:
    Floats block(std::int64_t number) const override
    {
        const std::int64_t count = kBlock * dimension();
        std::vector<double> noise(static_cast<std::size_t>(count));
        fillNormals(m_seed, static_cast<std::uint64_t>(number * count), noise);
        Floats values(noise.size());
        for (std::size_t i = 0; i < noise.size(); ++i)
            values[i] = static_cast<float>(m_width * noise[i]);
        m_denoiser->draw(m_model->weights.data(), static_cast<float>(m_model->reach), kBlock, values.data());
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = unscaled(values[i], static_cast<Eigen::Index>(i) % dimension());
        return values;
    }

    float unscaled(float value, Eigen::Index variable) const
    {
        const double scale = m_model->scale[variable], centre = m_model->centre[variable];
        const double x = scale == 0 ? centre : centre + scale * static_cast<double>(value);
        return static_cast<float>(m_model->architecture.areImages() ? std::clamp(x, 0.0, 1.0) : x);
    }

    std::shared_ptr<const Denoiser> m_denoiser;
    DiffusionModelPtr m_model;
    Seed m_seed;
    double m_width;
};

} // namespace

DatasetPtr diffusionRows(std::shared_ptr<const Denoiser> denoiser, DiffusionModelPtr model, std::int64_t n,
                         Seed seed, double lambda)
{
    return std::make_shared<DiffusionRows>(std::move(denoiser), std::move(model), n, seed, lambda);
}

} // namespace hareloom::neural
