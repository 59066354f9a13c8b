// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writing/OwnModels.h"

#include "core/base/ProgramFiles.h"
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/catalogue/Holdings.h"
#include "core/experiment/Experiment.h"

#include <algorithm>
#include <filesystem>

namespace hareloom {

namespace fs = std::filesystem;

Result<std::string> ownModelFolder(std::string_view name)
{
    std::error_code ignored;
    const fs::path program = programFolder();
    std::string looked;
    for (const fs::path& models : {program / HARELOOM_MODELS_FROM_BIN, fs::path(HARELOOM_MODELS_SOURCES)}) {
        const fs::path folder = models / name;
        if (fs::exists(folder / "config.json", ignored))
            return folder.lexically_normal().string();
        looked += (looked.empty() ? "" : " or ") + models.lexically_normal().string();
    }
    return invalidFile("the program's own model " + std::string(name) + " is not in " + looked);
}

Result<std::string> modelFolder(const std::string& name, const std::string& baseFolder,
                                const std::string& setting, std::string_view allowed)
{
    if (std::find(kOwnModels.begin(), kOwnModels.end(), name) != kOwnModels.end()) {
        auto own = ownModelFolder(name);
        return own ? own : Result<std::string>(invalidSetting(setting, own.error().message));
    }
    auto folder = localOrHeld(name, baseFolder, setting);
    std::error_code ignored;
    if (folder && (name.empty() || !fs::is_directory(*folder, ignored)))
        return refusedSetting(setting, inQuotes(name),
                              "be " + std::string(kFieldGuideModel) + ", " + std::string(kEnglishModel) +
                                  ", opt-125m, or " + std::string(allowed));
    return folder;
}

} // namespace hareloom
