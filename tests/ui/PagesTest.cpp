// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/TextChain.h"
#include "ui/gallery/Gallery.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/preferences/PreferencesDialog.h"
#include "ui/presenter/PresentedRun.h"
#include "ui/presenter/PresenterView.h"
#include "ui/settings/Preferences.h"
#include "ui/stage/StageView.h"
#include "ui/window/FileController.h"
#include "ui/window/MainWindow.h"
#include "ui/window/SaveController.h"
#include "ui/window/Shortcuts.h"

#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QScreen>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

class PagesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        m_themes = std::make_unique<ThemeControl>();
        makeWindow();
    }
    void cleanup()
    {
        m_window.reset();
        m_themes.reset();
    }

    void theGalleryLeavesTheSessionAlone()
    {
        m_window->session().setExperiment(fixtures::normalExperiment(1'000'000, 1, 500));
        m_window->run();
        QTRY_VERIFY(m_window->session().history().longest() > 3);
        m_window->actions().gallery->trigger();
        QVERIFY(m_window->isGalleryShown());
        const int before = m_window->session().history().longest();
        press(Qt::Key_Right); // moves between cards, not between generations
        QTRY_VERIFY(m_window->session().history().longest() > before);
        QCOMPARE(m_window->session().state(), RunState::Running);
        press(Qt::Key_Escape);
        QVERIFY(!m_window->isGalleryShown());
        QVERIFY(m_window->actions().runOrPause->isEnabled());
        press(Qt::Key_Space);
        QCOMPARE(m_window->session().state(), RunState::Paused);
    }

    void aCardOpensAndComesBackToIt()
    {
        m_window->showGallery();
        auto* gallery = m_window->findChild<Gallery*>();
        GalleryCard* card = gallery->card(QStringLiteral("discrete-chain"));
        QTest::mouseClick(card, Qt::LeftButton);
        QVERIFY(!m_window->isGalleryShown());
        QCOMPARE(m_window->session().experiment().family, std::string("discrete"));
        QVERIFY(m_window->session().state() != RunState::Ready);
        m_window->showGallery();
        QCOMPARE(QApplication::focusWidget(), card);
    }

    void aHiddenGalleryTakesNoKeys()
    {
        m_window->showGallery();
        auto* gallery = m_window->findChild<Gallery*>();
        QTest::mouseClick(gallery->card(QStringLiteral("discrete-chain")), Qt::LeftButton);
        QTRY_VERIFY(
            !m_window->saves().recents().list().empty()); // the run is there, so the gallery has a card more
        QVERIFY(!gallery->isAncestorOf(m_window->focusWidget()));
    }

    void laboratoryKeysSleepInTheGallery()
    {
        m_window->session().setFinished(fixtures::normalSession(9), {});
        m_window->showGallery();
        for (const QAction* action : m_window->actions().laboratory())
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        m_window->showLaboratory();
        QVERIFY(m_window->actions().next->isEnabled());
        QVERIFY(m_window->actions().run->isEnabled());
    }

    void thePresentationStepsAndIsLeft()
    {
        m_window->session().setFinished(fixtures::normalSession(30), {});
        m_window->cursor().show(3);
        press(Qt::Key_F11);
        auto* presenter = m_window->findChild<PresenterView*>();
        QVERIFY(presenter && presenter->isVisible());
        QVERIFY(m_window->isFullScreen());
        QVERIFY(!m_window->menuBar()->isVisible());
        press(Qt::Key_Right);
        QCOMPARE(m_window->cursor().shown(), 4);
        press(Qt::Key_Space);
        QVERIFY(m_window->cursor().isPlaying());
        press(Qt::Key_Space);
        QVERIFY(!m_window->cursor().isPlaying());
        m_window->actions().reshuffle->trigger(); // another run does not end the presentation
        QVERIFY(presenter->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!m_window->isFullScreen());
        QVERIFY(m_window->menuBar()->isVisible());
        QVERIFY(!m_window->actions().presenter->isChecked());
    }

    void thePresentationReadsOnInATextAndGoesToTheNext()
    {
        const auto contents = fixtures::textSession();
        m_window->session().setFinished(contents, {});
        m_window->cursor().show(fixtures::kLastText);
        press(Qt::Key_F11);
        auto* presenter = m_window->findChild<PresenterView*>();
        // On the way there, the answer is only begun.
        QTRY_COMPARE(m_window->cursor().position(), double(fixtures::kLastText));
        presenter->setFixedSize(900, 420); // whatever the screen's; too small for the whole answer
        const QImage first = presenter->grab().toImage();
        press(Qt::Key_Down);
        QCOMPARE(scrollOf(*presenter), 1);
        QVERIFY(presenter->grab().toImage() != first);
        QWheelEvent turn(QPointF(100, 200), QPointF(100, 200), {}, {0, 120}, {}, {}, Qt::NoScrollPhase,
                         false);
        QApplication::sendEvent(presenter, &turn);
        QCOMPARE(scrollOf(*presenter), 0);
        press(Qt::Key_Down);
        press(Qt::Key_PageDown);
        auto* stage = m_window->findChild<StageView*>();
        QCOMPARE(stage->options().choice, 1);
        QCOMPARE(scrollOf(*presenter), 0);
        press(Qt::Key_PageUp);
        QCOMPARE(stage->options().choice, 0);
    }

    void thePresentationSaysWhichChainItShows()
    {
        m_window->session().setFinished(fixtures::normalSession(9), {});
        press(Qt::Key_F11);
        auto* presenter = m_window->findChild<PresenterView*>();
        const QImage without = presenter->grab().toImage();
        presenter->setTitle(QStringLiteral("Variance fades"), {}, QStringLiteral("M = 100"));
        const QImage one = presenter->grab().toImage();
        QVERIFY(one != without);
        presenter->setTitle(QStringLiteral("Variance fades"), {}, QStringLiteral("M = 1,000"));
        QVERIFY(presenter->grab().toImage() != one);
    }

    void thePresentersButtonsHaveRoomInLargeWords()
    {
        m_themes->setFontScale(200);
        m_window->session().setFinished(fixtures::normalSession(9), {});
        press(Qt::Key_F11);
        auto* presenter = m_window->findChild<PresenterView*>();
        presenter->resize(1280, 720);
        const auto buttons = presenter->findChildren<QToolButton*>();
        QVERIFY(!buttons.isEmpty());
        for (const QToolButton* button : buttons) {
            const QRect place(button->mapTo(presenter, QPoint()), button->size());
            QVERIFY2(presenter->rect().contains(place), qPrintable(button->text()));
            QVERIFY2(button->width() >= button->fontMetrics().horizontalAdvance(button->text()),
                     qPrintable(button->text()));
        }
        m_themes->setFontScale(100);
    }

    void largerWordsKeepThePreferencesOnTheScreen()
    {
        m_window->actions().preferences->trigger();
        auto* dialog = m_window->findChild<PreferencesDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        const QRect desk = dialog->screen()->availableGeometry();
        dialog->move(desk.right() - dialog->width(), desk.bottom() - dialog->height());
        m_themes->setFontScale(100);
        auto* scale = dialog->findChild<QSpinBox*>();
        QCOMPARE(scale->value(), 100);
        scale->setValue(160);
        QTRY_VERIFY2(desk.contains(dialog->frameGeometry()) || dialog->width() > desk.width(),
                     qPrintable(QStringLiteral("%1 %2").arg(dialog->x()).arg(dialog->width())));
        scale->setValue(100);
    }

    void thePresentersButtonsLieBesideThePlot()
    {
        m_window->session().setFinished(fixtures::normalSession(30), {});
        press(Qt::Key_F11);
        auto* presenter = m_window->findChild<PresenterView*>();
        QWidget* controls = presenter->findChild<QToolButton*>()->parentWidget();
        QTRY_VERIFY(controls->isVisible());
        const QRect place = controls->geometry();
        QVERIFY2(presenter->rect().contains(place),
                 qPrintable(QStringLiteral("%1 of %2 is cut").arg(place.right()).arg(presenter->width())));
        controls->hide();
        const QImage below = presenter->grab(place).toImage();
        for (int y = 0; y < below.height(); ++y) // nothing is painted where they come
            for (int x = 0; x < below.width(); ++x)
                QCOMPARE(below.pixelColor(x, y).name(), below.pixelColor(0, 0).name());
    }

    void theNumberFillsTheHeading()
    {
        m_window->session().setFinished(fixtures::normalSession(30), {});
        press(Qt::Key_F11);
        auto* presenter = m_window->findChild<PresenterView*>();
        const auto heading = [presenter] {
            return presenter
                ->grab(QRect(presenter->width() * 3 / 4, 0, presenter->width() / 4, presenter->height() / 7))
                .toImage();
        };
        m_window->cursor().setReducedMotion(true);
        m_window->cursor().show(11);
        const QImage eleven = heading();
        m_window->cursor().show(12);
        const QImage twelve = heading();
        int changed = 0;
        for (int y = 0; y < eleven.height(); ++y)
            for (int x = 0; x < eleven.width(); ++x)
                changed += eleven.pixel(x, y) != twelve.pixel(x, y) ? 1 : 0;
        // One digit a tenth of the screen high: a hundredth of that square at the least.
        QVERIFY2(changed > presenter->height() * presenter->height() / 1000,
                 qPrintable(QString::number(changed)));
    }

    void closingWhileRunningLosesNothing()
    {
        m_window->session().setExperiment(fixtures::normalExperiment(1'000'000, 1, 500));
        m_window->run();
        QTRY_VERIFY(m_window->session().history().longest() > 40);
        const int seen = m_window->session().history().longest();
        QVERIFY(m_window->close());
        makeWindow();
        QCOMPARE(m_window->saves().recents().list().size(), std::size_t(1));
        const RecentSession last = m_window->saves().recents().list().front();
        QCOMPARE(last.title, QStringLiteral("Variance fades"));
        QVERIFY(m_window->files().openFile(last.path));
        QVERIFY(m_window->session().history().longest() >= seen);
        QCOMPARE(m_window->session().state(), RunState::Stopped);
        m_window->run();
        const int opened = m_window->session().history().longest();
        QTRY_VERIFY(m_window->session().history().longest() > opened);
    }

    void aRunWithoutAGenerationLeavesNothing()
    {
        m_window->session().setExperiment(fixtures::normalExperiment(5, 1, 50'000'000'000));
        for (int again = 0; again < 2; ++again) {
            m_window->run();
            const QString path = m_window->session().recordingPath();
            QVERIFY(QFile::exists(path));
            m_window->session().stop();
            QTRY_COMPARE(m_window->session().state(), RunState::Ready);
            QVERIFY(m_window->session().history().isEmpty());
            QVERIFY(!QFile::exists(path));
        }
        QVERIFY(m_window->saves().recents().list().empty());
    }

    void whateverIsOpenedIsAnsweredInOneSentence_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"binary.hareloom", "truncated.hareloom", "empty.hareloom", "folder",
                                 "foreign.hareloom", "missing.hareloom", "picture.png", "empty.json"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whateverIsOpenedIsAnsweredInOneSentence()
    {
        QFETCH(QString, name);
        QTemporaryDir folder;
        makeBad(folder);
        m_window->session().setFinished(fixtures::normalSession(5), {});
        for (const bool fromGallery : {false, true}) {
            fromGallery ? m_window->showGallery() : m_window->showLaboratory();
            m_window->say(QString());
            QVERIFY(!m_window->files().openFile(folder.filePath(name)));
            const QString said = m_window->message();
            QVERIFY2(!said.isEmpty() && !said.contains(QLatin1Char('\n')), qPrintable(said));
            QVERIFY2(said.contains(name), qPrintable(said));
            QCOMPARE(m_window->session().history().longest(), 5);
            QCOMPARE(m_window->isGalleryShown(), fromGallery);
            QVERIFY(m_window->saves().recents().list().empty());
        }
    }

    void theTitleNamesFileAndWhatItLacks()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.hareloom"));
        m_window->session().setExperiment(fixtures::normalExperiment(1'000'000, 1, 500));
        m_window->run();
        QTRY_VERIFY(m_window->session().history().longest() > 20);
        m_window->session().stop();
        QTRY_COMPARE(m_window->session().state(), RunState::Stopped);
        QVERIFY(!m_window->isWindowModified()); // it has no file of its own, and nothing can be lost
        QVERIFY(copySession(m_window->session().recordingPath(), path).ok());
        QVERIFY(m_window->files().openFile(path));
        const int opened = m_window->session().history().longest();
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("Variance fades (mine.hareloom)")));
        QVERIFY(!m_window->isWindowModified());
        m_window->run();
        QTRY_VERIFY(m_window->isWindowModified());
        m_window->session().stop();
        QTRY_COMPARE(m_window->session().state(), RunState::Stopped);
        m_window->actions().save->trigger(); // into the same file, without a question
        QVERIFY(!m_window->isWindowModified());
        const auto saved = readSession(path);
        QVERIFY(saved.ok());
        QVERIFY(static_cast<int>(saved->generations.size()) > opened);
    }

    void everyKeyIsOnTheSheetAndMeansOneThing()
    {
        const auto groups = shortcutsOf(*m_window);
        QStringList keys;
        for (const ShortcutGroup& group : groups)
            for (const ShortcutLine& line : group.lines) {
                QVERIFY(!line.meaning.isEmpty());
                keys << line.keys.split(QStringLiteral(", "));
            }
        for (const QAction* action : m_window->actions().laboratory())
            if (!action->shortcut().isEmpty())
                QVERIFY2(keys.contains(action->shortcut().toString(QKeySequence::NativeText)),
                         qPrintable(action->text()));
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
        QVERIFY(keys.size() > 20);
    }

    void thePreferencesHoldAtOnceAndAreKept()
    {
        QLabel label;
        label.setFont(themeFont(TextSize::Title));
        const int before = label.font().pixelSize(), body = QApplication::font().pixelSize();
        m_themes->setFontScale(150);
        QCOMPARE(label.font().pixelSize(), qRound(1.5 * before));
        QCOMPARE(QApplication::font().pixelSize(), qRound(1.5 * body));
        m_themes->setFontScale(80);
        m_themes->setFontScale(100);
        QCOMPARE(label.font().pixelSize(), before);
        m_themes->setFontScale(999);
        QCOMPARE(Preferences::fontScale(), 200);
        m_themes->setFontScale(100);
        Preferences::setThreads(1);
        QCOMPARE(engineThreads(), 1);
        QSettings().setValue(QStringLiteral("engine/threads"), 9999);
        QCOMPARE(engineThreads(), Preferences::cores());
        QSettings().setValue(QStringLiteral("view/fontScale"), QStringLiteral("large"));
        QCOMPARE(Preferences::fontScale(), 100);
        m_window->actions().reducedMotion->setChecked(true);
        QVERIFY(m_window->cursor().reducedMotion());
        makeWindow();
        QVERIFY(m_window->cursor().reducedMotion());
    }

