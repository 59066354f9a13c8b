// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/OpenSource.h"

#include "core/catalogue/Holdings.h"
#include "core/families/language/OwnModels.h"
#include "core/recipe/MetricAvailability.h"
#include "core/text/TextSource.h"

#include <filesystem>

namespace hareloom {

namespace fs = std::filesystem;

Result<std::string> baseModelFolder(const Experiment& experiment)
{
    const std::string& base = experiment.model.base;
    if (base == kFieldGuideModel) {
        auto own = ownModelFolder(base);
        return own ? own : Result<std::string>(invalidInput("model.base: " + own.error().message));
    }
    auto folder = localOrHeld(base, experiment.baseFolder, "model.base");
    std::error_code ignored;
    if (folder && (base.empty() || !fs::is_directory(*folder, ignored)))
        return invalidInput("model.base: found \"" + base + "\", allowed: " + std::string(kFieldGuideModel) +
                            ", opt-125m, or a folder that holds config.json, weights and a tokenizer");
    return folder;
}

Result<std::shared_ptr<const Source>> openSource(const Experiment& experiment)
{
    if (!isTextSource(experiment.source))
        return makeSource(experiment.source, experiment.family == "discrete", experiment.baseFolder);
    const auto folder = baseModelFolder(experiment);
    if (!folder)
        return folder.error();
    return makeTextSource(experiment.source, *folder, experiment.baseFolder);
}

} // namespace hareloom
