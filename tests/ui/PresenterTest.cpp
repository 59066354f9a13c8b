// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/Ink.h"
#include "tests/ui/PaintedWords.h"
#include "ui/accessible/ChartDescription.h"
#include "ui/compare/CompareView.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/presenter/PresentedComparison.h"
#include "ui/presenter/PresenterView.h"
#include "ui/presenter/SpeakerView.h"
#include "ui/session/RunningOrder.h"
#include "ui/stage/StageView.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/FileController.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"
#include "ui/window/Transport.h"

#include <QAction>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

class PresenterTest : public QObject
{
    Q_OBJECT

    static SessionContents twoVariants(int generations)
    {
        SessionContents contents{fixtures::normalExperiment(generations - 1), {}, "test"};
        contents.experiment.variants = {{"Few", {}}, {"Many", {{"samples.size", "1000"}}}};
        for (int chain = 0; chain < 2; ++chain)
            for (const GenerationPtr& link :
                 fixtures::normalChain(generations, 100, 1 + unsigned(chain), chain))
                contents.generations.push_back(link);
        return contents;
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->windowHandle(), key, modifiers);
    }
    int chain() const
    {
        for (auto* box : m_window->findChild<Transport*>()->findChildren<QComboBox*>())
            if (box->accessibleName() == "Chain")
                return box->currentIndex();
        return -1;
    }
    PresenterView* presenter() const { return m_window->findChild<PresenterView*>(); }

