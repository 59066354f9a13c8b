// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace hareloom {

/// Processor time that the calling thread has taken, in seconds: other work on the machine does not count. 0
/// where the system does not tell.
inline double processorSeconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec t{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t) == 0)
        return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
#endif
    return 0;
}

} // namespace hareloom
