// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hareloom {

/// How models that write draw their tokens, where they draw them by chance.
struct SamplingSettings
{
    double temperature = 1;
    std::int64_t topK = 0; // 0: all tokens
    double topP = 1;
};

} // namespace hareloom
