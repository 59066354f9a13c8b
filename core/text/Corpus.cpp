// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Corpus.h"

#include "core/base/ReadFile.h"
#include "core/base/Text.h"
#include "core/base/Utf8.h"
#include "core/text/EntryFiles.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFewArticles = 30;
constexpr std::size_t kLeastBytes = 1000;
constexpr std::string_view kAllEndings[] = {".txt", ".md", ".tokens", ".raw", ".text"}; // and of given parts

/// Where `at` or the next line behind it begins.
std::size_t lineStart(std::string_view text, std::size_t at)
{
    const auto end = at == 0 ? 0 : text.find('\n', at - 1);
    return at == 0 ? 0 : end == std::string_view::npos ? text.size() : end + 1;
}

bool isBlank(std::string_view line)
{
    return trimmed(line).empty();
}

/// Calls visit(line with its \n, its place) for each line.
template<class Visit>
void forEachLine(std::string_view text, const Visit& visit)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = lineStart(text, at + 1);
        visit(text.substr(at, end - at), at);
        at = end;
    }
}

std::vector<std::size_t> headingsOf(std::string_view text)
{
    std::vector<std::size_t> starts;
    forEachLine(text, [&](std::string_view line, std::size_t at) {
        if (!titleOf(line).empty())
            starts.push_back(at);
    });
    return starts;
}

std::vector<std::size_t> paragraphsOf(std::string_view text)
{
    std::vector<std::size_t> starts;
    bool isBehindBlank = true;
    forEachLine(text, [&](std::string_view line, std::size_t at) {
        if (isBehindBlank && !isBlank(line))
            starts.push_back(at);
        isBehindBlank = isBlank(line);
    });
    return starts;
}

/// Where the next sentence or word behind `at` begins: for texts without line ends. A Chinese text, which has no blanks, is
/// cut behind a full stop, or between two characters.
std::size_t sentenceStart(std::string_view text, std::size_t at)
{
    const std::size_t most = at + text.size() / 20; // farther away the parts would no longer be tenths
    for (const std::string_view mark : {". ", "! ", "? ", "。", "！", "？", " "})
        if (const std::size_t found = text.find(mark, at); found != std::string_view::npos && found < most)
            return found + mark.size();
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        ++at;
    return at;
}

/// At line ends; where these leave a part empty, at sentences.
void splitByPlace(const std::string& text, const SplitRule& rule, Corpus& corpus)
{
    const auto cutAt = [&](std::size_t (*start)(std::string_view, std::size_t)) {
        const auto tenths = [&](int n) { return start(text, text.size() * static_cast<std::size_t>(n) / 10); };
        const std::size_t test = tenths(10 - rule.testTenths),
                          valid = tenths(10 - rule.testTenths - rule.validTenths);
        corpus.train = text.substr(0, valid);
        corpus.valid = text.substr(valid, test - valid);
        corpus.test = text.substr(test);
    };
    cutAt(lineStart);
    const bool isMissing = isBlank(corpus.train) || (rule.validTenths > 0 && isBlank(corpus.valid)) ||
                           (rule.testTenths > 0 && isBlank(corpus.test));
    if (isMissing)
        cutAt(sentenceStart);
}

void split(const std::string& text, const SplitRule& rule, Corpus& corpus)
{
    const auto articles = articlesOf(text);
    if (articles.size() < kFewArticles)
        return splitByPlace(text, rule, corpus);
    for (std::size_t k = 0; k < articles.size(); ++k) {
        const double draw = 10 * uniformAt(rule.seed, k);
        std::string& part = draw < rule.testTenths                      ? corpus.test
                            : draw < rule.testTenths + rule.validTenths ? corpus.valid
                                                                        : corpus.train;
        part += articles[k];
    }
}

Result<void> check(const Corpus& corpus, const std::string& path)
{
    if (corpus.train.size() + corpus.valid.size() + corpus.test.size() < kLeastBytes)
        return invalidFile(
            path + ": the text has less than 1,000 bytes, too few to part it into training, validation and "
                   "test. Give a longer one.");
    for (const auto& [name, part] :
         {std::pair{"training", &corpus.train}, {"validation", &corpus.valid}, {"test", &corpus.test}})
        if (isBlank(*part))
            return invalidFile(path + ": there is no text for " + name +
                               ". Give a text of several lines or paragraphs, or three files.");
    return {};
}

/// The file that is a data set's given part; an empty path where none is.
fs::path partOf(const std::vector<fs::path>& files, const std::string& part)
{
    for (const std::string& name : {"wiki." + part + ".raw", "wiki." + part + ".tokens", part + ".txt",
                                    part == "valid" ? "validation.txt" : part + ".text"})
        for (const fs::path& file : files)
            if (lowerAscii(file.filename().string()) == name)
                return file;
    return {};
}

/// Adds a file's text to `text`; what is read stays under the limit.
Result<void> append(const fs::path& path, std::string& text)
{
    const Result<std::string> more = readText(path.string());
    if (!more)
        return more.error();
    if (std::ssize(text) + std::ssize(*more) > kMaxCorpusBytes)
        return invalidFile(path.parent_path().string() +
                           ": there are more than 512 MiB of text. Take a part of it.");
    if (!text.empty() && !more->empty())
        text += "\n"; // a blank line parts articles
    text += *more;
    if (!text.empty() && text.back() != '\n')
        text += '\n';
    return {};
}

