// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ProgramFiles.h"

namespace hareloom {

namespace fs = std::filesystem;

fs::path programFolder()
{
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored).parent_path();
}

fs::path packagedData(std::string_view name)
{
    return packagedData(name, programFolder());
}

fs::path packagedData(std::string_view name, const fs::path& program)
{
    std::error_code ignored;
    const fs::path beside = (program / "../share" / name).lexically_normal();
    if (!program.empty() && fs::exists(beside, ignored))
        return beside;
    return fs::path("/usr/share") / name;
}

} // namespace hareloom
