// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/discrete/CategoricalSnapshot.h"
#include "core/recipe/Differences.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/Ink.h"
#include "ui/compare/CompareStage.h"
#include "ui/filmstrip/Filmstrip.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/recipe/RecipeDrawer.h"
#include "ui/stage/StageView.h"
#include "ui/teller/ChainStory.h"
#include "ui/teller/StoryText.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/ComparisonMenu.h"
#include "ui/window/FileController.h"
#include "ui/window/Laboratory.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"
#include "ui/window/RecipeController.h"
#include "ui/window/SaveController.h"
#include "ui/window/Transport.h"

#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace hareloom;
using namespace hareloom::ui;

class CompareTest : public QObject
{
    Q_OBJECT

    /// Variants of 100 and 1,000 rows and one that keeps real rows; two chains each.
    static SessionContents threeVariants(int generations)
    {
        SessionContents contents{fixtures::normalExperiment(generations - 1, 2), {}, "test"};
        contents.experiment.variants = {
            {"Few", {}}, {"Many", {{"samples.size", "1000"}}}, {"Real", {{"policy.realShare", "0.5"}}}};
        for (int chain = 0; chain < 6; ++chain)
            for (const GenerationPtr& link :
                 fixtures::normalChain(generations, 100, 1 + unsigned(chain) / 2, chain))
                contents.generations.push_back(link);
        return contents;
    }

    QString file(const char* name, const SessionContents& contents)
    {
        const QString path = m_folder.filePath(name);
        QFile::remove(path);
        const auto session = SessionFile::create(path, contents.experiment, 1);
        if (!session || !(*session)->add(contents.generations))
            qFatal("no session could be made");
        return path;
    }

    static SessionContents titled(const char* title, int generations)
    {
        SessionContents contents = fixtures::normalSession(generations);
        contents.experiment.title = title;
        return contents;
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->windowHandle(), key, modifiers);
    }

    QList<StoryText*> toldColumns() const
    {
        QList<StoryText*> columns;
        for (StoryText* words : m_window->comparing().view()->findChildren<StoryText*>())
            if (words->objectName() != QLatin1String("answer"))
                columns << words;
        return columns;
    }

    /// Whether its line is read without a tool tip.
    static bool isWhole(const StoryText& words)
    {
        const QFont font = themeFont(TextSize::Small);
        const int lines = storyLines(words.line(), font, words.width() - 2.0 * StoryText::kPad);
        return words.height() >= lines * QFontMetricsF(font).lineSpacing();
    }

    QStringList header() const
    {
        QStringList words;
        auto* table = m_window->findChild<DifferencesTable*>();
        for (int c = 0; c < table->columnCount(); ++c)
            words << table->horizontalHeaderItem(c)->text();
        return words;
    }

    void drop(const QStringList& paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QDropEvent event(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &event);
    }

