// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/SweepSummaryJson.h"
#include "tests/TestProgram.h"
#include "tests/sweep/Sweeps.h"

#include <QtTest>

using namespace hareloom;

namespace {

QStringList titlesOf(const SweepAxis& axis)
{
    QStringList titles;
    for (const SweepValue& value : axis.values)
        titles << QString::fromStdString(value.title);
    return titles;
}

} // namespace

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAndRangesAreRead()
    {
        const auto experiment = swept(R"({"grid": {"policy.realShare": [0, 0.01, 0.1],
            "samples.size": {"log": [10, 1000, 5]}, "policy.lambda": {"linear": [0, 1, 5]}}, "replicates": 7})");
        const auto& grid = experiment.sweep->grid;
        QCOMPARE(grid.size(), std::size_t(3));
        QCOMPARE(QString::fromStdString(grid[0].name),
                 QString("policy.realShare")); // in the order of the settings
        QCOMPARE(titlesOf(grid[0]), QStringList({"0", "0.01", "0.1"}));
        QCOMPARE(titlesOf(grid[1]), QStringList({"0", "0.25", "0.5", "0.75", "1"}));
        QCOMPARE(titlesOf(grid[2]), QStringList({"10", "32", "100", "316", "1000"})); // whole numbers
        QCOMPARE(grid[2].spacing, Spacing::Log);
        QCOMPARE(experiment.sweep->replicates, std::int64_t(7));
    }

    void aRangeKeepsItsEnds()
    {
        const auto experiment = swept(R"({"grid": {"policy.lambda": {"log": [0.1, 0.7, 4]}}})");
        QCOMPARE(titlesOf(experiment.sweep->grid[0]), QStringList({"0.1", "0.191293", "0.365931", "0.7"}));
        const auto even = swept(R"({"grid": {"policy.lambda": {"linear": [0.1, 0.7, 7]}}})");
        QCOMPARE(titlesOf(even.sweep->grid[0]),
                 QStringList({"0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7"}));
    }

    void anAxisMayChangeSettingsTogether()
    {
        const auto experiment = swept(R"({"grid": {"rows": [
            {"title": "10", "set": {"samples.size": 10, "policy.subsample": 10}},
            {"title": "20", "set": {"policy.subsample": 20, "samples.size": 20}}]}})");
        const SweepAxis& axis = experiment.sweep->grid[0];
        QVERIFY(!axis.isSetting);
        QCOMPARE(titlesOf(axis), QStringList({"10", "20"}));
        QCOMPARE(axis.values[1].set.size(), std::size_t(2));
    }

    void itIsWrittenAsItWasRead()
    {
        const QByteArray text =
            R"({"grid": {"samples.size": {"log": [10, 1000, 5]}, "policy.realShare": [0.0, 0.5]},
            "also": [{"policy.realShare": 1.0}], "replicates": 3,
            "summary": {"metrics": ["variance"], "generations": [1, "last"], "statistics": ["mean", "median", 0.05]}})";
        const auto experiment = swept(text);
        const auto written = toJson(experiment);
        QVERIFY(written["sweep"] == nlohmann::json::parse(text.toStdString()));
        const auto again = parseExperiment(toText(experiment), "again");
        QVERIFY(again.ok());
        QCOMPARE(QString::fromStdString(toText(*again)), QString::fromStdString(toText(experiment)));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("sweep");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* sweep, const char* said) {
            QTest::newRow(name) << QByteArray(sweep) << QString(said);
        };
        row("nothing varies", R"({"replicates": 3})", "sweep is");
        row("unknown key", R"({"grids": {}, "also": []})", "sweep.grids: there is no such setting");
        row("unknown setting", R"({"grid": {"samples.siz": [1, 2]}})",
            "sweep.grid.samples.siz: there is no such setting; the nearest are samples.size");
        row("no values", R"({"grid": {"samples.size": []}})",
            "sweep.grid.samples.size is []. It must have one value or more");
        row("out of range", R"({"grid": {"policy.realShare": [0, 1.5]}})",
            "sweep.grid.policy.realShare[1] is 1.5. It must lie between 0 and 1");
        row("of another type", R"({"grid": {"policy.pool": ["latest", 3]}})",
            "sweep.grid.policy.pool[1] is 3");
        row("twice", R"({"grid": {"policy.realShare": [0.1, 0.10]}})", "\"0.1\" stands there twice");
        row("twice when rounded", R"({"grid": {"samples.size": {"linear": [10, 12, 5]}}})",
            "comes twice in this range");
        row("range of words", R"({"grid": {"policy.pool": {"linear": [0, 1, 3]}}})",
            "only numbers have ranges");
        row("log of zero", R"({"grid": {"policy.realShare": {"log": [0, 1, 3]}}})", "have ends above 0");
        row("other range", R"({"grid": {"policy.realShare": {"cubic": [0, 1, 3]}}})",
            "{\"linear\": [first, last, count]}");
        row("one number", R"({"grid": {"policy.realShare": {"linear": [0, 1, 1]}}})", "from 2 to");
        row("chains", R"({"grid": {"chains": [1, 2]}})", "sweep.replicates says how many chains");
        row("title", R"({"grid": {"title": ["a", "b"]}})", "this changes no number");
        row("taken name", R"({"grid": {"generation": [{"title": "a", "set": {"samples.size": 10}}]}})",
            "a table has another column of this name");
        row("replicates", R"({"grid": {"samples.size": [10]}, "replicates": 0})", "sweep.replicates is 0");
        row("statistic", R"({"also": [], "summary": {"statistics": ["mode"]}})", "be \"mean\", \"median\"");
        row("generation", R"({"also": [], "summary": {"generations": [-1]}})",
            "sweep.summary.generations is -1");
        row("a generation twice", R"({"grid": {"samples.size": [10]}, "summary": {"generations": [3, 3]}})",
            "sweep.summary.generations: 3 stands there twice");
        row("also", R"({"also": [{"policy.realShar": 1}]})",
            "sweep.also[0].policy.realShar: there is no such setting");
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(QByteArray, sweep);
        QFETCH(QString, said);
        const auto read = readSwept(sweep);
        QVERIFY(!read.ok());
        QVERIFY2(read.error().message.find(said.toStdString()) != std::string::npos,
                 read.error().message.c_str());
    }

    void anAxisDoesNotLoseSettingsThatOnlyItsValuesNeed()
    {
        auto experiment = swept(R"({"grid": {"samples.schedule": ["constant", "superlinear"]}})",
                                R"({"samples": {"exponent": 3}})");
        const auto again = parseExperiment(toText(experiment), "again");
        QVERIFY(again.ok());
        QCOMPARE(again->samples.exponent, 3.0);
    }

    void statisticsHaveNames()
    {
        using Kind = SweepStatistic::Kind;
        QCOMPARE(statisticName({Kind::Mean, 0.5}), std::string("mean"));
        QCOMPARE(statisticName({Kind::Quantile, 0.05}), std::string("q05"));
        QCOMPARE(statisticName({Kind::Quantile, 0.95}), std::string("q95"));
        QCOMPARE(statisticName({Kind::Quantile, 0.025}), std::string("q2.5"));
        QCOMPARE(statisticName({Kind::Quantile, 1}), std::string("q100"));
    }
};

HARELOOM_TEST(JsonTest)
#include "JsonTest.moc"
