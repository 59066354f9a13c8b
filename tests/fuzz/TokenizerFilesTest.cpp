// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of vocabularies and texts on thousands of damaged files. Seeded: the same cases every time.
#include "core/base/Rng.h"
#include "core/base/Utf8.h"
#include "core/text/Corpus.h"
#include "tests/TestProgram.h"
#include "tests/fuzz/Damage.h"
#include "tests/text/Vocabularies.h"

#include <QtTest>

using namespace hareloom;
using namespace hareloom::fuzz;
using namespace hareloom::test;

namespace {

constexpr int kCases = 1000;
constexpr std::string_view kWords[] = {"null",
                                       "-1",
                                       "1e99",
                                       "\"\"",
                                       "[]",
                                       "{}",
                                       "[[",
                                       "}}",
                                       ": 5",
                                       "\"a\": 7",
                                       "true",
                                       "\\ud800",
                                       "99999999999",
                                       ",",
                                       ":",
                                       "\n",
                                       " ",
                                       "Ġ",
                                       "\xFF",
                                       "e s\n",
                                       "es t",
                                       "</s>",
                                       "\"special\": true",
                                       "\"id\": 3"};

/// What opens must hold: texts come back, ids stay within the vocabulary.
void holds(const Tokenizer& tokenizer)
{
    const std::string text = "low lower newest widest \xE6\x97\xA5 12\n";
    const auto ids = tokenizer.encode(text, false);
    QVERIFY(ids.ok());
    for (const int id : *ids)
        QVERIFY(id >= 0 && id < tokenizer.size());
    for (const int id : {tokenizer.bos(), tokenizer.eos(), tokenizer.pad()})
        QVERIFY(id >= -1 && id < tokenizer.size());
    QVERIFY(!invalidUtf8At(tokenizer.decode(*ids, true)));
}

} // namespace

class TokenizerFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vocabularyFiles()
    {
        const QTemporaryDir folder;
        const auto parts = smallVocabulary({"<s>", "<pad>", "</s>", "<unk>"}, lowerMerges());
        const NamedText files[] = {
            {"vocab.json", vocabularyJson(parts)},
            {"merges.txt", mergesText(parts)},
            {"tokenizer_config.json",
             R"({"bos_token": {"content": "</s>"}, "eos_token": "</s>", "pad_token": "<pad>", "add_bos_token": true, "added_tokens_decoder": {"1": {"content": "<pad>", "special": true}}})"},
            {"special_tokens_map.json", R"({"bos_token": "</s>", "unk_token": {"content": "<unk>"}})"},
            {"added_tokens.json", R"({"</s>": 2, "<pad>": 1})"},
            {"config.json", R"({"bos_token_id": 2, "eos_token_id": 2, "pad_token_id": 1})"}};
        for (const NamedText& file : files)
            writeText(folder.filePath(QString::fromStdString(file.name)), file.content);
        Rng rng(11);
        int accepted = 0;
        for (int i = 0; i < kCases; ++i) {
            const NamedText& hurt = files[rng.below(std::size(files))];
            const QString path = folder.filePath(QString::fromStdString(hurt.name));
            writeText(path, damaged(hurt.content, rng, kWords));
            const auto tokenizer = Tokenizer::open(folder.path().toStdString());
            accepted += tokenizer ? 1 : 0;
            if (tokenizer)
                holds(**tokenizer);
            else
                QVERIFY2(isSentence(tokenizer.error()), tokenizer.error().message.c_str());
            writeText(path, hurt.content);
        }
        QVERIFY(accepted > 0 && accepted < kCases);
    }

    void tokenizerJson()
    {
        const QTemporaryDir folder;
        const auto parts = smallVocabulary({"<s>", "<pad>", "</s>", "<unk>"}, lowerMerges());
        std::string merges;
        for (const auto& [left, right] : parts.merges)
            merges += (merges.empty() ? "\"" : ", \"") + left + ' ' + right + '"';
        const std::string whole =
            R"({"added_tokens": [{"id": 2, "content": "</s>", "special": true}], "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false}, "post_processor": {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "</s>"}}]}, "model": {"type": "BPE", "merges": [)" +
            merges + R"(], "vocab": )" + vocabularyJson(parts) + "}}";
        Rng rng(12);
        int accepted = 0;
        for (int i = 0; i < kCases; ++i) {
            writeText(folder.filePath("tokenizer.json"), i == 0 ? whole : damaged(whole, rng, kWords));
            const auto tokenizer = Tokenizer::open(folder.path().toStdString());
            accepted += tokenizer ? 1 : 0;
            if (tokenizer)
                holds(**tokenizer);
            else
                QVERIFY2(isSentence(tokenizer.error()), tokenizer.error().message.c_str());
        }
        QVERIFY(accepted > 0 && accepted < kCases);
    }

    void texts()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("text.txt");
        std::string whole;
        for (int i = 0; i < 60; ++i)
            whole += " = Tower " + std::to_string(i) + " = \r\n\n It stands \xC3\xA9 \xE6\x97\xA5 .\n";
        Rng rng(13);
        int accepted = 0;
        for (int i = 0; i < kCases; ++i) {
            writeText(path, damaged(whole, rng, kWords));
            const auto corpus = openCorpus(path.toStdString());
            if (!corpus) {
                QVERIFY2(isSentence(corpus.error()), corpus.error().message.c_str());
                continue;
            }
            ++accepted;
            QVERIFY(!corpus->train.empty() && !corpus->valid.empty() && !corpus->test.empty());
        }
        QVERIFY(accepted > 0 && accepted < kCases);
    }
};

HARELOOM_TEST(TokenizerFilesTest)
#include "TokenizerFilesTest.moc"
