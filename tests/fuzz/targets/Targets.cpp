// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets/Targets.h"

#include <array>

namespace hareloom::fuzz {

namespace {

constexpr std::array kTargets = {Target{"address", address},
                                 Target{"archive", archive},
                                 Target{"block", block},
                                 Target{"config", config},
                                 Target{"csv", csv},
                                 Target{"experiment", experiment},
                                 Target{"ids", ids},
                                 Target{"idx", idx},
                                 Target{"labels", labels},
                                 Target{"lesson", lesson},
                                 Target{"pickle", pickle},
                                 Target{"png", png},
                                 Target{"published", published},
                                 Target{"safetensors", safetensors},
                                 Target{"session", session},
                                 Target{"snapshot", snapshot},
                                 Target{"sweep", sweep},
                                 Target{"text", text},
                                 Target{"tokenizer", tokenizer},
                                 Target{"torch", torch},
                                 Target{"vocabulary", vocabulary},
                                 Target{"weights", weights}};

} // namespace

std::span<const Target> targets()
{
    return kTargets;
}

} // namespace hareloom::fuzz
