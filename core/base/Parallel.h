// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace hareloom {

/// Calls body(i) once for each i in [0, count), from up to `threads` threads, the caller's among them, and
/// returns when all have returned; from fewer where the machine gives no more threads. Which thread takes which i is not fixed: bodies write to places of their
/// own.
void parallelFor(std::int64_t count, int threads, const std::function<void(std::int64_t)>& body);

/// All cores of this machine; at least 1.
int availableThreads();

} // namespace hareloom
