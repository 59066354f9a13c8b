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
    std::string network = "dense";     // image: dense, convolutional (see VaeArchitecture.h)
    std::int64_t latent = 20;          // image: numbers that describe an image
    std::int64_t hidden = 256;         // image, dense: units of the hidden layers
    double beta = 1;                   // image: weight of the KL term
    std::int64_t epochs = 30;          // image: passes over the rows
    std::int64_t batch = 256;          // image: rows a step
    double learningRate = 1e-3;        // image: of Adam
    double weightDecay = 1e-5;         // image: of Adam, added to the gradient
    std::string start = "fresh";       // image: fresh weights, or warm from the generation before
    std::string sampling = "means";    // image: decoder means, or bernoulli (black or white by chance)
    std::int64_t keepEvery = 5;        // image: a session keeps the weights of every k-th generation
};

} // namespace hareloom
