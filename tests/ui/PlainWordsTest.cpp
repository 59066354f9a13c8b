// SPDX-License-Identifier: GPL-3.0-or-later
// What files say is shown as it stands: no view reads a title, a question or a name as HTML.
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/paths/PathBytes.h"
#include "ui/plot/MetricTitle.h"
#include "ui/theme/PlainWords.h"
#include "ui/window/MainWindow.h"

#include <QHelpEvent>
#include <QLabel>
#include <QToolTip>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

/// A picture that would be taller than any screen, and tables within tables.
QString hostile(const QString& name)
{
    return QStringLiteral("<b>%1</b><img src=\"none.png\" width=\"10\" height=\"30000\">").arg(name) +
           QStringLiteral("<table><tr><td>").repeated(4);
}

SessionContents hostileSession(int generations)
{
    SessionContents contents{fixtures::normalExperiment(generations - 1, 2), {}, "test"};
    Experiment& experiment = contents.experiment;
    experiment.title = hostile("title").toStdString();
    experiment.question = hostile("question").toStdString();
    experiment.story = hostile("story").toStdString();
    experiment.variants = {{hostile("few").toStdString(), {}},
                           {hostile("many").toStdString(), {{"samples.size", "1000"}}}};
    for (int chain = 0; chain < 4; ++chain)
        for (const GenerationPtr& link : fixtures::normalChain(generations, 100, 1 + unsigned(chain), chain))
            contents.generations.push_back(link);
    return contents;
}

QLabel* shownTip()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (widget->inherits("QTipLabel") && widget->isVisible())
            return static_cast<QLabel*>(widget);
    return nullptr;
}

/// What the pointer is told when it rests on the widget; nothing where there is nothing to tell.
QLabel* tipOf(QWidget& widget)
{
    QToolTip::hideText();
    const QPoint centre = widget.rect().center();
    QHelpEvent help(QEvent::ToolTip, centre, widget.mapToGlobal(centre));
    QApplication::sendEvent(&widget, &help);
    return shownTip();
}

/// Every label and every tool tip in sight.
void expectPlain(const QWidget& window, int* tips)
{
    for (QWidget* widget : QApplication::allWidgets()) {
        if (!widget->isVisible() || widget->inherits("QTipLabel"))
            continue;
        if (const auto* label = qobject_cast<QLabel*>(widget)) {
            QVERIFY2(label->textFormat() != Qt::AutoText, qPrintable(label->text()));
            QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains("<img"),
                     qPrintable(label->text()));
        }
        if (const QLabel* tip = tipOf(*widget)) {
            QCOMPARE(tip->textFormat(), Qt::PlainText);
            QVERIFY2(tip->height() < 1000, qPrintable(tip->text()));
            *tips += tip->text().contains("<img") ? 1 : 0;
        }
    }
    QVERIFY2(window.minimumSizeHint().height() < 2000, "a picture has stretched the window");
}

} // namespace

class PlainWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void noViewReadsWordsAsHtml()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        int tips = 0;
        window.session().setFinished(hostileSession(12), QStringLiteral("<b>file</b>.hareloom"));
        QTest::qWait(50);
        expectPlain(window, &tips);
        window.say(hostile("message"));
        expectPlain(window, &tips);
        const auto& actions = window.actions();
        for (QAction* view : {actions.recipe, actions.exportStage, actions.dataTable, actions.compare}) {
            view->trigger();
            QTest::qWait(50);
            expectPlain(window, &tips);
            for (QWidget* other : QApplication::topLevelWidgets())
                if (other != &window && other->isWindow() && other->isVisible() &&
                    !other->inherits("QTipLabel"))
                    other->close();
        }
        window.showGallery();
        expectPlain(window, &tips);
        QVERIFY2(tips >= 3, "the story, the chain's name and the comparison's note have told nothing");
    }

    void aLabelThatAsksForHtmlHasIt()
    {
        keepWordsPlain();
        QLabel plain("<b>a</b>"), rich("<b>a</b>");
        rich.setTextFormat(Qt::RichText);
        QVERIFY(plain.sizeHint().width() > rich.sizeHint().width());
    }

    void longTipsAreFolded()
    {
        const QString words = QStringLiteral("word ").repeated(100).trimmed(), lines = folded(words);
        for (const QString& line : lines.split('\n'))
            QVERIFY(line.size() <= 90);
        QCOMPARE(QString(lines).replace('\n', ' '), words);
        QCOMPARE(folded("a\nb c"), QString("a\nb c"));
        QCOMPARE(folded(QString(200, 'x')), QString(200, 'x'));
    }

    void aPathKeepsItsBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QByteArray("/tmp/a \xc3\xa4\xf0\x9f\x90\x87")
                               << QString::fromUtf8("/tmp/a \xc3\xa4\xf0\x9f\x90\x87");
        QTest::newRow("Latin-1") << QByteArray("y\xe4.hareloom") << QString("y\\xe4.hareloom");
        QTest::newRow("ends early") << QByteArray("\xe2\x80") << QString("\\xe2\\x80");
        QTest::newRow("behind a pair")
            << QByteArray("\xf0\x9f\x90\x87\xff") << QString::fromUtf8("\xf0\x9f\x90\x87\\xff");
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void aPathKeepsItsBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        const QString path = pathOf(bytes.toStdString());
        QCOMPARE(QByteArray::fromStdString(bytesOf(path)), bytes);
        QCOMPARE(shownPath(path), shown);
        QCOMPARE(isPlainPath(path), !shown.contains('\\'));
    }

    void aMetricMayBeCalledAnything()
    {
        for (const char* name : {"mean[18446744073709551616]", "mean[99999999]", "mean[x]", "mean[", "mean[]",
                                 "mean[-1]", "vanishedShare[400]", "<b>"})
            QVERIFY(!metricTitle(name, {}).isEmpty());
        QVERIFY(metricTitle("mean[2]", {}).contains("variable 3"));
    }

    void settingsOfAnotherVersionAreOutOfRange_data()
    {
        QTest::addColumn<QVariant>("theme");
        for (const int value : {3, 99, -7, INT_MAX})
            QTest::addRow("%d", value) << QVariant(value);
        QTest::newRow("word") << QVariant("dark");
        QTest::newRow("list") << QVariant(QStringList{"1", "2"});
    }
    void settingsOfAnotherVersionAreOutOfRange()
    {
        QFETCH(QVariant, theme);
        fixtures::isolate();
        QSettings().setValue("view/theme", theme);
        QSettings().setValue("view/fontScale", 1'000'000);
        QSettings().setValue("recent/sessions/size", 200'000'000);
        QSettings().setValue("export/dpi", -1);
        ThemeControl themes;
        QCOMPARE(themes.choice(), ThemeChoice::System);
        QElapsedTimer clock;
        clock.start();
        MainWindow window(themes);
        window.showGallery();
        window.showFirst();
        QVERIFY2(clock.elapsed() < 30'000, "the window goes through entries that are not there");
        fixtures::isolate();
    }
};

HARELOOM_UI_TEST(PlainWordsTest)
#include "PlainWordsTest.moc"