private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        m_themes = std::make_unique<ThemeControl>();
        m_window = std::make_unique<MainWindow>(*m_themes);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_themes.reset();
    }

    void aComparisonIsPresentedAndEscapeLeavesIt()
    {
        m_window->session().setFinished(twoVariants(20), {});
        m_window->comparing().compareVariants();
        m_window->cursor().show(7);
        press(Qt::Key_F11);
        QVERIFY(presenter() && presenter()->isVisible());
        QVERIFY(qobject_cast<PresentedComparison*>(presenter()->presented()));
        presenter()->resize(1280, 720);
        QTRY_COMPARE(m_window->cursor().position(), 7.0);
        QVERIFY(fixtures::inkOn(*presenter(), m_themes->theme().generation(7.0 / 19)) > 200);
        press(Qt::Key_Right);
        QCOMPARE(m_window->cursor().shown(), 8);
        QVERIFY(!m_window->actions().fullScreen->isEnabled());
        press(Qt::Key_F11, Qt::ShiftModifier);
        QVERIFY(!m_window->actions().fullScreen->isChecked());
        press(Qt::Key_Escape);
        QVERIFY(!m_window->actions().presenter->isChecked());
        QVERIFY(!m_window->isFullScreen());
        QVERIFY(m_window->comparing().isOn()); // as it was before
        QVERIFY(m_window->findChild<CompareView*>()->isVisible());
        QCOMPARE(m_window->cursor().shown(), 8);
        press(Qt::Key_Escape);
        QVERIFY(!m_window->comparing().isOn());
    }

    void aComparisonBeginsAndEndsWhilePresenting()
    {
        m_window->session().setFinished(twoVariants(9), {});
        press(Qt::Key_F11);
        QVERIFY(!qobject_cast<PresentedComparison*>(presenter()->presented()));
        press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(presenter()->isVisible());
        QVERIFY(qobject_cast<PresentedComparison*>(presenter()->presented()));
        press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!qobject_cast<PresentedComparison*>(presenter()->presented()));
        QVERIFY(presenter()->isVisible());
    }

    void nothingToCompareIsNoMessageOverASlide()
    {
        m_window->session().setFinished(fixtures::normalSession(9), {});
        press(Qt::Key_F11);
        press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        for (const auto* bar : m_window->findChildren<MessageBar*>())
            QVERIFY(!bar->isVisible());
        QVERIFY(presenter()->isVisible());
    }

    void beforeARunThereAreTheRealData()
    {
        QVERIFY(m_window->files().openPreset("old-faithful"));
        press(Qt::Key_F11);
        presenter()->resize(1280, 720);
        QTRY_VERIFY(fixtures::inkOn(*presenter(), m_themes->theme().realData) > 200);
    }

    void aRemotesKeysAreKnown()
    {
        m_window->session().setFinished(fixtures::normalSession(30), {});
        m_window->cursor().show(9);
        press(Qt::Key_F5); // begins to present, at the first generation
        QVERIFY(presenter() && presenter()->isVisible());
        QCOMPARE(m_window->cursor().shown(), 0);
        for (const Qt::Key key : {Qt::Key_B, Qt::Key_Period}) {
            press(key);
            QVERIFY(presenter()->isDark());
            const QImage dark = presenter()->grab().toImage();
            QCOMPARE(dark.pixelColor(dark.width() / 2, dark.height() / 2), QColor(Qt::black));
            press(key);
            QVERIFY(!presenter()->isDark());
        }
        m_window->cursor().show(9);
        press(Qt::Key_F5);
        QCOMPARE(m_window->cursor().shown(), 0);
        QVERIFY(presenter()->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!m_window->isFullScreen());
    }

    void keysChangeViewVariantAndSpeed()
    {
        m_window->session().setFinished(twoVariants(20), {});
        press(Qt::Key_F11);
        auto* transport = m_window->findChild<Transport*>();
        const double speed = transport->speed();
        press(Qt::Key_Greater);
        QVERIFY(transport->speed() > speed);
        press(Qt::Key_Less);
        QCOMPARE(transport->speed(), speed);
        QCOMPARE(m_window->cursor().speed(), speed);
        press(Qt::Key_2);
        QCOMPARE(m_window->findChild<StageView*>()->options().mode, 1);
        press(Qt::Key_1);
        QCOMPARE(m_window->findChild<StageView*>()->options().mode, 0);
        QCOMPARE(chain(), 0);
        press(Qt::Key_X);
        QCOMPARE(chain(), 1);
        press(Qt::Key_X, Qt::ShiftModifier);
        QCOMPARE(chain(), 0);
    }

    void aKeyGoesToTheNextVariantHoweverManyChains()
    {
        QVERIFY(m_window->files().openPreset("keep-real")); // twenty chains each
        m_window->comparing().stop();
        press(Qt::Key_X);
        QCOMPARE(chain(), 20);
        press(Qt::Key_X, Qt::ShiftModifier);
        press(Qt::Key_X, Qt::ShiftModifier); // the first stays
        QCOMPARE(chain(), 0);
    }

    void anOrderIsReadFromAFolderOrAList()
    {
        QTemporaryDir folder;
        const auto write = [&](const char* name, const QByteArray& text) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        write("10-last.json", "{}");
        write("2-first.json", "{}");
        write("other.txt", "");
        auto order = readOrder(folder.path());
        QVERIFY(order.ok());
        QCOMPARE(order->size(), std::size_t(2));
        QVERIFY((*order)[0].what.endsWith("2-first.json"));
        write("class.order", "# Ask what is left after 200 copies.\n# Wait.\nold-faithful\n\n10-last.json\n");
        order = readOrder(folder.filePath("class.order"));
        QVERIFY(order.ok());
        QCOMPARE(order->size(), std::size_t(2));
        QCOMPARE((*order)[0].what, QString("old-faithful"));
        QCOMPARE((*order)[0].notes, QString("Ask what is left after 200 copies.\nWait."));
        QVERIFY((*order)[1].what.endsWith("10-last.json") && (*order)[1].notes.isEmpty());
        write("bad.order", "old-faithful\nnowhere.json\n");
        const auto bad = readOrder(folder.filePath("bad.order"));
        QVERIFY(!bad.ok() && QString::fromStdString(bad.error().message).contains("nowhere.json"));
        QVERIFY(!readOrder(QTemporaryDir().path()).ok());
    }

    void pageKeysGoThroughTheOrder()
    {
        QTemporaryDir folder;
        QFile list(folder.filePath("class.order"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("old-faithful\ndiscrete-chain\nkeep-real\n");
        list.close();
        QVERIFY(m_window->files().openFile(list.fileName()));
        const auto family = [this] { return m_window->session().experiment().family; };
        QCOMPARE(family(), std::string("mixture"));
        press(Qt::Key_F11);
        press(Qt::Key_PageDown);
        QCOMPARE(family(), std::string("discrete"));
        QVERIFY(presenter()->isVisible());
        QCOMPARE(m_window->session().state(), RunState::Ready); // the speaker says when it runs
        press(Qt::Key_PageDown);
        QVERIFY(m_window->comparing().isOn());
        QVERIFY(presenter()->isVisible());
        press(Qt::Key_PageDown); // the last stays
        QCOMPARE(family(), std::string("gaussian"));
        press(Qt::Key_PageUp);
        QCOMPARE(family(), std::string("discrete"));
        QVERIFY(!m_window->comparing().isOn());
    }

    void aScreenReaderFindsStageAndCharts()
    {
        m_window->session().setFinished(fixtures::normalSession(30), {});
        press(Qt::Key_F11);
        m_window->cursor().setReducedMotion(true);
        m_window->cursor().show(12);
        const auto charts = describedCharts(presenter());
        QVERIFY(charts.size() >= 2);
        bool hasStage = false, hasVariance = false;
        for (const ChartDescription* chart : charts) {
            QVERIFY(chart->chart()->isVisible());
            hasStage |= chart->words().summary().contains("Generation 12");
            hasVariance |=
                chart->words().name() == "Variance" && chart->words().summary().contains("generation 12");
        }
        QVERIFY(hasStage);
        QVERIFY(hasVariance);
        QVERIFY2(presenter()->accessibleDescription().startsWith("Generation 12"),
                 qPrintable(presenter()->accessibleDescription()));
    }

    void noWordIsTooSmallForARoom_data()
    {
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<bool>("isCompared");
        QTest::addColumn<bool>("hasRun");
        for (const QSize screen : {QSize(1024, 768), QSize(1280, 720), QSize(1920, 1080)})
            for (const bool isCompared : {false, true})
                for (const bool hasRun : {false, true})
                    QTest::addRow("%d %d %d", screen.width(), isCompared, hasRun)
                        << screen << isCompared << hasRun;
    }
    /// A fortieth of the picture's height: at ten metres 16 minutes of arc for a picture 1.9 m high.
    void noWordIsTooSmallForARoom()
    {
        QFETCH(QSize, screen);
        QFETCH(bool, isCompared);
        QFETCH(bool, hasRun);
        SessionContents contents = twoVariants(30);
        contents.experiment.question =
            "Does a bell curve survive being copied, again and again, from copies of copies "
            "that nobody has ever held against the real data that it once came from?";
        hasRun ? m_window->session().setFinished(contents, {})
               : m_window->session().setExperiment(contents.experiment);
        if (isCompared)
            m_window->comparing().compareVariants();
        press(Qt::Key_F11);
        presenter()->setFixedSize(screen);
        m_window->cursor().setReducedMotion(true);
        m_window->cursor().show(20);
        for (QWidget* each : presenter()->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
            each->hide(); // the speaker's buttons
        WordDevice device(screen);
        {
            QPainter painter(&device);
            presenter()->render(&painter, {}, {}, QWidget::DrawWindowBackground);
        }
        QVERIFY(device.painted().size() > 5);
        for (const auto& [words, height] : device.painted())
            QVERIFY2(height >= 0.025 * screen.height(),
                     qPrintable(QStringLiteral("%1: %2 of %3").arg(words).arg(height).arg(screen.height())));
    }

    void largerWordsCount()
    {
        PresenterLayout usual{QSizeF(1280, 720)}, large{QSizeF(1280, 720), 1.3};
        QVERIFY(large.zoom() > 1.1 * usual.zoom());
        for (const double words : {0.8, 1.0, 1.5, 2.0})
            for (const QSizeF& screen : {QSizeF(1024, 768), QSizeF(1280, 720), QSizeF(3840, 2160)}) {
                const PresenterLayout layout{screen, words};
                QVERIFY(layout.stage().height() > 0.4 * layout.inside().height());
                QVERIFY(layout.inside().contains(layout.stage()) && layout.inside().contains(layout.track()));
            }
    }

    void theSpeakerHasNotes()
    {
        m_window->session().setFinished(fixtures::normalSession(9), {});
        press(Qt::Key_F11);
        const auto* shown = m_window->findChild<SpeakerView*>(); // where there is a screen for them
        QCOMPARE(shown != nullptr, QGuiApplication::screens().size() > 1);
        QVERIFY(!shown || (shown->isVisible() && shown->screen() != m_window->screen()));
        press(Qt::Key_Escape);
        QVERIFY(!m_window->findChild<SpeakerView*>());
        SpeakerView notes;
        notes.setWords({"2 of 3: Ten states", "Ask for a number.", "Generation 7.", "keep-real"});
        QStringList words;
        for (const QLabel* label : notes.findChildren<QLabel*>())
            words << label->text();
        QVERIFY(words.contains("Ask for a number."));
        QVERIFY(words.contains("Next: keep-real"));
        QVERIFY(words.contains(notes.clock()));
    }

private:
    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<MainWindow> m_window;
};

HARELOOM_UI_TEST(PresenterTest)
#include "PresenterTest.moc"
