// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace hareloom::cli {

/// `hareloom-cli pretrain`.
struct PretrainArguments
{
    std::string corpus, out;
    std::string tokenizer; // a folder; empty: one is learnt from the text
    std::int64_t vocabulary = 4096, hidden = 192, layers = 4, heads = 6, ffn = 0, positions = 256;
    std::int64_t block = 64, steps = 0, epochs = 3, batch = 16, warmup = 100;
    double learningRate = 1e-3, weightDecay = 0.01, dropout = 0.1;
    std::string schedule = "cosine";
    std::uint64_t seed = 1;
    bool half = false, json = false, quiet = false;
    int threads = 0;
    std::string device = "cpu";
};

} // namespace hareloom::cli
