// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/UnitVocabulary.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

namespace {

VocabularyPtr made(TextUnits units, std::string_view text)
{
    auto vocabulary = UnitVocabulary::make(units, text);
    if (!vocabulary)
        qFatal("%s", vocabulary.error().message.c_str());
    return *vocabulary;
}

/// "The| cat|." with the vocabulary of the text itself.
QString parted(TextUnits units, std::string_view text)
{
    const VocabularyPtr vocabulary = made(units, text);
    QStringList parts;
    const auto ids = *vocabulary->encode(text);
    for (const int id : ids)
        parts << QString::fromStdString(vocabulary->decode(std::vector{id}));
    return parts.join('|');
}

} // namespace

class UnitVocabularyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsKeepWhatBelongsToThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("parts");
        const auto row = [](const char* name, const char* text, const char* parts) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(parts);
        };
        row("spaces go with the word behind them", "The cat sat.", "The| cat| sat|.");
        row("apostrophes and hyphens", "don't it’s half-way", "don't| it’s| half-way");
        row("at the ends of words they are apart", "'tis dogs' - so", "'|tis| dogs|'| -| so");
        row("punctuation, each mark alone", "\"Oh!\" (he said...)", "\"|Oh|!|\"| (|he| said|.|.|.|)");
        row("digits", "in 1848, C3PO", "in| 1848|,| C3PO");
        row("line ends and further spaces", "a  b\n\nc\t d", "a| | b|\n|\n|c|\t| d");
        row("umlauts and Greek", "Größe λόγος", "Größe| λόγος");
        row("marks that combine", "हिन्दी भाषा", "हिन्दी| भाषा");
        row("a heading", " = Church =\n", " =| Church| =|\n");
    }
    void wordsKeepWhatBelongsToThem()
    {
        QFETCH(QString, text);
        QFETCH(QString, parts);
        QCOMPARE(parted(TextUnits::Words, text.toStdString()), parts);
    }

    void charactersAreCodePoints()
    {
        QCOMPARE(parted(TextUnits::Characters, "a 中文😀é"), QString::fromUtf8("a| |中|文|😀|é"));
    }

    void anyTextComesBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", " ", "\n\n \n", "The cat, the  dog -- and I'd say: “no”.\n\tNo!\r\n",
              "孔子曰：「學而時習之，不亦說乎？」", "שלום עולם", "e\xCC\x81\xE2\x80\x8D x", "a\xC2\xA0" "b"})
            QTest::newRow(text) << QByteArray(text);
    }
    void anyTextComesBack()
    {
        QFETCH(QByteArray, text);
        for (const TextUnits units : {TextUnits::Words, TextUnits::Characters}) {
            const VocabularyPtr vocabulary = made(units, text.toStdString());
            QCOMPARE(QByteArray::fromStdString(vocabulary->decode(*vocabulary->encode(text.toStdString()))),
                     text);
        }
    }

    void frequentOnesComeFirst()
    {
        const VocabularyPtr words = made(TextUnits::Words, "b a c a c d");
        // " a", " c" twice each, the first of them first; then "b", " d".
        QCOMPARE(words->size(), 5);
        QCOMPARE(*words->encode(" a c"), (std::vector{1, 2}));
        QCOMPARE(*words->encode("b d"), (std::vector{3, 4}));
    }

    void whatIsNotKnownIsSeen()
    {
        const VocabularyPtr words = made(TextUnits::Words, "one two");
        const auto ids = *words->encode("one three");
        QCOMPARE(ids, (std::vector{1, 0}));
        QCOMPARE(words->decode(ids), std::string("one\xEF\xBF\xBD"));
        QCOMPARE(words->decode(std::vector{-1, 99}), std::string("\xEF\xBF\xBD\xEF\xBF\xBD"));
    }

    void whatIsNoUtf8IsRefused()
    {
        for (const TextUnits units : {TextUnits::Words, TextUnits::Characters}) {
            const auto refused = UnitVocabulary::make(units, "ab\xFF");
            QVERIFY(!refused && refused.error().kind == ErrorKind::InvalidData);
            QVERIFY(refused.error().message.find("offset 2") != std::string::npos);
            QVERIFY(!made(units, "ab")->encode("\xC3").ok());
        }
    }
};

HARELOOM_TEST(UnitVocabularyTest)
#include "UnitVocabularyTest.moc"
