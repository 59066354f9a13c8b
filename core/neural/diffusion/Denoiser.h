// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/diffusion/DiffusionArchitecture.h"
#include "core/neural/diffusion/NoiseLevels.h"
#include "core/neural/kernels/Floats.h"

#include <vector>

namespace hareloom::neural {

/// The network as functions of its flat parameters (layersOf()). Rows are scaled, (n, d), a row's numbers
/// side by side. Immutable; any thread. Each call computes in its own thread alone; a row's numbers do not
/// depend on the rows beside it.
class Denoiser
{
public:
    explicit Denoiser(const DiffusionArchitecture& architecture);

    const DiffusionArchitecture& architecture() const { return m_architecture; }
    const NoiseLevels& levels() const { return m_levels; }

    struct Batch
    {
        std::int64_t rows = 0;
        const float* clean = nullptr; // (rows, d)
        const float* noise = nullptr; // (rows, d), standard normal
        const int* levels = nullptr;  // (rows)
    };
    /// Half the squared error of the noise that is found (Ho et al. 2020, eq. 14), summed: nats, up to a
    /// constant. Writes its gradient (parameterCount()).
    double lossAndGradient(const float* parameters, const Batch& batch, float* gradient) const;

    /// From noise (rows, d) to rows, in place: the deterministic steps of Song et al. 2021, eq. 12 with sigma
    /// 0, the noise extrapolated from the last two levels (Liu et al. 2022). What is taken for the row lies
    /// within +-reach at every step, as Ho et al. keep it within the range of the data: where a network has
    /// seen nothing it may find anything.
    void draw(const float* parameters, float reach, std::int64_t rows, float* values) const;

private:
    struct Space; // of one thread
    void join(std::int64_t rows, const float* noisy, const int* levels, float* inputs) const;
    void predict(const float* parameters, std::int64_t rows, const float* noisy, const int* levels,
                 Space& space) const;
    void propagate(const float* parameters, std::int64_t rows, Space& space, float* gradient) const;

    DiffusionArchitecture m_architecture;
    std::vector<DenseLayer> m_layers;
    NoiseLevels m_levels;
};

} // namespace hareloom::neural
