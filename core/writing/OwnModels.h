// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <array>
#include <string>
#include <string_view>

namespace hareloom {

/// The small language models that come with the program, made by `hareloom-cli pretrain` (resources/models/README.md): of its
/// own field guide, and of real English.
inline constexpr std::string_view kFieldGuideModel = "field-guide", kEnglishModel = "english";
inline constexpr std::array kOwnModels = {kFieldGuideModel, kEnglishModel};

/// The folder of a model that comes with the program, in Hugging Face's layout: where the install puts it, or
/// in the sources. Errors: InvalidFile with where it was looked for.
Result<std::string> ownModelFolder(std::string_view name);

/// The folder that a setting names: one of the program's own models, one of the catalogue's, or a folder relative to
/// `baseFolder`. Errors: InvalidInput naming the setting, with `allowed` behind the names, when there is
/// none.
Result<std::string> modelFolder(const std::string& name, const std::string& baseFolder,
                                const std::string& setting, std::string_view allowed);

} // namespace hareloom
