// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Word.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

namespace {

enum class Pace { Slow, Fast };
constexpr std::array<Word<Pace>, 2> kPaces = {{{Pace::Slow, "slow"}, {Pace::Fast, "fast"}}};

} // namespace

class WordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChoiceAndItsWordLeadToEachOther()
    {
        for (const auto& each : kPaces) {
            QVERIFY(wordOf(kPaces, each.value) == each.word);
            QVERIFY(choiceOf(kPaces, each.word) == each.value);
        }
        QVERIFY(wordsOf(kPaces) == (std::vector<std::string>{"slow", "fast"}));
    }

    void otherWordsAreNoChoice()
    {
        for (const std::string_view word : {"", "slo", "slower", "Slow"})
            QVERIFY(!choiceOf(kPaces, word));
        QVERIFY(wordOf(kPaces, static_cast<Pace>(7)).empty());
    }
};

HARELOOM_TEST(WordTest)
#include "WordTest.moc"
