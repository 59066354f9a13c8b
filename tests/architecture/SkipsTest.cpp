// SPDX-License-Identifier: GPL-3.0-or-later
// tests/run-one, by which ctest starts every test program: what becomes of a skipped test.
#include "tests/TestProgram.h"

#include <QProcess>
#include <QtTest>

class SkipsTest : public QObject
{
    Q_OBJECT

    /// The exit status, of a program that prints `line` and ends with `status`.
    static int outcome(const QString& line, int status, bool mayNotSkip)
    {
        QProcess runner;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("HARELOOM_NO_SKIP", mayNotSkip ? "1" : "0");
        runner.setProcessEnvironment(environment);
        runner.start(HARELOOM_SOURCE_DIR "/tests/run-one",
                     {"bash", "-c", "echo \"$1\"; exit $2", "test", line, QString::number(status)});
        if (!runner.waitForFinished(30'000) || !runner.readAllStandardOutput().contains(line.toUtf8()))
            qFatal("tests/run-one: %s", qPrintable(runner.errorString()));
        return runner.exitCode();
    }

private Q_SLOTS:
    void aSkipFailsWhereNoneMayBe_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("a file") << "SKIP   : SomeTest::some() there is no ../shared here" << false;
        QTest::newRow("instructions") << "SKIP   : SomeTest::some() this processor has no bfloat16" << true;
        QTest::newRow("a card") << "SKIP   : SomeTest::some() there is no CUDA device" << true;
        QTest::newRow("a display") << "SKIP   : SomeTest::some() there is no display" << true;
        QTest::newRow("a heavy program") << "SKIP   : SomeTest::some() R is not installed here: needs r-base" << true;
        QTest::newRow("a program") << "SKIP   : SomeTest::some() zbarimg is not installed (zbar-tools)" << false;
        QTest::newRow("no skip") << "PASS   : SomeTest::some() SKIP " << true;
    }
    void aSkipFailsWhereNoneMayBe()
    {
        QFETCH(QString, line);
        QFETCH(bool, isAllowed);
        QCOMPARE(outcome(line, 0, true) == 0, isAllowed);
        QCOMPARE(outcome(line, 0, false), 0);
        QVERIFY(outcome(line, 3, true) != 0);
        QCOMPARE(outcome(line, 3, false), 3);
    }
};

HARELOOM_TEST(SkipsTest)
#include "SkipsTest.moc"
