// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/OwnLibrary.h"

#include "core/base/ProgramFiles.h"

#include <dlfcn.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <optional>
#include <thread>
#include <vector>

namespace hareloom {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> foldersOf(const OwnLibrary& library)
{
    const fs::path program = programFolder();
    std::vector<fs::path> found;
    if (!program.empty())
        found = {program, program / HARELOOM_LIBRARIES_FROM_BIN};
    found.emplace_back(library.built);
    return found;
}

constexpr double kMegabyte = 1 << 20;

/// Megabytes that the process may still take; nothing where it may take any number.
std::optional<double> spaceLeft()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return std::nullopt;
    double pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return (static_cast<double>(limit.rlim_cur) - pages * static_cast<double>(::sysconf(_SC_PAGESIZE))) /
           kMegabyte;
}

Result<void> checkSpace(const OwnLibrary& library)
{
    const auto left = spaceLeft();
    const double needed = library.megabytes + library.megabytesPerCore *
                                                  std::max(1.0, double(std::thread::hardware_concurrency()));
    if (!left || *left >= needed)
        return {};
    return systemError("which needs " + std::to_string(std::llround(needed)) +
                       " MB of address space, while this process may take only " +
                       std::to_string(std::llround(std::max(0.0, *left))) +
                       " MB more; raise its limit (ulimit -v)");
}

} // namespace

Result<void*> entryOf(const OwnLibrary& library)
{
    std::error_code ignored;
    std::string looked;
    for (const fs::path& folder : foldersOf(library)) {
        if (!fs::exists(folder / library.file, ignored)) {
            looked += (looked.empty() ? "" : ", ") + folder.lexically_normal().string();
            continue;
        }
        if (Result<void> fits = checkSpace(library); !fits)
            return fits.error();
        void* opened = dlopen((folder / library.file).c_str(), RTLD_NOW | RTLD_LOCAL);
        void* entry = opened ? dlsym(opened, library.entry) : nullptr;
        if (!entry)
            return unsupported(std::string("which cannot be loaded: ") + dlerror());
        return entry;
    }
    return unsupported(std::string("and there is no ") + library.file + " in " + looked);
}

} // namespace hareloom
