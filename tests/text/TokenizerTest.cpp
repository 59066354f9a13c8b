// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Tokenizer.h"
#include "tests/TestProgram.h"

#include "core/base/Rng.h"
#include "core/base/Text.h"
#include "core/base/Utf8.h"
#include "core/text/FieldGuide.h"
#include "tests/Reference.h"
#include "tests/text/Vocabularies.h"

#include <QtTest>

#include <set>
#include <sstream>

using namespace hareloom;
using namespace hareloom::test;
using nlohmann::json;

namespace {

TokenizerPtr opened(const std::string& folder)
{
    const Result<TokenizerPtr> tokenizer = Tokenizer::open(folder);
    if (!tokenizer)
        qFatal("%s", tokenizer.error().message.c_str());
    return *tokenizer;
}

/// The pieces of a text, with "Ġ" for a space, parted by "|".
std::string piecesOf(const Tokenizer& tokenizer, std::string_view text, bool withSpecial = false)
{
    std::string shown;
    const Result<std::vector<int>> ids = tokenizer.encode(text, withSpecial);
    if (!ids)
        return ids.error().message;
    for (const int id : *ids)
        shown += (shown.empty() ? "" : "|") +
                 (tokenizer.isSpecial(id) ? tokenizer.bytesOf(id) : toByteAlphabet(tokenizer.bytesOf(id)));
    return shown;
}

/// "gpt2_vocab.json" or "opt_vocab.json", with their merges, as a folder that can be opened: ids whose pieces
/// were left out of the file get pieces that no text has.
QString referenceVocabulary(const QTemporaryDir& folder, const QString& vocabulary)
{
    json pieces = readJson(reference("tokenizer/" + vocabulary));
    std::set<int> known;
    for (const json& id : pieces)
        known.insert(id.get<int>());
    for (int id = 0; id < *known.rbegin(); ++id)
        if (!known.contains(id))
            pieces["left out " + std::to_string(id)] = id;
    writeText(folder.filePath("vocab.json"), pieces.dump());
    QFile::copy(reference("tokenizer/merges.txt"), folder.filePath("merges.txt"));
    return folder.path();
}

/// Byte-pair encoding straight from its definition, quadratic.
std::vector<std::string> mergedByDefinition(std::string_view word,
                                            const std::vector<std::pair<std::string, std::string>>& merges)
{
    std::vector<std::string> parts;
    for (const char c : word)
        parts.push_back(toByteAlphabet(std::string(1, c)));
    while (true) {
        std::size_t best = merges.size(), where = 0;
        for (std::size_t i = 0; i + 1 < parts.size(); ++i)
            for (std::size_t rank = 0; rank < best; ++rank)
                if (merges[rank].first == parts[i] && merges[rank].second == parts[i + 1]) {
                    best = rank;
                    where = i;
                }
        if (best == merges.size())
            return parts;
        parts[where] += parts[where + 1];
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(where) + 1);
    }
}

} // namespace

class TokenizerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesGoByRankNotByPlace()
    {
        const QTemporaryDir folder;
        const auto tokenizer = opened(writeVocabulary(folder.path(), smallVocabulary({}, lowerMerges())));
        QCOMPARE(piecesOf(*tokenizer, "low lower newest"), "low|Ġlow|er|Ġnew|est");
        QCOMPARE(piecesOf(*tokenizer, "aaaaaaa"), "aaaa|aa|a");
        QCOMPARE(tokenizer->size(), 256 + static_cast<int>(lowerMerges().size()));
    }

    void wordsAreGpt2s_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words"); // parted by |
        QTest::newRow("contractions")
            << QByteArray("I'll she'd can't I'M") << QByteArray("I|'ll| she|'d| can|'t| I|'|M");
        QTest::newRow("blanks before a word") << QByteArray("a   b") << QByteArray("a|  | b");
        QTest::newRow("blanks at the end") << QByteArray("a   ") << QByteArray("a|   ");
        QTest::newRow("line breaks") << QByteArray("a\n\n b\r\n\tc") << QByteArray("a|\n\n| b|\r\n|\t|c");
        QTest::newRow("numbers and letters") << QByteArray("ab12 3½") << QByteArray("ab|12| 3½");
        QTest::newRow("no-break and ideographic space")
            << QByteArray("a\u00a0b\u3000c") << QByteArray("a|\u00a0|b|\u3000|c");
        QTest::newRow("next line is a space") << QByteArray("a\u0085b") << QByteArray("a|\u0085|b");
        QTest::newRow("U+180E is none") << QByteArray("a\u180e!") << QByteArray("a|\u180e!");
        QTest::newRow("zero width joiner") << QByteArray("a\u200db") << QByteArray("a|\u200d|b");
        QTest::newRow("scripts") << QByteArray("日本 語!?") << QByteArray("日本| 語|!?");
    }

    void wordsAreGpt2s()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        // Merges of every two bytes that the text holds side by side, so that each word becomes one piece or
        // shows its borders: here simply every word's own prefixes.
        std::vector<std::pair<std::string, std::string>> merges;
        for (const QByteArray& word : words.split('|'))
            for (int end = 2; end <= word.size(); ++end) {
                const std::pair merge{toByteAlphabet(word.left(end - 1).toStdString()),
                                      toByteAlphabet(word.mid(end - 1, 1).toStdString())};
                if (std::find(merges.begin(), merges.end(), merge) == merges.end())
                    merges.push_back(merge);
            }
        TokenizerParts parts = smallVocabulary({}, {});
        for (const auto& [left, right] : merges)
            if (std::find(parts.pieces.begin(), parts.pieces.end(), left + right) == parts.pieces.end())
                parts.pieces.push_back(left + right);
        parts.merges = merges;
        const auto tokenizer = Tokenizer::make(parts);
        QVERIFY2(tokenizer.ok(), tokenizer ? "" : tokenizer.error().message.c_str());
        QByteArrayList found;
        const std::vector<int> ids = (*tokenizer)->encode(text.toStdString(), false).value();
        for (const int id : ids)
            found << QByteArray::fromStdString((*tokenizer)->bytesOf(id));
        QCOMPARE(found.join('|'), words);
    }

    void mergingIsTheDefinitions()
    {
        Rng rng(5);
        std::vector<std::pair<std::string, std::string>> merges;
        TokenizerParts parts = smallVocabulary({}, {});
        while (merges.size() <
               60) { // of pieces that are already there, so in an order that training could give
            const auto pick = [&] {
                return rng.below(3) ? std::string(1, "abc"[rng.below(3)])
                       : merges.empty()
                           ? "a"
                           : merges[rng.below(merges.size())].first + merges[rng.below(merges.size())].second;
            };
            const std::pair merge{pick(), pick()};
            const auto has = [&](const std::string& piece) {
                return std::find(parts.pieces.begin(), parts.pieces.end(), piece) != parts.pieces.end();
            };
            if (!has(merge.first) || !has(merge.second) || has(merge.first + merge.second))
                continue;
            merges.push_back(merge);
            parts.pieces.push_back(merge.first + merge.second);
        }
        parts.merges = merges;
        const auto tokenizer = Tokenizer::make(parts);
        QVERIFY(tokenizer.ok());
        for (int i = 0; i < 500; ++i) {
            std::string word;
            for (std::uint64_t left = 1 + rng.below(40); left > 0; --left)
                word += "abc"[rng.below(3)];
            std::string expected;
            for (const auto& piece : mergedByDefinition(word, merges))
                expected += (expected.empty() ? "" : "|") + piece;
            QCOMPARE(piecesOf(**tokenizer, word), expected);
        }
    }

    void aRepeatedWordIsEncodedAsTheFirstTime()
    {
        const auto tokenizer = *Tokenizer::make(smallVocabulary({}, lowerMerges()));
        Rng rng(6);
        const char* words[] = {" low", " lower", " newest", " x",
                               " 12",  " !",     " Größe"}; // none joins the next
        std::string text;
        std::vector<int> expected;
        for (int i = 0; i < 2000; ++i) {
            const std::string word = words[rng.below(std::size(words))];
            const std::vector<int> alone = *tokenizer->encode(word, false);
            text += word;
            expected.insert(expected.end(), alone.begin(), alone.end());
        }
        QCOMPARE(*tokenizer->encode(text, false), expected);
    }

    void optsConventions()
    {
        const QTemporaryDir folder;
        const auto tokenizer = opened(writeVocabulary(
            folder.path(), smallVocabulary({"<s>", "<pad>", "</s>", "<unk>"}, lowerMerges())));
        QCOMPARE(tokenizer->bos(), 2);
        QCOMPARE(tokenizer->eos(), 2);
        QCOMPARE(tokenizer->pad(), 1);
        QCOMPARE(piecesOf(*tokenizer, "low", true), "</s>|low");
        QCOMPARE(piecesOf(*tokenizer, "", true), "</s>");
        QCOMPARE(piecesOf(*tokenizer, "low", false), "low");
        QCOMPARE(piecesOf(*tokenizer, "</s>", false), "<|/|s|>"); // a name within a text is text
        const std::vector<int> ids = *tokenizer->encode("low er", true);
        QCOMPARE(tokenizer->decode(ids), "low er");
        QCOMPARE(tokenizer->decode(ids, true), "</s>low er");
    }

    void gpt2sConventions()
    {
        const QTemporaryDir folder;
        const auto tokenizer =
            opened(writeVocabulary(folder.path(), smallVocabulary({"<|endoftext|>"}, lowerMerges())));
        QCOMPARE(tokenizer->bos(), 0);
        QCOMPARE(tokenizer->eos(), 0);
        QCOMPARE(tokenizer->pad(), -1);
        QCOMPARE(piecesOf(*tokenizer, "low", true), "low");
    }

    void theFilesSayWhichPiecesAreSpecial()
    {
        const QTemporaryDir folder;
        const auto parts = smallVocabulary({"<s>", "<pad>", "</s>", "<unk>"}, lowerMerges());
        writeVocabulary(folder.path(), parts);
        writeText(folder.filePath("config.json"),
                  R"({"bos_token_id": 0, "eos_token_id": 3, "pad_token_id": 9999})");
        auto tokenizer = opened(folder.path().toStdString());
        QCOMPARE(tokenizer->bos(), 0);
        QCOMPARE(tokenizer->eos(), 3);
        QCOMPARE(tokenizer->pad(), 1); // 9999 is no piece
        QVERIFY(!tokenizer->putsBosInFront());
        writeText(folder.filePath("config.json"), R"({"eos_token_id": [1, 3]})");
        QCOMPARE(opened(folder.path().toStdString())->eos(), 1); // of several the first
        writeText(folder.filePath("tokenizer_config.json"),
                  R"({"bos_token": {"content": "</s>"}, "eos_token": "<s>", "add_bos_token": true})");
        tokenizer = opened(folder.path().toStdString());
        QCOMPARE(tokenizer->bos(), 2);
        QCOMPARE(tokenizer->eos(), 0);
        QVERIFY(tokenizer->putsBosInFront());
        writeText(folder.filePath("added_tokens.json"),
                  "{\"<cls>\": " + std::to_string(parts.pieces.size()) + "}");
        tokenizer = opened(folder.path().toStdString());
        QVERIFY(tokenizer->isSpecial(tokenizer->size() - 1));
        QCOMPARE(tokenizer->bytesOf(tokenizer->size() - 1), "<cls>");
    }

    void oneFileHoldsTheSame()
    {
        const QTemporaryDir two, one;
        const auto parts = smallVocabulary({"<s>", "<pad>", "</s>", "<unk>"}, lowerMerges());
        writeVocabulary(two.path(), parts);
        for (const bool asPairs : {false, true}) {
            json merges = json::array();
            for (const auto& [left, right] : parts.merges)
                merges.push_back(asPairs ? json{left, right} : json(left + " " + right));
            const json file = {
                {"model",
                 {{"type", "BPE"}, {"vocab", json::parse(vocabularyJson(parts))}, {"merges", merges}}},
                {"added_tokens", {{{"id", 2}, {"content", "</s>"}, {"special", true}}}},
                {"pre_tokenizer", {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", true}}}};
            writeText(one.filePath("tokenizer.json"), file.dump());
            const auto a = opened(two.path().toStdString()), b = opened(one.path().toStdString());
            QCOMPARE(b->size(), a->size());
            const std::string text = "A lower tower, the newest.\nÄrger 日本 12";
            QCOMPARE(*b->encode(text, true), *a->encode(text, true));
        }
    }

    void savedIsOpenedTheSame()
    {
        for (const auto& special :
             {std::vector<std::string>{"<s>", "<pad>", "</s>", "<unk>"}, {"<|endoftext|>"}, {}}) {
            const QTemporaryDir first, second;
            const auto tokenizer =
                opened(writeVocabulary(first.path(), smallVocabulary(special, lowerMerges())));
            const QString to = second.filePath("a/b");
            QVERIFY(tokenizer->save(to.toStdString()).ok());
            const auto again = opened(to.toStdString());
            QCOMPARE(again->bos(), tokenizer->bos());
            QCOMPARE(again->eos(), tokenizer->eos());
            QCOMPARE(again->pad(), tokenizer->pad());
            QCOMPARE(again->putsBosInFront(), tokenizer->putsBosInFront());
            QCOMPARE(*again->encode("the lowest tower ×\n", true),
                     *tokenizer->encode("the lowest tower ×\n", true));
            QVERIFY(again->save(to.toStdString()).ok());
            QCOMPARE(json::parse(contentOf(to + "/vocab.json")),
                     json::parse(contentOf(first.filePath("vocab.json"))));
            QCOMPARE(contentOf(to + "/merges.txt"), contentOf(first.filePath("merges.txt")));
        }
    }

    void decodingNeverFails()
    {
        const auto tokenizer = *Tokenizer::make(smallVocabulary({}, {}));
        QCOMPARE(tokenizer->decode(std::vector<int>{0xE6, 0x97, 0xA5, 'a'}), "日a");
        QCOMPARE(tokenizer->decode(std::vector<int>{0xE6, 0x97, 'a'}),
                 "\uFFFDa"); // one for the cut character
        QCOMPARE(tokenizer->decode(std::vector<int>{'a', 0xE6, 0x97}), "a\uFFFD");
        QCOMPARE(tokenizer->decode(std::vector<int>{0x97, 0xA5}), "\uFFFD\uFFFD");
        QCOMPARE(tokenizer->decode(std::vector<int>{0xC0, 0xAF}), "\uFFFD\uFFFD");             // overlong
        QCOMPARE(tokenizer->decode(std::vector<int>{0xED, 0xA0, 0x80}), "\uFFFD\uFFFD\uFFFD"); // a surrogate
        QCOMPARE(tokenizer->decode(std::vector<int>{-1, 256, 'x', 1 << 30}), "\uFFFD\uFFFDx\uFFFD");
        QCOMPARE(tokenizer->decode(std::vector<int>{}), "");
        Rng rng(7);
        for (int i = 0; i < 2000; ++i) {
            std::vector<int> ids(rng.below(12));
            for (int& id : ids)
                id = static_cast<int>(rng.below(300)) - 20;
            QVERIFY(!invalidUtf8At(tokenizer->decode(ids)));
        }
    }

    void anyTextComesBack()
    {
        const auto tokenizer =
            *Tokenizer::make(smallVocabulary({"<s>", "<pad>", "</s>", "<unk>"}, lowerMerges()));
        Rng rng(8);
        const char* parts[] = {"a",  "low", " ",      "\n", "é",   "日",   "🦙",  "'s",
                               "12", "\t",  "\u00a0", "!",  "est", "\x01", "\u200d"};
        for (int i = 0; i < 2000; ++i) {
            std::string text;
            for (std::uint64_t left = rng.below(30); left > 0; --left)
                text += parts[rng.below(std::size(parts))];
            const auto ids = tokenizer->encode(text, true);
            QVERIFY(ids.ok());
            QCOMPARE(tokenizer->decode(*ids), text);
        }
    }

    void textThatIsNoUtf8IsRefused()
    {
        const auto tokenizer = *Tokenizer::make(smallVocabulary({}, {}));
        const auto ids = tokenizer->encode("abcdefghijk\xFFz", false);
        QVERIFY(!ids.ok());
        QVERIFY2(ids.error().message.find("offset 11") != std::string::npos, ids.error().message.c_str());
        for (const char* bad : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\xE2\x82", "\x80"})
            QVERIFY(!tokenizer->encode(bad, false).ok());
        QVERIFY(tokenizer->encode(std::string_view("\0\x01", 2), false).ok());
    }

    void aLongLineAndALongWord()
    {
        const auto tokenizer = *Tokenizer::make(smallVocabulary({}, lowerMerges()));
        std::string line;
        while (line.size() < (16U << 20))
            line += " low";
        QCOMPARE(tokenizer->encode(line, false)->size(), line.size() / 4);
        const auto word = tokenizer->encode(std::string(Tokenizer::kMaxWordBytes, 'a'), false);
        QCOMPARE(word->size(), Tokenizer::kMaxWordBytes / 4);
        const auto tooLong = tokenizer->encode("x " + std::string(Tokenizer::kMaxWordBytes, 'a'), false);
        QVERIFY(!tooLong.ok());
        QVERIFY2(tooLong.error().message.find("offset 1 has 1048577 bytes") != std::string::npos,
                 tooLong.error().message.c_str());
    }

    void damagedVocabulariesAreRefused_data()
    {
        QTest::addColumn<QString>("vocabulary");
        QTest::addColumn<QString>("merges");
        QTest::addColumn<QStringList>("says");
        const auto parts = smallVocabulary({}, lowerMerges());
        const QString whole = QString::fromStdString(vocabularyJson(parts)),
                      rules = QString::fromStdString(mergesText(parts));
        const auto with = [&whole](const QString& text) { return whole.chopped(1) + ", " + text + "}"; };
        QTest::newRow("hole") << with("\"zz\": 900") << rules
                              << QStringList{"the id 900", "none with 268"};
        QTest::newRow("duplicate id") << with("\"zz\": 7") << rules << QStringList{"id 7", "zz"};
        QTest::newRow("negative id") << with("\"zz\": -1") << rules << QStringList{"id -1", "zz"};
        QTest::newRow("huge id") << with("\"zz\": 99999999999") << rules << QStringList{"99999999999"};
        QTest::newRow("fraction") << with("\"zz\": 1.5") << rules << QStringList{"1.5"};
        QTest::newRow("empty piece") << with("\"\": 268") << rules << QStringList{"0 bytes"};
        QTest::newRow("no JSON") << "{\"a\": 0" << rules << QStringList{"vocab.json", "this is no JSON"};
        QTest::newRow("deep") << with("\"zz\": " + QString(300'000, '[') + QString(300'000, ']')) << rules
                              << QStringList{"vocab.json", "more than 100 lists"};
        QTest::newRow("a list") << "[1, 2]" << rules << QStringList{"vocab.json", "this is no JSON"};
        QTest::newRow("few bytes") << "{\"a\": 0, \"b\": 1}"
                                   << "" << QStringList{"for the byte 0"};
        QTest::newRow("unknown piece") << whole << rules + "zzz q\n"
                                       << QStringList{"merge 13", "zzz", "not in the vocabulary"};
        QTest::newRow("unknown result") << whole << rules + "z q\n"
                                        << QStringList{"merge 13", "zq", "not in the vocabulary"};
        QTest::newRow("three pieces") << whole << rules + "a b c\n"
                                      << QStringList{"merges.txt, line 14", "a b c"};
        QTest::newRow("one piece") << whole << rules + "\nabc\n" << QStringList{"merges.txt, line 15", "abc"};
    }

    void damagedVocabulariesAreRefused()
    {
        QFETCH(QString, vocabulary);
        QFETCH(QString, merges);
        QFETCH(QStringList, says);
        const QTemporaryDir folder;
        writeText(folder.filePath("vocab.json"), vocabulary.toStdString());
        writeText(folder.filePath("merges.txt"), merges.toStdString());
        const auto tokenizer = Tokenizer::open(folder.path().toStdString());
        QVERIFY(!tokenizer.ok());
        const QString message = QString::fromStdString(tokenizer.error().message);
        QVERIFY2(message.startsWith(folder.path()), qPrintable(message));
        for (const QString& part : says)
            QVERIFY2(message.contains(part), qPrintable(message));
        QVERIFY(!message.contains('\n'));
    }

    void otherKindsAreRefused()
    {
        const QTemporaryDir folder;
        const auto refusal = [&folder](const std::string& file) {
            writeText(folder.filePath("tokenizer.json"), file);
            const auto tokenizer = Tokenizer::open(folder.path().toStdString());
            return tokenizer ? std::string() : tokenizer.error().message;
        };
        QVERIFY(refusal(R"({"model": {"type": "Unigram"}})").find("not BPE") != std::string::npos);
        QVERIFY(refusal(R"({"model": {"type": "BPE", "byte_fallback": true}})").find("byte_fallback") !=
                std::string::npos);
        QVERIFY(refusal(R"({"model": {}, "normalizer": {"type": "NFC"}})").find("normalizer") !=
                std::string::npos);
        QVERIFY(refusal(R"({"model": {}, "pre_tokenizer": {"type": "Metaspace"}})").find("ByteLevel") !=
                std::string::npos);
        QVERIFY(refusal(R"({"model": {}, "pre_tokenizer": {"type": "ByteLevel"}})").find("without vocab") !=
                std::string::npos);
        QFile::remove(folder.filePath("tokenizer.json"));
        const auto none = Tokenizer::open(folder.path().toStdString());
        QVERIFY(none.error().message.find("vocab.json and merges.txt") != std::string::npos);
    }

    void referenceStrings_data()
    {
        QTest::addColumn<QString>("vocabulary");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("withSpecial");
        QTest::newRow("GPT-2") << "gpt2_vocab.json"
                               << "gpt2" << true;
        QTest::newRow("OPT") << "opt_vocab.json"
                             << "opt_no_special" << false;
        QTest::newRow("OPT with </s>") << "opt_vocab.json"
                                       << "opt_with_bos" << true;
    }

    void referenceStrings()
    {
        QFETCH(QString, vocabulary);
        QFETCH(QString, key);
        QFETCH(bool, withSpecial);
        const QTemporaryDir folder;
        const auto tokenizer = opened(referenceVocabulary(folder, vocabulary).toStdString());
        const json vectors = readJson(reference("tokenizer/bpe_vectors.json"));
        QCOMPARE(vectors.size(), 62U);
        for (const json& vector : vectors) {
            const auto text = vector["text"].get<std::string>();
            const auto ids = tokenizer->encode(text, withSpecial);
            QVERIFY(ids.ok());
            QVERIFY2(*ids == vector[key.toStdString()].get<std::vector<int>>(), text.c_str());
            QCOMPARE(tokenizer->decode(*ids), text);
        }
    }

    // Line by line with </s> in front of each, also of blank ones, as a data set of lines is encoded.
    void aTextHasTheKnownNumberOfTokens()
    {
        const QTemporaryDir folder;
        const auto tokenizer = opened(referenceVocabulary(folder, "opt_vocab.json").toStdString());
        const std::string text = contentOf(reference("guide.txt"));
        std::istringstream lines(text);
        std::size_t found = 0;
        for (std::string line; std::getline(lines, line);)
            found += tokenizer->encode(trimmed(line).empty() ? "" : line + "\n", true)->size();
        QCOMPARE(found, 5884U);
        QCOMPARE(tokenizer->encode(text, false)->size(), 5803U);
    }

    void aWholeFileComesBack()
    {
        const QTemporaryDir folder;
        const auto tokenizer = opened(referenceVocabulary(folder, "opt_vocab.json").toStdString());
        const std::string text = FieldGuide::standard().write(7, 0, 19'000); // 10 MB
        QElapsedTimer timer;
        timer.start();
        const std::vector<int> ids = *tokenizer->encode(text, false);
        qInfo("%.0f MB/s, %zu tokens",
              static_cast<double>(text.size()) * 1e3 / static_cast<double>(timer.nsecsElapsed()), ids.size());
        QVERIFY(tokenizer->decode(ids) == text);
    }
};

HARELOOM_TEST(TokenizerTest)
#include "TokenizerTest.moc"
