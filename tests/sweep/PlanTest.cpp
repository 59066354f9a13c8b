// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/sweep/Sweeps.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace hareloom;

namespace {

QStringList cellsOf(const SweepPlan& plan, std::int64_t point)
{
    QStringList cells;
    for (const std::string& cell : plan.cells(point))
        cells << QString::fromStdString(cell);
    return cells;
}

std::set<std::string> idsOf(const SweepPlan& plan)
{
    std::set<std::string> ids;
    for (std::int64_t point = 0; point < plan.points(); ++point)
        ids.insert(plan.idOf(point));
    return ids;
}

QString refusalOf(const Experiment& experiment)
{
    const auto plan = SweepPlan::make(experiment);
    return plan ? QString() : QString::fromStdString(plan.error().message);
}

} // namespace

class PlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstAxisChangesSlowest()
    {
        const auto plan =
            planOf(swept(R"({"grid": {"policy.realShare": [0, 0.1], "samples.size": [10, 20, 30]}})"));
        QCOMPARE(plan.points(), std::int64_t(6));
        QCOMPARE(cellsOf(plan, 0), QStringList({"0", "10"}));
        QCOMPARE(cellsOf(plan, 1), QStringList({"0", "20"}));
        QCOMPARE(cellsOf(plan, 5), QStringList({"0.1", "30"}));
        QCOMPARE(*plan.valueOf(4, 0), std::size_t(1));
        QCOMPARE(*plan.valueOf(4, 1), std::size_t(1));
        QCOMPARE(QString::fromStdString(plan.nameOf(5)), QString("policy.realShare 0.1, samples.size 30"));
        const Experiment point = plan.experimentOf(5);
        QCOMPARE(point.policy.realShare, 0.1);
        QCOMPARE(point.samples.size, std::int64_t(30));
        QVERIFY(!point.sweep);
    }

    void variantsAreWithinEachPoint()
    {
        const auto plan = planOf(swept(R"({"grid": {"samples.size": [10, 20]}, "replicates": 4})",
                                       R"({"variants": [{"title": "none", "set": {}},
                                           {"title": "some", "set": {"policy.realShare": 0.5}}]})"));
        QCOMPARE(plan.points(), std::int64_t(4));
        QCOMPARE(plan.chains(), std::int64_t(16));
        QCOMPARE(cellsOf(plan, 1), QStringList({"10", "some"}));
        QCOMPARE(plan.experimentOf(1).policy.realShare, 0.5);
        QCOMPARE(plan.experimentOf(1).chains, std::int64_t(4));
        QVERIFY(plan.experimentOf(1).variants.empty());
    }

    void aVariantMayKeepASettingOfAnAxisOfSeveral()
    {
        const auto plan = planOf(swept(R"({"grid": {"rows": [
                {"title": "20", "set": {"samples.size": 20, "policy.subsample": 20}},
                {"title": "40", "set": {"samples.size": 40, "policy.subsample": 40}}]}})",
                                       R"({"variants": [{"title": "all", "set": {"policy.subsample": 0}},
                                                        {"title": "some", "set": {"policy.pool": "all"}}]})"));
        QCOMPARE(cellsOf(plan, 2), QStringList({"40", "all"}));
        QCOMPARE(plan.experimentOf(2).policy.subsample, std::int64_t(0));
        QCOMPARE(plan.experimentOf(2).samples.size, std::int64_t(40));
        QCOMPARE(plan.experimentOf(3).policy.subsample, std::int64_t(40));
    }

    void pointsBesideTheGridHaveTheRestAsTheExperiment()
    {
        const auto plan = planOf(swept(R"({"grid": {"samples.size": [10, 20]},
                                           "also": [{"policy.realShare": 1}, {"samples.size": 500}]})"));
        QCOMPARE(plan.points(), std::int64_t(4));
        QCOMPARE(cellsOf(plan, 0), QStringList({"10", "0"}));
        QCOMPARE(cellsOf(plan, 2), QStringList({"100", "1"}));
        QCOMPARE(cellsOf(plan, 3), QStringList({"500", "0"}));
        QVERIFY(!plan.valueOf(2, 0));
    }

    void anIdIsOfWhatDecidesTheNumbers()
    {
        const QByteArray sweep = R"({"grid": {"samples.size": [10, 20]}, "replicates": 3})";
        const auto plan = planOf(swept(sweep));
        QVERIFY(plan.idOf(0) != plan.idOf(1));
        QCOMPARE(plan.idOf(0).size(), std::size_t(16));
        QCOMPARE(idsOf(planOf(swept(sweep, R"({"title": "Another", "chains": 9})"))), idsOf(plan));
        QCOMPARE(idsOf(planOf(swept(R"({"grid": {"samples.size": [20, 10]}, "replicates": 8})"))),
                 idsOf(plan));
        QVERIFY(planOf(swept(sweep, R"({"seed": 2})")).idOf(0) != plan.idOf(0));
        QVERIFY(planOf(swept(sweep, R"({"generations": 6})")).idOf(0) != plan.idOf(0));
        QCOMPARE(*plan.find(plan.idOf(1)), std::int64_t(1));
        QVERIFY(!plan.find("0123456789abcdef"));
    }

    void anIdFollowsTheDataAndNotTheirPlace()
    {
        const QTemporaryDir folder;
        const auto idOf = [&](const char* name, const QByteArray& rows) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(rows) != rows.size())
                qFatal("cannot write %s", name);
            file.close();
            QByteArray more = R"({"source": {"kind": "csv", "path": "FILE"}, "samples": {"size": 0}})";
            more.replace("FILE", file.fileName().toUtf8());
            return planOf(swept(R"({"grid": {"policy.realShare": [0.1]}})", more)).idOf(0);
        };
        const std::string first = idOf("a.csv", "x\n1\n2\n4\n8\n");
        QCOMPARE(idOf("b.csv", "x\n1\n2\n4\n8\n"), first);
        QVERIFY(idOf("b.csv", "x\n1\n2\n4\n9\n") != first);
    }

    void addingAValueKeepsTheOtherIds()
    {
        const auto few = idsOf(planOf(swept(R"({"grid": {"samples.size": [10, 20]}})")));
        const auto many = idsOf(planOf(swept(R"({"grid": {"samples.size": [5, 10, 15, 20]}})")));
        QVERIFY(std::includes(many.begin(), many.end(), few.begin(), few.end()));
    }

    void everyPointThatCannotRunIsNamed()
    {
        const auto plan =
            planOf(swept(R"({"grid": {"policy.realShare": [0, 0.6], "policy.betaPrevious": [0, 0.6],
                                           "samples.size": [50, 100]}})"));
        QCOMPARE(plan.problems().size(), std::size_t(2));
        QCOMPARE(plan.problems()[0].point, std::int64_t(6));
        QCOMPARE(plan.problems()[1].point, std::int64_t(7));
        const auto sound = plan.check();
        QVERIFY(!sound);
        QVERIFY2(QString::fromStdString(sound.error().message)
                     .startsWith(
                         "2 of 8 points of the sweep cannot run. policy.realShare 0.6, policy.betaPrevious "
                         "0.6, samples.size 50: policy: realShare, freshShare and betaPrevious are 1.2"),
                 sound.error().message.c_str());
        HeardSweep heard;
        QVERIFY(!runSweep(plan, heard, {}));
        QVERIFY(heard.chains.empty());
    }

    void whatDoesNotGoTogetherIsRefused()
    {
        QVERIFY(refusalOf(
                    swept(R"({"grid": {"samples.size": [10]}, "summary": {"metrics": ["mean[0]", "risk"]}})",
                          R"({"evaluation": {"metrics": ["mean", "variance"]}})"))
                    .contains("\"risk\" is not measured. Name some of evaluation.metrics: mean, variance"));
        QVERIFY(refusalOf(swept(R"({"also": []})")).contains("There must be 1 to"));
        QVERIFY(refusalOf(swept(R"({"grid": {"samples.size": [10], "rows": [
                    {"title": "a", "set": {"samples.size": 20}}]}})"))
                    .contains("samples.size is set by another axis, too"));
        QVERIFY(refusalOf(swept(R"({"grid": {"samples.size": [10, 20]}})",
                                R"({"variants": [{"title": "few", "set": {"samples.size": 5}},
                                                 {"title": "many", "set": {}}]})"))
                    .contains("sweep.grid.samples.size: the variant \"few\" sets it, too"));
        QVERIFY(refusalOf(swept(R"({"grid": {"policy.lambda": {"linear": [0, 1, 1000]},
                                             "policy.betaPrevious": {"linear": [0, 1, 1000]}}})"))
                    .contains("1e+06 points"));
    }

    /// The promise is a second for 10,000 points on two free cores; five leave room for a machine with other
    /// work.
    void tenThousandPointsArePlannedQuickly()
    {
        const auto experiment = swept(R"({"grid": {"policy.lambda": {"linear": [0.5, 1, 100]},
                                                   "policy.realShare": {"linear": [0, 0.5, 100]}}})");
        QElapsedTimer clock;
        clock.start();
        const auto plan = planOf(experiment);
        qInfo("planned in %lld ms", static_cast<long long>(clock.elapsed()));
        QCOMPARE(plan.points(), std::int64_t(10'000));
        QCOMPARE(idsOf(plan).size(), std::size_t(10'000));
        QVERIFY(clock.elapsed() < 5000);
    }
};

HARELOOM_TEST(PlanTest)
#include "PlanTest.moc"
