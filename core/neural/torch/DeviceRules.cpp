// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/DeviceRules.h"

#include "core/neural/language/write/LogitRules.h"
#include "core/neural/torch/DeviceWeights.h"

#include <algorithm>
#include <limits>

namespace hareloom::neural {
namespace {

using at::Tensor;
using Texts = std::vector<const std::vector<TokenId>*>;

constexpr double kNever = -std::numeric_limits<double>::infinity();

void punishRepetition(double penalty, const Texts& texts, Tensor& rows)
{
    std::size_t longest = 0;
    for (const auto* text : texts)
        longest = std::max(longest, text->size());
    std::vector<TokenId> ids;
    for (const auto* text : texts) {
        ids.insert(ids.end(), text->begin(), text->end());
        ids.insert(ids.end(), longest - text->size(), text->front());
    }
    // A token that a text holds twice is read twice before it is written.
    const Tensor seen = idsOn(rows.device(), static_cast<std::int64_t>(longest), ids),
                 values = rows.gather(1, seen);
    rows.scatter_(1, seen, at::where(values < 0, values * penalty, values / penalty));
}

void forbidRepeatedNgrams(std::int64_t n, const Texts& texts, Tensor& rows)
{
    std::vector<std::int64_t> places;
    for (std::size_t r = 0; r < texts.size(); ++r)
        for (const TokenId id : ngramEnds(n, *texts[r]))
            places.push_back(static_cast<std::int64_t>(r) * rows.size(1) + id);
    if (!places.empty())
        rows.view({-1}).index_fill_(
            0, at::from_blob(places.data(), {std::ssize(places)}, at::kLong).to(rows.device()), kNever);
}

} // namespace

void applyRulesOn(const GenerationConfig& config, const Texts& texts, std::int64_t promptLength, TokenId eos,
                  Tensor& rows)
{
    if (config.repetitionPenalty != 1)
        punishRepetition(config.repetitionPenalty, texts, rows);
    if (config.noRepeatNgram > 0)
        forbidRepeatedNgrams(config.noRepeatNgram, texts, rows);
    if (eos < 0 || config.minNewTokens == 0)
        return;
    // Some texts have ended, and what they say counts no more: the longest is as long as all others.
    std::int64_t longest = 0;
    for (const auto* text : texts)
        longest = std::max(longest, std::ssize(*text));
    if (longest - promptLength < config.minNewTokens)
        rows.select(1, eos).fill_(kNever);
}

} // namespace hareloom::neural
