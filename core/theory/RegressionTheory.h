// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hareloom {

/// Linear regression that is retrained on its own labels: arXiv 2404.01413 (Gerstgrasser et al. 2024),
/// isotropic Gaussian features. Noise variance sigma^2, d features, T rows a generation, T > d + 1, and n
/// fits, of which the first is on real labels. Excess test error in squared units of the label; NaN for
/// T <= d + 1.
///
/// No family of the product is a regression yet: tests/theory holds the replacing loop against simulation.
struct RegressionLoop
{
    double noiseVariance = 1;
    int features = 1;
    double rows = 100;
};

/// Replace: sigma^2 d / (T - d - 1) * n. Exact (their theorem 1).
double replaceTestError(const RegressionLoop& loop, int fits);

/// Accumulate, for every n: at most sigma^2 d / (T - d - 1) * pi^2 / 6. A bound (their theorem 2).
double accumulateTestErrorBound(const RegressionLoop& loop);

} // namespace hareloom
