// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionEvaluator.h"

#include <limits>

namespace hareloom {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t kTestRows = 10'000; // at most, where the error is no closed form
constexpr std::uint64_t kTestDraw = 0x74657374;

double meanSquare(const Matrix& rows, const Vector& predicted)
{
    return (rows.col(rows.cols() - 1) - predicted).squaredNorm() / static_cast<double>(rows.rows());
}

} // namespace

RegressionEvaluator::RegressionEvaluator(const References& references)
    : m_references(references), m_best(bestLine(references.truth))
{
    const auto truth = references.setup->source->normalMixture();
    m_isNormalTruth = truth && truth->components() == 1 && truth->means.isZero(0);
}

Result<void> RegressionEvaluator::look(const Snapshot&, Measured& measured, const FitContext&)
{
    m_now = measured.snapshot;
    return {};
}

double RegressionEvaluator::featureError() const
{
    const RegressionSnapshot& model = *asRegression(m_now.get());
    const Eigen::Index d = model.inputs();
    if (m_isNormalTruth) {
        if (!m_featureError)
            m_featureError.emplace(*model.features(), m_references.truth.covariance.topLeftCorner(d, d));
        return m_featureError->of(model, m_best);
    }
    if (!m_rows)
        m_rows = toMatrix(drawTruth(m_references, kTestRows, kTestDraw, {}));
    const auto inputs = m_rows->leftCols(d);
    return meanSquare(*m_rows, model.predicted(inputs)) - meanSquare(*m_rows, m_best.predicted(inputs));
}

double RegressionEvaluator::testError() const
{
    const RegressionSnapshot& model = *asRegression(m_now.get());
    return model.isLinear() ? excessError(model, m_references.truth, m_best) : featureError();
}

double RegressionEvaluator::heldOutError() const
{
    if (!m_references.heldOut)
        return kNone;
    const Matrix& rows = *m_references.heldOut;
    return meanSquare(rows, asRegression(m_now.get())->predicted(rows.leftCols(rows.cols() - 1)));
}

double RegressionEvaluator::value(std::string_view metric, int) const
{
    const RegressionSnapshot* model = asRegression(m_now.get());
    if (metric == "testError")
        return testError();
    if (metric == "heldOutError")
        return heldOutError();
    if (metric == "coefficientNorm")
        return model->coefficients().norm();
    return metric == "residualVariance" ? model->residualVariance() : kNone;
}

} // namespace hareloom
