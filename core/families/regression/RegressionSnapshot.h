// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/regression/LeastSquares.h"
#include "core/families/regression/RegressionFeatures.h"
#include "core/family/Snapshot.h"

namespace hareloom {

/// A fitted response: its mean is linear in features of the inputs, its noise normal. A row is d inputs and
/// the response.
class RegressionSnapshot final : public Snapshot
{
public:
    static constexpr std::string_view kKind = "regression";

    /// `inputs`: moments of the inputs that it is sampled with.
    RegressionSnapshot(RegressionFeaturesPtr features, LinearFit fit, double noiseVariance,
                       MeanCovariance inputs);

    std::string_view kind() const override { return kKind; }
    bool isFinite() const override;
    bool isAlike(const Snapshot& other) const override;
    /// Of inputs and response together; nothing where the response is not linear in the inputs.
    std::optional<MeanCovariance> moments() const override;
    nlohmann::json toJson(bool withWeights) const override;

    const RegressionFeaturesPtr& features() const { return m_features; }
    int inputs() const { return m_features->inputs(); }
    bool isLinear() const { return m_features->kind() == FeatureKind::Linear; }
    const Vector& coefficients() const { return m_fit.coefficients; } // (p)
    double intercept() const { return m_fit.intercept; }
    /// Of the rows that it was fitted on, around it.
    double residualVariance() const { return m_fit.residualVariance; }
    /// With which its responses are drawn.
    double noiseVariance() const { return m_noiseVariance; }
    const MeanCovariance& inputMoments() const { return m_inputs; }

    /// The mean response at inputs (n, d), to `out` (n). A row's bytes do not depend on the rows beside it.
    void predict(MatrixView inputs, Eigen::Ref<Vector> out) const;
    Vector predicted(MatrixView inputs) const;

private:
    RegressionFeaturesPtr m_features;
    LinearFit m_fit;
    double m_noiseVariance;
    MeanCovariance m_inputs;
};

/// Null where the snapshot is none.
inline const RegressionSnapshot* asRegression(const Snapshot* snapshot)
{
    return dynamic_cast<const RegressionSnapshot*>(snapshot);
}

/// Errors: InvalidFile (numbers that are missing, of the wrong size or not finite).
Result<SnapshotPtr> readRegressionSnapshot(const nlohmann::json& object);

} // namespace hareloom
