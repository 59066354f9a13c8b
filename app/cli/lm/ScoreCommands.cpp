// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"
#include "app/cli/Interrupts.h"
#include "app/cli/lm/LmCommands.h"
#include "app/cli/lm/OpenModel.h"
#include "core/base/Text.h"
#include "core/base/WriteJson.h"
#include "core/text/Corpus.h"
#include "core/text/Tokenizer.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>

namespace hareloom::cli {
namespace {

using nlohmann::json;
using Rows = std::vector<std::vector<TokenId>>;

/// The shortest decimal that reads back to the same 32-bit float.
std::string_view shortFloat(float value, std::array<char, 32>& text)
{
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), static_cast<std::size_t>(end - text.data())};
}

void printLogits(const LanguageLogits& logits, bool asJson, bool isFirst, std::ostream& out)
{
    std::array<char, 32> text;
    const float* value = logits.values.data();
    if (asJson)
        out << (isFirst ? "[" : ", [");
    for (std::int64_t place = 0; place < logits.length; ++place) {
        if (asJson)
            out << (place == 0 ? "[" : ", [");
        for (std::int64_t i = 0; i < logits.vocabulary; ++i)
            out << (i == 0 ? "" : asJson ? ", " : " ") << shortFloat(*value++, text);
        out << (asJson ? "]" : "\n");
    }
    if (asJson)
        out << "]";
}

Result<std::vector<std::uint8_t>> maskOf(const std::string& path, const Rows& rows, const Rows& mask,
                                         std::size_t row)
{
    if (mask.empty())
        return std::vector<std::uint8_t>{};
    if (mask.size() != rows.size() || mask[row].size() != rows[row].size())
        return invalidFile(path + ": the mask has another shape than the ids. Give a number for each id.");
    for (const TokenId value : mask[row])
        if (value > 1)
            return invalidFile(path + ": " + std::to_string(value) +
                               " is none of the numbers of a mask, 0 and 1.");
    return std::vector<std::uint8_t>(mask[row].begin(), mask[row].end());
}

Result<void> writeLogits(const LogitsArguments& arguments, const StopToken& stop, std::ostream& out)
{
    const auto rows = readRows(arguments.idsFile, "ids");
    if (!rows)
        return rows.error();
    Rows mask;
    if (!arguments.padMask.empty()) {
        auto read = readRows(arguments.padMask, "0 and 1");
        if (!read)
            return read.error();
        mask = std::move(*read);
    }
    const auto model = openModel(arguments.model, arguments.device);
    if (!model)
        return model.error();
    std::vector<LanguageLogits> all;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto isToken = maskOf(arguments.padMask, *rows, mask, i);
        if (!isToken)
            return isToken.error();
        auto logits = (*model)->logits({std::ssize((*rows)[i]), (*rows)[i]}, *isToken,
                                       workWith(arguments.threads, stop));
        if (!logits)
            return logits.error();
        all.push_back(std::move(*logits));
    }
    out << (arguments.json ? "{\"logits\": [" : "");
    for (std::size_t i = 0; i < all.size(); ++i)
        printLogits(all[i], arguments.json, i == 0, out);
    out << (arguments.json ? "]}\n" : "");
    return {};
}

/// A text in blocks of ids, what is left over dropped.
Result<TokenBlocks> blocksFrom(const ScoreArguments& arguments, std::size_t& tokens)
{
    const Result<TokenizerPtr> tokenizer = Tokenizer::open(arguments.model);
    if (!tokenizer)
        return tokenizer.error();
    const Result<std::string> text = readText(arguments.textFile);
    if (!text)
        return text.error();
    const Result<std::vector<int>> ids = (*tokenizer)->encode(*text);
    if (!ids)
        return invalidFile(arguments.textFile + ": " + ids.error().message);
    tokens = ids->size();
    if (std::ssize(*ids) < arguments.block)
        return invalidFile(arguments.textFile + ": the text has " + std::to_string(ids->size()) +
                           " tokens, fewer than one block of " + std::to_string(arguments.block) + ".");
    return TokenBlocks{arguments.block, blocksOf(*ids, static_cast<int>(arguments.block))};
}

Result<void> writeScore(const ScoreArguments& arguments, const StopToken& stop, std::ostream& out)
{
    std::size_t tokens = 0;
    const auto blocks = blocksFrom(arguments, tokens);
    if (!blocks)
        return blocks.error();
    const auto model = openModel(arguments.model, arguments.device);
    if (!model)
        return model.error();
    const auto nats = (*model)->score(*blocks, workWith(arguments.threads, stop), {});
    if (!nats)
        return nats.error();
    double sum = 0;
    std::vector<double> perplexities;
    for (const double block : *nats) {
        sum += block;
        perplexities.push_back(std::exp(block));
    }
    const double perplexity = std::exp(sum / static_cast<double>(nats->size()));
    if (arguments.json)
        out << jsonText(json{{"perplexity", perplexity}, {"tokens", tokens}, {"blocks", perplexities}})
            << '\n';
    else
        out << "perplexity " << shortNumber(std::round(perplexity * 1000) / 1000) << ", " << tokens
            << " tokens, " << perplexities.size() << " blocks of " << arguments.block << '\n';
    return {};
}

template<class Write>
int guarded(Console& console, const Write& write)
{
    StopSource stop;
    const Interrupts interrupts(stop);
    if (const Result<void> done = write(stop.token()); !done && console.data)
        return fail(console, done.error());
    return kDone;
}

} // namespace

int execute(const LogitsArguments& arguments, Console& console)
{
    return guarded(console,
                   [&](const StopToken& stop) { return writeLogits(arguments, stop, console.data); });
}

int execute(const ScoreArguments& arguments, Console& console)
{
    return guarded(console, [&](const StopToken& stop) { return writeScore(arguments, stop, console.data); });
}

} // namespace hareloom::cli