/// Without given parts the text is parted by the rule, and what is missing of them comes from the training
/// text.
Result<Corpus> fromFolder(const std::string& folder, SplitRule rule)
{
    const auto files = findTexts(folder);
    if (!files)
        return files.error();
    if (files->train.empty())
        return invalidFile(
            folder + ": there is no text in this folder; choose one with *.txt files (or *.md, *.tokens, "
                     "*.raw), with train.txt, valid.txt and test.txt, or with wiki.train.*, wiki.valid.* "
                     "and wiki.test.*");
    Corpus corpus{folder, {}, {}, {}};
    std::string train;
    for (const fs::path& file : files->train)
        if (auto read = append(file, train); !read)
            return read.error();
    for (const auto& [path, to] : {std::pair(&files->valid, &corpus.valid), {&files->test, &corpus.test}})
        if (!path->empty())
            if (auto read = append(*path, *to); !read)
                return read.error();
    if (files->leftOut > 0)
        corpus.readAs = "read as: " + std::to_string(files->train.size()) + " texts for training, as " +
                        files->train.front().filename().string() + "; " + std::to_string(files->leftOut) +
                        " other texts in the folder are left out";
    rule.validTenths = corpus.valid.empty() ? rule.validTenths : 0;
    rule.testTenths = corpus.test.empty() ? rule.testTenths : 0;
    if (rule.validTenths + rule.testTenths == 0) {
        corpus.train = std::move(train);
        return corpus;
    }
    Corpus rest;
    split(train, rule, rest);
    corpus.train = std::move(rest.train);
    corpus.valid += rest.valid;
    corpus.test += rest.test;
    return corpus;
}

Result<Corpus> fromFile(const std::string& path, const SplitRule& rule)
{
    const Result<std::string> text = isDictionary(path) ? readDictionary(path)
                                     : isFortunes(path) ? readFortunes(path)
                                                        : readText(path);
    if (!text)
        return text.error();
    Corpus corpus{path, {}, {}, {}};
    split(*text, rule, corpus);
    return corpus;
}

/// \r\n and \r become \n, in place.
void unifyLineEnds(std::string& text)
{
    if (text.find('\r') == std::string::npos)
        return;
    std::size_t to = 0;
    for (std::size_t from = 0; from < text.size(); ++from) {
        const bool isBeforeLineFeed = text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n';
        if (!isBeforeLineFeed)
            text[to++] = text[from] == '\r' ? '\n' : text[from];
    }
    text.resize(to);
}

} // namespace

Result<std::string> readText(const std::string& path)
{
    Result<std::string> text = readWholeFile(path, kMaxCorpusBytes);
    if (!text)
        return text.error();
    if (text->starts_with("\xFF\xFE") || text->starts_with("\xFE\xFF"))
        return invalidFile(path + ": this text is in UTF-16; save it as UTF-8 in the editor that wrote it");
    if (const auto at = invalidUtf8At(*text))
        return invalidFile(path + ": the byte at offset " + std::to_string(*at) +
                           " is no UTF-8. Save the text as UTF-8.");
    if (text->starts_with("\xEF\xBB\xBF"))
        text->erase(0, 3);
    unifyLineEnds(*text);
    return text;
}

Result<TextFiles> findTexts(const std::string& folder)
{
    const auto found = readDataFolder(folder, kAllEndings);
    if (!found)
        return found.error();
    TextFiles texts;
    if (const fs::path train = partOf(found->files, "train"); !train.empty()) {
        texts.train = {train};
        texts.valid = partOf(found->files, "valid");
        texts.test = partOf(found->files, "test");
        return texts;
    }
    for (const std::string_view& ending : kTextEndings) {
        std::vector<fs::path> ofThisKind;
        std::copy_if(found->files.begin(), found->files.end(), std::back_inserter(ofThisKind),
                     [&](const fs::path& file) {
                         return endsIn(file.filename().string(), {&ending, 1});
                     });
        if (texts.train.empty())
            texts.train = std::move(ofThisKind);
        else
            texts.leftOut += std::ssize(ofThisKind);
    }
    return texts;
}

Result<Corpus> openCorpus(const std::string& path, const SplitRule& rule)
{
    std::error_code ignored;
    Result<Corpus> corpus = fs::is_directory(path, ignored) ? fromFolder(path, rule) : fromFile(path, rule);
    if (!corpus)
        return corpus;
    if (auto checked = check(*corpus, path); !checked)
        return checked.error();
    return corpus;
}

std::string_view titleOf(std::string_view line)
{
    line = trimmed(line);
    if (line.size() < 5 || !line.starts_with("= ") || !line.ends_with(" ="))
        return {};
    const std::string_view title = trimmed(line.substr(2, line.size() - 4));
    return title.starts_with('=') || title.ends_with('=') ? std::string_view() : title;
}

std::vector<std::string_view> articlesOf(std::string_view text)
{
    std::vector<std::size_t> starts = headingsOf(text);
    if (starts.empty())
        starts = paragraphsOf(text);
    std::vector<std::string_view> articles;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t begin = i == 0 ? 0 : starts[i],
                          end = i + 1 < starts.size() ? starts[i + 1] : text.size();
        articles.push_back(text.substr(begin, end - begin));
    }
    return articles;
}

Result<std::vector<int>> encodeLines(const Vocabulary& tokenizer, std::string_view text, const StopToken& stop)
{
    std::vector<int> ids;
    ids.reserve(text.size() / 4);
    for (std::size_t at = 0; at < text.size();) {
        if (!stop.proceed())
            return stopped();
        const std::size_t end = lineStart(text, at + 1);
        const std::string_view line = text.substr(at, end - at);
        const Result<std::vector<int>> more = tokenizer.encode(isBlank(line) ? std::string_view() : line);
        if (!more)
            return more.error();
        ids.insert(ids.end(), more->begin(), more->end());
        at = end;
    }
    return ids;
}

std::vector<int> blocksOf(std::span<const int> ids, int length)
{
    const std::size_t count =
        ids.size() / static_cast<std::size_t>(length) * static_cast<std::size_t>(length);
    return {ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(count)};
}

} // namespace hareloom
