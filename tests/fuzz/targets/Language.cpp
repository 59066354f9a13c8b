// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utf8.h"
#include "core/families/language/LanguageCheckpoint.h"
#include "core/text/Corpus.h"
#include "core/text/Tokenizer.h"
#include "tests/fuzz/targets/Targets.h"

#include <array>

namespace hareloom::fuzz {

namespace {

constexpr std::string_view kFileBreak = "\n===\n";

/// What opens must hold: texts come back, ids stay within the vocabulary.
void requireWhole(const Tokenizer& tokenizer)
{
    const std::string text = "low lower newest widest \xE6\x97\xA5 12\n";
    const auto ids = tokenizer.encode(text, false);
    require(ids.ok(), "any text has ids");
    for (const int id : *ids)
        require(id >= 0 && id < tokenizer.size(), "an id lies within the vocabulary");
    for (const int id : {tokenizer.bos(), tokenizer.eos(), tokenizer.pad()})
        require(id >= -1 && id < tokenizer.size(), "a special id lies within the vocabulary");
    require(!invalidUtf8At(tokenizer.decode(*ids, true)), "what is decoded is UTF-8");
}

void open(const std::string& folder)
{
    const auto tokenizer = Tokenizer::open(folder);
    if (tokenizer)
        requireWhole(**tokenizer);
    else
        requireSentence(tokenizer.error());
}

Input bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

LanguageArchitecture smallModel()
{
    LanguageArchitecture a;
    a.vocabulary = 11;
    a.positions = 5;
    a.hidden = 4;
    a.layers = 1;
    a.heads = 2;
    a.ffn = 6;
    return a;
}

} // namespace

void tokenizer(Input input)
{
    static const InputFolder folder;
    folder.write("tokenizer.json", input);
    open(folder.path());
}

// Several files in one input, each behind a line "===".
void vocabulary(Input input)
{
    constexpr std::array kNames = {
        "vocab.json",        "merges.txt", "tokenizer_config.json", "special_tokens_map.json",
        "added_tokens.json", "config.json"};
    static const InputFolder folder;
    std::string_view left = textOf(input);
    for (const char* name : kNames) {
        const std::size_t end = std::min(left.find(kFileBreak), left.size());
        folder.write(name, bytesOf(left.substr(0, end)));
        left.remove_prefix(std::min(end + kFileBreak.size(), left.size()));
    }
    open(folder.path());
}

void config(Input input)
{
    const auto read = parseLanguageConfig(textOf(input), "config.json");
    if (!read)
        return requireSentence(read.error());
    require(parameterCount(*read) > 0, "a model has parameters");
    const auto again = parseLanguageConfig(toLanguageConfig(*read), "again");
    require(again.ok() && *again == *read, "reading what is written changes nothing");
}

void weights(Input input)
{
    static const LanguageArchitecture model = smallModel();
    const auto read = readLanguageWeights(model, input);
    if (!read)
        return requireSentence(read.error());
    require(std::ssize(**read) == parameterCount(model), "a model has all its weights");
}

void text(Input input)
{
    const InputFile file(input);
    const auto corpus = openCorpus(file.path());
    if (!corpus)
        return requireSentence(corpus.error());
    require(!corpus->train.empty() && !corpus->valid.empty() && !corpus->test.empty(),
            "a corpus has three parts");
    require(!invalidUtf8At(corpus->train), "a text is UTF-8");
}

} // namespace hareloom::fuzz
