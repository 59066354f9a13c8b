// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"

namespace hareloom::cli {

/// From now on SIGINT and SIGTERM end the process, also where it was started with them ignored, as a script
/// does with what it starts in the background. Called once, when the program begins; Interrupts come later.
void endOnSignals();

/// While it lives, the first SIGINT or SIGTERM requests a stop; the second ends the process at once.
/// Before and after, a signal ends the process as endOnSignals() says.
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
