// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionSnapshot.h"

#include "core/family/PackedNumbers.h"

#include <algorithm>
#include <cmath>

namespace hareloom {

using nlohmann::json;

namespace {

constexpr Eigen::Index kMostWidth = 2000;

json packedSeed(Seed seed)
{
    const double halves[2] = {static_cast<double>(seed >> 32), static_cast<double>(seed & 0xffffffffU)};
    return packed(halves, 2);
}

std::optional<Seed> seedOf(const Matrix& halves)
{
    constexpr double kMost = 4294967295.0;
    const auto isHalf = [](double x) { return x >= 0 && x <= kMost && x == std::floor(x); };
    if (halves.size() != 2 || !isHalf(halves(0, 0)) || !isHalf(halves(1, 0)))
        return std::nullopt;
    return static_cast<Seed>(halves(0, 0)) << 32 | static_cast<Seed>(halves(1, 0));
}

} // namespace

RegressionSnapshot::RegressionSnapshot(RegressionFeaturesPtr features, LinearFit fit, double noiseVariance,
                                       MeanCovariance inputs)
    : m_features(std::move(features)),
      m_fit(std::move(fit)),
      m_noiseVariance(noiseVariance),
      m_inputs(std::move(inputs))
{
}

bool RegressionSnapshot::isFinite() const
{
    return m_fit.coefficients.allFinite() && std::isfinite(m_fit.intercept) &&
           std::isfinite(m_fit.residualVariance) && std::isfinite(m_noiseVariance) && m_inputs.mean.allFinite() &&
           m_inputs.covariance.allFinite();
}

bool RegressionSnapshot::isAlike(const Snapshot& other) const
{
    const RegressionSnapshot* model = asRegression(&other);
    return model && model->inputs() == inputs();
}

std::optional<MeanCovariance> RegressionSnapshot::moments() const
{
    if (!isLinear())
        return std::nullopt;
    const Eigen::Index d = inputs();
    const Vector& w = m_fit.coefficients;
    MeanCovariance all{Vector(d + 1), Matrix(d + 1, d + 1)};
    all.mean << m_inputs.mean, m_fit.intercept + w.dot(m_inputs.mean);
    const Vector shared = m_inputs.covariance * w;
    all.covariance.topLeftCorner(d, d) = m_inputs.covariance;
    all.covariance.col(d).head(d) = shared;
    all.covariance.row(d).head(d) = shared.transpose();
    all.covariance(d, d) = w.dot(shared) + m_noiseVariance;
    return all;
}

void RegressionSnapshot::predict(MatrixView inputs, Eigen::Ref<Vector> out) const
{
    const Vector& w = m_fit.coefficients;
    out.setConstant(m_fit.intercept);
    if (isLinear()) {
        for (Eigen::Index j = 0; j < w.size(); ++j)
            out += w[j] * inputs.col(j);
        return;
    }
    Matrix features(std::min<Eigen::Index>(kBlockRows, inputs.rows()), w.size());
    for (Eigen::Index first = 0; first < inputs.rows(); first += kBlockRows) {
        const Eigen::Index count = std::min<Eigen::Index>(kBlockRows, inputs.rows() - first);
        m_features->write(inputs.middleRows(first, count), features.topRows(count));
        for (Eigen::Index k = 0; k < w.size(); ++k)
            out.segment(first, count) += w[k] * features.col(k).head(count);
    }
}

Vector RegressionSnapshot::predicted(MatrixView inputs) const
{
    Vector out(inputs.rows());
    predict(inputs, out);
    return out;
}

json RegressionSnapshot::toJson(bool) const
{
    const double numbers[3] = {m_fit.intercept, m_fit.residualVariance, m_noiseVariance};
    return {{"kind", kKind},
            {"inputs", inputs()},
            {"features", wordOf(kFeatureKinds, m_features->kind())},
            {"count", m_features->count()},
            {"seed", packedSeed(m_features->seed())},
            {"coefficients", packed(m_fit.coefficients.data(), m_fit.coefficients.size())},
            {"numbers", packed(numbers, 3)},
            {"inputMean", packed(m_inputs.mean.data(), m_inputs.mean.size())},
            {"inputCovariance", packed(m_inputs.covariance.data(), m_inputs.covariance.size())}};
}

Result<SnapshotPtr> readRegressionSnapshot(const json& object)
{
    Unpacker unpack(object);
    const Eigen::Index d = unpack.size("inputs"), p = unpack.size("count");
    const auto word = object.find("features");
    const auto kind = word != object.end() && word->is_string()
                          ? choiceOf(kFeatureKinds, word->get<std::string>())
                          : std::nullopt;
    const auto seed = seedOf(unpack.matrix("seed", 2, 1));
    const bool isShape = kind && seed && (*kind == FeatureKind::Linear ? p == d : p <= kMostWidth);
    const auto refused = [] {
        return invalidFile(
            "found a regression snapshot whose numbers are missing, of the wrong size or not finite");
    };
    if (!isShape || !unpack.ok())
        return refused();
    LinearFit fit{unpack.matrix("coefficients", p, 1)};
    const Matrix numbers = unpack.matrix("numbers", 3, 1);
    MeanCovariance inputs{unpack.matrix("inputMean", d, 1), unpack.matrix("inputCovariance", d, d)};
    if (!unpack.ok() || numbers(1, 0) < 0 || numbers(2, 0) < 0)
        return refused();
    fit.intercept = numbers(0, 0);
    fit.residualVariance = numbers(1, 0);
    return SnapshotPtr(std::make_shared<RegressionSnapshot>(
        std::make_shared<RegressionFeatures>(*kind, static_cast<int>(d), static_cast<int>(p), *seed),
        std::move(fit), numbers(2, 0), std::move(inputs)));
}

} // namespace hareloom
