// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/language/EngineWords.h"
#include "ui/language/LanguageControl.h"
#include "ui/language/Languages.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/window/FileController.h"
#include "ui/window/MainWindow.h"
#include "ui/window/RecipeController.h"
#include "ui/window/WindowHolder.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

class LanguageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }
    void cleanup() { QSettings().remove(QStringLiteral("language")); }

    void thePreferredLanguageIsTaken_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("code");
        QTest::newRow("China") << QStringList{"zh-Hans-CN", "zh-CN", "zh"} << "zh_CN";
        QTest::newRow("as an environment says it") << QStringList{"zh_CN"} << "zh_CN";
        QTest::newRow("Taiwan") << QStringList{"zh-Hant-TW", "zh-TW", "zh"} << "zh_CN";
        QTest::newRow("Britain") << QStringList{"en-GB", "zh-CN"} << "en";
        QTest::newRow("the second one") << QStringList{"de-DE", "de", "zh-CN"} << "zh_CN";
        QTest::newRow("none that there is") << QStringList{"de-DE", "fr"} << "en";
        QTest::newRow("none at all") << QStringList{"C"} << "en";
        QTest::newRow("no names") << QStringList{} << "en";
    }
    void thePreferredLanguageIsTaken()
    {
        QFETCH(QStringList, wanted);
        QFETCH(QString, code);
        QCOMPARE(languageFor(wanted), code);
    }

    void aChoiceIsKeptAndHolds()
    {
        LanguageControl languages;
        QCOMPARE(languages.code(), QStringLiteral("en"));
        QSignalSpy changed(&languages, &LanguageControl::changed);
        languages.choose(QStringLiteral("zh_CN"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("取消"));
        languages.choose(QStringLiteral("zh_CN"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(LanguageControl::choice(), QStringLiteral("zh_CN"));
        languages.choose({});
        QCOMPARE(languages.code(), QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
    }

    void englishCounts()
    {
        const LanguageControl languages;
        QCOMPARE(QCoreApplication::translate("hareloom::ui::DataTableView", "%n row(s) copied.", nullptr, 1),
                 QStringLiteral("1 row copied."));
        QCOMPARE(QCoreApplication::translate("hareloom::ui::DataTableView", "%n row(s) copied.", nullptr, 2),
                 QStringLiteral("2 rows copied."));
    }

    // A title that somebody typed is in no list.
    void whatIsInNoListStaysAsItIs()
    {
        const LanguageControl languages;
        QCOMPARE(engineWords(EngineList::Preset, "My own %1 title"), QStringLiteral("My own %1 title"));
    }

    void anotherLanguageKeepsTheRun()
    {
        ThemeControl themes;
        LanguageControl languages;
        WindowHolder holder(themes, languages);
        MainWindow* const before = &holder.window();
        before->show();
        before->session().setExperiment(fixtures::normalExperiment(1'000'000, 1, 500));
        before->session().start();
        QTRY_VERIFY(before->session().history().size() > 3);
        before->cursor().show(2);
        LabSession* const run = &before->session();
        const auto made = run->history().size();
        const QSize size = before->size();

        languages.choose(QStringLiteral("zh_CN"));
        QTRY_VERIFY(&holder.window() != before);
        MainWindow& now = holder.window();
        QCOMPARE(&now.session(), run);
        QVERIFY(run->isRunning());
        QCOMPARE(now.cursor().shown(), 2);
        QVERIFY(now.isVisible() && now.isLaboratoryShown());
        QCOMPARE(now.size(), size);
        QTRY_VERIFY(run->history().size() > made + 3);
        QTRY_VERIFY(now.cursor().count() > static_cast<int>(made));
        run->stop();
        QTRY_VERIFY(!run->isRunning());
    }

    void anotherLanguageKeepsWhatWasWritten()
    {
        ThemeControl themes;
        LanguageControl languages;
        WindowHolder holder(themes, languages);
        MainWindow* const before = &holder.window();
        QVERIFY(before->open(QStringLiteral("discrete-chain")));
        before->session().start();
        QTRY_VERIFY(before->session().state() == RunState::Finished);
        Experiment changed = before->session().experiment();
        changed.generations += 7;
        before->recipes().recipe().change(changed, QStringLiteral("more"));

        languages.choose(QStringLiteral("zh_CN"));
        QTRY_VERIFY(&holder.window() != before);
        MainWindow& now = holder.window();
        QCOMPARE(now.recipes().recipe().draft().generations, changed.generations);
        QVERIFY(now.session().state() == RunState::Finished);
        QCOMPARE(now.files().presetOnBench(), QStringLiteral("discrete-chain"));
        QVERIFY(now.cursor().isAtEnd());
    }
};

HARELOOM_UI_TEST(LanguageTest)
#include "LanguageTest.moc"
