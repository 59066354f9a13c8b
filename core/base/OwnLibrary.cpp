// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/OwnLibrary.h"

#include "core/base/ProgramFiles.h"

#include <dlfcn.h>

#include <filesystem>
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
        void* opened = dlopen((folder / library.file).c_str(), RTLD_NOW | RTLD_LOCAL);
        void* entry = opened ? dlsym(opened, library.entry) : nullptr;
        if (!entry)
            return unsupported(std::string("which cannot be loaded: ") + dlerror());
        return entry;
    }
    return unsupported(std::string("and there is no ") + library.file + " in " + looked);
}

} // namespace hareloom
