// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/image/ImageSettings.h"
#include "core/families/image/VaeSnapshot.h"
#include "core/family/Family.h"
#include "core/family/NetworkSettings.h"
#include "core/neural/kernels/Training.h"
#include "core/neural/image/VaeMath.h"

namespace hareloom::neural {

/// Family image: a variational autoencoder trained by Adam on summed binary cross-entropy + beta * KL, from
/// fresh weights or from the generation before; samples are decoder means of z ~ N(0, I). Shumailov et al.
/// 2024, "MNIST". The fit is the same bytes for every number of threads.
class VaeGenerator final : public Generator
{
public:
    VaeGenerator(const ImageSettings& settings, const NetworkSettings& training, const DataShape& shape);

    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;
    Result<DatasetPtr> sample(std::int64_t n, Seed seed, const SampleRequest& request,
                              const FitContext& context) const override;
    SnapshotPtr snapshot() const override { return m_snapshot; }
    Result<void> restore(const SnapshotPtr& snapshot) override;

private:
    Floats startingWeights(Seed seed) const;
    Result<Floats> trainingRows(const DatasetPtr& data, const StopToken& stop) const;
    TrainingPlan planOf(std::int64_t rows, const FitContext& context) const;
    void publish(const Floats& weights);
    SnapshotPtr draft(const Floats& weights) const;

    ImageSettings m_settings;
    NetworkSettings m_training;
    VaeArchitecture m_architecture;
    NumberFormat m_precision; // Auto until the first training has chosen
    std::shared_ptr<const VaeMath> m_math; // samples and walls, on the CPU
    std::shared_ptr<const VaeSnapshot> m_snapshot;
};

} // namespace hareloom::neural
