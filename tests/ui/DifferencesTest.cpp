// SPDX-License-Identifier: GPL-3.0-or-later
// By how much chains of variants differ: the numbers of the engine, in a comparison and in a report.
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/ui/Fixtures.h"
#include "ui/compare/CompareView.h"
#include "ui/export/Report.h"
#include "ui/stage/StageLook.h"
#include "ui/vitals/EnlargedVital.h"
#include "ui/vitals/LegendStrip.h"
#include "ui/vitals/Replicates.h"
#include "ui/vitals/VitalsColumn.h"

#include <QSignalSpy>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr const char* kFewAndMany =
    R"({"family": "gaussian", "generations": 10, "chains": 6, "samples": {"size": 20},
        "evaluation": {"metrics": ["variance", "meanErrorSquared"]},
        "variants": [{"title": "Few", "set": {}}, {"title": "Many", "set": {"samples.size": 2000}}]})";

void finish(LabSession& session, const QByteArray& json)
{
    const Experiment experiment = experimentOf(json);
    session.setFinished({experiment, collected(experiment).generations, "test"}, {});
}

} // namespace

class DifferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { fixtures::isolate(); }

    void chainsOfOneSeedArePaired()
    {
        LabSession session;
        finish(session, kFewAndMany);
        const Replicates few{&session, 0}, many{&session, 1};
        const auto a = many.valuesAt("variance", 10), b = few.valuesAt("variance", 10);
        QCOMPARE(a.size(), std::size_t(6));
        const auto found = differenceAt(many, few, "variance", 10);
        const auto expected = pairedDifference(a, b);
        QVERIFY(found && expected && found->isPaired);
        QCOMPARE(found->estimate, expected->estimate);
        QCOMPARE(found->p, expected->p);
        QVERIFY(!differenceAt(many, few, "variance", 11)); // was not made
        QVERIFY2(differenceWords(*found).contains("p ") && differenceWords(*found).contains(" to "),
                 qPrintable(differenceWords(*found)));
    }

    void otherRunsAreWelchs()
    {
        LabSession session, other;
        finish(session, kFewAndMany);
        finish(other, R"({"family": "gaussian", "generations": 10, "chains": 4, "seed": 9})");
        const auto found = differenceAt({&other, 0}, {&session, 0}, "variance", 5);
        QVERIFY(found && !found->isPaired);
    }

    void aComparisonHasThemBelowItsSettings()
    {
        LabSession session;
        finish(session, kFewAndMany);
        Comparison comparison;
        StageLook look;
        CompareView view(comparison, look);
        comparison.addRun(session, 0);
        comparison.fillColumns();
        view.resize(1000, 700);
        view.refresh();
        view.setPosition(10);
        auto* table = view.findChild<DifferencesTable*>();
        QVERIFY(table);
        QStringList rows;
        for (int r = 0; r < table->rowCount(); ++r)
            rows << table->item(r, 0)->text() + " | " + table->item(r, 2)->text();
        const QString all = rows.join('\n');
        QVERIFY2(all.contains("generation 10") && all.contains("p "), qPrintable(all));
        view.setPosition(4);
        QVERIFY(table->item(table->rowCount() - 1, 0)->text().contains("generation 4"));
    }

    void aReportHasATable()
    {
        LabSession session;
        finish(session, kFewAndMany);
        const Report report = makeReport({session, 0, {0, 5, 10}, {}, theoryOf, markCollapse, std::nullopt});
        QVERIFY(!report.tests.rows.isEmpty());
        QCOMPARE(report.tests.header.last(), QString("Many"));
        QVERIFY(report.testsNote.contains("In generation 10."));
        QVERIFY(reportHtml(report).contains("Differences from the first variant"));
        QVERIFY(reportMarkdown(report).contains("Differences from the first variant"));
    }

    void theLegendLeadsToTheFormula()
    {
        LabSession session;
        finish(session, R"({"family": "gaussian", "generations": 10, "samples": {"size": 20}})");
        VitalsColumn column(session);
        column.resize(304, 420);
        column.reload();
        column.waitForTheory();
        column.show();
        QSignalSpy asked(&column, &VitalsColumn::formulaRequested);
        const auto marks = column.legend(lightTheme());
        const auto isTheory = [](const LegendMark& mark) { return mark.kind == LegendMark::Kind::Theory; };
        QVERIFY(std::any_of(marks.begin(), marks.end(), isTheory));
        for (int y = 0; y < 60 && asked.isEmpty(); y += 4)
            for (int x = 0; x < column.width() && asked.isEmpty(); x += 8)
                QTest::mouseClick(&column, Qt::LeftButton, {}, QPoint(x, y));
        QCOMPARE(asked.size(), 1);
        LegendStrip strip(nullptr);
        strip.resize(400, 60);
        strip.setMarks(marks, lightTheme());
        QSignalSpy clicked(&strip, &LegendStrip::theoryClicked);
        const auto places = legendPlaces(strip.rect(), marks);
        for (std::size_t i = 0; i < marks.size(); ++i)
            QTest::mouseClick(&strip, Qt::LeftButton, {}, places[i].center().toPoint());
        QCOMPARE(clicked.size(), std::count_if(marks.begin(), marks.end(), isTheory));
    }
};

HARELOOM_UI_TEST(DifferencesTest)
#include "DifferencesTest.moc"
