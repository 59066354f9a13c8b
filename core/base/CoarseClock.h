// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <ctime>

namespace hareloom {

/// A steady clock that steps every few milliseconds (the kernel's tick) and costs a few nanoseconds to read,
/// for work that is shorter than reading a finer clock would take.
struct CoarseClock
{
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<CoarseClock>;
    static constexpr bool is_steady = true;

    static time_point now() noexcept
    {
        std::timespec t{};
#ifdef CLOCK_MONOTONIC_COARSE
        clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
#else
        clock_gettime(CLOCK_MONOTONIC, &t);
#endif
        return time_point(std::chrono::seconds(t.tv_sec) + duration(t.tv_nsec));
    }
};

} // namespace hareloom
