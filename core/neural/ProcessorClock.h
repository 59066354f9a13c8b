// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace hareloom::neural {

/// Of the calling thread: other work on the machine does not count.
inline double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

} // namespace hareloom::neural
