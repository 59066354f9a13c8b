// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window in Chinese: every page, drawer and dialog is opened, and no word on it may be English but
// names and data.
#include "core/lesson/LessonReader.h"
#include "tests/TestProgram.h"
#include "tests/ui/ChineseWords.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/WidgetWords.h"
#include "ui/catalogue/CatalogueDialog.h"
#include "ui/help/Documentation.h"
#include "ui/help/WindowTour.h"
#include "ui/language/LanguageControl.h"
#include "ui/lesson/LessonPanel.h"
#include "ui/lesson/LessonPlayer.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/recipe/RecipeSection.h"
#include "ui/sweep/SweepSession.h"
#include "ui/window/ClassDialog.h"
#include "ui/window/LessonController.h"
#include "ui/window/MainWindow.h"
#include "ui/window/SweepController.h"

#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTimer>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::chinese;

namespace {

constexpr int kPatience = 60'000; // a run of a quick family on a busy machine

} // namespace

class ChineseWindowTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<LanguageControl> m_languages;
    std::unique_ptr<MainWindow> m_window;

    const Actions& actions() const { return m_window->actions(); }

    void open(const char* preset, int generations)
    {
        QVERIFY(m_window->open(QString::fromLatin1(preset)));
        m_window->showLaboratory();
        if (generations == 0)
            return;
        m_window->session().start();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session().history().longest() > generations ||
                                     !m_window->session().isRunning(),
                                 kPatience);
        m_window->session().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->session().isRunning(), kPatience);
        m_window->cursor().show(m_window->cursor().count() - 1);
        QTest::qWait(0);
    }

    /// What is English in a window; of the documentation, whose pages are English, without its pages.
    static QString englishOf(QWidget* window)
    {
        return leftOf(wordsOf(
            window, qobject_cast<Documentation*>(window) ? window->findChild<QTextBrowser*>() : nullptr));
    }

