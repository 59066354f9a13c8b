// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"
#include "app/cli/lm/LmCommands.h"
#include "core/base/ReadJson.h"
#include "core/base/Text.h"
#include "core/base/WriteJson.h"
#include "core/text/Corpus.h"
#include "core/text/Tokenizer.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <optional>

namespace hareloom::cli {
namespace {

using nlohmann::json;

Error noIds(const std::string& path, const std::string& found)
{
    return invalidFile(
        path + ": there is " + shortened(found) +
        " where a JSON array of ids, {\"ids\": [...]} or plain numbers with spaces between should be.");
}

std::optional<int> idFrom(const json& value)
{
    if (!value.is_number_integer() || value < 0 || value > std::numeric_limits<int>::max())
        return std::nullopt;
    return value.get<int>();
}

/// Plain numbers become a JSON array, so that there is one way to read them.
std::string asArray(const std::string& text)
{
    const std::string_view inside = trimmed(text);
    if (inside.starts_with('[') || inside.starts_with('{'))
        return text;
    std::string array = "[";
    bool isWithin = false;
    for (const char c : inside) {
        const bool isBlank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!isBlank && !isWithin && array.size() > 1)
            array += ',';
        if (!isBlank)
            array += c;
        isWithin = !isBlank;
    }
    return array + "]";
}

Result<std::vector<int>> readIds(const std::string& path)
{
    const Result<std::string> text = readWholeFile(path, kMaxCorpusBytes);
    if (!text)
        return text.error();
    auto parsed = readJson(asArray(*text));
    if (!parsed)
        return noIds(path, "neither JSON nor numbers");
    json read = std::move(*parsed);
    if (read.is_object() && read.contains("ids"))
        read = json(std::move(read["ids"]));
    if (!read.is_array())
        return noIds(path, read.type_name());
    std::vector<int> ids;
    for (const json& value : read) {
        const auto id = idFrom(value);
        if (!id)
            return noIds(path, value.dump());
        ids.push_back(*id);
    }
    return ids;
}

void printIds(const std::vector<int>& ids, bool asJson, std::ostream& out)
{
    const char* separator = asJson ? ", " : " ";
    out << (asJson ? "{\"ids\": [" : "");
    for (std::size_t i = 0; i < ids.size(); ++i)
        out << (i == 0 ? "" : separator) << ids[i];
    out << (asJson ? "]}\n" : "\n");
}

} // namespace

int execute(const TokenizeArguments& arguments, Console& console)
{
    const Result<TokenizerPtr> tokenizer = Tokenizer::open(arguments.model);
    if (!tokenizer)
        return fail(console, tokenizer.error());
    const Result<std::string> text = readText(arguments.textFile);
    if (!text)
        return fail(console, text.error());
    const Result<std::vector<int>> ids = (*tokenizer)->encode(*text, !arguments.noSpecial);
    if (!ids)
        return fail(console, invalidFile(arguments.textFile + ": " + ids.error().message));
    printIds(*ids, arguments.json, console.data);
    return kDone;
}

int execute(const DetokenizeArguments& arguments, Console& console)
{
    const Result<TokenizerPtr> tokenizer = Tokenizer::open(arguments.model);
    if (!tokenizer)
        return fail(console, tokenizer.error());
    const Result<std::vector<int>> ids = readIds(arguments.idsFile);
    if (!ids)
        return fail(console, ids.error());
    const std::string text = (*tokenizer)->decode(*ids, arguments.withSpecial);
    if (arguments.json)
        console.data << jsonText(json{{"text", text}}) << '\n';
    else
        console.data << text;
    return kDone;
}

int execute(const LmArguments& arguments, Console& console)
{
    return std::visit([&console](const auto& command) { return execute(command, console); }, arguments);
}

} // namespace hareloom::cli
