// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/OwnLibrary.h"

#include "core/base/FreeMemory.h"
#include "core/base/ProgramFiles.h"

#include <dlfcn.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
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

Result<void> checkSpace(const OwnLibrary& library)
{
    const auto left = addressSpaceLeft();
    const double needed = library.megabytes + library.megabytesPerCore *
                                                  std::max(1.0, double(std::thread::hardware_concurrency()));
    if (!left || *left / kMegabyte >= needed)
        return {};
    return systemError("which needs " + std::to_string(std::llround(needed)) +
                       " MB of address space, while this process may take only " +
                       std::to_string(std::llround(*left / kMegabyte)) +
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
