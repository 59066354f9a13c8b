// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/regression/RegressionSnapshot.h"

namespace hareloom {

/// Rows of a regression: inputs (n, d) and in the last column what the model answers, with normal noise of
/// this standard deviation.
DatasetPtr regressionRows(DatasetPtr inputs, std::shared_ptr<const RegressionSnapshot> model,
                          double deviation, Seed noiseSeed);

/// A view of rows (n, d + 1): the features of their inputs and the response, (n, p + 1). Lives no longer than
/// `rows`.
class FeatureRows final : public Dataset
{
public:
    FeatureRows(const Dataset& rows, const RegressionFeatures& features) : m_all(rows), m_features(features)
    {
    }
    std::int64_t rows() const override { return m_all.rows(); }
    int dimension() const override { return m_features.count() + 1; }
    void read(std::int64_t first, MatrixRef out) const override;
    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override;

private:
    void place(const Matrix& whole, MatrixRef out) const;

    const Dataset& m_all;
    const RegressionFeatures& m_features;
};

} // namespace hareloom