private:
    void makeWindow()
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_themes);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    static void makeBad(const QTemporaryDir& folder)
    {
        const QString good = folder.filePath(QStringLiteral("good.hareloom"));
        {
            auto file = SessionFile::create(good, fixtures::normalExperiment(300), 1);
            QVERIFY((*file)->add(fixtures::normalChain(300)).ok());
        }
        QFile file(good);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        write(folder.filePath(QStringLiteral("truncated.hareloom")), bytes.left(bytes.size() / 2));
        bytes.replace(68, 4, "XXXX"); // another program's application_id
        write(folder.filePath(QStringLiteral("foreign.hareloom")), bytes);
        write(folder.filePath(QStringLiteral("binary.hareloom")), QByteArray(9000, '\x9c'));
        write(folder.filePath(QStringLiteral("empty.hareloom")), {});
        write(folder.filePath(QStringLiteral("empty.json")), {});
        write(folder.filePath(QStringLiteral("picture.png")), QByteArray("\x89PNG\r\n\x1a\n and so on"));
        QDir(folder.path()).mkdir(QStringLiteral("folder"));
    }

    static int scrollOf(const PresenterView& presenter)
    {
        return static_cast<const PresentedRun*>(presenter.presented())->scroll();
    }

    void press(Qt::Key key) { QTest::keyClick(m_window->windowHandle(), key); }

    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<MainWindow> m_window;
};

HARELOOM_UI_TEST(PagesTest)
#include "PagesTest.moc"
