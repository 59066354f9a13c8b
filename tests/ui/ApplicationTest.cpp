// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/Application.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/WidgetWords.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/window/MainWindow.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTimer>
#include <QWidget>
#include <QtTest>

#include <new>
#include <stdexcept>

using namespace hareloom::ui;

namespace {

class Throwing : public QWidget
{
public:
    int painted = 0;

protected:
    void paintEvent(QPaintEvent*) override
    {
        ++painted;
        throw std::runtime_error("each painting");
    }
};

} // namespace

/// Needs an application of its own kind, so it has a main() of its own.
class ApplicationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatASlotThrowsIsASentence()
    {
        QSignalSpy told(qApp, SIGNAL(faulted(QString)));
        QTimer::singleShot(0, this, [] { throw std::out_of_range("map::at"); });
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told[0][0].toString().contains("map::at"));
        bool goesOn = false;
        QTimer::singleShot(0, this, [&goesOn] { goesOn = true; });
        QTRY_VERIFY(goesOn);
        QTimer::singleShot(0, this, [] { throw std::bad_alloc(); });
        QTRY_COMPARE(told.size(), 2);
        QVERIFY(told[1][0].toString().contains("memory"));
        QTimer::singleShot(0, this, [] { throw 5; });
        QTRY_COMPARE(told.size(), 3);
    }

    void aFaultOfEveryPaintingIsToldOnce()
    {
        QSignalSpy told(qApp, SIGNAL(faulted(QString)));
        Throwing widget;
        widget.show();
        QTRY_COMPARE(told.size(), 1);
        const int before = widget.painted;
        widget.update();
        QTRY_VERIFY(widget.painted > before);
        QTest::qWait(20);
        QCOMPARE(told.size(), 1);
    }

    void numbersAreWrittenAlikeEverywhere()
    {
        QCOMPARE(QLocale().decimalPoint(), QString("."));
        QCOMPARE(QString("%L1").arg(1'500), QString("1500"));
    }

    // Wherever in the window: "0,57" and "1.500" are German.
    void noNumberOfTheWindowIsGerman()
    {
        static const QRegularExpression german(
            QStringLiteral("\\b\\d+,(?!\\d{3}\\b)\\d|\\d\\.\\d{3}\\.\\d{3}")),
            number(QStringLiteral("\\d\\.\\d"));
        QVERIFY(QStringLiteral("0,57").contains(german) && QStringLiteral("1.234.567").contains(german));
        QVERIFY(!QStringLiteral("1,234,567").contains(german));
        hareloom::ui::fixtures::isolate();
        ThemeControl themes;
        MainWindow window(themes);
        window.resize(1280, 720);
        window.show();
        QVERIFY(window.open(QStringLiteral("mixture-two-blobs")));
        window.session().start();
        QTRY_VERIFY_WITH_TIMEOUT(window.session().state() == RunState::Finished, 60'000);
        window.cursor().show(3);
        window.actions().recipe->setChecked(true);
        QCoreApplication::processEvents();
        int numbers = 0;
        for (const QString& words : chinese::wordsOf(&window)) {
            QVERIFY2(!words.contains(german), qPrintable(words));
            numbers += words.contains(number) ? 1 : 0;
        }
        QVERIFY(numbers > 10);
    }
};

// The system's numbers have commas here, and the program is the one that the window starts.
static int runInGerman(int argc, char** argv)
{
    qputenv("LC_ALL", "de_DE.UTF-8");
    Application application(argc, argv);
    application.setApplicationName("ApplicationTest");
    ApplicationTest test;
    return QTest::qExec(&test, argc, argv);
}

[[maybe_unused]] static const bool signedUp = hareloom::test::signUp("ApplicationTest", &runInGerman);
#include "ApplicationTest.moc"
