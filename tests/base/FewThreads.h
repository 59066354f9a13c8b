// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <functional>

namespace hareloom::test {

/// Whether `works()` says yes in a child that has memory for a few threads at most, and ends within a minute.
inline bool worksWithFewThreads(const std::function<bool()>& works)
{
    constexpr unsigned kSeconds = 60;
    constexpr rlim_t kRoom = 20 << 20; // two stacks of the usual 8 MiB
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(kSeconds);
        long pages = 0;
        if (FILE* file = std::fopen("/proc/self/statm", "r")) {
            (void)!std::fscanf(file, "%ld", &pages);
            std::fclose(file);
        }
        const rlim_t most = static_cast<rlim_t>(pages) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + kRoom;
        const rlimit limit{most, most};
        ::_exit(::setrlimit(RLIMIT_AS, &limit) == 0 && works() ? 0 : 1);
    }
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace hareloom::test
