// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Corpus.h"
#include "core/text/Tokenizer.h"
#include "tests/TestProgram.h"

#include "tests/text/Vocabularies.h"

#include <QTemporaryDir>
#include <QtTest>

#include <numeric>
#include <set>

using namespace hareloom;
using namespace hareloom::test;

namespace {

/// `count` articles with headings; article k speaks of the number k.
std::string articles(int count)
{
    std::string text;
    for (int k = 0; k < count; ++k)
        text += " = Number " + std::to_string(k) + " = \n\n The number " + std::to_string(k) +
                " is a number . \n = = History = = \n It was counted early . \n";
    return text;
}

Corpus opened(const QString& path, const SplitRule& rule = {})
{
    const Result<Corpus> corpus = openCorpus(path.toStdString(), rule);
    if (!corpus)
        qFatal("%s", corpus.error().message.c_str());
    return *corpus;
}

QString refusal(const QString& path)
{
    const Result<Corpus> corpus = openCorpus(path.toStdString());
    return corpus ? QString() : QString::fromStdString(corpus.error().message);
}

} // namespace

class CorpusTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString put(const QString& name, const std::string& content) const
    {
        writeText(m_folder.filePath(name), content);
        return m_folder.filePath(name);
    }

private Q_SLOTS:
    void headingsOfTheFirstOrder()
    {
        QCOMPARE(titleOf(" = Robert Boulter = \n"), "Robert Boulter");
        QCOMPARE(titleOf("= A ="), "A");
        for (const char* none :
             {" = = Career = = \n", " = = = More = = = ", "x = 1", "= =", "=", "", " = = = "})
            QCOMPARE(titleOf(none), "");
    }

    void articlesFollowOneAnother()
    {
        const std::string text = "before\n" + articles(3);
        const auto found = articlesOf(text);
        QCOMPARE(found.size(), 3U);
        QVERIFY(found[0].starts_with("before\n = Number 0"));
        QVERIFY(found[1].starts_with(" = Number 1"));
        std::string together;
        for (const auto article : found)
            together += article;
        QCOMPARE(together, text);
        const auto paragraphs = articlesOf("a\nb\n\n\nc\n\nd");
        QCOMPARE(paragraphs.size(), 3U);
        QCOMPARE(paragraphs[0], "a\nb\n\n\n");
        QVERIFY(articlesOf("").empty());
    }

    void oneTextIsPartedByItsArticles()
    {
        const QString path = put("one.txt", articles(500));
        const Corpus corpus = opened(path);
        QCOMPARE(corpus.train.size() + corpus.valid.size() + corpus.test.size(), articles(500).size());
        std::set<std::string> titles;
        std::size_t counts[3], i = 0;
        for (const std::string* part : {&corpus.train, &corpus.valid, &corpus.test}) {
            counts[i] = articlesOf(*part).size();
            for (const auto article : articlesOf(*part)) {
                const std::string_view line = article.substr(0, article.find('\n'));
                QVERIFY2(titles.insert(std::string(titleOf(line))).second, "an article in two parts");
            }
            ++i;
        }
        QCOMPARE(titles.size(), 500U);
        // A tenth of 500 each: 50 +- 6.7, so six standard deviations; the seed is fixed anyway.
        QVERIFY(counts[1] > 10 && counts[1] < 90 && counts[2] > 10 && counts[2] < 90);
        QCOMPARE(opened(path).test, corpus.test);
        QVERIFY(opened(path, {.seed = 1}).test != corpus.test);
    }

    void aTextOfFewArticlesIsCutByPlace()
    {
        std::string lines;
        for (int i = 0; i < 1000; ++i)
            lines += "line " + std::to_string(1000 + i) + "\n";
        const Corpus corpus = opened(put("lines.txt", lines));
        QCOMPARE(corpus.train + corpus.valid + corpus.test, lines);
        QVERIFY(corpus.train.ends_with("line 1799\n"));
        QVERIFY(corpus.valid.starts_with("line 1800\n") && corpus.test.starts_with("line 1900\n"));
    }

    void aFolderOfTextsIsReadInTheOrderOfNames()
    {
        put("folder/b.txt", "bbb\n" + articles(20));
        put("folder/a.txt", std::string("\xEF\xBB\xBF") + "aaa\r\n" + articles(20));
        put("folder/c.md", "ccc");
        const Corpus corpus = opened(m_folder.filePath("folder"));
        const std::string all = corpus.train + corpus.valid + corpus.test;
        QVERIFY(all.find("aaa\n") != std::string::npos && all.find("bbb\n") != std::string::npos);
        QVERIFY(all.find("ccc") == std::string::npos && all.find('\r') == std::string::npos);
        QVERIFY(all.find('\xEF') == std::string::npos);
    }

    void oneKindOfTextIsRead_data()
    {
        QTest::addColumn<QStringList>("read");
        QTest::addColumn<QStringList>("others");
        QTest::addColumn<int>("leftOut");
        QTest::newRow("capitals") << QStringList{"CHAPTER1.TXT", "Chapter2.Txt"} << QStringList{} << 0;
        QTest::newRow("markdown") << QStringList{"notes.md", "NOTES2.MD"} << QStringList{} << 0;
        QTest::newRow("books, and notes on them")
            << QStringList{"book.txt"} << QStringList{"README.md", "other.raw"} << 2;
        QTest::newRow("tokens") << QStringList{"a.tokens"} << QStringList{"b.raw"} << 1;
        QTest::newRow("raw") << QStringList{"a.raw"} << QStringList{} << 0;
        QTest::newRow("what programs leave")
            << QStringList{"book.txt"} << QStringList{".draft.txt",        "._book.txt", "book.txt~",
                                                      "__MACOSX/book.txt", "Thumbs.db",  "sub/x.txt"}
            << 0;
    }
    void oneKindOfTextIsRead()
    {
        QFETCH(QStringList, read);
        QFETCH(QStringList, others);
        QFETCH(int, leftOut);
        const QTemporaryDir place;
        for (const QString& name : read)
            writeText(place.filePath(name), "GOOD\n" + articles(20));
        for (const QString& name : others)
            writeText(place.filePath(name), "BAD\n" + std::string("\xFF\n"));
        const Corpus corpus = opened(place.path());
        const std::string all = corpus.train + corpus.valid + corpus.test;
        std::size_t good = 0;
        for (auto at = all.find("GOOD"); at != std::string::npos; at = all.find("GOOD", at + 1))
            ++good;
        QCOMPARE(good, static_cast<std::size_t>(read.size()));
        QCOMPARE(corpus.readAs.find(std::to_string(leftOut) + " other texts") != std::string::npos,
                 leftOut > 0);
    }

    void partsInCapitals()
    {
        const QTemporaryDir place;
        for (const char* name : {"TRAIN.TXT", "Valid.txt", "test.TXT", "._train.txt"})
            writeText(place.filePath(name), name + std::string("\n") + articles(40));
        const Corpus corpus = opened(place.path());
        QVERIFY(corpus.train.starts_with("TRAIN") && corpus.valid.starts_with("Valid") &&
                corpus.test.starts_with("test"));
    }

    void lineEndsOfAnySystem()
    {
        std::string lines;
        for (int i = 0; i < 400; ++i)
            lines += "line " + std::to_string(1000 + i) + (i % 10 == 9 ? "\n\n" : "\n");
        const auto with = [&lines](const char* end) {
            std::string text;
            for (const char c : lines)
                text += c == '\n' ? std::string(end) : std::string(1, c);
            return text;
        };
        const Corpus expected = opened(put("lf.txt", lines));
        for (const char* end : {"\r\n", "\r"}) {
            const Corpus corpus = opened(put("other.txt", with(end)));
            QCOMPARE(corpus.train, expected.train);
            QCOMPARE(corpus.valid, expected.valid);
            QCOMPARE(corpus.test, expected.test);
        }
    }

    void givenPartsAreKept()
    {
        put("wiki/wiki.train.tokens", articles(40));
        put("wiki/wiki.valid.tokens", "valid by tokens\n");
        put("wiki/wiki.valid.raw", "valid raw\n");
        put("wiki/wiki.test.raw", "test raw\n");
        Corpus corpus = opened(m_folder.filePath("wiki"));
        QCOMPARE(corpus.train, articles(40));
        QCOMPARE(corpus.valid, "valid raw\n");
        QCOMPARE(corpus.test, "test raw\n");
        QFile::remove(m_folder.filePath("wiki/wiki.test.raw"));
        corpus = opened(m_folder.filePath("wiki"));
        QCOMPARE(corpus.valid, "valid raw\n");
        QCOMPARE(corpus.train.size() + corpus.test.size(), articles(40).size());
        QVERIFY(!corpus.test.empty());
        put("plain/train.txt", articles(40));
        put("plain/validation.txt", "valid\n");
        put("plain/test.txt", "test\n");
        QCOMPARE(opened(m_folder.filePath("plain")).valid, "valid\n");
    }

    // As a browser or a phone saves it.
    void aTextOfOneLineIsPartedAtSentences()
    {
        std::string line, chinese;
        for (int i = 0; i < 200; ++i) {
            line += "The hare number " + std::to_string(i) + " runs to the tower. ";
            chinese += "山高月小，水落石出。";
        }
        const auto english = *openCorpus(put("line.txt", line).toStdString());
        QCOMPARE(english.train + english.valid + english.test, line);
        for (const std::string* part : {&english.train, &english.valid, &english.test})
            QVERIFY(part->starts_with("The hare number ") && part->ends_with("tower. "));
        QVERIFY(english.test.size() > line.size() / 12 && english.valid.size() > line.size() / 12);
        const auto han = *openCorpus(put("han.txt", chinese).toStdString());
        QCOMPARE(han.train + han.valid + han.test, chinese);
        for (const std::string* part : {&han.train, &han.valid, &han.test})
            QVERIFY(part->starts_with("山") && part->ends_with("。"));
        const auto word = *openCorpus(put("word.txt", std::string(5000, 'a')).toStdString());
        QVERIFY(!word.valid.empty() && !word.test.empty());
    }

    void whatIsNoTextIsRefused()
    {
        QVERIFY(refusal(m_folder.filePath("none")).contains("there is no such file"));
        QDir().mkpath(m_folder.filePath("empty"));
        QVERIFY(refusal(m_folder.filePath("empty")).contains("*.txt"));
        QVERIFY(refusal(put("utf16.txt", std::string("\xFF\xFEh\0i\0", 6))).contains("UTF-16"));
        QVERIFY(refusal(put("pointer.txt", "version https://git-lfs.github.com/spec/v1\noid x\nsize 9\n"))
                    .contains("a pointer of Git LFS"));
        QVERIFY(refusal(put("short.txt", "short\n")).contains("1,000 bytes"));
        QVERIFY(refusal(put("blank.txt", std::string(5000, '\n'))).contains("there is no text for"));
        const QString bad = put("bad/x.txt", articles(100) + "\xFF");
        const QString message = refusal(m_folder.filePath("bad"));
        QVERIFY2(message.startsWith(bad) && message.contains(QString::number(articles(100).size())),
                 qPrintable(message));
        QFile huge(m_folder.filePath("huge.txt")); // a hole, so it takes no room on the disk
        QVERIFY(huge.open(QFile::WriteOnly) && huge.resize((513LL << 20)));
        QVERIFY2(refusal(huge.fileName()).contains("more than the 512 MiB"), qPrintable(refusal(huge.fileName())));
    }

    void linesAreEncodedOneByOne()
    {
        const auto tokenizer = *Tokenizer::make([] {
            auto parts = smallVocabulary({"<s>", "<pad>", "</s>", "<unk>"}, lowerMerges());
            decideSpecialPieces(parts);
            return parts;
        }());
        const auto ids = encodeLines(*tokenizer, "low\n \n low", {});
        QCOMPARE(tokenizer->decode(*ids, true), "</s>low\n</s></s> low");
        StopSource source;
        source.requestStop();
        QCOMPARE(encodeLines(*tokenizer, "low\n", source.token()).error().kind, ErrorKind::Stopped);
        QVERIFY(!encodeLines(*tokenizer, "low\n\xFF\n").ok());
    }

    void blocksDropWhatIsLeft()
    {
        std::vector<int> ids(64 * 3 + 10);
        std::iota(ids.begin(), ids.end(), 0);
        QCOMPARE(blocksOf(ids).size(), 192U);
        QCOMPARE(blocksOf(ids, 100).back(), 199);
        QVERIFY(blocksOf(std::vector<int>(63)).empty());
    }

    // As WikiText-2 comes; the training part here without its raw file.
    void aFolderOfWikiText()
    {
        const QString folder = QFileInfo(put("wikitext/wiki.train.tokens", articles(60))).path();
        for (const char* part : {"valid", "test"})
            for (const auto& [kind, count] : {std::pair{"raw", 7}, {"tokens", 5}})
                put(QString("wikitext/wiki.%1.%2").arg(part, kind), articles(count));
        const Corpus corpus = opened(folder);
        QCOMPARE(corpus.train, articles(60));
        QCOMPARE(corpus.valid, articles(7)); // raw before tokens
        QCOMPARE(corpus.test, articles(7));
        const auto test = articlesOf(corpus.test);
        QCOMPARE(test.size(), 7U);
        QVERIFY(test.front().find(" = Number 0 = ") != std::string_view::npos);
    }
};

HARELOOM_TEST(CorpusTest)
#include "CorpusTest.moc"
