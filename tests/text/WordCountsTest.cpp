// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/WordCounts.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

namespace {

WordCounts counted(std::string_view text)
{
    WordCounts counts;
    countWords(text, counts);
    return counts;
}

} // namespace

class WordCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreCountedWithoutRegardToCapitals()
    {
        QVERIFY(counted("The hare, the HARE; a hare.") == (WordCounts{{"the", 2}, {"hare", 3}, {"a", 1}}));
        QVERIFY(counted("It's a chestnut-tailed hare - 4-4-0!") ==
                (WordCounts{{"it's", 1}, {"a", 1}, {"chestnut-tailed", 1}, {"hare", 1}, {"4-4-0", 1}}));
    }

    void otherLettersBelongToWords()
    {
        QVERIFY(counted("Ça va, Łódź?") == (WordCounts{{"Ça", 1}, {"va", 1}, {"Łódź", 1}}));
        QVERIFY(counted("“church” — tower…") == (WordCounts{{"church", 1}, {"tower", 1}}));
    }

    void aChineseCharacterIsAWord()
    {
        QVERIFY(counted("兔子，兔。A兔") == (WordCounts{{"兔", 3}, {"子", 1}, {"a", 1}}));
        QVERIFY(counted("うさぎ") == (WordCounts{{"う", 1}, {"さ", 1}, {"ぎ", 1}}));
    }

    void whatIsNoUtf8IsRead()
    {
        QVERIFY(counted("").empty() && counted(" -- '' .").empty());
        QVERIFY(!counted("\xff\xfe hare \xe4").empty());
        QVERIFY(counted("hare\xe5").size() == 1);
    }
};

HARELOOM_TEST(WordCountsTest)
#include "WordCountsTest.moc"
