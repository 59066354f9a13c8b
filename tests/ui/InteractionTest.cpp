// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Interaction.h"
#include "core/recipe/Presets.h"
#include "tests/TestProgram.h"
#include "ui/accessible/ChartDescription.h"
#include "ui/compare/Comparison.h"
#include "ui/compare/DifferencesTable.h"
#include "ui/gallery/Preview.h"
#include "ui/recipe/InteractionEditor.h"
#include "ui/recipe/ReaderGraph.h"
#include "ui/recipe/Recipe.h"
#include "ui/recipe/VariantsEditor.h"
#include "ui/session/LabSession.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QUndoStack>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

using Row = std::vector<double>;

Experiment twoVariants()
{
    Experiment experiment = *loadPreset("two-readers");
    experiment.interaction = nullptr;
    experiment.variants.resize(2);
    experiment.evaluation.metrics = {"variance"};
    return experiment;
}

QPushButton* buttonOf(QWidget& widget, const QString& text)
{
    for (auto* button : widget.findChildren<QPushButton*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace

class InteractionTest : public QObject
{
    Q_OBJECT

private:
    Recipe m_recipe;

    const std::vector<Row>& matrix() const { return m_recipe.draft().interaction->matrix; }

private Q_SLOTS:
    void init() { m_recipe.load(twoVariants()); }

    void variantsBecomeModels()
    {
        InteractionEditor editor(m_recipe);
        editor.show();
        QVERIFY(!editor.graph()->isVisible());
        buttonOf(editor, "Let them learn from each other")->click();
        QCOMPARE(matrix(), (std::vector<Row>{{1, 0}, {0, 1}}));
        QVERIFY(editor.graph()->isVisible());
        QVERIFY2(m_recipe.fault().isEmpty(), qPrintable(m_recipe.fault()));
        buttonOf(editor, "Let each learn from itself alone")->click();
        QVERIFY(!m_recipe.draft().interaction);
        m_recipe.undoStack()->undo();
        m_recipe.undoStack()->undo();
        QVERIFY(!m_recipe.draft().interaction);
    }

    void aShareIsSetAndItsRowStaysWhole()
    {
        InteractionEditor editor(m_recipe);
        editor.show();
        buttonOf(editor, "Let them learn from each other")->click();
        editor.shareBox(1)->setValue(25);
        QCOMPARE(matrix(), (std::vector<Row>{{0.75, 0.25}, {0, 1}}));
        QCOMPARE(editor.shareBox(0)->value(), 75.0);
        auto* reader = editor.findChild<QComboBox*>();
        reader->setCurrentIndex(1);
        Q_EMIT reader->activated(1);
        QCOMPARE(editor.shareBox(1)->value(), 100.0);
        editor.shareBox(1)->setValue(40);
        QCOMPARE(matrix(), (std::vector<Row>{{0.75, 0.25}, {0.6, 0.4}}));
        QVERIFY(describedCharts(&editor).front()->words().summary().contains("takes 60% of its rows from"));
    }

    /// A name that holds what Qt puts arguments in place of stays as it is.
    void namesStandInTheSummaryAsTheyAre()
    {
        ReaderGraph graph;
        Interaction readers;
        readers.matrix = {{0.75, 0.25}, {0, 1}};
        graph.setInteraction(readers, {QStringLiteral("%2 <b>&"), QStringLiteral("%1%3")});
        QCOMPARE(describedCharts(&graph).front()->words().summary(),
                 QStringLiteral("%2 <b>& takes 25% of its rows from %1%3."));
    }

    void variantsThatComeAndGoKeepTheMatrixRight()
    {
        InteractionEditor editor(m_recipe);
        VariantsEditor variants(m_recipe);
        editor.show();
        buttonOf(editor, "Let them learn from each other")->click();
        editor.shareBox(1)->setValue(25);
        buttonOf(variants, "Add a variant")->click();
        QCOMPARE(matrix(), (std::vector<Row>{{0.75, 0.25, 0}, {0, 1, 0}, {0, 0, 1}}));
        QVERIFY2(m_recipe.fault().isEmpty(), qPrintable(m_recipe.fault()));
        QList<QPushButton*> removals;
        for (auto* button : variants.findChildren<QPushButton*>())
            if (button->text() == "Remove" && button->isVisibleTo(&variants))
                removals << button;
        removals[1]->click();
        QCOMPARE(matrix(), (std::vector<Row>{{1, 0}, {0, 1}}));
        QVERIFY2(m_recipe.fault().isEmpty(), qPrintable(m_recipe.fault()));
    }

    void arrowsAreDragged()
    {
        InteractionEditor editor(m_recipe);
        editor.resize(400, 500);
        editor.show();
        buttonOf(editor, "Let them learn from each other")->click();
        QCoreApplication::processEvents();
        ReaderGraph* graph = editor.graph();
        const QPoint first = graph->centreOf(0).toPoint(), second = graph->centreOf(1).toPoint();
        QTest::mousePress(graph, Qt::LeftButton, {}, first);
        QTest::mouseMove(graph, second);
        QTest::mouseRelease(graph, Qt::LeftButton, {}, second);
        QCOMPARE(matrix(), (std::vector<Row>{{1, 0}, {0.1, 0.9}})); // the second reads the first
        const QPoint on = graph->arrowMiddle(0, 1).toPoint();
        QTest::mousePress(graph, Qt::LeftButton, {}, on);
        QMouseEvent up(QEvent::MouseMove, on - QPointF(0, 32), graph->mapToGlobal(on - QPointF(0, 32)),
                       Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(graph, &up);
        QTest::mouseRelease(graph, Qt::LeftButton, {}, on - QPoint(0, 32));
        QCOMPARE(matrix()[1], (Row{0.3, 0.7})); // 160 pixels are all
        m_recipe.undoStack()->undo();
        QCOMPARE(matrix()[1], (Row{0.1, 0.9}));
    }

    void columnsSayFromWhomTheyLearn()
    {
        LabSession session;
        session.setExperiment(*loadPreset("two-readers"));
        Comparison comparison;
        comparison.addRun(session, 0);
        comparison.fillColumns();
        DifferencesTable table;
        table.setComparison(comparison);
        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(table.item(0, 0)->text(), QString("Learns from"));
        QCOMPARE(table.item(0, 1)->text(), QString("90% itself, 10% Second of the pair"));
        QCOMPARE(table.item(0, 3)->text(), QString("100% itself"));
    }

    void theGalleryShowsTheFirstModelOfTheLoop()
    {
        const Experiment small = previewExperiment(*loadPreset("islands"));
        const auto made = computePreview(small, {});
        QVERIFY(made);
        QVERIFY((*made)->links.size() > 2);
        for (const GenerationPtr& link : (*made)->links)
            QCOMPARE(link->chain, 0);
    }
};

HARELOOM_UI_TEST(InteractionTest)
#include "InteractionTest.moc"
