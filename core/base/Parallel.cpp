// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace hareloom {

void parallelFor(std::int64_t count, int threads, const std::function<void(std::int64_t)>& body)
{
    std::atomic<std::int64_t> next = 0;
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto work = [&] {
        try {
            for (std::int64_t i = next++; i < count; i = next++)
                body(i);
        } catch (...) {
            const std::lock_guard lock(failureMutex);
            failure = std::current_exception();
            next = count;
        }
    };
    {
        std::vector<std::jthread> others;
        try {
            for (std::int64_t t = 1; t < std::min<std::int64_t>(threads, count); ++t)
                others.emplace_back(work);
        } catch (const std::system_error&) { // the machine gives no more: those that there are do all of it
        }
        work();
    }
    if (failure)
        std::rethrow_exception(failure);
}

int availableThreads()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace hareloom
