// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/PartFold.h"
#include "core/families/regression/RegressionInputs.h"
#include "core/families/regression/RegressionSnapshot.h"

namespace hareloom {

/// Least squares or ridge regression of a row's last variable on the others (arXiv 2404.01413, 2402.07712),
/// or on random features of them (arXiv 2410.04840), where rows may weigh differently. Reads its rows once,
/// in blocks. Rows of its own are inputs as the source has them, and responses that it makes up.
class Regression final : public Generator
{
public:
    /// The directions of random features follow from the experiment's seed, so that all of a run have the
    /// same.
    Regression(const Experiment& experiment, const DataShape& shape);

    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;
    /// Its noise variance times SampleRequest::lambda.
    Result<DatasetPtr> sample(std::int64_t n, Seed seed, const SampleRequest& request,
                              const FitContext& context) const override;
    SnapshotPtr snapshot() const override { return m_snapshot; }
    Result<void> restore(const SnapshotPtr& snapshot) override;

private:
    Result<LinearFit> fitAlike(const DatasetPtr& data, const FitContext& context);
    Result<LinearFit> fitWeighted(const DatasetPtr& data, const FitContext& context) const;

    RegressionSettings m_settings;
    RegressionInputsPtr m_inputs;
    RegressionFeaturesPtr m_features;
    std::shared_ptr<const RegressionSnapshot> m_snapshot;
    PartFold<Moments> m_fold;
};

} // namespace hareloom
