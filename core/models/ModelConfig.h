// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace hareloom {

/// How a family is fitted. Only the fields of the chosen family count.
struct ModelConfig
{
    std::string estimator = "unbiased";  // gaussian: unbiased (1/(M-1)) or biased (1/M) covariance
    std::string bandwidth = "silverman"; // kde: fixed, scott, silverman
    double bandwidthValue = 0.3;         // kde, fixed: the kernel's standard deviation h in each variable
    std::int64_t components = 2;         // mixture: K
    std::string covariance = "full";     // mixture: full, diagonal, tied, spherical
    std::int64_t starts = 1;             // mixture: k-means++ starts, the best likelihood wins
    double tolerance = 1e-5; // mixture: EM stops when the mean log-likelihood gains less, in nats a row
    std::int64_t maxIterations = 2000; // mixture: EM steps at most, each start
    double regularisation = 1e-6;      // mixture: no variance falls below this, in any direction
};

} // namespace hareloom
