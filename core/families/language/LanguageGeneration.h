// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/families/language/LanguageTokens.h"

#include <limits>
#include <span>
#include <string>
#include <vector>

namespace hareloom {

/// When beam search ends: see GenerationConfig::earlyStopping.
enum class EarlyStopping { No, Yes, Never };

/// How text is continued; names, defaults and rules as in Hugging Face transformers' generate().
struct GenerationConfig
{
    std::int64_t maxNewTokens = 64; // at least 1
    std::int64_t minNewTokens = 0;  // no end of text before
    std::int64_t beams = 1;         // > 1: beam search
    /// Yes: as soon as `beams` hypotheses have ended. No: when no running one can be better, judged at its
    /// present length. Never: judged at the length that is best for it.
    EarlyStopping earlyStopping = EarlyStopping::No;
    double lengthPenalty = 1;         // a hypothesis's score is its log probability / length^penalty
    std::int64_t returnSequences = 1; // at most `beams`; with sampling any number
    double repetitionPenalty = 1;     // Keskar et al. 2019, arXiv 1909.05858; 1: none
    std::int64_t noRepeatNgram = 0;   // no n-gram twice; 0: allowed
    bool isSampled = false;           // else the most probable token, or beam search
    double temperature = 1;
    std::int64_t topK = 0; // 0: all
    double topP = 1;       // Holtzman et al. 2020, arXiv 1904.09751; 1: all
    double typicalP = 1;   // Meister et al. 2023, arXiv 2202.00666; 1: all
};

/// Errors: InvalidInput, with the field, what was found and what is allowed.
Result<void> validate(const GenerationConfig& config);

/// "true", "false", "never".
Result<EarlyStopping> parseEarlyStopping(const std::string& text);

struct GeneratedSequence
{
    std::vector<TokenId> tokens; // new ones only, without padding; the end of text, if it came, is the last
    float score = std::numeric_limits<float>::quiet_NaN(); // beam search: log probability / length^penalty
};

struct GenerationProgress
{
    std::int64_t tokens = 0; // of the finished sequences
    std::int64_t prompts = 0, promptsInAll = 0;
    double tokensPerSecond = 0;
    double secondsLeft = std::numeric_limits<double>::quiet_NaN();
    /// What was written after the first prompts, in their order, as far as it is there without a gap. Lives as long as
    /// the call.
    std::span<const GeneratedSequence> finished = {};
};

} // namespace hareloom
