// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"

namespace hareloom::cli {

/// While it lives, the first SIGINT or SIGTERM requests a stop; the second ends the process at once.
/// One at a time in a process.
class Interrupts
{
public:
    explicit Interrupts(StopSource stop);
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
};

} // namespace hareloom::cli
