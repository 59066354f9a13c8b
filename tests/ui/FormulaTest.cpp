// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prediction/Formulas.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "ui/vitals/FormulaPage.h"

#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

class FormulaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysTheEquationItsNumbersAndWhereItIsFrom()
    {
        const Experiment experiment = experimentOf(
            R"({"family": "discrete", "source": {"kind": "categories", "weights": [1, 1]}, "evaluation": {"metrics": ["heterozygosity"]}})");
        const VitalSeries series("heterozygosity", {experiment});
        VitalChart chart;
        chart.series = &series;
        FormulaPage page(nullptr);
        page.setChart(chart, {experiment}, 0);
        page.wait();
        const QString said = page.lines().join('\n');
        QVERIFY2(said.contains("Generation 0"), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("E H(g) = H(g−1) · (1 − 1/M(g))")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("= 0.5 · (1 − 1/100) = 0.495")), qPrintable(said));
        QVERIFY2(said.contains("It is exact.") && said.contains("Wright 1931"), qPrintable(said));
        page.setChart(chart, {experiment}, 1);
        page.wait();
        QVERIFY(page.lines().join('\n').contains("0.495 · (1"));
    }

    void ofSeveralVariantsItNamesTheOne()
    {
        const Experiment experiment = experimentOf(R"({"family": "gaussian", "generations": 5})");
        Experiment other = experiment;
        other.title = "The other";
        const VitalSeries series("meanError", {experiment, other});
        VitalChart chart;
        chart.series = &series;
        chart.variant = 1;
        FormulaPage page(nullptr);
        page.setChart(chart, {experiment, other}, 3);
        page.wait();
        QVERIFY(page.lines().first().contains("The other"));
    }

    void whereThereIsNoneItSaysSo()
    {
        const Experiment experiment = experimentOf(R"({"family": "gaussian", "generations": 5})");
        const VitalSeries series("tailMass", {experiment});
        VitalChart chart;
        chart.series = &series;
        FormulaPage page(nullptr);
        page.setChart(chart, {experiment}, 2);
        page.wait();
        QVERIFY(page.lines().join('\n').contains("No formula is known"));
    }
};

HARELOOM_UI_TEST(FormulaTest)
#include "FormulaTest.moc"
