// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hareloom::neural {

/// A few threads of our own, of low priority, that live as long as a training and take pieces of work
/// together. They flush tiny numbers to 0; who calls LibTorch in them prepares the thread first
/// (core/neural/torch/Torch.h). LibTorch's own division of single operations would pay for a barrier each,
/// and its sums would depend on the number of threads.
class ShardTeam
{
public:
    /// Of fewer threads where the machine gives no more; the caller's own where it gives none.
    explicit ShardTeam(int threads);
    ~ShardTeam();
    ShardTeam(const ShardTeam&) = delete;
    ShardTeam& operator=(const ShardTeam&) = delete;

    /// Calls body(i) once for each i in [0, count) on the team's threads and returns when all have returned;
    /// the first exception is thrown again. One caller at a time.
    void run(std::int64_t count, const std::function<void(std::int64_t)>& body);

private:
    void work();
    void takePieces();

    std::mutex m_mutex;
    std::condition_variable m_begin, m_end;
    const std::function<void(std::int64_t)>* m_body = nullptr;
    std::atomic<std::int64_t> m_next = 0;
    std::int64_t m_count = 0;
    std::uint64_t m_round = 0;
    int m_atWork = 0;
    bool m_over = false;
    std::exception_ptr m_failure;
    std::vector<std::jthread> m_threads; // last: they use the others
};

} // namespace hareloom::neural
