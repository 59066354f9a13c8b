// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/BaseModel.h"

#include "core/catalogue/Holdings.h"
#include "core/families/language/LanguageSettings.h"
#include "core/writing/OwnModels.h"

#include <filesystem>

namespace hareloom {

Result<std::string> baseModelFolder(const Experiment& experiment)
{
    const std::string& base = experiment.model.of<LanguageSettings>().base;
    if (base == kFieldGuideModel) {
        auto own = ownModelFolder(base);
        return own ? own : Result<std::string>(invalidSetting("model.base", "" + own.error().message));
    }
    auto folder = localOrHeld(base, experiment.baseFolder, "model.base");
    std::error_code ignored;
    if (folder && (base.empty() || !std::filesystem::is_directory(*folder, ignored)))
        return invalidSetting("model.base",
                              "found \"" + base + "\", allowed: " + std::string(kFieldGuideModel) +
                                  ", opt-125m, or a folder that holds config.json, weights and a tokenizer");
    return folder;
}

} // namespace hareloom
