// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/ByteAlphabet.h"
#include "core/text/Tokenizer.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace hareloom::test {

/// A small vocabulary by hand: `special` pieces first, the 256 bytes, then what the merges make.
inline TokenizerParts smallVocabulary(const std::vector<std::string>& special,
                                      const std::vector<std::pair<std::string, std::string>>& merges)
{
    TokenizerParts parts;
    parts.pieces = special;
    for (int byte = 0; byte < 256; ++byte)
        parts.pieces.push_back(toByteAlphabet(std::string(1, static_cast<char>(byte))));
    for (const auto& [left, right] : merges)
        parts.pieces.push_back(left + right);
    parts.merges = merges;
    return parts;
}

/// "low", "lower", "newest" and "widest": the example of Sennrich et al. 2016, with a space ("Ġ") in front of
/// some.
inline const std::vector<std::pair<std::string, std::string>>& lowerMerges()
{
    static const std::vector<std::pair<std::string, std::string>> merges = {
        {"e", "s"}, {"es", "t"}, {"l", "o"},   {"lo", "w"},    {"Ġ", "low"}, {"e", "r"},
        {"n", "e"}, {"ne", "w"}, {"Ġ", "new"}, {"new", "est"}, {"a", "a"},   {"aa", "aa"}};
    return merges;
}

inline void writeText(const QString& path, const std::string& content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QFile::WriteOnly) ||
        file.write(content.data(), std::ssize(content)) != std::ssize(content))
        qFatal("cannot write %s", qPrintable(path));
}

inline std::string vocabularyJson(const TokenizerParts& parts)
{
    nlohmann::ordered_json vocabulary = nlohmann::ordered_json::object();
    for (std::size_t id = 0; id < parts.pieces.size(); ++id)
        vocabulary[parts.pieces[id]] = id;
    return vocabulary.dump();
}

inline std::string mergesText(const TokenizerParts& parts)
{
    std::string text = "#version: 0.2\n";
    for (const auto& [left, right] : parts.merges)
        text += left + ' ' + right + '\n';
    return text;
}

/// vocab.json and merges.txt, and nothing else.
inline std::string writeVocabulary(const QString& folder, const TokenizerParts& parts)
{
    writeText(folder + "/vocab.json", vocabularyJson(parts));
    writeText(folder + "/merges.txt", mergesText(parts));
    return folder.toStdString();
}

} // namespace hareloom::test
