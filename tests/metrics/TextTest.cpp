// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Text.h"
#include "tests/TestProgram.h"

#include "tests/metrics/Close.h"

#include <QElapsedTimer>
#include <QtTest>

#include <cmath>

using namespace hareloom;

namespace {

const std::vector<int> kTwoBlocks = {1, 2, 1, 2, 3, /**/ 1, 2, 3, 4, 5};

TokenBlocks blocksOf(const std::vector<int>& ids, int length)
{
    return {length, ids};
}

} // namespace

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distinct()
    {
        const auto blocks = blocksOf(kTwoBlocks, 5);
        QVERIFY(isClose(distinctShare(blocks, 1), 5.0 / 10));
        // 12 21 12 23 | 12 23 34 45: five of eight; 21 does not come from the border.
        QVERIFY(isClose(distinctShare(blocks, 2), 5.0 / 8));
        // 121 212 123 | 123 234 345
        QVERIFY(isClose(distinctShare(blocks, 3), 5.0 / 6));
        QVERIFY(std::isnan(distinctShare(blocks, 4)) && std::isnan(distinctShare({}, 1)));
        QVERIFY(std::isnan(distinctShare(blocksOf({1, 2}, 2), 3)));
        const int top = kMostTokenId; // the largest ids are told apart
        QVERIFY(isClose(distinctShare(blocksOf({top, top, top, top, top, top - 1}, 3), 3), 1));
    }

    void typesAndTokens()
    {
        QVERIFY(isClose(typeTokenRatio(blocksOf(kTwoBlocks, 5)), (3.0 / 5 + 1) / 2));
        QVERIFY(std::isnan(typeTokenRatio({})));
    }

    void repeated()
    {
        const auto blocks = blocksOf(kTwoBlocks, 5);
        QVERIFY(isClose(repeatedShare(blocks, 1), (2.0 / 5 + 0) / 2));
        QVERIFY(isClose(repeatedShare(blocks, 2), (1.0 / 4 + 0) / 2));
        QVERIFY(isClose(repeatedShare(blocks, 4), 0));
        QVERIFY(isClose(repeatedShare(blocksOf(std::vector<int>(64, 7), 64)), 60.0 / 61));
        QVERIFY(std::isnan(repeatedShare(blocks, 6)));
    }

    void selfBleuByHand()
    {
        // Each of two blocks is the other's only reference. Of the unigrams 1 2 1 2 3, three are in 1 2 3 4 5
        // (clipped); of the bigrams 12 21 12 23 two (12 once, 23); of the trigrams 121 212 123 one; of the
        // 4-grams none.
        const double one =
            std::pow(3.0 / 5 * (2.0 + 1) / (4 + 1) * (1.0 + 1) / (3 + 1) * 1.0 / (2 + 1), 0.25);
        // The other way round: 1 2 3; 12 23; 123; none. The same numbers.
        QVERIFY(isClose(selfBleu(blocksOf(kTwoBlocks, 5)), one));
        QVERIFY(isClose(selfBleu(blocksOf({1, 2, 3, 4, 5, 1, 2, 3, 4, 5}, 5)), 1));
        QCOMPARE(selfBleu(blocksOf({1, 2, 3, 4, 5, 6, 7, 8}, 4)), 0.0);
        QVERIFY(std::isnan(selfBleu(blocksOf({1, 2, 3, 4}, 4))));
        QVERIFY(std::isnan(selfBleu(blocksOf({1, 2, 3, 1, 2, 3}, 3))));
    }

    void selfBleuOfManyReferencesTakesTheMost()
    {
        // 1 1 2 2 against {1 1 3 3, 2 2 4 4}: all four unigrams; bigrams 11 12 22: two of three; no trigram.
        const std::vector<int> ids = {1, 1, 2, 2, 1, 1, 3, 3, 2, 2, 4, 4};
        const double a = std::pow(1.0 * (2.0 + 1) / (3 + 1) * 1.0 / 3 * 1.0 / 2, 0.25);
        const double b =
            std::pow(2.0 / 4 * (1.0 + 1) / (3 + 1) * 1.0 / 3 * 1.0 / 2, 0.25); // 1 1 3 3, and 2 2 4 4 alike
        QVERIFY(isClose(selfBleu(blocksOf(ids, 4)), (a + 2 * b) / 3));
    }

    void selfBleuIsSeeded()
    {
        Rng rng(1);
        std::vector<int> ids(64 * 500);
        for (int& id : ids)
            id = static_cast<int>(rng.below(50));
        const auto blocks = blocksOf(ids, 64);
        const double value = selfBleu(blocks, {.texts = 50, .references = 10, .seed = 3});
        QCOMPARE(selfBleu(blocks, {.texts = 50, .references = 10, .seed = 3}), value);
        QVERIFY(selfBleu(blocks, {.texts = 50, .references = 10, .seed = 4}) != value);
        QVERIFY(value > 0 && value < 1);
    }

    void theTailVanishes()
    {
        std::vector<int> real(120, 0); // token 0: 120 times, 1: 12, 2: 10, 3: 9, 4: 1, 5: 1, 6: never
        for (const auto& [id, count] : {std::pair{1, 12}, {2, 10}, {3, 9}, {4, 1}, {5, 1}})
            real.insert(real.end(), static_cast<std::size_t>(count), id);
        const FrequencyClasses classes = frequencyClassesOf(real, 7);
        QCOMPARE(classes.sizes, (std::vector<int>{3, 2, 1}));
        QCOMPARE(classes.classes, (std::vector<int>{2, 1, 1, 0, 0, 0, -1}));
        const std::vector<int> generated = {0, 1, 1, 4, 6, 6, 100, -1};
        const Vector vanished = vanishedShares(classes, generated);
        QVERIFY(isClose(vanished[0], 2.0 / 3) && isClose(vanished[1], 1.0 / 2) && isClose(vanished[2], 0));
        QCOMPARE(survivingTokens(classes, generated), 3);
        const double n = 153;
        const Vector expected = expectedVanished(classes, 10);
        QVERIFY(isClose(expected[0], (std::pow(1 - 9 / n, 10) + 2 * std::pow(1 - 1 / n, 10)) / 3));
        QVERIFY(isClose(expected[2], std::pow(1 - 120 / n, 10)));
        const FrequencyClasses sparse = frequencyClassesOf(std::vector<int>(100, 0), 1);
        QVERIFY(std::isnan(vanishedShares(sparse, {})[0]) && vanishedShares(sparse, {})[2] == 1);
    }

    void topics()
    {
        const std::vector<int> real = {0, 1, 2, 3, -1}, generated = {0, 0, 2, -1, 9, 0};
        const Vector shares = topicShares(generated, 4);
        QCOMPARE(shares.size(), 5);
        QVERIFY(isClose(shares[0], 3.0 / 6) && isClose(shares[2], 1.0 / 6) && isClose(shares[4], 2.0 / 6));
        QCOMPARE(survivingTopics(real, generated), 2);
        QVERIFY(isClose(effectiveTopics(std::vector<int>{4, 4, 7, 7, -1}), 2));
        QVERIFY(isClose(effectiveTopics(std::vector<int>{4, 4, 4}), 1));
        QVERIFY(std::isnan(effectiveTopics(std::vector<int>{-1})));
        QVERIFY(std::isnan(topicShares({}, 2)[0]));
    }

    void phrases()
    {
        using Found = std::vector<RepeatedPhrase>;
        QCOMPARE(repeatedPhrases(std::vector<int>{1, 2, 3, 9, 1, 2, 3, 4}, 3), (Found{{0, 3, 0}, {4, 7, 0}}));
        QCOMPARE(repeatedPhrases(std::vector<int>{1, 2, 3, 9, 1, 2, 4}, 3), Found{});
        // The longest: five, then the two ways of 1 2 3 are one phrase.
        QCOMPARE(repeatedPhrases(std::vector<int>{1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 8, 1, 2, 3}, 3),
                 (Found{{0, 5, 0}, {6, 11, 0}, {12, 15, 0}}));
        // A stutter is cut so that the two places do not overlap.
        QCOMPARE(repeatedPhrases(std::vector<int>(8, 7), 2), (Found{{0, 4, 0}, {4, 8, 0}}));
        QCOMPARE(repeatedPhrases(std::vector<int>{}, 2), Found{});
    }

    void phrasesOfWords()
    {
        const std::string text = "The blue hare runs, and \"the blue HARE runs.\" It runs";
        const auto found = repeatedPhrases(text, 4);
        QCOMPARE(found.size(), 2U);
        QCOMPARE(text.substr(static_cast<std::size_t>(found[0].begin),
                             static_cast<std::size_t>(found[0].end - found[0].begin)),
                 "The blue hare runs");
        QCOMPARE(text.substr(static_cast<std::size_t>(found[1].begin),
                             static_cast<std::size_t>(found[1].end - found[1].begin)),
                 "the blue HARE runs");
        QCOMPARE(found[0].phrase, found[1].phrase);
    }

    void fortyThousandBlocks()
    {
        Rng rng(2);
        std::vector<int> ids(64 * 40'000);
        for (int& id : ids) // about Zipf
            id = static_cast<int>(std::pow(4096.0, rng.uniform())) - 1;
        const auto blocks = blocksOf(ids, 64);
        QElapsedTimer timer;
        timer.start();
        const auto lap = [&timer](const char* name, double value) {
            qInfo("%s %.4f: %lld ms", name, value, timer.restart());
            return value;
        };
        QVERIFY(lap("distinct-1", distinctShare(blocks, 1)) < lap("distinct-2", distinctShare(blocks, 2)));
        QVERIFY(lap("distinct-3", distinctShare(blocks, 3)) <= 1);
        QVERIFY(lap("type-token ratio", typeTokenRatio(blocks)) < 1);
        QVERIFY(lap("repeated 4-grams", repeatedShare(blocks)) < 0.1);
        QVERIFY(lap("self-BLEU", selfBleu(blocks)) < 1);
        QVERIFY(lap("vanished", vanishedShares(frequencyClassesOf(ids, 4096), ids)[1]) == 0);
    }
};

HARELOOM_TEST(TextTest)
#include "TextTest.moc"
