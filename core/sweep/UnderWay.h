// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace hareloom {

/// A chain by the id of its point and its replicate.
using ChainName = std::pair<std::string, std::int64_t>;

/// Which chains a process has under way: a small file beside its results, a line for each worker. It is
/// written without waiting for the disk, and removed at the process's end, however it comes to it; a process
/// that is killed leaves it, and so tells what it ran when memory ran out.
class UnderWay
{
public:
    /// `path`: see pathFor(). A file that cannot be written is done without.
    explicit UnderWay(const std::string& path);
    ~UnderWay();
    UnderWay(const UnderWay&) = delete;
    UnderWay& operator=(const UnderWay&) = delete;

    /// `worker`: from 0. An empty id: it is at rest. Any thread; each worker for itself.
    void note(int worker, const std::string& id, std::int64_t replicate);

    static std::string pathFor(const std::string& resultsFile) { return resultsFile + ".running"; }
    /// What the file names; none where there is none.
    static std::vector<ChainName> read(const std::string& path);

private:
    std::string m_path;
    int m_descriptor;
};

/// Why a chain has no result that was under way when its process was killed. `alone`: no other was.
std::string killedReason(bool alone);
bool wasKilled(const std::string& reason);
bool wasKilledAlone(const std::string& reason);

} // namespace hareloom