private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        m_themes = std::make_unique<ThemeControl>();
        m_window = std::make_unique<MainWindow>(*m_themes);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void onlySettingsThatDifferAreListed()
    {
        Experiment one = fixtures::normalExperiment(5), other = one, mixture = one;
        const Experiment* same[] = {&one, &one};
        QVERIFY(differingSettings(same).empty());
        QVERIFY(differingSettings({same, 1}).empty());
        other.title = "Another name";
        other.policy.realShare = 0.1;
        const Experiment* two[] = {&one, &other};
        auto rows = differingSettings(two);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].field->path, std::string("policy.realShare"));
        QCOMPARE(rows[0].values, (std::vector<std::string>{"0", "0.1"}));
        mixture.family = "mixture";
        const Experiment* families[] = {&one, &mixture};
        rows = differingSettings(families);
        QCOMPARE(rows[0].field->path, std::string("family"));
        const auto estimator = std::find_if(
            rows.begin(), rows.end(), [](const SettingRow& r) { return r.field->path == "model.estimator"; });
        QVERIFY(estimator != rows.end());
        QCOMPARE(estimator->values, (std::vector<std::string>{"unbiased", "–"}));
    }

    void everySettingCanDiffer()
    {
        for (const ExperimentField& field : experimentFields())
            QVERIFY2(!valueText(field, fixtures::normalExperiment(3)).empty(), field.path.c_str());
        QVERIFY(settingLabel(*findField("source.covariance")).find("source.covariance") != std::string::npos);
        QCOMPARE(settingLabel(*findField("policy.realShare")), std::string("Real share"));
    }

    /// Space runs it: on the family rail, where the keyboard was, it opened something else.
    void anExperimentThatOpensComparedHasTheKeyboard()
    {
        QVERIFY(m_window->open(QStringLiteral("keep-real")));
        m_window->showLaboratory();
        QVERIFY(m_window->comparing().isOn());
        QTRY_VERIFY(qobject_cast<CompareStage*>(QApplication::focusWidget()));
    }

    void variantsWithoutRoomAreSaid()
    {
        Experiment experiment = fixtures::normalExperiment(3);
        for (const char* title : {"a", "b", "c", "d", "e"})
            experiment.variants.push_back({title, {{"samples.size", std::to_string(100 + title[0])}}});
        m_window->session().setExperiment(experiment);
        press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window->comparing().isOn());
        QStringList words;
        for (const QLabel* label : m_window->findChild<CompareView*>()->findChildren<QLabel*>())
            words << label->text();
        QVERIFY2(words.contains("4 of 5 shown. Nothing has run yet."), qPrintable(words.join('\n')));
    }

    void aKeyPutsTheVariantsSideBySideAndEscapeGoesBack()
    {
        m_window->session().setFinished(threeVariants(30), {});
        m_window->cursor().show(12);
        press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window->comparing().isOn());
        auto* view = m_window->findChild<CompareView*>();
        QVERIFY(view->isVisible());
        QVERIFY(!m_window->findChild<StageView*>()->isVisible());
        QCOMPARE(header(), (QStringList{"Setting that differs", "Few", "Many", "Real"}));
        auto* table = m_window->findChild<DifferencesTable*>();
        QCOMPARE(table->rowCount(), 2); // of one chain each nothing can be said about how much they differ
        QCOMPARE(table->item(0, 0)->text(), QString("Real share"));
        QCOMPARE(table->item(1, 2)->text(), QString("1000"));
        press(Qt::Key_Right);
        QCOMPARE(m_window->cursor().shown(), 13);
        QTRY_COMPARE(m_window->cursor().position(), 13.0);
        for (CompareStage* stage : m_window->findChildren<CompareStage*>()) {
            QCOMPARE(stage->caption(13), QString("Generation 13 of 29"));
            QVERIFY(fixtures::inkOn(*stage, m_themes->theme().generation(13.0 / 29)) > 50);
        }
        press(Qt::Key_Escape);
        QVERIFY(!m_window->comparing().isOn());
        QVERIFY(!view->isVisible());
        QVERIFY(m_window->findChild<StageView*>()->isVisible());
        QVERIFY(m_window->findChild<VitalsColumn*>()->isVisible());
        QCOMPARE(m_window->cursor().shown(), 13); // the view stays where it was taken
        QCOMPARE(m_window->findChildren<Filmstrip*>().size(), 1);
        QVERIFY(m_window->findChild<Filmstrip*>()->isVisible());
    }

    void runsOfOneTitleAreToldApartByTheirFiles()
    {
        Comparison comparison;
        QVERIFY(comparison.addFile(file("first.hareloom", titled("Trees", 9))).ok());
        QVERIFY(comparison.addFile(file("second.hareloom", titled("Trees", 9))).ok());
        QVERIFY(comparison.addFile(file("third.hareloom", titled("Stones", 9))).ok());
        QStringList titles;
        for (const CompareSource& source : comparison.sources())
            titles << source.title;
        QCOMPARE(titles, (QStringList{"Trees", "Trees (second)", "Stones"}));
    }

    void oneColumnMakesNoNoise()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("setSpan")));
        DifferencesTable table;
        Comparison comparison;
        table.setComparison(comparison);
        QVERIFY(comparison.addFile(file("alone.hareloom", titled("Trees", 9))).ok());
        table.setComparison(comparison);
        QCOMPARE(table.rowCount(), 1);
    }

    void oneVariantAloneIsNotCompared()
    {
        m_window->session().setFinished(fixtures::normalSession(5), {});
        const auto* page = m_window->findChild<Laboratory*>();
        const QPoint before = page->mapTo(m_window.get(), QPoint());
        m_window->actions().compare->trigger();
        QVERIFY(!m_window->comparing().isOn());
        QVERIFY(!m_window->actions().compare->isChecked());
        auto* bar = m_window->findChild<MessageBar*>("offerBar"); // no alarm: nothing is wrong
        QVERIFY(bar && bar->isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(page->mapTo(m_window.get(), QPoint()), before); // it lies upon the page, and moves nothing
        QTRY_VERIFY(bar->height() >= bar->heightForWidth(bar->width())); // nothing of it is cut
        QPushButton* recipe = nullptr;
        for (auto* button : bar->findChildren<QPushButton*>())
            if (button->text().contains("Recipe"))
                recipe = button;
        QVERIFY(recipe);
        QTest::mouseClick(recipe, Qt::LeftButton);
        QVERIFY(m_window->recipes().drawer().isVisible());
        QVERIFY(!bar->isVisible());
        m_window->actions().recipe->setChecked(false);
        drop({file("a.hareloom", titled("A", 4)), file("b.hareloom", titled("B", 4))});
        QVERIFY(m_window->comparing().isOn());
        QVERIFY2(m_window->message().isEmpty(), qPrintable(m_window->message()));
    }

    // A key that did nothing would seem to be broken.
    void withoutARunBeforeItIsSaid()
    {
        m_window->session().setFinished(fixtures::normalSession(5), {});
        QVERIFY(m_window->actions().compareBefore->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!m_window->comparing().isOn());
        auto* bar = m_window->findChild<MessageBar*>("offerBar");
        QVERIFY(bar && bar->isVisible());
        QVERIFY(bar->text().contains("no run before"));
        bar->dismiss();
    }

    void whatIsToldOfAColumnIsReadWholeAndLeadsThere()
    {
        m_window->session().setFinished(threeVariants(60), {});
        m_window->actions().compare->trigger();
        m_window->cursor().show(58);
        const auto columns = toldColumns();
        const auto told = [&] { // stories are told beside the window's thread
            return std::count_if(columns.begin(), columns.end(),
                                 [](const StoryText* words) { return words->line().generation >= 0; });
        };
        QTRY_VERIFY(told() > 0);
        for (const StoryText* words : columns)
            QVERIFY2(isWhole(*words), qPrintable(words->line().sentence));
        StoryText* first = columns.first();
        const int generation = first->line().generation;
        first->click();
        QVERIFY(generation < 0 || m_window->cursor().shown() == generation);
        m_window->cursor().show(59); // at the end each column says what became of it
        for (qsizetype i = 0; i < columns.size(); ++i) {
            ChainStory story(m_window->session());
            story.setChain(static_cast<ChainIndex>(2 * i)); // two chains each, of which the first is shown
            story.refresh();
            QVERIFY(story.endAt(59) && !story.endAt(58));
            QTRY_COMPARE(columns[i]->line().sentence, story.endAt(59)->sentence); // the view moves there
            QVERIFY(columns[i]->toolTip().contains(story.endAt(59)->reason));
        }
        m_window->session().setFinished(fixtures::normalSession(5), {});
    }

    // Nor is anything cut where there is little room: what would be is not shown.
    void aColumnsWordsAreWholeInASmallWindow()
    {
        m_window->resize(1024, 600);
        m_window->session().setFinished(threeVariants(60), {});
        m_window->actions().compare->trigger();
        m_window->cursor().show(59);
        QTRY_VERIFY(!toldColumns().first()->line().sentence.isEmpty());
        auto* answer = m_window->findChild<StoryText*>(QStringLiteral("answer"));
        QTRY_VERIFY(answer->isVisible());
        for (const StoryText* words : toldColumns())
            QVERIFY2(!words->isVisible() || isWhole(*words), qPrintable(words->line().sentence));
        QVERIFY(isWhole(*answer));
        QVERIFY(m_window->width() <= 1024 && m_window->height() <= 600);
    }

    void aComparisonAnswers()
    {
        m_window->session().setFinished(threeVariants(60), {});
        m_window->actions().compare->trigger();
        auto* answer = m_window->findChild<StoryText*>(QStringLiteral("answer"));
        m_window->cursor().show(0);
        QTRY_VERIFY(!answer->isVisible()); // nothing has changed yet
        m_window->cursor().show(30);
        QTRY_VERIFY2(answer->line().sentence.startsWith(
                         QStringLiteral("Variance, generation 0 → 30, medians over chains: “Few” 1 → ")),
                     qPrintable(answer->line().sentence));
        QVERIFY(answer->line().sentence.contains(QStringLiteral("It changed most with “")));
        QVERIFY(answer->line().reason.isEmpty()); // two settings differ, so that nobody knows which it was
        m_window->cursor().show(59);
        QTRY_VERIFY(answer->line().sentence.startsWith(QStringLiteral("Variance, generation 0 → 59")));
        // A presentation says it at the end, in place of an event.
        QTRY_COMPARE(m_window->comparing().view()->told().sentence, answer->line().sentence);
    }

    void theOverlayShowsHowFarChainsSpread()
    {
        m_window->session().setFinished(threeVariants(12), {});
        m_window->actions().compare->trigger();
        const auto& charts = m_window->findChild<OverlayView*>()->charts();
        QVERIFY(!charts.empty() && charts[0].hasBands());
        QCOMPARE(charts[0].bands.size(), std::size_t(3));
        QCOMPARE(charts[0].bands[1].low.size(), charts[0].lines[1].size());
        for (std::size_t g = 0; g < charts[0].lines[1].size(); ++g)
            QVERIFY(charts[0].bands[1].low[g] <= charts[0].lines[1][g] &&
                    charts[0].lines[1][g] <= charts[0].bands[1].high[g]);
        m_window->session().setFinished(fixtures::normalSession(5), {});
    }

    void theShorterRunStaysAtItsLastGenerationAndSaysSo()
    {
        drop({file("long.hareloom", titled("Long", 40)), file("short.hareloom", titled("Short", 10))});
        QVERIFY2(m_window->comparing().isOn(), qPrintable(m_window->message()));
        QCOMPARE(header().mid(1), (QStringList{"Long", "Short"}));
        QCOMPARE(m_window->cursor().count(), 40);
        m_window->cursor().show(30);
        const auto stages = m_window->findChildren<CompareStage*>();
        QCOMPARE(stages.size(), 2);
        QCOMPARE(stages[0]->caption(30), QString("Generation 30 of 39"));
        QCOMPARE(stages[1]->caption(30), QString("Ends at generation 9, which stays"));
        QCOMPARE(stages[1]->scene()->frameAt(30).to->index, 9);
        QTRY_COMPARE(m_window->cursor().position(), 30.0);
        QVERIFY(fixtures::inkOn(*stages[0], m_themes->theme().generation(30.0 / 39)) > 50);
        QVERIFY(fixtures::inkOn(*stages[1], m_themes->theme().generation(1)) > 50); // its last
        m_window->comparing().stop();
        QCOMPARE(m_window->cursor().count(), 0);
        QVERIFY(m_window->session().history().isEmpty());
    }

    void columnsAreChosenAddedAndRemoved()
    {
        m_window->session().setFinished(threeVariants(12), {});
        m_window->comparing().compareVariants();
        m_window->comparing().compareFiles({file("other.hareloom", titled("Other", 8))}, true);
        QCOMPARE(header().mid(1), (QStringList{"Few", "Many", "Real", "Other"}));
        auto columns = m_window->findChildren<CompareColumn*>();
        QCOMPARE(columns.size(), 4);
        QCOMPARE(columns[0]->stage().scene()->chain(), 0);
        QCOMPARE(columns[1]->stage().scene()->chain(), 2); // the same replicate of each variant
        auto* choice = columns[0]->findChild<QComboBox*>();
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_End);
        QTRY_COMPARE(header().mid(1), (QStringList{"Other", "Many", "Real", "Other"}));
        QTest::mouseClick(columns[3]->findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(header().mid(1), (QStringList{"Other", "Many", "Real"}));
        QTest::mouseClick(columns[2]->findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(header().mid(1), (QStringList{"Other", "Many"}));
        QVERIFY(!columns[0]->findChild<QToolButton*>()->isVisible()); // two are the least
        QVERIFY(!columns[2]->isVisible() && !columns[3]->isVisible());
        QCOMPARE(columns[0]->stage().accessibleName(), QString("Stage of Other"));
        QCOMPARE(columns[1]->stage().accessibleName(), QString("Stage of Many"));
        QVERIFY(fixtures::inkOn(columns[1]->stage(), m_themes->theme().generation(0)) > 50);
    }

    void axesAreThoseOfTheFirstWhereFamiliesAgree()
    {
        LabSession normal, discrete;
        normal.setFinished(fixtures::normalSession(3), {});
        SessionContents letters = fixtures::normalSession(1);
        letters.experiment.family = "discrete";
        letters.generations = {fixtures::link(
            0, std::make_shared<CategoricalSnapshot>(Categorical{Vector::Constant(3, 1.0 / 3)}))};
        discrete.setFinished(letters, {});
        Comparison comparison;
        comparison.addRun(normal, 0);
        comparison.addRun(normal, 0);
        comparison.addRun(discrete, 0);
        QCOMPARE(comparison.sources()[1].title, comparison.sources()[0].title + " (2)");
        QVERIFY2(comparison.sources()[2].title.startsWith("Family discrete"),
                 qPrintable(comparison.sources()[2].title)); // of one title: told apart by what differs
        comparison.addColumn();
        comparison.addColumn();
        QCOMPARE(comparison.sharedAxes(), normal.history().at(0, 0));
        comparison.setColumn(1, 2);
        QCOMPARE(comparison.sharedAxes(), GenerationPtr());
        QVERIFY(comparison.sharedMetrics().empty());
    }

    void overlaysHoldTheLinesOfEachColumn()
    {
        m_window->session().setFinished(threeVariants(12), {});
        m_window->comparing().compareVariants();
        const auto& charts = m_window->findChild<OverlayView*>()->charts();
        QVERIFY(!charts.empty());
        QCOMPARE(charts[0].metric, std::string("variance"));
        QCOMPARE(charts[0].lines.size(), std::size_t{3});
        QCOMPARE(charts[0].lines[2][5], m_window->session().history().at(4, 5)->metric("variance"));
        QVERIFY(charts[0].lines[0][5] != charts[0].lines[2][5]);
    }

    void aFigureOfItTakesTheAxesThatAreWanted()
    {
        m_window->session().setFinished(threeVariants(12), {});
        m_window->comparing().compareVariants();
        auto* view = m_window->findChild<CompareView*>();
        const std::vector<NamedFigure> figures = view->figures(3);
        const auto variance = std::find_if(figures.begin(), figures.end(),
                                           [](const NamedFigure& each) { return each.name == "variance"; });
        QVERIFY(variance != figures.end());
        FigureOptions options;
        options.axes.x.range = {2, 9};
        options.axes.y.range = {0.5, 4};
        options.axes.y.isLog = true;
        QVERIFY(checkFigure(variance->figure, options));
        QImage image(variance->figure.size.toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        const AxisWishScope seen(options.axes);
        variance->figure.paint(painter, image.rect(), options);
        QCOMPARE(*seen.paintedX(), AxisRange({2, 9, false}));
        QCOMPARE(*seen.paintedY(), AxisRange({0.5, 4, true}));
        options.axes.y.range = {0, 4};
        QVERIFY(!checkFigure(variance->figure, options));       // a logarithmic axis has no 0
        QVERIFY(!checkFigure(figures.front().figure, options)); // stages side by side have no one axis
    }

    // Lines fall below the axis of what is shown, to zero, and lie on the floor.
    void theOverlayShowsNothingOfWhatComesLater()
    {
        OverlayChart chart;
        chart.metric = "variance";
        chart.lastGeneration = 60;
        chart.hidesFuture = true;
        chart.changes = {40};
        chart.lines.resize(2);
        chart.bands.resize(2);
        for (int g = 0; g <= 60; ++g) {
            const double value = g < 50 ? std::exp(-0.3 * g) : 0;
            chart.lines[0].push_back(value);
            chart.lines[1].push_back(1 + 0.2 * value);
            chart.bands[1].low.push_back(0.5 * value);
            chart.bands[1].high.push_back(2);
        }
        const QRectF area(0, 0, 400, 160);
        const auto inkAfter = [&](int generation) {
            QImage image(400, 160, QImage::Format_RGB32);
            image.fill(lightTheme().surface);
            QPainter painter(&image);
            chart.position = generation;
            chart.paint(painter, area, lightTheme());
            painter.end();
            // The last generation's place is the right end; colours of lines and bands, no greys of axes and
            // words.
            constexpr int kPoint = 8, kGrey = 24;
            int ink = 0;
            for (int y = 24; y < 145; ++y)
                for (int x = 52 + (392 - 52) * generation / 60 + kPoint; x < 400; ++x) {
                    const QColor at = image.pixelColor(x, y);
                    const auto [low, high] = std::minmax({at.red(), at.green(), at.blue()});
                    ink += high - low > kGrey ? 1 : 0;
                }
            return ink;
        };
        for (const int generation : {0, 5, 30})
            QCOMPARE(inkAfter(generation), 0);
        chart.hidesFuture = false;
        QVERIFY(inkAfter(5) > 100);
    }

    void aFileThatCannotBeReadIsSaidAndNothingBegins()
    {
        QFile broken(m_folder.filePath("broken.hareloom"));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no session") > 0);
        broken.close();
        drop({broken.fileName(), file("fine.hareloom", titled("Fine", 4))});
        QVERIFY(!m_window->comparing().isOn());
        QVERIFY2(m_window->message().contains("broken.hareloom"), qPrintable(m_window->message()));
    }

    void anotherExperimentEndsTheComparison()
    {
        m_window->session().setFinished(threeVariants(12), {});
        m_window->comparing().compareVariants();
        m_window->session().setExperiment(fixtures::normalExperiment(3));
        QVERIFY(!m_window->comparing().isOn());
        auto* stage = m_window->findChild<StageView*>();
        QVERIFY(stage->isVisible());
        QCOMPARE(stage->accessibleDescription(), QString("Nothing has run yet."));
        QVERIFY(fixtures::inkOn(*stage, m_themes->theme().accent) > 100); // "Press Space to run"
    }

    void aRunThatGoesOnIsFollowed()
    {
        Experiment experiment = threeVariants(1).experiment;
        experiment.generations = 60;
        m_window->session().setExperiment(experiment);
        m_window->comparing().compareVariants();
        QVERIFY(m_window->comparing().isOn());
        m_window->run();
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
        QCOMPARE(m_window->cursor().count(), 61);
        QVERIFY(m_window->findChildren<CompareStage*>()[2]->scene()->stage());
    }

    void theRunBeforeIsOneClickAwayAfterAChange()
    {
        m_window->session().setExperiment(fixtures::normalExperiment(20));
        m_window->run();
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
        Experiment changed = m_window->session().experiment();
        changed.policy.realShare = 0.5;
        m_window->session().setExperiment(changed);
        m_window->run();
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
        QTest::mouseClick(compareButton(), Qt::LeftButton);
        QVERIFY(m_window->comparing().isOn());
        QCOMPARE(header().size(), 3);
        QVERIFY2(header()[1].startsWith("Before: ") && header()[1].endsWith(" 0"), qPrintable(header()[1]));
        QVERIFY2(header()[2].startsWith("Now: ") && header()[2].contains("0.5"), qPrintable(header()[2]));
        const auto stages = m_window->findChildren<CompareStage*>();
        QCOMPARE(stages[1]->scene()->session().experiment().policy.realShare, 0.5);
        QCOMPARE(stages[0]->scene()->session().experiment().policy.realShare, 0.0);
        QTest::mouseClick(compareButton(), Qt::LeftButton);
        QVERIFY(!m_window->comparing().isOn());
    }

    void aChangeRunsBesideThePresentRun()
    {
        m_window->session().setExperiment(fixtures::normalExperiment(20));
        m_window->run();
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
        m_window->actions().recipe->setChecked(true);
        Recipe& recipe = m_window->recipes().recipe();
        QVERIFY(recipe.set(*findField("policy.realShare"), 0.25).ok());
        QPushButton* beside = nullptr;
        for (auto* button : m_window->recipes().drawer().findChildren<QPushButton*>())
            if (button->text() == "Run beside")
                beside = button;
        QVERIFY(beside && beside->isVisible());
        QTest::mouseClick(beside, Qt::LeftButton);
        QVERIFY(m_window->comparing().isOn());
        QTRY_COMPARE(m_window->session().state(), RunState::Finished);
        QCOMPARE(m_window->session().variants().size(), std::size_t(2));
        QCOMPARE(m_window->session().variants()[1].policy.realShare, 0.25);
        QVERIFY2(header()[2].contains("0.25"), qPrintable(header()[2]));
        m_window->comparing().stop();
        m_window->actions().undo->trigger();
        QVERIFY(recipe.draft().variants.empty()); // as it was before
    }

    void recordedRunsAreOfferedBeforeFiles()
    {
        m_window->saves().recents().add(file("oak.hareloom", titled("Oak", 9)), "Oak", "Real share 0.5");
        m_window->session().setFinished(threeVariants(9), {});
        auto* menu = m_window->findChild<ComparisonMenu*>();
        Q_EMIT menu->aboutToShow();
        QAction* oak = nullptr;
        qsizetype atOak = -1, atFiles = -1;
        for (qsizetype i = 0; i < menu->actions().size(); ++i) {
            QAction* action = menu->actions()[i];
            if (action->text().startsWith("Oak")) {
                oak = action;
                atOak = i;
            }
            if (action == m_window->actions().compareFiles)
                atFiles = i;
        }
        QVERIFY(oak && atFiles > atOak);
        QVERIFY2(oak->text().contains("Real share 0.5"), qPrintable(oak->text()));
        oak->trigger();
        QVERIFY(m_window->comparing().isOn());
        QCOMPARE(header().mid(1), (QStringList{"Few", "Oak"}));
    }

    void aPresetThatAsksForAComparisonOpensInIt()
    {
        QVERIFY(m_window->files().openPreset("keep-real"));
        QVERIFY(m_window->comparing().isOn());
        QCOMPARE(header().size(), 5);
        m_window->actions().reshuffle->trigger(); // another try of the same
        QVERIFY(m_window->comparing().isOn());
        m_window->session().stop();
        QVERIFY(m_window->files().openPreset("old-faithful"));
        QVERIFY(!m_window->comparing().isOn());
    }

    void everyColumnHasItsMarks()
    {
        SessionContents contents = threeVariants(60);
        m_window->session().setFinished(contents, {});
        m_window->comparing().compareVariants();
        const auto marks = m_window->comparing().view()->marks();
        QCOMPARE(marks.size(), std::size_t(3));
        QCOMPARE(marks[1].title, QString("Many"));
        FilmstripMarks strip;
        ChainMarks healthy{{}, "Healthy"}, dead{{}, "Dead"};
        dead.marks.late = 40;
        dead.marks.lateWords = "gone";
        strip.set({healthy, dead});
        const QString told = strip.summary().join("; ");
        QVERIFY2(told.contains("Dead") && !told.contains("Healthy"), qPrintable(told));
        const FilmstripLayout layout{QSizeF(1000, 144), 60, 60, 0};
        QImage image(1000, 144, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        strip.paint(painter, layout, lightTheme());
        const auto [generation, words] =
            strip.at({layout.trackX(40) + 2, layout.caption().center().y()}, layout);
        QCOMPARE(generation, 40);
        QCOMPARE(words, QString("Dead: gone"));
        strip.showUpTo(39);
        strip.paint(painter, layout, lightTheme());
        QCOMPARE(strip.at({layout.trackX(40) + 2, layout.caption().center().y()}, layout).first, -1);
    }

    /// Which class is the rarest the data decide: of other data it is another class.
    void unlikeThingsAreNotDrawnAsOne()
    {
        const auto withRarest = [](std::int64_t rareClass) {
            SessionContents contents = fixtures::normalSession(4);
            contents.experiment.evaluation.metrics = {"variance", "rarestClassShare"};
            contents.experiment.source.rareClass = rareClass;
            contents.experiment.source.kind = rareClass < 0 ? "mnist" : "fashionMnist";
            static const MetricName rarest{"rarestClassShare"};
            for (GenerationPtr& link : contents.generations) {
                auto copy = std::make_shared<Generation>(*link);
                copy->metrics.push_back({rarest, 0.1});
                link = copy;
            }
            return contents;
        };
        LabSession trousers, again, digits;
        trousers.setFinished(withRarest(1), {});
        again.setFinished(withRarest(1), {});
        digits.setFinished(withRarest(-1), {});
        Comparison comparison;
        comparison.addRun(trousers, 0);
        comparison.addRun(again, 0);
        comparison.addRun(digits, 0);
        comparison.setColumns({0, 1});
        QCOMPARE(comparison.sharedMetrics().size(), std::size_t(2));
        QVERIFY(comparison.unlikeMetrics().empty());
        comparison.setColumns({0, 2});
        QCOMPARE(comparison.sharedMetrics(), (std::vector<std::string>{"variance"}));
        QCOMPARE(comparison.unlikeMetrics(), (std::vector<std::string>{"rarestClassShare"}));
        const OverlayView view(comparison);
        QVERIFY2(view.note().contains("arest class"), qPrintable(view.note()));
    }

    void columnsShowTheViewThatTheBoxSays()
    {
        m_window->session().setFinished(threeVariants(9), {});
        m_window->comparing().compareVariants();
        const QStringList modes = m_window->comparing().modes();
        QVERIFY(modes.size() > 1);
        QComboBox* box = nullptr;
        for (auto* each : m_window->findChild<Transport*>()->findChildren<QComboBox*>())
            if (each->accessibleName() == "View")
                box = each;
        QVERIFY(box);
        for (int mode = 0; mode < modes.size(); ++mode) {
            Q_EMIT box->activated(mode);
            QCOMPARE(box->currentText(), modes[mode]);
            for (const CompareStage* stage : m_window->findChildren<CompareStage*>())
                QCOMPARE(stage->mode(), box->currentText());
        }
    }

    void theWindowNeverOutgrowsTheScreen_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QSize>("screen");
        for (const char* preset : {"three-errors", "church-quick"}) // the longest names, and a network
            for (const QSize screen : {QSize(1280, 720), QSize(1024, 600)})
                QTest::addRow("%s %d", preset, screen.width()) << QString(preset) << screen;
    }
    void theWindowNeverOutgrowsTheScreen()
    {
        QFETCH(QString, preset);
        QFETCH(QSize, screen);
        m_window->resize(screen);
        for (const bool hasRecipe : {true, false}) {
            QVERIFY(m_window->files().openPreset("old-faithful"));
            m_window->actions().recipe->setChecked(hasRecipe);
            QVERIFY(m_window->files().openPreset(preset));
            m_window->comparing().compareVariants();
            QVERIFY(m_window->comparing().isOn());
            QTest::qWait(0); // layouts settle, and what was there before is gone
            QCOMPARE(m_window->findChildren<CompareColumn*>().size(), 4);
            const QSize least = m_window->minimumSizeHint();
            QVERIFY2(least.width() <= screen.width() && least.height() <= screen.height(),
                     qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
            QCOMPARE(m_window->size(), screen);
            press(Qt::Key_Escape);
            QTest::qWait(0);
            QVERIFY(!m_window->comparing().isOn());
            QCOMPARE(m_window->size(), screen);
            QCOMPARE(m_window->recipes().drawer().isVisible(), hasRecipe);
        }
        m_window->actions().recipe->setChecked(false);
    }

private:
    QToolButton* compareButton() const
    {
        for (auto* button : m_window->findChild<Transport*>()->findChildren<QToolButton*>())
            if (button->defaultAction() == m_window->actions().compare)
                return button;
        return nullptr;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<MainWindow> m_window;
};

HARELOOM_UI_TEST(CompareTest)
#include "CompareTest.moc"
