// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Presets.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/Ink.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/stage/EmptyStage.h"
#include "ui/stage/StageView.h"
#include "ui/teller/StoryStrip.h"
#include "ui/theme/ElidingBox.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/FileController.h"
#include "ui/window/Header.h"
#include "ui/window/MainWindow.h"
#include "ui/window/RunGuard.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/Transport.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

class WindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void init()
    {
        m_themes = std::make_unique<ThemeControl>();
        m_window = std::make_unique<MainWindow>(*m_themes);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->session().setExperiment(fixtures::normalExperiment(1'000'000, 1, 500));
    }

    void cleanup() { m_window.reset(); }

    // Ten seconds of a generation that is not finished are not given up unasked.
    void workIsNotLostUnasked()
    {
        fixtures::isolate();
        LabSession session;
        session.setRecording(false);
        qint64 now = 0;
        int asked = 0;
        bool answer = false;
        const RunGuard guard(
            session,
            [&](const QString& sentence) {
                ++asked;
                return sentence.contains("12 s") && answer;
            },
            [&now] { return now; });
        session.setExperiment(fixtures::normalExperiment(1'000'000, 1, 500));
        now = 50'000;
        QVERIFY(guard.mayEnd()); // nothing runs
        session.start();
        now += 9'000;
        QVERIFY(guard.mayEnd());
        QCOMPARE(asked, 0);
        now += 3'000;
        QCOMPARE(guard.secondsAtStake(), 12.0);
        session.pause(); // it keeps what the engine has, and costs nothing more
        now += 60'000;
        QCOMPARE(guard.secondsAtStake(), 12.0);
        const Actions& actions = m_window->actions();
        QWidget other;
        FileController files(session, guard, actions, other);
        const Experiment before = session.experiment();
        QVERIFY(!files.openPreset(QStringLiteral("discrete-chain")));
        QCOMPARE(asked, 1);
        QCOMPARE(session.experiment().family, before.family);
        answer = true;
        QVERIFY(files.openPreset(QStringLiteral("discrete-chain")));
        QCOMPARE(session.experiment().family, std::string("discrete"));
        QCOMPARE(guard.secondsAtStake(), 0.0);
        // What is finished is kept: each generation begins anew.
        session.setExperiment(before);
        session.start();
        now += 12'000;
        QTRY_VERIFY(session.history().longest() > 0);
        QVERIFY(guard.secondsAtStake() < 10);
    }

    void spaceRunsAndPauses()
    {
        press(Qt::Key_Space);
        QCOMPARE(m_window->session().state(), RunState::Running);
        QTRY_VERIFY(m_window->session().history().longest() > 0);
        press(Qt::Key_Space);
        QCOMPARE(m_window->session().state(), RunState::Paused);
        press(Qt::Key_Space);
        QCOMPARE(m_window->session().state(), RunState::Running);
    }

    void returnTakesTheChoiceInAnOpenList()
    {
        auto* presets = m_window->findChild<Header*>()->findChild<QComboBox*>();
        QSignalSpy chosen(presets, &QComboBox::activated);
        presets->setFocus();
        presets->setCurrentIndex(0);
        presets->showPopup();
        QTRY_VERIFY(presets->view()->isVisible());
        QTest::keyClick(presets->view(), Qt::Key_Down);
        QTest::keyClick(presets->view(), Qt::Key_Return);
        QVERIFY(!presets->view()->isVisible());
        QCOMPARE(chosen.size(), 1);
    }

    void escapeClosesAnOpenListAndNothingElse()
    {
        auto* presets = m_window->findChild<Header*>()->findChild<QComboBox*>();
        presets->setFocus();
        const int before = presets->currentIndex();
        presets->showPopup();
        QTRY_VERIFY(presets->view()->isVisible());
        QTest::keyClick(presets->view(), Qt::Key_Escape);
        QVERIFY(!presets->view()->isVisible());
        QCOMPARE(presets->currentIndex(), before);
    }

    void aTitleThatIsTooLongSaysThatItIsCut()
    {
        auto* presets = m_window->findChild<Header*>()->findChild<ElidingBox*>();
        QVERIFY(presets);
        presets->setCurrentIndex(2); // 1 is a separator
        presets->resize(2000, presets->height());
        QCOMPARE(presets->shownText(), presets->currentText());
        presets->resize(120, presets->height());
        QVERIFY(presets->shownText().endsWith(QChar(0x2026)));
        QVERIFY(presets->currentText().startsWith(presets->shownText().chopped(1)));
        const QImage cut = presets->grab().toImage();
        QVERIFY(!presets->shownText().isEmpty());
        presets->setItemText(2, presets->shownText());
        QCOMPARE(presets->grab().toImage(), cut); // what is painted is what is said to be
    }

    void aScreenWithoutRoomIsFilled()
    {
        MainWindow another(*m_themes); // offscreen has 800 x 800
        QVERIFY(another.screen()->availableSize().width() < 1280);
        another.showFirst();
        QVERIFY(another.isMaximized());
    }

    void theQuestionGivesWayToTheStage()
    {
        m_window->resize(1280, 720);
        auto* header = m_window->findChild<Header*>();
        QTRY_VERIFY(header->showsQuestion());
        const int usual = header->sizeHint().height();
        m_themes->setFontScale(200);
        QTRY_VERIFY(!header->showsQuestion());
        QTRY_VERIFY(header->sizeHint().height() < 2 * usual - 24);
        m_window->resize(1280, 960);
        QTRY_VERIFY(header->showsQuestion());
        m_themes->setFontScale(100);
    }

    void anEmptyWindowIsAsNarrowAsAFullOne()
    {
        MainWindow empty(*m_themes);
        empty.showGallery();
        empty.show();
        QVERIFY(QTest::qWaitForWindowExposed(&empty));
        QVERIFY2(empty.minimumSizeHint().width() <= 900,
                 qPrintable(QString::number(empty.minimumSizeHint().width())));
    }

    void wideWordsLeaveTheWindowNarrow()
    {
        m_themes->setFontScale(200);
        for (const char* preset : {"old-faithful", "church-quick", "accumulate-or-replace"}) {
            QVERIFY(m_window->files().openPreset(QString::fromLatin1(preset)));
            m_window->session().stop();
            QTRY_VERIFY(!m_window->session().isRunning());
            QTest::qWait(0); // layouts settle
            QVERIFY2(m_window->minimumSizeHint().width() <= 1280,
                     qPrintable(QStringLiteral("%1: %2")
                                    .arg(QLatin1String(preset))
                                    .arg(m_window->minimumSizeHint().width())));
        }
        m_themes->setFontScale(100);
    }

    void spaceDoesNotStealFromATextField()
    {
        QLineEdit field(m_window->centralWidget());
        field.show();
        field.setFocus();
        QTRY_VERIFY(field.hasFocus());
        press(Qt::Key_A);
        press(Qt::Key_Space);
        press(Qt::Key_P);
        QCOMPARE(field.text(), QStringLiteral("a p"));
        QCOMPARE(m_window->session().state(), RunState::Ready);
    }

    void spacePressesTheButtonThatHasTheFocus()
    {
        QPushButton button(m_window->centralWidget());
        int clicks = 0;
        connect(&button, &QPushButton::clicked, this, [&clicks] { ++clicks; });
        button.show();
        button.setFocus();
        QTRY_VERIFY(button.hasFocus());
        press(Qt::Key_Space);
        QCOMPARE(clicks, 1);
        QCOMPARE(m_window->session().state(), RunState::Ready);
    }

    void arrowsStepThroughGenerations()
    {
        m_window->session().setFinished(fixtures::normalSession(30), {});
        m_window->cursor().show(0);
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        QCOMPARE(m_window->cursor().shown(), 2);
        press(Qt::Key_Left);
        QCOMPARE(m_window->cursor().shown(), 1);
        press(Qt::Key_End);
        QCOMPARE(m_window->cursor().shown(), 29);
        press(Qt::Key_Home);
        QCOMPARE(m_window->cursor().shown(), 0);
    }

    void aBadFileIsSaidAndChangesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty session") << "a.hareloom" << QByteArray();
        QTest::newRow("binary session") << "b.hareloom" << QByteArray(5000, '\x7f');
        QTest::newRow("binary experiment") << "c.json" << QByteArray("\x00\xff\x10", 3);
        QTest::newRow("unknown key") << "d.json"
                                     << QByteArray(R"({"schema":1,"family":"gaussian","wings":2})");
        QTest::newRow("out of range")
            << "e.json" << QByteArray(R"({"schema":1,"family":"gaussian","generations":-4})");
        QTest::newRow("other file") << "f.mp3" << QByteArray("ID3 and so on");
    }
    void aBadFileIsSaidAndChangesNothing()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        m_window->session().setFinished(fixtures::normalSession(5), {});
        QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(!m_window->files().openFile(file.fileName()));
        QVERIFY(!m_window->message().isEmpty());
        QCOMPARE(m_window->session().history().longest(), 5);
        QVERIFY(!m_window->files().openFile(folder.path()));
        QVERIFY(!m_window->files().openFile(folder.filePath(QStringLiteral("nothing.json"))));
        QCOMPARE(m_window->session().history().longest(), 5);
    }

    // As the button calls it (Actions::adaptPlayback).
    void theEmptyStageSaysWhatSpaceDoes()
    {
        QCOMPARE(m_window->actions().runOrPause->text(), QStringLiteral("Run"));
        QCOMPARE(spaceWords(m_window->session().state()), QStringLiteral("Press Space to run"));
        for (const RunState state : {RunState::Paused, RunState::Stopped})
            QCOMPARE(spaceWords(state), QStringLiteral("Press Space to go on"));
        for (const RunState state :
             {RunState::Running, RunState::Finished}) // it pauses, or replays what is not there
            QVERIFY(spaceWords(state).isEmpty());
    }

    void aResetWhileShowingGoesBackToTheRealData()
    {
        m_window->session().setFinished(fixtures::normalSession(30), {});
        m_window->cursor().show(20);
        auto* stage = m_window->findChild<StageView*>();
        const QColor curve = m_themes->theme().generation(20.0 / 29), invitation = m_themes->theme().accent;
        QTRY_VERIFY2(stage->accessibleDescription().startsWith(QLatin1String("Generation 20 of 29")),
                     qPrintable(stage->accessibleDescription()));
        QVERIFY(fixtures::inkOn(*stage, curve) > 100);
        m_window->actions().reset->trigger();
        QCOMPARE(stage->accessibleDescription(), QStringLiteral("Nothing has run yet."));
        QCOMPARE(fixtures::inkOn(*stage, curve), 0);
        QVERIFY(fixtures::inkOn(*stage, invitation) > 100); // "Press Space to run"
        QCOMPARE(m_window->cursor().count(), 0);
        QCOMPARE(m_window->session().state(), RunState::Ready);
    }

    /// Another seed is another try of the same preset; another setting is an experiment of one's own.
    void aSessionOfAPresetKnowsItsPreset()
    {
        auto* presets = m_window->findChild<Header*>()->findChild<QComboBox*>();
        const auto open = [&](const Experiment& experiment) {
            QTemporaryDir folder;
            const QString path = folder.filePath("run.hareloom");
            {
                const auto session = SessionFile::create(path, experiment, 1);
                QVERIFY(session.ok());
            }
            QVERIFY(m_window->files().openFile(path));
        };
        Experiment preset = *loadPreset(kDefault);
        preset.seed = 4711;
        open(preset);
        QCOMPARE(presets->currentData().toString(), QString("old-faithful"));
        QVERIFY(!headerTitle().contains("changed"));
        preset.generations = 7;
        open(preset);
        QCOMPARE(presets->currentIndex(), -1);
        QCOMPARE(headerTitle(), QString::fromStdString(preset.title) + " (changed)");
    }

    void aSeedThatIsNotUsedIsNotShown()
    {
        QLineEdit* seed = nullptr;
        for (auto* each : m_window->findChild<Transport*>()->findChildren<QLineEdit*>())
            seed = each;
        QVERIFY(seed);
        const QString used = QString::number(m_window->session().experiment().seed);
        const auto type = [seed](const char* words) {
            seed->setFocus();
            seed->selectAll();
            QTest::keyClicks(seed, words);
        };
        type("77");
        QTest::keyClick(seed, Qt::Key_Tab); // left without Return
        QCOMPARE(seed->text(), used);
        type("9999999999999999999");
        QTest::keyClick(seed, Qt::Key_Return);
        QVERIFY(!m_window->message().isEmpty());
        QCOMPARE(seed->text(), used);
        type("78");
        QTest::keyClick(seed, Qt::Key_Return);
        QCOMPARE(seed->text(), QString("78"));
        QCOMPARE(m_window->session().experiment().seed, Seed{78});
    }

    void aFinishedRunThatStillPlaysSaysSo()
    {
        m_window->session().setFinished(fixtures::normalSession(30), {});
        m_window->cursor().show(0);
        press(Qt::Key_Space);
        QVERIFY(m_window->cursor().isPlaying());
        QCOMPARE(m_window->actions().runOrPause->text(), QString("Hold view"));
        const auto status = [this] {
            QStringList words;
            for (const auto* label : m_window->findChild<StatusStrip*>()->findChildren<QLabel*>())
                words << label->text();
            return words.join(' ');
        };
        QVERIFY2(status().contains("still playing"), qPrintable(status()));
        press(Qt::Key_Space);
        QVERIFY2(!status().contains("still playing"), qPrintable(status()));
    }

    void playingPausesWhereSomethingIsTold()
    {
        m_window->session().setFinished(fixtures::normalSession(200), {});
        m_window->cursor().setReducedMotion(true);
        m_window->cursor().setSpeed(2000);
        m_window->cursor().show(0);
        press(Qt::Key_E);
        QVERIFY(m_window->actions().pauseAtEvents->isChecked());
        press(Qt::Key_P);
        QTRY_VERIFY(!m_window->cursor().isPlaying());
        const int paused = m_window->cursor().shown();
        QVERIFY2(paused > 0 && paused < 199, qPrintable(QString::number(paused)));
        QCOMPARE(m_window->findChild<StoryStrip*>()->line().generation, paused);
        press(Qt::Key_E);
        press(Qt::Key_P);
        QTRY_VERIFY(!m_window->cursor().isPlaying());
        QCOMPARE(m_window->cursor().shown(), 199);
    }

    void whatComesLaterCanBeHidden()
    {
        m_window->session().setFinished(fixtures::normalSession(60), {});
        m_window->cursor().setReducedMotion(true);
        m_window->cursor().show(9);
        auto* vitals = m_window->findChild<VitalsColumn*>();
        QVERIFY(!vitals->chartAt(0).hidesFuture);
        QTest::keyClick(m_window->windowHandle(), Qt::Key_H, Qt::ControlModifier);
        QVERIFY(vitals->chartAt(0).hidesFuture);
        QVERIFY(m_window->cursor().hidesFuture());
    }

    void presetsOpen()
    {
        QVERIFY(m_window->files().openPreset(QString::fromUtf8(kDefault.data(), qsizetype(kDefault.size()))));
        QCOMPARE(m_window->session().state(), RunState::Ready);
    }

    void themesChangeWhileRunning()
    {
        press(Qt::Key_Space);
        for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light, ThemeChoice::System}) {
            m_themes->choose(choice);
            const Theme& theme = m_themes->theme();
            const QImage image = m_window->findChild<StageView*>()->grab().toImage();
            QCOMPARE(image.pixelColor(0, 0), theme.window); // beside the stage's round corner
            QCOMPARE(image.pixelColor(image.width() / 2, 4), theme.surface);
        }
    }

private:
    static constexpr std::string_view kDefault = "old-faithful";

    QString headerTitle() const
    {
        for (auto* label : m_window->findChild<Header*>()->findChildren<QLabel*>())
            if (label->font().pixelSize() == themeFont(TextSize::Title).pixelSize())
                return label->accessibleName().isEmpty() ? label->text() : label->accessibleName();
        return {};
    }
    void press(Qt::Key key) { QTest::keyClick(m_window->windowHandle(), key); }

    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<MainWindow> m_window;
};

HARELOOM_UI_TEST(WindowTest)
#include "WindowTest.moc"
