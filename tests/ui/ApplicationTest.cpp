// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "ui/window/Application.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTimer>
#include <QWidget>
#include <QtTest>

#include <new>
#include <stdexcept>

using hareloom::ui::Application;

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
