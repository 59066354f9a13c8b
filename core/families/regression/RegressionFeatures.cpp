// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionFeatures.h"

#include <cmath>
#include <vector>

namespace hareloom {
namespace {

Matrix randomDirections(int inputs, int width, Seed seed)
{
    std::vector<double> normals(static_cast<std::size_t>(inputs) * static_cast<std::size_t>(width));
    fillNormals(seed, 0, normals);
    return Eigen::Map<const Matrix>(normals.data(), inputs, width) * std::sqrt(2.0 / inputs / width);
}

} // namespace

RegressionFeatures::RegressionFeatures(FeatureKind kind, int inputs, int width, Seed seed)
    : m_kind(kind),
      m_inputs(inputs),
      m_count(kind == FeatureKind::Linear ? inputs : width),
      m_seed(kind == FeatureKind::Linear ? 0 : seed),
      m_directions(kind == FeatureKind::Linear ? Matrix(Matrix::Identity(inputs, inputs))
                                               : randomDirections(inputs, width, seed))
{
}

// Sums along columns, as a library's matrix product would group rows.
void RegressionFeatures::write(MatrixView inputs, MatrixRef out) const
{
    if (m_kind == FeatureKind::Linear) {
        out = inputs;
        return;
    }
    for (Eigen::Index k = 0; k < m_count; ++k) {
        out.col(k) = m_directions(0, k) * inputs.col(0);
        for (Eigen::Index j = 1; j < m_inputs; ++j)
            out.col(k) += m_directions(j, k) * inputs.col(j);
        out.col(k) = out.col(k).cwiseMax(0);
    }
}

} // namespace hareloom
