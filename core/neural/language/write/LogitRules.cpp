// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/write/LogitRules.h"

#include <algorithm>
#include <limits>

namespace hareloom::neural {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

void punishRepetition(float penalty, std::span<const TokenId> text, std::span<float> row)
{
    thread_local std::vector<TokenId> seen;
    seen.assign(text.begin(), text.end());
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (const TokenId id : seen) {
        float& value = row[static_cast<std::size_t>(id)];
        value = value < 0 ? value * penalty : value / penalty;
    }
}

} // namespace

std::vector<TokenId> ngramEnds(std::int64_t n, std::span<const TokenId> text)
{
    std::vector<TokenId> ends;
    const std::int64_t length = std::ssize(text);
    if (length + 1 < n)
        return ends;
    const auto last = text.last(static_cast<std::size_t>(n - 1));
    for (std::int64_t at = 0; at + n <= length; ++at)
        if (std::equal(last.begin(), last.end(), text.begin() + at))
            ends.push_back(text[static_cast<std::size_t>(at + n - 1)]);
    return ends;
}

void applyRules(const GenerationConfig& config, std::span<const TokenId> text, std::int64_t promptLength,
                TokenId eos, std::span<float> row)
{
    if (config.repetitionPenalty != 1)
        punishRepetition(static_cast<float>(config.repetitionPenalty), text, row);
    if (config.noRepeatNgram > 0)
        for (const TokenId id : ngramEnds(config.noRepeatNgram, text))
            row[static_cast<std::size_t>(id)] = kNever;
    if (eos >= 0 && std::ssize(text) - promptLength < config.minNewTokens)
        row[static_cast<std::size_t>(eos)] = kNever;
}

} // namespace hareloom::neural
