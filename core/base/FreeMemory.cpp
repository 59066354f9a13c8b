// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FreeMemory.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace hareloom {

namespace {

namespace fs = std::filesystem;
using Bytes = std::optional<double>;

void take(Bytes& least, Bytes other)
{
    if (other)
        least = least ? std::min(*least, *other) : *other;
}

Bytes availableToAll(const fs::path& root)
{
    std::ifstream lines(root / "proc/meminfo");
    std::string name, unit;
    for (double kilobytes = 0; lines >> name >> kilobytes;) {
        if (name == "MemAvailable:")
            return kilobytes * 1024;
        std::getline(lines, unit);
    }
    return std::nullopt;
}

/// What `path` holds; nothing where it holds no number: "max" is no limit.
Bytes numberIn(const fs::path& path)
{
    double number = 0;
    return std::ifstream(path) >> number ? Bytes(number) : std::nullopt;
}

/// The limits of the process's group and of all that it lies in count.
Bytes leftToTheGroup(const fs::path& root)
{
    std::ifstream lines(root / "proc/self/cgroup");
    const fs::path top = root / "sys/fs/cgroup";
    Bytes least;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("0::/"))
            continue;
        for (fs::path group = fs::path(line.substr(4));; group = group.parent_path()) {
            const Bytes limit = numberIn(top / group / "memory.max");
            if (const Bytes used = numberIn(top / group / "memory.current"); limit && used)
                take(least, std::max(0.0, *limit - *used));
            if (group.empty())
                break;
        }
    }
    return least;
}

} // namespace

std::optional<double> addressSpaceLeft(const std::string& root)
{
    rlimit limit{};
    const Bytes pages = numberIn(fs::path(root) / "proc/self/statm");
    if (!pages || ::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return std::nullopt;
    return std::max(0.0, static_cast<double>(limit.rlim_cur) -
                             *pages * static_cast<double>(::sysconf(_SC_PAGESIZE)));
}

std::optional<double> freeMemory(const std::string& root)
{
    Bytes least = availableToAll(root);
    take(least, leftToTheGroup(root));
    take(least, addressSpaceLeft(root));
    return least;
}

} // namespace hareloom
