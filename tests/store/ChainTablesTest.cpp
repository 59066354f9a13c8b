// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ChainTables.h"
#include "core/base/Text.h"
#include "core/recipe/ExperimentJson.h"
#include "tests/TestProgram.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <cmath>
#include <limits>
#include <sstream>

using namespace hareloom;
using nlohmann::json;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Two ways to treat the data, three chains each, six generations.
Experiment experiment()
{
    Experiment e;
    e.samples.size = 100;
    e.generations = 5;
    e.chains = 3;
    e.evaluation.metrics = {"variance", "tailMass"};
    e.variants = {{"Replace", {{"policy.pool", "\"latest\""}}},
                  {"Keep, \"all\"", {{"policy.pool", "\"all\""}}}};
    return e;
}

Generation link(ChainIndex chain, int index, double variance, double tailMass)
{
    Generation generation;
    generation.chain = chain;
    generation.index = index;
    generation.metrics = {{MetricName("variance"), variance}, {MetricName("tailMass"), tailMass}};
    return generation;
}

ChainTables tablesOf(const Experiment& e, std::vector<std::string> wanted = {})
{
    auto tables = ChainTables::of(e, std::move(wanted));
    if (!tables)
        qFatal("%s", tables.error().message.c_str());
    return *std::move(tables);
}

json summaryOf(const ChainTables& tables)
{
    std::ostringstream out;
    if (!tables.writeSummary(out, TableFormat::Json))
        qFatal("not written");
    return json::parse(out.str());
}

json marksOf(const ChainTables& tables)
{
    std::ostringstream out;
    if (!tables.writeMarks(out, TableFormat::Json))
        qFatal("not written");
    return json::parse(out.str());
}

} // namespace

class ChainTablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chainsOfAVariantAreSummarised()
    {
        ChainTables tables = tablesOf(experiment(), {"variance"});
        for (int chain = 0; chain < 3; ++chain)
            tables.add(link(chain, 0, 1 + chain, 0.02));
        tables.add(link(3, 0, 7, 0.02));
        const json rows = summaryOf(tables);
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0]["variant"], "Replace");
        QCOMPARE(rows[0]["metric"], "variance");
        QCOMPARE(rows[0]["unit"], "data^2");
        QCOMPARE(rows[0]["chains"], 3);
        QCOMPARE(rows[0]["mean"].get<double>(), 2.0);
        QCOMPARE(rows[0]["standardError"].get<double>(), 1 / std::sqrt(3));
        QCOMPARE(rows[0]["q50"].get<double>(), 2.0);
        QCOMPARE(rows[0]["q05"].get<double>(), 1.1);
        QCOMPARE(rows[0]["theoryKind"], "median");
        QCOMPARE(rows[0]["theoryExact"], "no");
        QVERIFY(std::abs(rows[0]["theory"].get<double>() - 1) < 0.1);
        QCOMPARE(rows[1]["variant"], "Keep, \"all\"");
        QCOMPARE(rows[1]["chains"], 1);
        QVERIFY(rows[1]["standardError"].is_null());
    }

    // Of a normal source's mean theory knows how far a chain strays: after g fits of n rows (g + 1) / n of
    // its variance.
    void aMeanHasItsDeviation()
    {
        Experiment e = experiment();
        e.variants.clear();
        e.evaluation.metrics = {"mean"};
        ChainTables tables = tablesOf(e);
        for (int g = 0; g < 2; ++g) {
            Generation one = link(0, g, 1, 0.02);
            one.metrics = {{MetricName("mean[0]"), 0.5}};
            tables.add(one);
        }
        const json rows = summaryOf(tables);
        QCOMPARE(rows.size(), std::size_t(2));
        QVERIFY(std::abs(rows[0]["theoryDeviation"].get<double>() - 0.1) < 1e-12);
        QVERIFY(rows[1]["theoryDeviation"].get<double>() > 0.14);
        QVERIFY(rows[1]["theoryDeviation"].get<double>() < 0.1415);
    }

    void marksAreCountedFromWhereTheyBegin()
    {
        ChainTables tables = tablesOf(experiment());
        for (int g = 0; g < 6; ++g) {
            tables.add(link(0, g, 1, g < 1 ? 0.02 : 0.001));                // tails from 1 on
            tables.add(link(1, g, g < 1 ? 1 : 0.01, g < 1 ? 0.02 : 0.001)); // and spread
            tables.add(link(2, g, 1, 0.02));
        }
        const json marks = marksOf(tables);
        QCOMPARE(marks.size(), std::size_t(3));
        QCOMPARE(marks[0]["early"], 1);
        QVERIFY(marks[0]["late"].is_null());
        QCOMPARE(marks[1]["late"], 1);
        QVERIFY(marks[2]["early"].is_null());
        QCOMPARE(marks[2]["replicate"], 2);
        const json rows = summaryOf(tables);
        QCOMPARE(rows[0]["chainsEarly"], 0);
        QCOMPARE(rows[1]["chainsEarly"], 2);
        QCOMPARE(rows[3]["chainsLate"], 1);
    }

    // Without the metrics that marks are found in nobody can say that no chain has collapsed.
    void whatCannotBeToldIsEmpty()
    {
        Experiment e = experiment();
        e.evaluation.metrics = {"variance"};
        ChainTables tables = tablesOf(e);
        Generation only = link(0, 0, 1, kNaN);
        only.metrics.pop_back();
        only.note = "a note, with \"quotes\"";
        tables.add(only);
        const json rows = summaryOf(tables);
        QVERIFY(rows[0]["chainsEarly"].is_null() && rows[0]["chainsLate"].is_null());
        QCOMPARE(marksOf(tables)[0]["note"], "a note, with \"quotes\"");
    }

    void aChainThatEndedEarlyIsLeftOutLater()
    {
        ChainTables tables = tablesOf(experiment(), {"variance"});
        tables.add(link(0, 0, 1, 0));
        tables.add(link(0, 1, 2, 0));
        tables.add(link(1, 0, 3, 0));
        const json rows = summaryOf(tables);
        QCOMPARE(rows[0]["chains"], 2);
        QCOMPARE(rows[1]["chains"], 1);
        QCOMPARE(rows[1]["mean"].get<double>(), 2.0);
    }

    // The second variant's 2, 4, 5 against 1, 2, 4: one more, two more, one more.
    void differencesArePairedWhereAllChainsAreThere()
    {
        ChainTables tables = tablesOf(experiment(), {"variance"});
        const double first[] = {1, 2, 4}, second[] = {2, 4, 5};
        for (int r = 0; r < 3; ++r) {
            tables.add(link(r, 0, first[r], 0));
            tables.add(link(r, 1, first[r], 0));
        }
        for (int r = 0; r < 3; ++r) {
            tables.add(link(3 + r, 0, second[r], 0));
            if (r < 2)
                tables.add(link(3 + r, 1, second[r], 0));
        }
        std::ostringstream out;
        QVERIFY(tables.writeDifferences(out, TableFormat::Json));
        const json rows = json::parse(out.str());
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0]["method"], "paired");
        QVERIFY(std::abs(rows[0]["difference"].get<double>() - 4.0 / 3) < 1e-12);
        const double reach = 4.302652729911275 / 3; // of t with 2 degrees; the differences' variance is 1/3
        QVERIFY(std::abs(rows[0]["high95"].get<double>() - 4.0 / 3 - reach) < 1e-9);
        QCOMPARE(rows[0]["degrees"], 2.0);
        QCOMPARE(rows[1]["method"], "welch"); // one chain has ended
        QVERIFY(std::abs(rows[1]["difference"].get<double>() - (3 - 7.0 / 3)) < 1e-12);
    }

    void generationsOfNoChainAreLeftOut()
    {
        ChainTables tables = tablesOf(experiment());
        for (const auto& [chain, index] :
             {std::pair(-1, 0), {6, 0}, {2'000'000'000, 0}, {0, -1}, {0, 6}, {0, 2'147'483'647}})
            tables.add(link(chain, index, 1, 1));
        QCOMPARE(summaryOf(tables).size(), std::size_t(0));
        QCOMPARE(marksOf(tables).size(), std::size_t(0));
    }

    void csvHasAColumnForEachCell()
    {
        ChainTables tables = tablesOf(experiment(), {"variance"});
        tables.add(link(3, 0, 0.1, 0.02));
        std::ostringstream out;
        QVERIFY(tables.writeSummary(out, TableFormat::Csv).ok());
        const QStringList lines = QString::fromStdString(out.str()).split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].count(','), 19);
        QVERIFY2(lines[1].startsWith("\"Keep, \"\"all\"\"\",variance,data^2,0,1,0.1"), qPrintable(lines[1]));
        QVERIFY2(lines[1].contains("," + QString::fromStdString(exactNumber(0.1)) + ",nan,"),
                 qPrintable(lines[1]));
        std::ostringstream full;
        full.setstate(std::ios::badbit);
        QVERIFY(!tables.writeSummary(full, TableFormat::Csv).ok());
    }
};

HARELOOM_TEST(ChainTablesTest)
#include "ChainTablesTest.moc"
