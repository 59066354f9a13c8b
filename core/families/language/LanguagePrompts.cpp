// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguagePrompts.h"

#include "core/writing/PromptTokens.h"

#include <algorithm>

namespace hareloom {

std::int64_t answerTokens(const LanguageArchitecture& model, const std::vector<std::vector<TokenId>>& prompts)
{
    std::int64_t longest = 0;
    for (const auto& prompt : prompts)
        longest = std::max(longest, std::ssize(prompt));
    return std::min(kAnswerTokens, model.positions - longest);
}

} // namespace hareloom
