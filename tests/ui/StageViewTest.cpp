// SPDX-License-Identifier: GPL-3.0-or-later
// The stage under a real pointer and real keys.
#include "tests/TestProgram.h"
#include "ui/stage/StageView.h"
#include "core/families/discrete/CategoricalSnapshot.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/Ink.h"
#include "ui/families/Faces.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/window/FanTheory.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

SessionContents manyChains(int chains, int generations)
{
    SessionContents contents{fixtures::normalExperiment(generations - 1, chains), {}, QStringLiteral("test")};
    for (int chain = 0; chain < chains; ++chain)
        for (const GenerationPtr& link :
             fixtures::normalChain(generations, 50, 10 + static_cast<unsigned>(chain), chain))
            contents.generations.push_back(link);
    return contents;
}

GenerationPtr statesLink(int index, std::initializer_list<double> probabilities)
{
    Categorical states;
    states.probabilities = Vector(static_cast<Eigen::Index>(probabilities.size()));
    std::copy(probabilities.begin(), probabilities.end(), states.probabilities.begin());
    return fixtures::link(index, std::make_shared<CategoricalSnapshot>(states));
}

struct Window
{
    LabSession session;
    StageScene scene{session, faceOf};
    StageLook look;
    StageView view{scene, look};

    explicit Window(const SessionContents& contents)
    {
        session.setFinished(contents, {});
        scene.setChain(0);
        view.resize(900, 520);
        view.setPosition(3);
        view.show();
        view.activateWindow();
        view.setFocus();
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("the window never became active");
    }
    QRectF plot() { return scene.plot(view.rect(), 3, view.options()).area; }
    void turn(const QPointF& at, int notches)
    {
        QWheelEvent wheel(at, view.mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &wheel);
    }
    double valueAt(double x)
    {
        const auto read = scene.read({x, plot().center().y()}, view.rect(), 3, view.options());
        return read ? read->heading.section(QLatin1String("= "), 1).replace(QChar(0x2212), '-').toDouble()
                    : std::nan("");
    }
    /// By way of the window, so that shortcuts hear it.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(view.windowHandle(), key, modifiers);
    }
    void choose(int mode) { look.setMode(mode); }
};

} // namespace

class StageViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void theWheelZoomsAboutThePointer()
    {
        Window window(fixtures::normalSession(5));
        const QRectF plot = window.plot();
        const QPointF pointer(plot.left() + 0.3 * plot.width(), plot.center().y());
        const double before = window.valueAt(pointer.x()), edge = window.valueAt(plot.right() - 1);
        window.turn(pointer, 6);
        QVERIFY(!window.view.options().zoom.isWhole());
        QVERIFY(std::abs(window.valueAt(pointer.x()) - before) < 2e-3);
        QVERIFY(window.valueAt(plot.right() - 1) < edge);
        QCOMPARE(window.view.options().zoom.bottom, 0.0); // a density is seen from its base
        window.turn(pointer, -20);
        QVERIFY(window.view.options().zoom.isWhole());
    }

    void aDragPansAndADoubleClickShowsTheWhole()
    {
        Window window(fixtures::normalSession(5));
        const QPoint centre = window.plot().center().toPoint();
        QTest::mousePress(&window.view, Qt::LeftButton, {}, centre);
        QTest::mouseMove(&window.view, centre + QPoint(80, 0));
        QTest::mouseRelease(&window.view, Qt::LeftButton, {}, centre + QPoint(80, 0));
        QVERIFY(window.view.options().zoom.isWhole()); // there is nothing to pan
        window.turn(centre, 8);
        const double under = window.valueAt(centre.x());
        QTest::mousePress(&window.view, Qt::LeftButton, {}, centre);
        QTest::mouseMove(&window.view, centre + QPoint(80, 0));
        QTest::mouseRelease(&window.view, Qt::LeftButton, {}, centre + QPoint(80, 0));
        QVERIFY(std::abs(window.valueAt(centre.x() + 80) - under) < 2e-3);
        QTest::mouseDClick(&window.view, Qt::LeftButton, {}, centre);
        QVERIFY(window.view.options().zoom.isWhole());
    }

    void theKeyboardZoomsPansAndResets()
    {
        Window window(fixtures::normalSession(5));
        window.press(Qt::Key_Plus);
        window.press(Qt::Key_Plus);
        const ZoomWindow zoomed = window.view.options().zoom;
        QVERIFY(!zoomed.isWhole());
        window.press(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(window.view.options().zoom.left > zoomed.left);
        window.press(Qt::Key_Minus);
        QVERIFY(window.view.options().zoom.right - window.view.options().zoom.left >
                zoomed.right - zoomed.left);
        window.press(Qt::Key_0);
        QVERIFY(window.view.options().zoom.isWhole());
    }

    void whoIsZoomedSeesTheWayBack()
    {
        Window window(fixtures::normalSession(5));
        auto* button = window.view.findChild<QPushButton*>();
        QVERIFY(button && !button->isVisible());
        window.turn(window.plot().center(), 5);
        QVERIFY(button->isVisible());
        QVERIFY(window.plot().contains(QRectF(button->geometry())));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(window.view.options().zoom.isWhole());
        QVERIFY(!button->isVisible());
    }

    void thePointerReadsTheDensity()
    {
        Window window(fixtures::normalSession(5));
        const QPoint at = window.plot().center().toPoint();
        QTest::mouseMove(&window.view, at);
        const auto read = window.view.reading();
        QVERIFY(read);
        const double x = window.valueAt(at.x());
        const NormalMixture& mixture = *window.session.history().at(0, 0)->snapshot->normalMixture();
        const double density = std::exp(-x * x / 2 / mixture.covariance(0)(0, 0)) / std::sqrt(2 * M_PI);
        QVERIFY(std::abs(read->values[1].value.toDouble() - density) < 2e-3);
        QVERIFY(read->values[0].name.contains(QLatin1String("generation 3")));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&window.view, &leave);
        QVERIFY(!window.view.reading());
    }

    void theKeyboardReadsStateByState()
    {
        Experiment experiment = fixtures::normalExperiment(1);
        experiment.family = "discrete";
        Window window({experiment,
                       {statesLink(0, {0.5, 0.25, 0.15, 0.1}), statesLink(1, {0.75, 0, 0.25, 0})},
                       QStringLiteral("test")});
        window.press(Qt::Key_V);
        window.press(Qt::Key_Left, Qt::ControlModifier);
        auto read = window.view.reading();
        QVERIFY(read);
        QCOMPARE(read->heading, QStringLiteral("state 2"));
        QVERIFY(read->values[0].value.contains(QLatin1String("extinct")));
        QCOMPARE(read->values[1].value, QStringLiteral("0.25"));
        QVERIFY(window.view.accessibleDescription().startsWith(QLatin1String("state 2")));
        window.press(Qt::Key_Left, Qt::ControlModifier);
        window.press(Qt::Key_Left, Qt::ControlModifier); // stays at the first
        QCOMPARE(window.view.reading()->heading, QStringLiteral("state 1"));
        QCOMPARE(window.view.reading()->values[0].value, QStringLiteral("0.75"));
        window.press(Qt::Key_Escape);
        QVERIFY(!window.view.reading());
    }

    void chainsAreComparedByAQuantityOfChoice()
    {
        Window window(manyChains(9, 6));
        QCOMPARE(window.scene.modes().size(), 3);
        auto* quantity = window.view.findChild<QComboBox*>();
        QVERIFY(!quantity->isVisible());
        window.choose(2);
        QVERIFY(quantity->isVisible());
        const DataTable deviations = window.view.table();
        QCOMPARE(deviations.rows.size(), std::size_t(6));
        QCOMPARE(deviations.rows[3].size(), static_cast<std::size_t>(deviations.headers.size()));
        const int variance = quantity->findText(QStringLiteral("Variance"));
        QVERIFY(variance > 0);
        quantity->setFocus();
        for (int i = 0; i < variance; ++i)
            QTest::keyClick(quantity, Qt::Key_Down);
        QCOMPARE(window.view.options().quantity, std::string("variance"));
        const auto row = window.view.table().rows[3];
        QVERIFY(std::abs(row[3] - deviations.rows[3][3] * deviations.rows[3][3]) < 1e-9); // the median
        QCOMPARE(row[6], window.session.history().at(0, 3)->metric("variance"));
        window.choose(0);
        QVERIFY(!quantity->isVisible());
    }

    void theoryIsDrawnAmongAllChains()
    {
        Window window(manyChains(9, 6));
        window.choose(2);
        const auto columns = window.view.table().headers.size();
        const std::string key = window.scene.chains(window.view.options())->quantities()[0].key;
        const auto entries = [&] {
            return window.scene.legend(3, window.view.options(), lightTheme()).size();
        };
        const std::size_t before = entries();
        window.scene.setTheory("another", {std::vector<double>(6, 1.0)});
        QCOMPARE(entries(), before);
        window.scene.setTheory(key, {{1, 0.9, 0.8, 0.7, 0.6, 0.5}, Statistic::Median});
        QCOMPARE(entries(), before + 1);
        const DataTable table = window.view.table();
        QCOMPARE(table.headers.size(), columns + 1);
        QCOMPARE(table.rows[3].back(), 0.7);
        QCOMPARE(table.headers.last(), QString("theory (median)"));
    }

    void theoryComesWithTheQuantityThatIsLookedAt()
    {
        Window window(manyChains(9, 6));
        FanTheory fan(window.scene);
        fan.setTheory([](const Experiment&, const std::string& metric) -> std::optional<Prediction> {
            if (metric != "variance")
                return std::nullopt;
            return Prediction{{9, 4, 1, 1, 1, 1}, Statistic::Mean};
        });
        fan.adapt(window.view.options()); // one chain is looked at: nothing to do
        window.choose(2);
        QSignalSpy changed(&fan, &FanTheory::changed);
        fan.adapt(window.view.options());
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(window.view.table().headers.last(), QString("theory (root mean square)"));
        QCOMPARE(window.view.table().rows[1].back(), 2.0); // of the standard deviation
        fan.adapt(window.view.options());                  // the same again
        fan.forget();
        QVERIFY(!window.view.table().headers.last().startsWith("theory"));
    }

    void theHeadingNamesWhereTheViewGoes()
    {
        Window window(fixtures::normalSession(30));
        const auto heading = [&](double position) {
            QImage image(900, 500, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            window.scene.paint(painter, QRectF(image.rect()), position, window.view.options(), lightTheme());
            return image.copy(100, 0, 80, 40); // the number
        };
        const QImage at = heading(8.5);
        window.scene.setGoal(12);
        QVERIFY(heading(8.5) != at);
    }

    void oneChainIsNotComparedWithItself()
    {
        Window window(fixtures::normalSession(5));
        QCOMPARE(window.scene.modes().size(), 2);
    }

    void aZoomedStageIsExportedAsSeen()
    {
        Window window(fixtures::normalSession(5));
        const auto paintedAs = [&](const StageOptions& options) {
            QImage image(window.view.size(), QImage::Format_RGB32);
            image.fill(lightTheme().surface);
            QPainter painter(&image);
            window.scene.paint(painter, QRectF(image.rect()), 3, options, lightTheme());
            return image;
        };
        window.turn(window.plot().center(), 8);
        const QImage zoomed = paintedAs(window.view.options());
        QVERIFY(zoomed != paintedAs({}));
        const QImage seen = window.view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QRect inside(120, 300, 600, 100); // away from frame, crosshair and button
        QCOMPARE(seen.copy(inside), zoomed.copy(inside));
    }

    void anotherModeShowsTheWhole()
    {
        Window window(fixtures::normalSession(5));
        window.turn(window.plot().center(), 8);
        window.choose(1);
        QVERIFY(window.view.options().zoom.isWhole());
    }

    void theWindowOffersIt()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.session().setFinished(manyChains(3, 5), {});
        auto* stage = window.findChild<StageView*>();
        QTest::keyClick(window.windowHandle(), Qt::Key_Plus);
        QVERIFY(!stage->options().zoom.isWhole());
        QTest::keyClick(window.windowHandle(), Qt::Key_0);
        QVERIFY(stage->options().zoom.isWhole());
        QTest::keyClick(window.windowHandle(), Qt::Key_V);
        QVERIFY(stage->reading());
        window.cursor().show(1);
        QTest::keyClick(window.windowHandle(), Qt::Key_Right); // still steps
        QCOMPARE(window.cursor().shown(), 2);
        QCOMPARE(window.actions().modes->actions().size(), 3);
        window.actions().modes->actions().last()->trigger();
        QVERIFY(window.actions().logScale->isEnabled());
        const QImage linear = stage->grab().toImage();
        QVERIFY(fixtures::inkOn(*stage, themes.theme().generation(0.5)) > 0); // the ramp of the chosen chain
        window.actions().logScale->trigger();
        QVERIFY(stage->options().logScale);
        QVERIFY(stage->grab().toImage() != linear);
        QVERIFY(!window.actions().stage.isEmpty());
        for (QAction* action : window.actions().stage)
            QVERIFY(stage->actions().contains(action));
    }

    void aSentenceAndATableForThoseWhoDoNotSee()
    {
        Window window(fixtures::normalSession(5));
        const QString words = window.view.accessibleDescription();
        QVERIFY2(words.startsWith(QLatin1String("Generation 3 of 4: standard deviation")), qPrintable(words));
        QVERIFY(words.contains(QLatin1String("1 in generation 0")));
        const DataTable table = window.view.table();
        QCOMPARE(table.headers.size(), 3);
        double area = 0;
        for (std::size_t i = 1; i < table.rows.size(); ++i)
            area += table.rows[i][1] * (table.rows[i][0] - table.rows[i - 1][0]);
        QVERIFY(std::abs(area - 1) < 0.01); // a density
    }
};

HARELOOM_UI_TEST(StageViewTest)
#include "StageViewTest.moc"
