// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/TextReport.h"
#include "tests/TestProgram.h"

#include "core/families/language/LanguageSnapshot.h"

#include <QtTest>

using namespace hareloom;

namespace {

GenerationPtr link(int index, LanguageView view)
{
    auto generation = std::make_shared<Generation>();
    generation->index = index;
    generation->snapshot =
        std::make_shared<LanguageSnapshot>(LanguageArchitecture(), nullptr, GeneratedText(), std::move(view));
    return generation;
}

TextReport sample()
{
    LanguageView first, second;
    first.prompts = second.prompts = {"The tower, \"old\" & <tall>,"};
    first.answers = {"was built in 1360."};
    second.answers = {"a tall grey hare, a tall grey hare, and *more*"};
    first.passages = {"one"};
    first.passagePrompts = {"before one"};
    second.passages = {"two\nlines"};
    second.passagePrompts = {"before two"};
    return {"From towers", "What is left?", "seed 1", {link(0, first), link(4, second)}};
}

QString written(TextFormat format)
{
    return QString::fromStdString(textReport(sample(), format));
}

} // namespace

class TextReportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csvHasARowForEachText()
    {
        QCOMPARE(written(TextFormat::Csv),
                 QStringLiteral("generation,kind,number,prompt,text\n"
                                "0,prompt,1,\"The tower, \"\"old\"\" & <tall>,\",was built in 1360.\n"
                                "4,prompt,1,\"The tower, \"\"old\"\" & <tall>,\",\"a tall grey hare, a tall "
                                "grey hare, and *more*\"\n"
                                "0,passage,1,before one,one\n"
                                "4,passage,1,before two,\"two\nlines\"\n"));
    }

    // "bells" comes back and "hare" goes at once; "tower" is there to the end.
    void lostWordsStandInTheirOrder()
    {
        LanguageView first, second, third;
        first.words = {"the", "tower", "bells", "moth", "hare"};
        first.wordCounts = {90, 20, 12, 7, 3};
        first.standing = {1, 1, 0, 1, 0};
        second.standing = {1, 1, 1, 1, 0};
        third.standing = {1, 1, 0, 0, 0};
        const TextReport report{"", "", "", {link(0, first), link(1, second), link(2, third)}};
        const QString text = QString::fromStdString(textReport(report, TextFormat::Text));
        QVERIFY2(text.endsWith(QLatin1String("\nGeneration 0: 1 word\nhare (3)\n\nGeneration 2: 2 words\nbells (12), "
                                             "moth (7)\n")),
                 qPrintable(text));
        const QString csv = QString::fromStdString(textReport(report, TextFormat::Csv));
        QVERIFY(csv.endsWith(QLatin1String("\n0,lost,3,,hare\n2,lost,12,,bells\n2,lost,7,,moth\n")));
        for (const TextFormat format : {TextFormat::Html, TextFormat::Markdown})
            QVERIFY(textReport(report, format).find("bells (12), moth (7)") != std::string::npos);
        QVERIFY(!written(TextFormat::Text).contains(QLatin1String("Words lost")));
    }

    void plainTextSaysAPromptOnce()
    {
        const QString text = written(TextFormat::Text);
        QCOMPARE(text.count(QStringLiteral("The tower, \"old\" & <tall>,")), 1);
        QVERIFY(text.startsWith(QStringLiteral("From towers\nWhat is left?\nseed 1\n")));
        QVERIFY(text.contains(QStringLiteral("Generation 4\na tall grey hare")));
        QVERIFY(text.contains(QStringLiteral("(continues: before two)\ntwo\nlines")));
    }

    void htmlMarksWhatIsRepeatedAndEscapesTheRest()
    {
        const QString html = written(TextFormat::Html);
        QVERIFY(html.contains(QStringLiteral("&quot;old&quot; &amp; &lt;tall&gt;")));
        QVERIFY(!html.contains(QStringLiteral("<tall>")));
        QCOMPARE(html.count(QStringLiteral("<mark>a tall grey hare")), 2);
        QCOMPARE(html.count(QStringLiteral("<mark>")), html.count(QStringLiteral("</mark>")));
        QVERIFY(html.contains(QStringLiteral("<p>was built in 1360.</p>")));
    }

    void markdownObeysNothingThatAModelWrote()
    {
        const QString text = written(TextFormat::Markdown);
        QVERIFY(text.startsWith(QStringLiteral("# From towers\n")));
        QCOMPARE(text.count(QStringLiteral("**a tall grey hare")), 2);
        QVERIFY(text.contains(QStringLiteral("\\*more\\*")));
        QVERIFY(text.contains(QStringLiteral("\\<tall\\>")));
        QVERIFY(text.contains(QStringLiteral("two lines"))); // a paragraph stays one
    }

    void otherFamiliesHaveNoTexts()
    {
        TextReport report;
        auto generation = std::make_shared<Generation>();
        report.generations = {generation, nullptr};
        QCOMPARE(QString::fromStdString(textReport(report, TextFormat::Csv)),
                 QStringLiteral("generation,kind,number,prompt,text\n"));
    }
};

HARELOOM_TEST(TextReportTest)
#include "TextReportTest.moc"
