// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/data/Dataset.h"
#include "core/families/regression/RegressionSettings.h"

#include <memory>

namespace hareloom {

/// What the response is linear in, p numbers of d inputs. Immutable; any thread.
/// linear: the inputs, p = d. relu: sqrt(2 / p) max(0, u_k x), k < p, with u_k from N(0, I / d), so that of
/// inputs with unit variance the squares of all features sum to 1 in expectation.
class RegressionFeatures
{
public:
    /// `inputs` >= 1; relu: `width` >= 1 features, whose directions follow from `seed`.
    RegressionFeatures(FeatureKind kind, int inputs, int width, Seed seed);

    FeatureKind kind() const { return m_kind; }
    int inputs() const { return m_inputs; }
    int count() const { return m_count; }
    Seed seed() const { return m_seed; }
    /// relu: (d, p), scaled, so that feature k is max(0, column k . x); linear: the unit matrix.
    const Matrix& directions() const { return m_directions; }

    /// Of inputs (n, d) to `out` (n, p). A row's bytes do not depend on the rows beside it.
    void write(MatrixView inputs, MatrixRef out) const;

    bool operator==(const RegressionFeatures& other) const
    {
        return m_kind == other.m_kind && m_inputs == other.m_inputs && m_count == other.m_count &&
               m_seed == other.m_seed;
    }

private:
    FeatureKind m_kind;
    int m_inputs, m_count;
    Seed m_seed;
    Matrix m_directions;
};
using RegressionFeaturesPtr = std::shared_ptr<const RegressionFeatures>;

} // namespace hareloom
