// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/diffusion/DiffusionSnapshot.h"
#include "core/family/Generator.h"
#include "core/neural/diffusion/Denoiser.h"
#include "core/neural/kernels/Training.h"

namespace hareloom::neural {

/// Family diffusion: a network that finds the noise in rows (Ho et al. 2020), trained by Adam from fresh
/// weights; rows are drawn in a few deterministic steps (Song et al. 2021). The fit is the same bytes for
/// every number of threads.
class DiffusionGenerator final : public Generator
{
public:
    DiffusionGenerator(const DiffusionArchitecture& architecture, std::int64_t updates);

    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;
    Result<DatasetPtr> sample(std::int64_t n, Seed seed, const SampleRequest& request,
                              const FitContext& context) const override;
    SnapshotPtr snapshot() const override { return m_snapshot; }
    Result<void> restore(const SnapshotPtr& snapshot) override;

private:
    Result<Floats> trained(const Floats& rows, std::int64_t n, const FitContext& context) const;
    Floats startingWeights(Seed seed) const;
    TrainingPlan planOf(std::int64_t n, const FitContext& context) const;
    Result<DiffusionView> look(const DiffusionModelPtr& model, const Matrix& rows,
                               const StopToken& stop) const;

    std::int64_t m_updates;
    std::shared_ptr<const Denoiser> m_denoiser;
    std::shared_ptr<const DiffusionSnapshot> m_snapshot;
};

} // namespace hareloom::neural
