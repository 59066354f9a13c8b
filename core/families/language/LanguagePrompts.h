// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageArchitecture.h"
#include "core/families/language/LanguageTokens.h"

#include <vector>

namespace hareloom {

/// How many tokens answer such prompts: kAnswerTokens, or as many as the model has positions for.
std::int64_t answerTokens(const LanguageArchitecture& model,
                          const std::vector<std::vector<TokenId>>& prompts);

} // namespace hareloom
