// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Sentences.h"
#include "tests/TestProgram.h"
#include "tests/teller/Chains.h"

#include <QRegularExpression>
#include <QSet>
#include <QtTest>

#include <stdexcept>

using namespace hareloom;
using namespace hareloom::told;

class SentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySentenceHasAKeyOfItsOwnAndIsWhole()
    {
        QSet<QString> keys;
        for (const Sentence& each : sentences()) {
            const QString key = QString::fromStdString(std::string(each.key));
            const QString words = QString::fromUtf8(each.words.data(), static_cast<qsizetype>(each.words.size()));
            QVERIFY2(!keys.contains(key), qPrintable(key));
            keys << key;
            QVERIFY2(words[0].isUpper() || words[0] == '{', qPrintable(words));
            QVERIFY2(words.endsWith('.') || words.endsWith("{why}"), qPrintable(words));
            QCOMPARE(words.count('{'), words.count(QRegularExpression("\\{[a-zA-Z]+\\}")));
        }
        QVERIFY(keys.size() > 50);
    }

    void placesAreFilledByName()
    {
        QCOMPARE(filled("{b} before {a}", {{"a", std::int64_t(1)}, {"b", std::string("two")}}), "two before 1");
        QVERIFY_EXCEPTION_THROWN(filled("{missing}", {}), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(wordsOf("none.of.them"), std::logic_error);
    }

    void numbersHaveThreeDigits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("small") << 0.0123456 << "0.0123";
        QTest::newRow("large") << 12345.6 << "12300";
        QTest::newRow("zero") << 0.0 << "0";
        QTest::newRow("negative") << -1.4999 << "-1.5";
        QTest::newRow("tiny") << 1.23456e-9 << "1.23e-09";
        QTest::newRow("next") << 0.99999 << "1";
    }
    void numbersHaveThreeDigits()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(toldNumber(value)), text);
    }

    void aTranslationMayTurnASentenceRound()
    {
        const Event event{0, 7, "kindLost", {}, {{"generation", std::int64_t(7)}, {"kind", std::string("4")}}, {}};
        const auto turned = [](std::string_view) { return std::string("Kind {kind}, {generation}"); };
        QCOMPARE(sentenceOf(event, turned), "Kind 4, 7");
    }

    // A name from a file cannot steer a terminal.
    void namesAreShownNotObeyed()
    {
        const Teller teller = heard(runOf(experimentOf("discrete"), {"a", "\x1b[31m", "c"}),
                                    {states({0.5, 0.25, 0.25}), states({0.5, 0, 0.5})});
        QVERIFY(!sentence(teller.events()[0]).contains(QChar(0x1b)));
    }
};

HARELOOM_TEST(SentencesTest)
#include "SentencesTest.moc"
