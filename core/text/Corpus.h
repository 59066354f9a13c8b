// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/base/StopToken.h"
#include "core/data/DataFolder.h"
#include "core/text/Vocabulary.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// What the files of texts are called, in any case. Of a folder without parts one kind is read, the first
/// that is there: beside books (*.txt) notes on them (*.md) are none.
inline constexpr std::string_view kTextEndings[] = {".txt", ".md", ".tokens", ".raw"};

/// The files of a folder of texts, by what counts as data there (core/data/DataFolder.h).
struct TextFiles
{
    std::vector<std::filesystem::path> train; // parted: one; else all, in the order of their names
    std::filesystem::path valid, test;        // empty where they are not given
    std::int64_t leftOut = 0;                 // texts that are there and are not read
};

/// wiki.train.raw or .tokens, or train.txt, and their like are given parts; else every text is for training.
/// Looks at names only; without texts there are none in it. Errors: InvalidFile (no such folder, no
/// permission).
Result<TextFiles> findTexts(const std::string& folder);

/// Texts of up to this size together are read; more is refused before memory is taken.
inline constexpr std::int64_t kMaxCorpusBytes = 512LL << 20;

/// A text file in UTF-8; a byte-order mark is left away, line ends of Windows and of old Macs (\r alone)
/// become \n. Errors: InvalidFile naming path and byte offset, or the encoding that it seems to be in;
/// System.
Result<std::string> readText(const std::string& path);

/// Real text in three parts that share no article.
struct Corpus
{
    std::string name;               // the file or folder it came from
    std::string train, valid, test; // UTF-8; none is empty
    std::string readAs = {};        // what was left out of a folder, as a line for people; or empty
};

/// Where one text is parted when nobody has parted it: tenths of its articles.
struct SplitRule
{
    Seed seed = 0;
    int validTenths = 1, testTenths = 1;
};

/// A corpus from disk:
/// - a folder with wiki.train.*, wiki.valid.* and wiki.test.* (WikiText-2; `.raw` before `.tokens` where both
/// are
///   there), or train.txt, valid.txt and test.txt: parted as given. A part that is missing is taken from the
///   one for training by the rule below.
/// - any other folder: its texts (findTexts()) in the order of their names, each one article at least.
/// - the index of a dictionary, or a file of fortune(6): its entries are articles (EntryFiles.h).
/// - any other file: one text.
/// The rule: a text is cut into articles (articlesOf()); article k goes to test or valid by a hash of (seed,
/// k), one in ten each, so that the same text is always parted the same way; fewer than 30 articles are cut
/// by place instead: the last tenth is the test, the tenth before it valid, at line ends, or at sentences where that
/// leaves a part empty. Errors: InvalidFile
/// (nothing there, no text, too short, not UTF-8 with file and byte offset), System.
Result<Corpus> openCorpus(const std::string& path, const SplitRule& rule = {});

/// The articles of a text, one after another, without a gap: each begins at a heading of the first order
/// (" = Title = " on a line of its own); without such headings, a paragraph (behind a blank line) is one.
std::vector<std::string_view> articlesOf(std::string_view text);

/// The title of a line that is a heading of the first order, " = Title = "; else empty. " = = Section = = "
/// is none.
std::string_view titleOf(std::string_view line);

/// Token ids of a text line by line, bos() in front of each where the tokenizer's convention has it; a blank
/// line has nothing else. So are data sets of lines encoded, and so did the paper's code. Errors: as
/// Vocabulary::encode().
Result<std::vector<int>> encodeLines(const Vocabulary& tokenizer, std::string_view text,
                                     const StopToken& stop = {});

inline constexpr int kBlockTokens = 64;

/// Blocks of `length` ids, one after another: (n, length), row-major in one vector; what is left at the end
/// of the ids is dropped.
std::vector<int> blocksOf(std::span<const int> ids, int length = kBlockTokens);

} // namespace hareloom
