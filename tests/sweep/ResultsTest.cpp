// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/ResultsFile.h"
#include "core/sweep/SweepState.h"
#include "core/sweep/SweepTables.h"
#include "tests/TestProgram.h"
#include "tests/sweep/Sweeps.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <sstream>
#include <thread>

using namespace hareloom;

namespace {

const QByteArray kSmall =
    R"({"grid": {"samples.size": [10, 40], "policy.realShare": [0, 0.5]}, "replicates": 3})";

SweepFolder folderIn(const QTemporaryDir& place, const SweepPlan& plan)
{
    auto folder = SweepFolder::make(place.filePath("sweep").toStdString(), plan.experiment());
    if (!folder)
        qFatal("%s", folder.error().message.c_str());
    return *folder;
}

/// Runs those chains for which `isWanted`, into a file of this name.
void runInto(const SweepFolder& folder, const SweepPlan& plan, const std::string& name,
             std::function<bool(std::int64_t, std::int64_t)> isWanted = {})
{
    auto file = ResultsFile::open(folder.resultsFile(name), plan, {"1.2.3", "cpu"});
    if (!file)
        qFatal("%s", file.error().message.c_str());
    SweepOptions options;
    options.isWanted = std::move(isWanted);
    if (auto end = runSweep(plan, **file, {}, options); !end || !(*file)->commit())
        qFatal("the sweep did not run");
}

QByteArray tableOf(const SweepFolder& folder, const SweepPlan& plan, SweepTable form = SweepTable::Wide)
{
    auto results = SweepResults::read(folder, plan);
    if (!results)
        qFatal("%s", results.error().message.c_str());
    std::ostringstream out;
    const auto written = writeSweepTable(plan, *results, form, out);
    if (!written || !written->empty())
        qFatal("%s", written ? written->front().c_str() : written.error().message.c_str());
    return QByteArray::fromStdString(out.str());
}

/// Three chains whose values follow a formula: 100 replicate + 10 generation + metric.
std::vector<ChainValuesPtr> chainsByHand(std::int64_t point)
{
    std::vector<ChainValuesPtr> chains;
    for (std::int64_t replicate = 0; replicate < 3; ++replicate) {
        auto values = std::make_shared<ChainValues>();
        values->point = point;
        values->replicate = replicate;
        values->metrics = {MetricName("mean[0]"), MetricName("variance")};
        for (int g = 0; g < 2; ++g)
            for (int m = 0; m < 2; ++m)
                values->values.push_back(static_cast<double>(100 * replicate + 10 * g + m));
        chains.push_back(std::move(values));
    }
    return chains;
}

void putByHand(const SweepFolder& folder, const SweepPlan& plan, const std::vector<ChainValuesPtr>& chains)
{
    auto file = ResultsFile::open(folder.resultsFile("hand"), plan, {"1.2.3", "cpu"});
    for (const ChainValuesPtr& chain : chains)
        if (!file || !(*file)->onChain(chain))
            qFatal("cannot be written");
}

} // namespace

class ResultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableDoesNotDependOnWhereChainsRan()
    {
        const auto plan = planOf(swept(kSmall));
        const QTemporaryDir one, three;
        const auto whole = folderIn(one, plan), parted = folderIn(three, plan);
        runInto(whole, plan, "run");
        runInto(parted, plan, "z", [](auto point, auto replicate) { return point == 0 && replicate != 1; });
        runInto(parted, plan, "a", [](auto point, auto) { return point > 1; });
        runInto(parted, plan, "m", [](auto point, auto replicate) { return point < 2 && replicate <= 1; });
        runInto(parted, plan, "m", [](auto point, auto replicate) { return point == 1 && replicate == 2; });
        for (const SweepTable form : {SweepTable::Wide, SweepTable::Long, SweepTable::Summary})
            QCOMPARE(tableOf(parted, plan, form), tableOf(whole, plan, form));
        QCOMPARE(tableOf(whole, plan).count('\n'), 1 + 12 * 6);
    }

    void tablesAreTidy()
    {
        const auto plan = planOf(swept(R"({"grid": {"samples.size": [10]}, "replicates": 3,
            "summary": {"metrics": ["variance"], "generations": ["last"], "statistics": ["mean", "median", 0.25]}})",
                                       R"({"generations": 1})"));
        const QTemporaryDir place;
        const auto folder = folderIn(place, plan);
        putByHand(folder, plan, chainsByHand(0));
        QCOMPARE(tableOf(folder, plan), QByteArray("samples.size,replicate,generation,mean[0],variance\n"
                                                   "10,0,0,0,1\n10,0,1,10,11\n10,1,0,100,101\n"
                                                   "10,1,1,110,111\n10,2,0,200,201\n10,2,1,210,211\n"));
        QCOMPARE(tableOf(folder, plan, SweepTable::Long).left(80),
                 QByteArray("samples.size,replicate,generation,metric,value\n"
                            "10,0,0,mean[0],0\n10,0,0,variance,1\n")
                     .left(80));
        QCOMPARE(tableOf(folder, plan, SweepTable::Summary),
                 QByteArray(
                     "samples.size,generation,metric,chains,mean,median,q25\n10,1,variance,3,111,111,61\n"));
    }

    void whatIsNotDefinedIsEmptyAndWhatIsInfiniteIsInf()
    {
        const auto plan = planOf(swept(R"({"also": [{"samples.size": 10}]})"));
        const QTemporaryDir place;
        const auto folder = folderIn(place, plan);
        ChainValues values = *chainsByHand(0).front();
        values.values = {std::nan(""), std::numeric_limits<double>::infinity(), 1,
                         -std::numeric_limits<double>::infinity()};
        putByHand(folder, plan, {std::make_shared<const ChainValues>(values)});
        QCOMPARE(
            tableOf(folder, plan),
            QByteArray("samples.size,replicate,generation,mean[0],variance\n10,0,0,,Inf\n10,0,1,1,-Inf\n"));
    }

    void numbersOfAnAxisStayNumbers()
    {
        QCOMPARE(csvRow({"-0.5", "all", "a, b", "=1+1", ""}), std::string("-0.5,all,\"a, b\",'=1+1,"));
    }

    void aChangedSweepKeepsWhatIsStillTrue()
    {
        const auto before = planOf(swept(R"({"grid": {"samples.size": [10, 40]}, "replicates": 2})"));
        const auto after = planOf(swept(R"({"grid": {"samples.size": [10, 20]}, "replicates": 3})"));
        const QTemporaryDir place;
        const auto folder = folderIn(place, before);
        QVERIFY(!folder.wasChanged());
        runInto(folder, before, "run");
        const auto changed = folderIn(place, after);
        QVERIFY(changed.wasChanged());
        const auto results = SweepResults::read(changed, after);
        QCOMPARE(results->done(), std::int64_t(2));
        QVERIFY(results->isDone(0, 1));
        QVERIFY(!results->isDone(0, 2));
        QVERIFY(!results->isDone(1, 0));
    }

    void pointsThatAreTheSameShareTheirChains()
    {
        // The exponent counts for the second schedule alone.
        const auto plan = planOf(swept(R"({"grid": {"samples.schedule": ["constant", "superlinear"],
                                                    "samples.exponent": [1.5, 2]}})"));
        QCOMPARE(plan.firstLike(1), std::int64_t(0));
        QCOMPARE(plan.firstLike(3), std::int64_t(3));
        const QTemporaryDir place;
        const auto folder = folderIn(place, plan);
        runInto(folder, plan, "run", [&](auto point, auto) { return plan.firstLike(point) == point; });
        const auto results = SweepResults::read(folder, plan);
        QVERIFY(results->isDone(1, 0));
        const SweepState state = stateOf(plan, *results);
        QCOMPARE(state.points, std::int64_t(3));
        QVERIFY(state.open.empty());
        QCOMPARE(tableOf(folder, plan).count('\n'), 1 + 4 * 6);
    }

    void whatFailedAndWhatIsMissingIsSaid()
    {
        const auto plan = planOf(swept(kSmall));
        const QTemporaryDir place;
        const auto folder = folderIn(place, plan);
        runInto(folder, plan, "run", [](auto point, auto) { return point != 2; });
        {
            auto file = ResultsFile::open(folder.resultsFile("other"), plan, {"1.2.3", "cpu"});
            QVERIFY((*file)->onFailed(2, 1, systemError("memory ran out")).ok());
            QVERIFY((*file)->onFailed(0, 0, systemError("is done elsewhere")).ok());
        }
        const auto results = SweepResults::read(folder, plan);
        const SweepState state = stateOf(plan, *results);
        QCOMPARE(QString::fromStdString(state.sentence()),
                 QString("4 points, 12 chains: 9 done, 1 failed, 2 missing."));
        QCOMPARE(state.open.size(), std::size_t(1));
        QCOMPARE(
            QString::fromStdString(lineOf(plan, state.open[0])),
            QString("point 2 (policy.realShare 0.5, samples.size 10): 0 of 3 chains done, 2 not run yet, 1 "
                    "failed: memory ran out"));
        runInto(folder, plan, "other", [](auto point, auto) { return point == 2; });
        QVERIFY(stateOf(plan, *SweepResults::read(folder, plan)).open.empty());
    }

    void whatAKilledProcessRanIsSaid()
    {
        const auto plan = planOf(swept(kSmall));
        const QTemporaryDir place;
        const auto folder = folderIn(place, plan);
        const std::string path = folder.resultsFile("run"), running = UnderWay::pathFor(path);
        {
            auto file = ResultsFile::open(path, plan, {"1.2.3", "cpu"});
            (*file)->noteBegun(0, 1, 2);
            (*file)->noteBegun(1, 2, 0);
            (*file)->noteBegun(1, 3, 1);
            QCOMPARE(UnderWay::read(running).size(), std::size_t(2));
            QVERIFY(SweepResults::read(folder, plan)->failureOf(1, 2).empty()); // it lives
            QVERIFY(QFile::copy(QString::fromStdString(running), place.filePath("kept")));
        }
        QVERIFY(!QFile::exists(QString::fromStdString(running)));
        QVERIFY(QFile::copy(place.filePath("kept"), QString::fromStdString(running))); // as a kill leaves it
        const auto results = SweepResults::read(folder, plan);
        QVERIFY(wasKilled(results->failureOf(1, 2)) && wasKilled(results->failureOf(3, 1)));
        QVERIFY(!wasKilledAlone(results->failureOf(1, 2)));
        QVERIFY(results->failureOf(2, 0).empty());
        runInto(folder, plan, "run", [](auto point, auto) { return point == 3; });
        QVERIFY(wasKilled(SweepResults::read(folder, plan)->failureOf(1, 2))); // it is not forgotten
        QVERIFY(SweepResults::read(folder, plan)->failureOf(3, 1).empty());
    }

    void aDamagedRowIsNoResult()
    {
        const auto plan = planOf(swept(R"({"also": [{"samples.size": 10}]})"));
        const QTemporaryDir place;
        const auto folder = folderIn(place, plan);
        runInto(folder, plan, "run");
        {
            const auto database = Database::open(folder.resultsFile("run"), Access::ReadWrite);
            QVERIFY((*database)->execute("UPDATE chains SET body = zeroblob(length(body))").ok());
        }
        auto results = SweepResults::read(folder, plan);
        const auto values = results->values(0, 0);
        QVERIFY(!values);
        QVERIFY2(values.error().message.find("is damaged (chain 0 of point") != std::string::npos,
                 values.error().message.c_str());
        std::ostringstream out;
        QCOMPARE(writeSweepTable(plan, *results, SweepTable::Wide, out)->size(), std::size_t(1));
    }

    void aFileOfAnotherKindIsNamedAndTheRestIsRead()
    {
        const auto plan = planOf(swept(kSmall));
        const QTemporaryDir place;
        const auto folder = folderIn(place, plan);
        runInto(folder, plan, "run");
        QFile other(QString::fromStdString(folder.resultsFile("other")));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write(QByteArray(5000, 'x')) == 5000);
        other.close();
        const auto results = SweepResults::read(folder, plan);
        QCOMPARE(results->done(), std::int64_t(12));
        QCOMPARE(results->problems().size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(results->problems().front()),
                 QString::fromStdString(folder.resultsFile("other")) +
                     ": the file of results is damaged (it is no database, or a part of one). Remove it; "
                     "`hareloom-cli "
                     "sweep run` makes its chains again.");
        const auto opened = ResultsFile::open(folder.resultsFile("other"), plan, {"1.2.3", "cpu"});
        QVERIFY(!opened && opened.error().message == results->problems().front());
    }

    // A process that makes a chain again puts its row elsewhere in the file.
    void aChainThatIsWrittenAgainIsStillRead()
    {
        const auto plan =
            planOf(swept(R"({"grid": {"samples.size": [10]}, "replicates": 3})", R"({"generations": 1})"));
        const QTemporaryDir place;
        const auto folder = folderIn(place, plan);
        putByHand(folder, plan, chainsByHand(0));
        auto results = SweepResults::read(folder, plan);
        putByHand(folder, plan, chainsByHand(0));
        for (int replicate = 0; replicate < 3; ++replicate) {
            const auto values = results->values(0, replicate);
            QVERIFY2(values.ok(), values ? "" : values.error().message.c_str());
            QCOMPARE((*values)->values, chainsByHand(0)[static_cast<std::size_t>(replicate)]->values);
        }
    }

    // Another process makes the same sweep at this moment, or sweep.json was lost.
    void aFolderWithoutItsExperimentIsTakenUp()
    {
        const auto plan = planOf(swept(kSmall));
        const QTemporaryDir place;
        const auto folder = folderIn(place, plan);
        runInto(folder, plan, "run");
        QVERIFY(QFile::remove(place.filePath("sweep/sweep.json")));
        const auto lost = SweepFolder::open(folder.path());
        QVERIFY(!lost && lost.error().message.find("its sweep.json is gone") != std::string::npos);
        const auto again = folderIn(place, plan);
        QVERIFY(!again.wasChanged());
        QCOMPARE(SweepResults::read(again, plan)->done(), std::int64_t(12));
    }

    void manyMayMakeTheSameFolder()
    {
        const auto plan = planOf(swept(kSmall));
        for (int round = 0; round < 20; ++round) {
            const QTemporaryDir place;
            const std::string path = place.filePath("sweep").toStdString();
            std::atomic<int> made = 0;
            std::vector<std::thread> makers;
            for (int i = 0; i < 4; ++i)
                makers.emplace_back([&] { made += SweepFolder::make(path, plan.experiment()).ok(); });
            for (std::thread& maker : makers)
                maker.join();
            QCOMPARE(made.load(), 4);
        }
    }

    void oneProcessWritesAFile()
    {
        const auto plan = planOf(swept(kSmall));
        const QTemporaryDir place;
        const auto folder = folderIn(place, plan);
        const auto first = ResultsFile::open(folder.resultsFile("run"), plan, {"1.2.3", "cpu"});
        const auto second = ResultsFile::open(folder.resultsFile("run"), plan, {"1.2.3", "cpu"});
        QVERIFY(first.ok() && !second.ok());
        QVERIFY(second.error().message.find("another run is writing to this file of results") !=
                std::string::npos);
    }

    void anotherFolderIsNotTouched()
    {
        const QTemporaryDir place;
        QFile file(place.filePath("work.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto made = SweepFolder::make(place.path().toStdString(), swept(kSmall));
        QVERIFY(!made.ok());
        QVERIFY(made.error().message.find("holds something else than a sweep") != std::string::npos);
        QVERIFY(!SweepFolder::open(place.path().toStdString()).ok());
    }
};

HARELOOM_TEST(ResultsTest)
#include "ResultsTest.moc"
