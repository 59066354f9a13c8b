// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/BaseModel.h"

#include "core/families/language/LanguageSettings.h"
#include "core/writing/OwnModels.h"

namespace hareloom {

Result<std::string> baseModelFolder(const Experiment& experiment)
{
    return modelFolder(experiment.model.of<LanguageSettings>().base, experiment.baseFolder, "model.base",
                       "a folder that holds config.json, weights and a tokenizer");
}

} // namespace hareloom
