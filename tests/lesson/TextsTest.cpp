// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/lesson/Small.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::test;

namespace {

QString refusalOfText(const std::string& text)
{
    LessonFiles files = smallFiles();
    files.text = text;
    return refusalOf(files);
}

/// The small lesson's texts with other words for one of them.
QString refusalOfWords(const std::string& words)
{
    std::string text = smallFiles().text;
    const std::string hint = "Look at the smallest bar.";
    text.replace(text.find(hint), hint.size(), words);
    return refusalOfText(text);
}

} // namespace

class TextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCouldLoadOrRunIsRefused_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("why");
        QTest::newRow("tag") << QByteArray("Look <b>here</b>.") << "HTML stands there, \"<b>here</b>.\"";
        QTest::newRow("script") << QByteArray("<script>alert(1)</script>") << "HTML stands there";
        QTest::newRow("comment") << QByteArray("<!-- x -->") << "HTML stands there";
        QTest::newRow("picture") << QByteArray("![x](y.png)") << "a link or a picture";
        QTest::newRow("link") << QByteArray("[here](other.html)") << "a link or a picture";
        QTest::newRow("address") << QByteArray("see http://example.org/") << "an address stands there";
        QTest::newRow("heading") << QByteArray("# Big") << "a heading stands there";
        QTest::newRow("control") << QByteArray("a\x1b[2J") << "a control character";
        QTest::newRow("no UTF-8") << QByteArray("a\xff") << "a control character, or bytes";
        QTest::newRow("turned direction") << QByteArray("a\xe2\x80\xae") << "a control character";
        QTest::newRow("long line") << QByteArray(5000, 'x') << "more than 4000";
        QTest::newRow("unknown value")
            << QByteArray("It is {lefft}.") << "{lefft} is no value of the lesson. The nearest is {left}.";
        QTest::newRow("open brace") << QByteArray("It is {left.") << "is no value of the lesson";
    }

    void whatCouldLoadOrRunIsRefused()
    {
        QFETCH(QByteArray, words);
        QFETCH(QString, why);
        const QString refusal = refusalOfWords(words.toStdString());
        QVERIFY2(refusal.contains(why) && !refusal.contains('\n') && !refusal.contains('\x1b'),
                 qPrintable(refusal));
    }

    void comparisonsAreNoHtml()
    {
        QCOMPARE(refusalOfWords("1 < 2 and a <3 & so on"), QString());
        QCOMPARE(htmlOf("1 < 2 & \"so\""), std::string("<p>1 &lt; 2 &amp; &quot;so&quot;</p>\n"));
    }

    void eachTextIsThereOnceAndUsed()
    {
        const std::string text = smallFiles().text;
        QVERIFY(refusalOfText(text + "\n## title\nAgain\n").contains("the text \"title\" is there twice"));
        QVERIFY(refusalOfText(text + "\n## shwo\nWords\n")
                    .contains("nothing uses the text \"shwo\". The nearest that is used is \"show\""));
        QVERIFY(refusalOfText(text + "\n## start.hint2\n\n").contains("is empty"));
        QVERIFY(refusalOfText("words\n" + text).contains("line 1: words stand before the first line"));
        std::string without = text;
        without.erase(without.find("## guess.right"),
                      without.find("## guess.wrong") - without.find("## guess.right"));
        QVERIFY(refusalOfText(without).contains("the text \"guess.right\" is missing"));
        QVERIFY(refusalOfText("").contains("these texts are missing: title, question, teacher.aims"));
    }

    // In the reader's language, wherever the run is shown.
    void statesAreCalledByTheTexts()
    {
        std::string text = smallFiles().text;
        text.replace(text.find("\ngold\n"), 6, "\nor jaune\n");
        LessonFiles files = smallFiles();
        files.text = text;
        const Lesson lesson = lessonOf(files);
        QCOMPARE(lesson.experiments[0].experiment.source.names,
                 (std::vector<std::string>{"or jaune", "silver", "copper", "tin"}));
        text = smallFiles().text;
        text.replace(text.find("\ngold\n"), 6, "\nsilver\n");
        QVERIFY(refusalOfText(text).contains(
            "the names of the states of coins cannot be used. source.names[1] is"));
    }

    void titlesAreReadBeforeAnythingRuns()
    {
        std::string text = smallFiles().text;
        text.replace(text.find("My lesson"), 9, "{left} coins");
        QVERIFY(refusalOfText(text).contains("is read where nothing has been run"));
    }

    void wordsAreSet()
    {
        const auto blocks = blocksOf("One **strong** and\n*another* `line`.\n\n- a\n- b\n  c\n\n2 * 3 * 4");
        QCOMPARE(blocks.size(), std::size_t(4));
        QCOMPARE(blocks[0].spans[1], (TextSpan{TextSpan::Kind::Strong, "strong"}));
        QCOMPARE(blocks[0].spans[3], (TextSpan{TextSpan::Kind::Emphasis, "another"}));
        QVERIFY(blocks[1].isEntry && blocks[2].isEntry && !blocks[3].isEntry);
        QCOMPARE(plainOf("- a\n- b\n  c"), std::string("- a\n- b c"));
        QCOMPARE(plainOf("2 * 3 * 4"), std::string("2 * 3 * 4"));
        QCOMPARE(htmlOf("- **a**\n\nb"), std::string("<ul>\n<li><strong>a</strong></li>\n</ul>\n<p>b</p>\n"));
        QCOMPARE(plainOf("** *"), std::string("** *")); // marks without a partner
    }

    void valuesAreWritten()
    {
        const auto with = [](double value) {
            return filled("{x}, {x%}", [value](const std::string&) { return value; });
        };
        QCOMPARE(with(0.12345), std::string("0.123, 12%"));
        QCOMPARE(with(0.0123), std::string("0.0123, 1.2%"));
        QCOMPARE(with(3), std::string("3, 300%"));
        QCOMPARE(with(INFINITY), std::string("never, never"));
        QCOMPARE(with(NAN), std::string("?, ?"));
    }
};

HARELOOM_TEST(TextsTest)
#include "TextsTest.moc"
