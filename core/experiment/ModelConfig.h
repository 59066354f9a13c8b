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
    std::int64_t keepEvery = 5; // image, language: a session keeps the weights of every k-th generation
    // language; epochs, batch, learningRate, weightDecay and start count as well
    std::string base = "field-guide"; // a model of the program's own, or a folder in Hugging Face layout
    std::string rate = "linear";      // how the learning rate goes on: linear, cosine, constant
    std::int64_t warmup = 0;          // steps in which it rises from 0
    double clip = 1;                  // the gradient's greatest norm; 0: any
    double dropout = 0.1;             // of residuals and attention's output, while training
    bool keepBest = true;             // ends with the epoch's weights that do best on validation text
    std::string writing = "beams";    // how text is made: beams, greedy, sampled
    std::int64_t beams = 5;           // beams
    double lengthPenalty = 1;         // beams
    double repetitionPenalty = 1;     // 1: none
    std::int64_t noRepeatNgram = 0;   // 0: repeats are allowed
    double temperature = 1;           // sampled
    std::int64_t topK = 0;            // sampled; 0: all tokens
    double topP = 1;                  // sampled
    double typicalP = 1;              // sampled
    std::string precision = "fp32";   // training: fp32, bf16, auto
};

} // namespace hareloom