private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        m_languages = std::make_unique<LanguageControl>();
        m_languages->choose(QStringLiteral("zh_CN"));
        m_themes = std::make_unique<ThemeControl>();
        m_window = std::make_unique<MainWindow>(*m_themes, m_languages.get());
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_themes.reset();
        m_languages->choose({});
        m_languages.reset();
    }

    void anEnglishWordIsFound()
    {
        auto* label = new QLabel(QStringLiteral("第 3 代 collapsed"), m_window.get());
        QVERIFY(englishOf(m_window.get()).contains(QStringLiteral("collapsed")));
        label->setText({});
        label->setToolTip(QStringLiteral("What is lost"));
        QVERIFY(englishOf(m_window.get()).contains(QStringLiteral("What is lost")));
    }

    void theGallery()
    {
        m_window->showGallery();
        const QString left = englishOf(m_window.get());
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

    void aFamily_data()
    {
        QTest::addColumn<int>("generations");
        QTest::newRow("old-faithful") << 3;
        QTest::newRow("discrete-chain") << 12;
        QTest::newRow("taste-kinds") << 12;
        QTest::newRow("islands") << 8;
        QTest::newRow("two-readers") << 12;
        QTest::newRow("mad-bias") << 12;
        QTest::newRow("rescue-bell") << 300;
        QTest::newRow("three-errors") << 3;
        QTest::newRow("kde-drift") << 3;
        QTest::newRow("line-of-a-line") << 12;
        QTest::newRow("strong-collapse") << 3;
        QTest::newRow("diffusion-ring") << 0;
        QTest::newRow("ngram-orders") << 0; // what models of text write is English
        QTest::newRow("digits-quick") << 0;
    }
    void aFamily()
    {
        QFETCH(int, generations);
        open(QTest::currentDataTag(), generations);
        actions().recipe->setChecked(true);
        for (RecipeSection* section : m_window->findChildren<RecipeSection*>())
            section->reveal();
        QTest::qWait(0);
        QString left = englishOf(m_window.get());
        QVERIFY2(left.isEmpty(), qPrintable(left));
        actions().recipe->setChecked(false);
        for (qsizetype i = 0; i < actions().modes->actions().size(); ++i) { // they may be made anew
            const QString mode = actions().modes->actions()[i]->text();
            actions().modes->actions()[i]->trigger();
            QTest::qWait(0);
            left = englishOf(m_window.get());
            QVERIFY2(left.isEmpty(), qPrintable(mode + QLatin1Char('\n') + left));
        }
    }

    void everyMenu()
    {
        open("mixture-two-blobs", 3);
        QStringList words;
        for (QMenu* menu : m_window->findChildren<QMenu*>()) {
            Q_EMIT menu->aboutToShow();
            words << menu->title();
            for (const QAction* action : menu->actions())
                words << action->text() << action->toolTip();
        }
        const QString left = leftOf(words);
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

    void aDialog_data()
    {
        QTest::addColumn<QString>("opener");
        for (const char* name : {"exportStage", "exportVitals", "exportMetrics", "exportFilm", "exportPage",
                                 "preferences", "vary", "branch", "openAddress", "showQr", "worksheet",
                                 "chooseVitals", "dataTable", "glossary", "shortcuts", "about"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    // Whatever window it opens is read, and closed again.
    void aDialog()
    {
        QFETCH(QString, opener);
        open("mixture-two-blobs", 3);
        QAction* action = actionOf(opener);
        QVERIFY(action && action->isEnabled());
        QString left;
        bool isOpened = false;
        QTimer reader;
        connect(&reader, &QTimer::timeout, this, [&] {
            const QWidgetList all = QApplication::topLevelWidgets();
            const QList<QPointer<QWidget>> shown(all.begin(), all.end()); // a choice may end another window
            for (const QPointer<QWidget>& window : shown) {
                if (!window || !window->isVisible() || window == m_window.get())
                    continue;
                isOpened = true;
                const auto found = window->findChildren<QComboBox*>();
                const QList<QPointer<QComboBox>> boxes(found.begin(), found.end());
                for (const QPointer<QComboBox>& box : boxes)
                    for (int i = 0; box && box->isVisible() && box->isEnabled() && i < box->count(); ++i) {
                        box->setCurrentIndex(i);
                        left += englishOf(window);
                    }
                left += englishOf(window);
                window->close();
            }
        });
        reader.start(20);
        action->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isOpened, kPatience);
        reader.stop();
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

    // Credits and licences are as their authors have them.
    void theCatalogue()
    {
        actions().catalogue->trigger();
        auto* dialog = m_window->findChild<CatalogueDialog*>();
        QVERIFY(dialog);
        QStringList words;
        for (const QLabel* label : dialog->findChildren<QLabel*>(QStringLiteral("summary")))
            words << label->text();
        QVERIFY(words.size() >= 4);
        const QString left = leftOf(words);
        QVERIFY2(left.isEmpty(), qPrintable(left));
        dialog->close();
    }

    void theTour()
    {
        open("mixture-two-blobs", 3);
        actions().help->trigger();
        auto* tour = m_window->findChild<WindowTour*>();
        QVERIFY(tour && tour->count() > 4);
        QStringList words;
        for (std::size_t i = 0; i + 1 < tour->count(); ++i) {
            words << tour->name() << tour->words() << wordsOf(tour);
            tour->next();
        }
        const QString left = leftOf(words);
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

    void aPresentation()
    {
        open("accumulate-or-replace", 12);
        actions().presenter->setChecked(true);
        QTest::qWait(0);
        const QString left = englishOf(m_window.get());
        actions().presenter->setChecked(false);
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

    void aComparison()
    {
        open("accumulate-or-replace", 12);
        actions().compare->trigger();
        QTest::qWait(0);
        const QString left = englishOf(m_window.get());
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

    void aSlowStep()
    {
        open("discrete-chain", 5);
        actions().slowStep->trigger();
        QTest::qWait(0);
        const QString left = englishOf(m_window.get());
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

    void aSweep()
    {
        QVERIFY(m_window->open(QStringLiteral("zipf-exponent")));
        QTRY_VERIFY(m_window->sweeps().isShown());
        m_window->sweeps().run();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->sweeps().session()->shareDone() > 0.05, kPatience);
        QString left = englishOf(m_window.get());
        QVERIFY2(left.isEmpty(), qPrintable(left));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->sweeps().session()->shareDone() == 1, kPatience);
        left = englishOf(m_window.get());
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

    void aLesson_data()
    {
        QTest::addColumn<QString>("id");
        for (const std::string& id : shippedLessons())
            if (id !=
                "machines-from-machines") // the texts on its stage are English; ui_Chinese reads its words
                QTest::newRow(id.c_str()) << QString::fromStdString(id);
    }
    // From step to step; what it asks is skipped.
    void aLesson()
    {
        QFETCH(QString, id);
        QVERIFY(m_window->lessons().start(id));
        QStringList words;
        for (int steps = 0; steps < 40 && !m_window->lessons().player()->isFinished(); ++steps) {
            LessonPlayer& player = *m_window->lessons().player();
            words << wordsOf(m_window.get());
            if (player.step().ask)
                player.skip();
            if (!player.canGoOn())
                QTRY_VERIFY_WITH_TIMEOUT(player.canGoOn(), kPatience);
            words << wordsOf(m_window.get());
            player.next();
        }
        QVERIFY(m_window->lessons().player()->isFinished());
        words << wordsOf(m_window.get());
        const QString left = leftOf(words);
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

private:
    QAction* actionOf(const QString& name) const
    {
        const Actions& all = actions();
        const QHash<QString, QAction*> known{{"exportStage", all.exportStage},
                                             {"exportVitals", all.exportVitals},
                                             {"exportMetrics", all.exportMetrics},
                                             {"exportFilm", all.exportFilm},
                                             {"exportPage", all.exportPage},
                                             {"preferences", all.preferences},
                                             {"openData", all.openData},
                                             {"catalogue", all.catalogue},
                                             {"vary", all.vary},
                                             {"branch", all.branch},
                                             {"openAddress", all.openAddress},
                                             {"showQr", all.showQr},
                                             {"worksheet", all.worksheet},
                                             {"chooseVitals", all.chooseVitals},
                                             {"dataTable", all.dataTable},
                                             {"documentation", all.documentation},
                                             {"glossary", all.glossary},
                                             {"shortcuts", all.shortcuts},
                                             {"about", all.about}};
        return known.value(name);
    }
};

HARELOOM_UI_TEST(ChineseWindowTest)
#include "ChineseWindowTest.moc"
