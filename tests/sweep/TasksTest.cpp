// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SlurmScript.h"
#include "core/sweep/SweepForecast.h"
#include "core/sweep/SweepTasks.h"
#include "tests/TestProgram.h"
#include "tests/sweep/Sweeps.h"

#include <QtTest>

#include <set>

using namespace hareloom;

namespace {

const auto kAll = [](std::int64_t, std::int64_t) { return true; };

/// How often each chain is in a task.
std::map<std::pair<std::int64_t, std::int64_t>, int> chainsIn(const std::vector<SweepTask>& tasks)
{
    std::map<std::pair<std::int64_t, std::int64_t>, int> count;
    for (const SweepTask& task : tasks)
        for (const ChainRange& range : task)
            for (std::int64_t replicate = range.first; replicate <= range.last; ++replicate)
                ++count[{range.point, replicate}];
    return count;
}

} // namespace

class TasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWantedChainIsInOneTask()
    {
        const auto plan =
            planOf(swept(R"({"grid": {"samples.size": [10, 20, 30, 40, 50]}, "replicates": 7})"));
        const std::vector<double> seconds{1, 2, 30, 4, 5};
        for (const double each : {0.5, 3.0, 10.0, 1e9}) {
            const auto tasks = packTasks(
                plan, [](auto point, auto replicate) { return point != 1 || replicate > 3; }, seconds, each,
                1000);
            const auto chains = chainsIn(tasks);
            QCOMPARE(chains.size(), std::size_t(5 * 7 - 4));
            for (const auto& [chain, count] : chains)
                QCOMPARE(count, 1);
            for (const SweepTask& task : tasks)
                QVERIFY(!task.empty());
        }
        QVERIFY(packTasks(
                    plan, [](auto, auto) { return false; }, seconds, 10, 1000)
                    .empty());
    }

    void tasksAreAboutEquallyLong()
    {
        const auto plan =
            planOf(swept(R"({"grid": {"samples.size": [10, 20, 30, 40, 50]}, "replicates": 100})"));
        const std::vector<double> seconds{1, 1, 2, 3, 3};
        const auto tasks = packTasks(plan, kAll, seconds, 100, 1000);
        QCOMPARE(tasks.size(), std::size_t(10));
        for (const SweepTask& task : tasks)
            QVERIFY2(std::abs(secondsOfTask(task, seconds) - 100) <= 3,
                     qPrintable(QString::number(secondsOfTask(task, seconds))));
    }

    void thereAreNotMoreThanSlurmTakes()
    {
        const auto plan =
            planOf(swept(R"({"grid": {"samples.size": [10, 20, 30, 40, 50]}, "replicates": 100})"));
        QCOMPARE(packTasks(plan, kAll, {1, 1, 1, 1, 1}, 1, 20).size(), std::size_t(20));
    }

    void aTaskIsReadBackAndFollowsTheSweep()
    {
        const auto plan = planOf(swept(R"({"grid": {"samples.size": [10, 20]}, "replicates": 7})"));
        const SweepTask task{{0, 2, 6}, {1, 0, 0}};
        const std::string line = taskLine(plan, task);
        QVERIFY(*readTask(plan, line) == task);
        const auto fewer = planOf(swept(R"({"grid": {"samples.size": [10, 30]}, "replicates": 4})"));
        QVERIFY(*readTask(fewer, line) == SweepTask({{0, 2, 3}}));
        for (const char* wrong : {"abc", "abc:", "abc:1", "abc:3-2", "abc:x-2", "abc:-2-3"})
            QVERIFY2(!readTask(plan, wrong), wrong);
    }

    void scriptsSayWhatWasAsked()
    {
        SlurmJobs jobs;
        jobs.program = "/opt/hare loom/hareloom-cli";
        jobs.folder = "/data/it's here";
        jobs.tasks = "/data/tasks-1.txt";
        jobs.logs = "/data/logs";
        jobs.table = "/data/table.csv";
        jobs.device = "auto";
        jobs.count = 12;
        jobs.atOnce = 3;
        jobs.minutes = 45;
        jobs.cpus = 2;
        jobs.gres = "gpu:1";
        const QString array = QString::fromStdString(slurmArray(jobs)),
                      merge = QString::fromStdString(slurmMerge(jobs));
        for (const char* said :
             {"#SBATCH --array=1-12%3\n", "#SBATCH --time=45\n", "#SBATCH --requeue\n",
              "#SBATCH --gres=gpu:1\n", "#SBATCH --cpus-per-task=2\n",
              "exec '/opt/hare loom/hareloom-cli' sweep run '/data/it'\\''s here' --quiet --threads 2",
              "--tasks /data/tasks-1.txt --task \"$SLURM_ARRAY_TASK_ID\"\n"})
            QVERIFY2(array.contains(said), said);
        QVERIFY(!array.contains("--partition"));
        QVERIFY(merge.contains("sweep collect '/data/it'\\''s here' --out /data/table.csv\n"));
    }

    void aForecastGrowsWithTheWork()
    {
        const auto plan = planOf(swept(R"({"grid": {"generations": [100, 400, 1600]}, "replicates": 10})",
                                       R"({"family": "mixture", "samples": {"size": 200}})"));
        const auto forecast = forecastSweep(plan);
        QVERIFY(forecast.ok());
        QCOMPARE(forecast->secondsOf.size(), std::size_t(3));
        QVERIFY(forecast->secondsOf[0] > 0 && forecast->secondsOf[1] > forecast->secondsOf[0] &&
                forecast->secondsOf[2] > forecast->secondsOf[1]);
        QVERIFY(forecast->seconds(plan, 1) > forecast->seconds(plan, 2));
        QVERIFY(forecast->diskBytes > 10 * 2100 * 8 && forecast->memoryBytes > 0);
    }
};

HARELOOM_TEST(TasksTest)
#include "TasksTest.moc"
