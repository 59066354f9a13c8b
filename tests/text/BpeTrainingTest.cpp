// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/BpeTraining.h"
#include "tests/TestProgram.h"

#include "core/text/FieldGuide.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;

namespace {

using Merges = std::vector<std::pair<std::string, std::string>>;

TokenizerPtr trained(std::string_view text, int size)
{
    BpeTraining training;
    training.size = size;
    const auto tokenizer = trainTokenizer(text, training);
    if (!tokenizer)
        qFatal("%s", tokenizer.error().message.c_str());
    return *tokenizer;
}

std::string learnt(const Tokenizer& tokenizer, int first)
{
    std::string pieces;
    for (int id = 260 + first; id < tokenizer.size(); ++id)
        pieces += (pieces.empty() ? "" : "|") + tokenizer.bytesOf(id);
    return pieces;
}

} // namespace

class BpeTrainingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Counted by hand: "low" 5, " lower" 2, " newest" 6, " widest" 3. Pairs: es 9, st 9, lo 7, ow 7, " n" 6
    // ...
    void theMostFrequentPairComesFirst()
    {
        std::string text = "low";
        const auto append = [&text](const char* word, int times) {
            while (times-- > 0)
                text += word;
        };
        append("\nlow", 4); // a line break is a word of its own
        append(" newest", 6);
        append(" widest", 3);
        append(" lower", 2);
        // es and st are equally frequent (9): e comes before s. Then "est" 9, "lo" 7, "low" 7, " n" 6, " ne"
        // 6, ...
        QCOMPARE(learnt(*trained(text, 265), 0), "es|est|lo|low| n");
    }

    void ofEqualOnesThatOfTheEarlierPieces()
    {
        // " b", "ba" and "dc" are there twice; the space comes first among the bytes.
        QCOMPARE(learnt(*trained("dc dc ba ba", 261), 0), " b");
    }

    void whatIsMetOnceIsNotMerged()
    {
        const auto tokenizer = trained("abcdefg", 4096);
        QCOMPARE(tokenizer->size(), 260);
    }

    void specialPiecesAreOpts()
    {
        const auto tokenizer = trained("hello hello", 300);
        QCOMPARE(tokenizer->bos(), 2);
        QCOMPARE(tokenizer->eos(), 2);
        QCOMPARE(tokenizer->pad(), 1);
        QCOMPARE(tokenizer->encode("hello", true)->front(), 2);
        QVERIFY(tokenizer->isSpecial(3) && !tokenizer->isSpecial(4));
    }

    void savedAndOpenedItIsTheSame()
    {
        const std::string text =
            "the hare and the hound, the hare's tail and the hound's tail; die Häsin, 1348 and 1349";
        const auto tokenizer = trained(text, 290);
        const QTemporaryDir folder;
        QVERIFY(tokenizer->save(folder.path().toStdString()).ok());
        const auto again = Tokenizer::open(folder.path().toStdString());
        QVERIFY(again.ok());
        QCOMPARE((*again)->size(), tokenizer->size());
        QCOMPARE(*(*again)->encode(text, true), *tokenizer->encode(text, true));
        QCOMPARE(tokenizer->decode(*tokenizer->encode(text, true)), text);
    }

    void aPieceReachedOnTwoWaysIsOne()
    {
        // Runs of one letter make "aaaa" of "aa" + "aa" and of "aaa" + "a".
        std::string text;
        for (int i = 1; i < 40; ++i)
            text += std::string(static_cast<std::size_t>(i), 'a') + "\n";
        const auto tokenizer = trained(text, 280);
        QCOMPARE(tokenizer->decode(*tokenizer->encode(text, false)), text);
    }

    void badInputIsRefused()
    {
        BpeTraining training;
        training.size = 200;
        QVERIFY(trainTokenizer("a", training).error().message.find("between 260 and") != std::string::npos);
        QVERIFY(trainTokenizer("ab\xFF", {}).error().message.find("offset 2") != std::string::npos);
        StopSource source;
        source.requestStop();
        QCOMPARE(trainTokenizer("abab abab", {}, source.token()).error().kind, ErrorKind::Stopped);
    }

    void realText()
    {
        const std::string text = FieldGuide::standard().write(7, 0, 9000); // 5 MB
        QElapsedTimer timer;
        timer.start();
        const auto tokenizer = trained(text, 4096);
        qInfo("4,096 pieces from 5 MB in %lld ms", timer.elapsed());
        QCOMPARE(tokenizer->size(), 4096);
        const auto ids = tokenizer->encode(text, false);
        QVERIFY(tokenizer->decode(*ids) == text);
        QVERIFY(ids->size() < text.size() / 3);
    }
};

HARELOOM_TEST(BpeTrainingTest)
#include "BpeTrainingTest.moc"
