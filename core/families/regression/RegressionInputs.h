// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Family.h"
#include "core/metrics/Gaussian.h"

namespace hareloom {

/// The inputs that every generation draws anew: no model learns them. Of a normal source its first variables'
/// normal; of any other source without an end its rows' inputs; of a table the inputs of generation 0's rows,
/// with replacement. Without a source that has the right shape, a standard normal. Immutable; any thread.
class RegressionInputs
{
public:
    virtual ~RegressionInputs() = default;

    /// n rows of d inputs (n, d). Same seed, same rows.
    virtual DatasetPtr draw(std::int64_t n, Seed seed) const = 0;
    /// Of one row of inputs: (d), (d, d).
    const MeanCovariance& moments() const { return m_moments; }
    int dimension() const { return static_cast<int>(m_moments.mean.size()); }

protected:
    explicit RegressionInputs(MeanCovariance moments) : m_moments(std::move(moments)) {}

private:
    MeanCovariance m_moments;
};
using RegressionInputsPtr = std::shared_ptr<const RegressionInputs>;

/// `shape` has d + 1 variables, d >= 1.
RegressionInputsPtr inputsOf(const Experiment& experiment, const DataShape& shape);

} // namespace hareloom
