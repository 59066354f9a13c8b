// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Refusal.h"
#include "tests/TestProgram.h"

#include <QTest>

using namespace hareloom;

class RefusalTest : public QObject
{
    Q_OBJECT

    static Error inFile(const Error& error)
    {
        return {error.kind, "mine.json: " + error.message, error.path};
    }

private Q_SLOTS:
    void aSettingIsRefusedInTwoSentences()
    {
        const Error error = refusedSetting("policy.realShare", "1.5", lieBetween(0, 1));
        QCOMPARE(error.message, std::string("policy.realShare is 1.5. It must lie between 0 and 1."));
        QCOMPARE(error.path, std::string("policy.realShare"));
        QCOMPARE(error.kind, ErrorKind::InvalidInput);
        QCOMPARE(refusedSetting("source.mean[1]", "\"a\"", "be a number").path, std::string("source.mean"));
    }

    void boundsAndChoicesAreWrittenOut()
    {
        QCOMPARE(lieBetween(1, 9007199254740991), std::string("lie between 1 and 9007199254740991"));
        QCOMPARE(lieBetween(-1e300, 0.5), std::string("lie between -1e+300 and 0.5"));
        const std::string words[] = {"a", "b", "c"};
        QCOMPARE(beOneOf(std::span(words, 1)), std::string("be a"));
        QCOMPARE(beOneOf(std::span(words, 2)), std::string("be a or b"));
        QCOMPARE(beOneOf(words), std::string("be a, b or c"));
    }

    void besideItsBoxASettingIsNotNamed()
    {
        const Error error = refusedSetting("policy.realShare", "1.5", "lie between 0 and 1");
        QCOMPARE(saidBeside(error), std::string("It is 1.5. It must lie between 0 and 1."));
        QCOMPARE(saidBeside(inFile(error)), saidBeside(error));
        QCOMPARE(saidBeside(refusedSetting("source.mean[1]", "2", "be 1")),
                 std::string("Entry 2 is 2. It must be 1."));
        QCOMPARE(saidBeside(invalidSetting("source.path", "there is no path.")),
                 std::string("there is no path."));
        QCOMPARE(saidBeside(invalidSetting("source.means[0]", "there are no numbers.")),
                 std::string("there are no numbers."));
        QCOMPARE(saidBeside(invalidInput("a: b")), std::string("a: b"));
        QCOMPARE(saidBeside({ErrorKind::InvalidInput, "something else", "policy"}),
                 std::string("something else"));
        QCOMPARE(saidBeside({ErrorKind::InvalidInput, "list[", "list"}), std::string("Entry 1"));
    }
};

HARELOOM_TEST(RefusalTest)
#include "RefusalTest.moc"
