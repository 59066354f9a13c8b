// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writing/PromptTokens.h"

#include "core/base/Text.h"

#include <algorithm>

namespace hareloom {

Result<std::vector<std::vector<TokenId>>> promptTokens(const Experiment& experiment, const TextSet& text)
{
    std::vector<std::vector<TokenId>> prompts;
    for (const std::string& prompt : experiment.evaluation.prompts) {
        const bool isPhrase = prompt.starts_with('@');
        const std::string words = isPhrase ? text.paragraphWith(std::string_view(prompt).substr(1)) : prompt;
        if (isPhrase && words.empty())
            return invalidSetting("evaluation.prompts",
                                  inQuotes(prompt) +
                                      " names no phrase of the corpus's training part. Write @ and one "
                                      "that stands there, or text to go on from.");
        auto ids = text.tokenizer->encode(words);
        if (!ids)
            return invalidSetting("evaluation.prompts", ids.error().message);
        if (ids->empty())
            return invalidSetting("evaluation.prompts",
                                  inQuotes(prompt) +
                                      " has no token to go on from. Write some text, or take the "
                                      "prompt away.");
        ids->resize(std::min(ids->size(), static_cast<std::size_t>(text.training->length)));
        prompts.push_back(*std::move(ids));
    }
    return prompts;
}

} // namespace hareloom
