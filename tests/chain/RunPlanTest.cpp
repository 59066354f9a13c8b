// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/RunPlan.h"

#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

using namespace hareloom;

/// What a run is said to cost before it runs.
class RunPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sums over the rows before are kept where a pool grows, so that a generation costs the rows that join
    // it.
    void aGrowingPoolCostsWhatJoinsIt_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<int>("tenth"); // rows that generation 9 reads
        QTest::newRow("replace") << QByteArray(R"("family": "gaussian")") << 100;
        QTest::newRow("keep all") << QByteArray(R"("family": "gaussian", "policy": {"pool": "all"})") << 100;
        QTest::newRow("subsampled")
            << QByteArray(R"("family": "gaussian", "policy": {"pool": "all", "subsample": 30})") << 30;
        QTest::newRow("kde") << QByteArray(R"("family": "kde", "policy": {"pool": "all"})") << 1000;
        QTest::newRow("discrete")
            << QByteArray(R"("family": "discrete", "source": {"kind": "zipf"}, "policy": {"pool": "all"})")
            << 100;
    }
    void aGrowingPoolCostsWhatJoinsIt()
    {
        QFETCH(QByteArray, settings);
        QFETCH(int, tenth);
        const auto planOf = [&](int rows) {
            return RunPlan(experimentOf("{" + settings + R"(, "generations": 9, "samples": {"size": )" +
                                        QByteArray::number(rows) + "}}"),
                           0);
        };
        const RunPlan plan = planOf(100);
        // What a generation costs beside its rows is the same for every size.
        const double beside = plan.work(0) - 100;
        QCOMPARE(plan.work(9) - beside, double(tenth));
        QCOMPARE(planOf(200).work(0) - beside, 200.0);
        QCOMPARE(plan.fitRows(9), std::int64_t{settings.contains("subsample")  ? 30
                                               : settings.contains("\"pool\"") ? 1000
                                                                               : 100});
    }
};

HARELOOM_TEST(RunPlanTest)
#include "RunPlanTest.moc"
