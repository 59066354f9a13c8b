// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/normal/NormalMixtureGenerator.h"
#include "core/families/normal/NormalSettings.h"

namespace hareloom {

/// Kernel density with normal kernels: one component a row, one shared covariance H. fixed: H = h^2 I;
/// scott: H = n^(-2/(d+4)) S; silverman: H = (n (d+2)/4)^(-2/(d+4)) S, with S the unbiased covariance of the
/// rows (Silverman 1986, Scott 1992; the conventions of SciPy's gaussian_kde). Of weighted rows each
/// component has its row's weight, and n is the effective number of rows (WeighedRows.h).
class Kde final : public NormalMixtureGenerator
{
public:
    Kde(const KdeSettings& settings, int dimension) : NormalMixtureGenerator(dimension), m_settings(settings)
    {
    }

    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;

private:
    Result<Matrix> kernelCovariance(const DatasetPtr& data, const FitContext& context) const;
    Matrix ruled(const Matrix& covariance, double rows) const;

    KdeSettings m_settings;
};

} // namespace hareloom
