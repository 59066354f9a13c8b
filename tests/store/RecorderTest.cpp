// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionRecorder.h"
#include "tests/TestProgram.h"
#include "tests/store/Links.h"

#include <QtTest>

#include <thread>

using namespace hareloom;
using namespace hareloom::test;

namespace {

struct Counter : ChainObserver
{
    int progress = 0, generations = 0, finished = 0;
    void onProgress(const Progress&) override { ++progress; }
    void onGeneration(const GenerationPtr&) override { ++generations; }
    void onFinished(std::int64_t) override { ++finished; }
};

GenerationPtr shared(const Names& names, int index)
{
    return std::make_shared<const Generation>(link(names, 0, index));
}

std::size_t countIn(const std::string& path)
{
    return Session::openReadOnly(path).value()->generations()->size();
}

/// Lets the recorder's commit interval go by: time itself is what is tested.
void passInterval()
{
    std::this_thread::sleep_for(SessionRecorder::kCommitInterval + std::chrono::milliseconds(5));
}

} // namespace

class RecorderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitsInGroupsAndAtTheEnd()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        const auto session = Session::create(path, smallExperiment(), someProvenance());
        Counter next;
        SessionRecorder recorder(**session, StopSource(), &next);
        const Names names;
        recorder.onGeneration(shared(names, 0));
        passInterval();
        recorder.onGeneration(shared(names, 1));
        QCOMPARE(countIn(path), std::size_t{2});
        recorder.onGeneration(shared(names, 2));
        passInterval();
        recorder.onProgress({});
        QCOMPARE(countIn(path), std::size_t{3});
        recorder.onGeneration(shared(names, 3));
        recorder.onFinished(4);
        QCOMPARE(countIn(path), std::size_t{4});
        QVERIFY(!recorder.failure());
        QVERIFY(recorder.onCheckpoint().ok());
        QCOMPARE(next.generations, 4);
        QCOMPARE(next.progress, 1);
        QCOMPARE(next.finished, 1);
    }

    void theFirstErrorStopsTheRun()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        const auto session = Session::create(path, smallExperiment(), someProvenance());
        const StopSource stop;
        SessionRecorder recorder(**session, stop);
        const Names names;
        recorder.onGeneration(shared(names, 0));
        passInterval();
        recorder.onProgress({});
        QVERIFY(!stop.stopRequested());
        recorder.onGeneration(shared(names, 0)); // is there already
        QVERIFY(stop.stopRequested());
        QVERIFY(recorder.failure().has_value());
        QVERIFY(!recorder.onCheckpoint().ok());
        recorder.onGeneration(shared(names, 1)); // a link already on its way when the run was stopped
        recorder.onFinished(2);
        QCOMPARE(countIn(path), std::size_t{1});
        QVERIFY(recorder.failure()->message.find("already holds chain 0, generation 0") != std::string::npos);
    }
};

HARELOOM_TEST(RecorderTest)
#include "RecorderTest.moc"
