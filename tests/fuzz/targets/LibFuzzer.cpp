// SPDX-License-Identifier: GPL-3.0-or-later
// One program for each target: HARELOOM_FUZZ_TARGET is its name.
#include "tests/fuzz/targets/Targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    hareloom::fuzz::HARELOOM_FUZZ_TARGET({data, size});
    return 0;
}
