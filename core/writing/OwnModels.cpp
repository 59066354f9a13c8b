// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writing/OwnModels.h"

#include <filesystem>

namespace hareloom {

namespace fs = std::filesystem;

Result<std::string> ownModelFolder(std::string_view name)
{
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    std::string looked;
    for (const fs::path& models : {program / HARELOOM_MODELS_FROM_BIN, fs::path(HARELOOM_MODELS_SOURCES)}) {
        const fs::path folder = models / name;
        if (fs::exists(folder / "config.json", ignored))
            return folder.lexically_normal().string();
        looked += (looked.empty() ? "" : " or ") + models.lexically_normal().string();
    }
    return invalidFile("the program's own model " + std::string(name) + " is not in " + looked);
}

} // namespace hareloom
