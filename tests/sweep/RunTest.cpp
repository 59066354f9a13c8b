// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/Run.h"
#include "core/forecast/Estimate.h"
#include "core/sweep/MemoryGate.h"
#include "tests/TestProgram.h"
#include "tests/sweep/Sweeps.h"

#include <QtTest>

#include <array>
#include <bit>
#include <mutex>
#include <thread>

using namespace hareloom;

namespace {

/// Every generation of a run, by chain and index.
struct Links : ChainObserver
{
    std::map<std::pair<int, int>, GenerationPtr> all;
    void onGeneration(const GenerationPtr& generation) override
    {
        all[{generation->chain, generation->index}] = generation;
    }
};

const QByteArray kSmall =
    R"({"grid": {"samples.size": [10, 40], "policy.realShare": [0, 0.5]}, "replicates": 3})";

/// Hears a number of chains, then asks for a stop.
struct Stopping : HeardSweep
{
    StopSource stop;
    int left = 2;
    Result<void> onChain(const ChainValuesPtr& values) override
    {
        if (--left == 0)
            stop.requestStop();
        return HeardSweep::onChain(values);
    }
};

struct FullDisk : SweepObserver
{
    int heard = 0;
    Result<void> onChain(const ChainValuesPtr&) override
    {
        ++heard;
        return systemError("the disk is full");
    }
};

bool isSame(const ChainValues& a, const ChainValues& b)
{
    return a.metrics == b.metrics && a.note == b.note && a.values.size() == b.values.size() &&
           std::equal(a.values.begin(), a.values.end(), b.values.begin(), [](double x, double y) {
               return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
           });
}

} // namespace

class RunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A chain of a sweep is the very one that run() makes of the point's experiment.
    void chainsAreThoseOfTheirPointsExperiment()
    {
        const auto plan = planOf(swept(kSmall));
        HeardSweep heard;
        QVERIFY(*runSweep(plan, heard, {}) == SweepEnd::Finished);
        QCOMPARE(heard.chains.size(), std::size_t(12));
        for (std::int64_t point = 0; point < plan.points(); ++point) {
            Links links;
            QVERIFY(run(plan.experimentOf(point), links, {}).ok());
            for (const auto& [place, generation] : links.all) {
                const ChainValues& values = *heard.chains.at({point, place.first});
                QCOMPARE(values.generations(), std::int64_t(6));
                for (const MetricValue& metric : generation->metrics)
                    QCOMPARE(std::bit_cast<std::uint64_t>(values.value(*metric.name, place.second)),
                             std::bit_cast<std::uint64_t>(metric.value));
            }
        }
    }

    void threadsChangeNothing()
    {
        const auto plan = planOf(swept(kSmall));
        HeardSweep one, four;
        SweepOptions options;
        options.threads = 1;
        QVERIFY(runSweep(plan, one, {}, options).ok());
        options.threads = 4;
        QVERIFY(runSweep(plan, four, {}, options).ok());
        QCOMPARE(one.chains.size(), four.chains.size());
        for (const auto& [place, values] : one.chains)
            QVERIFY(isSame(*values, *four.chains.at(place)));
    }

    void onlyWhatIsWantedRuns()
    {
        const auto plan = planOf(swept(kSmall));
        HeardSweep heard;
        SweepOptions options;
        options.isWanted = [](std::int64_t point, std::int64_t replicate) {
            return point == 2 && replicate > 0;
        };
        QVERIFY(runSweep(plan, heard, {}, options).ok());
        QCOMPARE(heard.chains.size(), std::size_t(2));
        QVERIFY(heard.chains.contains({2, 1}));
        QVERIFY(heard.chains.contains({2, 2}));
    }

    void aChainThatFailsEndsNoOther()
    {
        // The second table has too few rows, which only its reading tells.
        const auto experiment = swept(
            R"({"grid": {"evaluation.heldOut": [0, 4]}, "replicates": 2})",
            R"({"source": {"kind": "points", "points": [[1], [2], [3], [4], [5]]}, "samples": {"size": 0}})");
        HeardSweep heard;
        QVERIFY(*runSweep(planOf(experiment), heard, {}) == SweepEnd::Finished);
        QCOMPARE(heard.chains.size(), std::size_t(2));
        QCOMPARE(heard.failures.size(), std::size_t(2));
        QVERIFY2(heard.failures.at({1, 0}).starts_with("source: there are 5 rows"),
                 heard.failures.at({1, 0}).c_str());
    }

    void aStopIsHeard()
    {
        Stopping heard;
        const auto plan = planOf(swept(R"({"grid": {"samples.size": [10, 40]}, "replicates": 500})"));
        QVERIFY(*runSweep(plan, heard, heard.stop.token()) == SweepEnd::Stopped);
        QVERIFY(heard.chains.size() < 1000);
        QVERIFY(heard.failures.empty());
    }

    /// Chains that hold their rows run beside each other only as far as memory holds them.
    void chainsWaitForMemory_data()
    {
        QTest::addColumn<double>("bytes");
        QTest::addColumn<int>("atOnce");
        QTest::newRow("less than one takes") << 1.0 << 1;
        QTest::newRow("one") << 1.5 << 1;
        QTest::newRow("three") << 3.5 << 3;
    }

    void chainsWaitForMemory()
    {
        QFETCH(double, bytes);
        QFETCH(int, atOnce);
        constexpr int kWorkers = 4;
        const auto plan =
            planOf(swept(R"({"also": [{"samples.size": 300}], "replicates": 40})", R"({"family": "kde"})"));
        const double chain = counted(plan.experimentOf(0), 1)->chainBytes;
        QVERIFY(chain > 0);
        std::mutex mutex;
        std::array<bool, kWorkers> isBusy{};
        std::ptrdiff_t most = 0;
        SweepOptions options;
        options.threads = kWorkers;
        options.memoryBytes = bytes > 1 ? bytes * chain : bytes;
        options.onBegun = [&](int worker, std::int64_t point, std::int64_t) {
            const std::lock_guard lock(mutex);
            isBusy[static_cast<std::size_t>(worker)] = point >= 0;
            most = std::max(most, std::count(isBusy.begin(), isBusy.end(), true));
        };
        HeardSweep heard;
        QVERIFY(*runSweep(plan, heard, {}, options) == SweepEnd::Finished);
        QCOMPARE(heard.chains.size(), std::size_t(40));
        QVERIFY(most <= atOnce);
    }

    /// A worker that waits for memory hears a stop.
    void aStopIsHeardByThoseThatWait()
    {
        MemoryGate gate(10);
        const auto within = gate.enter(8, {});
        QVERIFY(bool(within));
        StopSource stop;
        std::thread stopping([&stop] { stop.requestStop(); });
        QVERIFY(!gate.enter(3, stop.token()));
        stopping.join();
        QVERIFY(bool(gate.enter(2, {})));
    }

    void whatTheObserverCannotKeepEndsTheSweep()
    {
        FullDisk disk;
        const auto end = runSweep(planOf(swept(kSmall)), disk, {});
        QVERIFY(!end.ok());
        QCOMPARE(QString::fromStdString(end.error().message), QString("the disk is full"));
        QCOMPARE(disk.heard, 1);
    }

    void theClockIsNoResult()
    {
        const auto plan = planOf(swept(R"({"also": [{"samples.size": 10}]})",
                                       R"({"evaluation": {"metrics": ["variance", "elapsedMs", "mean"]}})"));
        HeardSweep heard;
        QVERIFY(runSweep(plan, heard, {}).ok());
        const ChainValues& values = *heard.chains.at({0, 0});
        QCOMPARE(values.metrics.size(), std::size_t(2));
        QCOMPARE(*values.metrics[1], std::string("mean[0]"));
        QVERIFY(std::isnan(values.value("elapsedMs", 0)));
    }
};

HARELOOM_TEST(RunTest)
#include "RunTest.moc"
