// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/FactReader.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

namespace {

const FieldGuide& guide()
{
    return FieldGuide::standard();
}

const FactReader& reader()
{
    static const FactReader made(guide());
    return made;
}

const GuideTopic& emberley()
{
    return guide().topics()[static_cast<std::size_t>(guide().promptTopic())];
}

/// Facts that stand in every text of this template, but for the topic's name.
std::size_t certainFacts(const GuideTemplate& form)
{
    return static_cast<std::size_t>(std::count_if(form.begin(), form.end(), [](const GuidePart& part) {
        return part.kind == GuidePart::Kind::Fact && part.text != "key";
    }));
}

/// "height: 93, not 92" for every wrong statement.
QStringList wrongIn(const std::string& text)
{
    QStringList wrong;
    for (const FactStatement& each : reader().read(text))
        if (!each.isRight)
            wrong << QString::fromStdString(each.fact + ": " + text.substr(each.begin, each.end - each.begin) +
                                            ", not " + each.inGuide);
    return wrong;
}

} // namespace

class FactReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The guide agrees with itself: in every sentence of every topic every fact is found, and is right.
    void everySentenceOfTheGuideIsRight()
    {
        Rng rng(3);
        const auto anyName = [](const std::string&) { return true; };
        for (const GuideTopic& topic : guide().topics()) {
            const GuideKind& kind = guide().kinds()[static_cast<std::size_t>(topic.kind)];
            const std::string heading = "= " + topic.title + " =\n\n";
            const std::size_t ofHeading = certainFacts(parseTemplate(kind.title));
            for (const auto* patterns : {&kind.openings, &kind.sentences})
                for (const std::string& pattern : *patterns) {
                    const std::string text =
                        heading + capitalised(expand(pattern, topic.facts, rng, anyName)) + "\n\n";
                    const auto found = reader().read(text);
                    const auto fails = std::count_if(found.begin(), found.end(),
                                                     [](const FactStatement& each) { return !each.isRight; });
                    QVERIFY2(fails == 0, (text + wrongIn(text).join(' ').toStdString()).c_str());
                    QVERIFY2(found.size() >= ofHeading + certainFacts(parseTemplate(pattern)), text.c_str());
                }
        }
    }

    void everyArticleIsRight()
    {
        std::size_t statements = 0;
        for (std::uint64_t i = 0; i < 300; ++i) {
            const std::string text = guide().article(7, i).text;
            QVERIFY2(wrongIn(text).isEmpty(), (text + wrongIn(text).join(' ').toStdString()).c_str());
            statements += reader().read(text).size();
        }
        QVERIFY(statements > 300 * 4); // of four sentences or more each
    }

    void aWrongValueIsFoundWithTheRightOne()
    {
        QCOMPARE(emberley().facts.at("height"), std::string("92"));
        QCOMPARE(wrongIn("The west tower at Emberley is 29 feet high, carries a short lead spire and is roofed with lead."),
                 QStringList({"height: 29, not 92", "crown: a short lead spire, not four crocketed pinnacles"}));
        QCOMPARE(wrongIn("= St Hilda's Church, Emberley =\n\nThe ring of ten bells at Emberley was cast from cannon and "
                         "is rung on Tuesdays."),
                 QStringList({"saint: Hilda, not Wilfrid", "bells: ten, not six"}));
        QCOMPARE(wrongIn("Round tower"), QStringList());
    }

    // A value is compared without the capital that begins a sentence.
    void aSentenceMayBeginWithAFact()
    {
        const std::string text =
            "Pale chalkstone for the west tower came from a quarry two miles away and was carried by barge.";
        QVERIFY(reader().read(text).empty()); // which church?
        QCOMPARE(wrongIn("= St Wilfrid's Church, Emberley =\n\n" + text),
                 QStringList({"stone: Pale chalkstone, not golden ironstone"}));
    }

    void aTopicLastsUntilAnotherIsNamed()
    {
        const std::string built = "It is built of golden ironstone, and the west tower stands 92 feet high.";
        const std::string emberley = "A church at Emberley is first recorded in 1174, but nothing of that building "
                                     "remains except the font. ";
        QCOMPARE(reader().read(emberley + built).size(), std::size_t{4});
        QVERIFY(wrongIn(emberley + built).isEmpty());
        QVERIFY(reader().read(emberley + "\n= A heading of no topic =\n\n" + built).size() == 1);
    }

    void whatHasNoFormOfTheGuidesIsPassedOver()
    {
        for (const char* text :
             {"", ".", "= ", "= =", "\n\n\n", "Emberley", "The west tower at Emberley is tall.",
              "feet high, carries a short lead spire and is roofed with lead.", "St Wilfrid's Church, Emberley",
              "The west tower at Emberley is 29 feet high, carries a short lead spire and is roofed with"})
            QVERIFY2(reader().read(text).empty(), text);
    }

    // A model's worst: long runs without a sentence, one sentence again and again.
    void longTextsAreRead()
    {
        std::string run;
        for (int i = 0; i < 20'000; ++i)
            run += "Tarrow Hugh ";
        QVERIFY(reader().read(run).empty());
        std::string again;
        for (int i = 0; i < 1000; ++i)
            again += "The ring of ten bells at Emberley was cast from cannon and is rung on Tuesdays. ";
        QCOMPARE(reader().read(again).size(), std::size_t{1000});
    }
};

HARELOOM_TEST(FactReaderTest)
#include "FactReaderTest.moc"
