// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/EntryFiles.h"

#include "core/base/Text.h"
#include "core/base/Utf8.h"
#include "core/data/Unzipped.h"
#include "core/text/Corpus.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <vector>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndexEnding = ".index";
constexpr std::string_view kTitleBegin = "《", kTitleEnd = "》"; // title marks

/// A place in the text and how long, as an index has them.
struct Entry
{
    std::string headword;
    std::size_t at = 0, length = 0;
};

bool isThere(const std::string& path)
{
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

/// NAME.dict.dz or NAME.dict; empty where there is neither.
std::string textBeside(const std::string& indexPath)
{
    if (!indexPath.ends_with(kIndexEnding))
        return {};
    const std::string stem = indexPath.substr(0, indexPath.size() - kIndexEnding.size());
    for (const char* ending : {".dict.dz", ".dict"})
        if (isThere(stem + ending))
            return stem + ending;
    return {};
}

/// Calls visit(line) for each line, without its end.
template<class Visit>
void forEachLine(std::string_view text, const Visit& visit)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        visit(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// dictd's numbers: the digits of Base64, the highest first.
std::optional<std::size_t> numberOf(std::string_view digits)
{
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::size_t value = 0;
    for (const char c : digits) {
        const std::size_t digit = kDigits.find(c);
        if (digit == std::string_view::npos || value >> 50U != 0)
            return std::nullopt;
        value = value * 64 + digit;
    }
    return digits.empty() ? std::nullopt : std::optional(value);
}

/// "headword, a tab, place, a tab, length"; what describes the dictionary itself begins with 00database.
std::optional<Entry> entryOf(std::string_view line)
{
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos)
        return std::nullopt;
    const std::size_t third = std::min(line.find('\t', second + 1), line.size());
    const auto at = numberOf(line.substr(first + 1, second - first - 1));
    const auto length = numberOf(line.substr(second + 1, third - second - 1));
    if (!at || !length)
        return std::nullopt;
    return Entry{std::string(line.substr(0, first)), *at, *length};
}

bool describesDictionary(std::string_view headword)
{
    return headword.starts_with("00database") || headword.starts_with("00-database");
}

Error notUtf8(const std::string& path)
{
    return invalidFile(path + ": this text is not in UTF-8, which is all that Hareloom reads. Choose another one.");
}

/// The lines of a wrapped paragraph become one.
void appendParagraphs(std::string_view body, std::string& text)
{
    bool isOpen = false;
    forEachLine(body, [&](std::string_view line) {
        const std::string_view words = trimmed(line);
        if (words.empty()) {
            text += isOpen ? "\n" : "";
            isOpen = false;
            return;
        }
        text += isOpen ? " " : "";
        text += words;
        isOpen = true;
    });
    text += isOpen ? "\n\n" : "\n";
}

/// Without "ESC [ ... letter".
std::string withoutEscapes(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\x1b') {
            plain += text[i];
            continue;
        }
        while (i + 1 < text.size() && !(text[i] >= 'A' && text[i] <= 'Z') && !(text[i] >= 'a' && text[i] <= 'z'))
            ++i;
    }
    return plain;
}

void appendFortune(std::string_view entry, std::string& text)
{
    entry = trimmed(entry);
    if (entry.empty())
        return;
    const std::size_t end = std::min(entry.find('\n'), entry.size());
    const std::string_view first = trimmed(entry.substr(0, end));
    if (!first.starts_with(kTitleBegin) || !first.ends_with(kTitleEnd)) {
        appendParagraphs(entry, text);
        return;
    }
    text += "= " + std::string(first.substr(kTitleBegin.size(), first.size() - kTitleBegin.size() - kTitleEnd.size())) +
            " =\n\n";
    text += trimmed(entry.substr(end));
    text += "\n\n";
}

} // namespace

bool isDictionary(const std::string& indexPath)
{
    return isThere(indexPath) && !textBeside(indexPath).empty();
}

Result<std::string> readDictionary(const std::string& indexPath)
{
    const std::string path = textBeside(indexPath);
    const Result<std::string> index = readUnzipped(indexPath, kMaxCorpusBytes);
    const Result<std::string> whole = index ? readUnzipped(path, kMaxCorpusBytes) : index.error();
    if (!whole)
        return whole.error();
    if (invalidUtf8At(*index) || invalidUtf8At(*whole))
        return notUtf8(path);
    std::vector<Entry> entries;
    forEachLine(*index, [&entries](std::string_view line) {
        if (auto entry = entryOf(line); entry && !describesDictionary(entry->headword))
            entries.push_back(*std::move(entry));
    });
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.at < b.at; });
    // Several headwords may lead to one entry: its first stands for all.
    entries.erase(std::unique(entries.begin(), entries.end(),
                              [](const Entry& a, const Entry& b) { return a.at == b.at; }),
                  entries.end());
    std::string text;
    for (const Entry& entry : entries) {
        if (entry.at > whole->size() || entry.length > whole->size() - entry.at)
            return invalidFile(path + ": the entry \"" + entry.headword +
                               "\" lies beyond the end of the text. The dictionary is damaged: install it again.");
        std::string_view body = std::string_view(*whole).substr(entry.at, entry.length);
        const std::size_t end = std::min(body.find('\n'), body.size());
        if (lowerAscii(trimmed(body.substr(0, end))) == lowerAscii(entry.headword))
            body.remove_prefix(end); // it stands in the heading
        text += "= " + entry.headword + " =\n\n";
        appendParagraphs(body, text);
    }
    return text;
}

bool isFortunes(const std::string& path)
{
    return isThere(path) && isThere(path + ".dat");
}

Result<std::string> readFortunes(const std::string& path)
{
    const Result<std::string> whole = readUnzipped(path, kMaxCorpusBytes);
    if (!whole)
        return whole.error();
    if (invalidUtf8At(*whole))
        return notUtf8(path);
    std::string text, entry;
    forEachLine(*whole, [&](std::string_view line) {
        if (line != "%") {
            entry += withoutEscapes(line) + '\n';
            return;
        }
        appendFortune(entry, text);
        entry.clear();
    });
    appendFortune(entry, text);
    return text;
}

} // namespace hareloom
