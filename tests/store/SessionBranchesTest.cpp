// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Forks.h"
#include "core/store/Database.h"
#include "core/store/Recompute.h"
#include "core/store/SessionRecorder.h"
#include "tests/TestProgram.h"
#include "tests/store/Links.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::test;

namespace {

Experiment experiment(const char* family = R"("family": "gaussian", "samples": {"size": 20})")
{
    auto read = parseExperiment(
        R"({"schema": 1, "generations": 30, "chains": 2, )" + std::string(family) + "}", "test");
    if (!read)
        qFatal("%s", read.error().message.c_str());
    return *std::move(read);
}

const SettingsChange kRescue{12, {{"policy.realShare", "0.2"}}};
const SettingsChange kArchive{20, {{"policy.pool", "\"all\""}, {"policy.realShare", "0"}}};

Experiment branched(const Experiment& plain)
{
    return *withBranch(*withBranch(plain, 0, kRescue), 1, kArchive);
}

/// Stops when so many generations have been heard.
class StopAfter final : public ChainObserver
{
public:
    StopAfter(StopSource stop, int count) : m_stop(std::move(stop)), m_left(count) {}
    void onGeneration(const GenerationPtr&) override
    {
        if (--m_left == 0)
            m_stop.requestStop();
    }

private:
    StopSource m_stop;
    int m_left;
};

void goOn(Session& session, int stopAfter = 0)
{
    QVERIFY(session.makeResumable().ok());
    const auto before = session.toResume();
    QVERIFY2(before.ok(), before ? "" : before.error().message.c_str());
    StopSource stop;
    StopAfter counter(stop, stopAfter);
    SessionRecorder recorder(session, stop, &counter);
    const auto end = run(session.experiment(), recorder, stop.token(), {2, *before, "cpu"});
    QVERIFY2(end.ok(), end ? "" : end.error().message.c_str());
    QVERIFY2(!recorder.failure(), recorder.failure() ? recorder.failure()->message.c_str() : "");
    QCOMPARE(*end == RunEnd::Finished, stopAfter == 0);
}

std::unique_ptr<Session> recorded(const std::string& path, const Experiment& e,
                                  std::int64_t snapshotEvery = 1)
{
    auto session = Session::create(path, e, someProvenance(), snapshotEvery);
    if (!session)
        qFatal("%s", session.error().message.c_str());
    goOn(**session);
    return *std::move(session);
}

QString saidOf(const Result<std::vector<std::string>>& problems)
{
    QString said = problems ? QString() : QString::fromStdString(problems.error().message);
    if (problems)
        for (const std::string& problem : *problems)
            said += QString::fromStdString(problem) + '\n';
    return said;
}

/// Empty when both hold the same, but for models that one of them does not keep.
QString difference(const Session& a, const Session& b)
{
    const auto ofA = a.generations(), ofB = b.generations();
    if (!ofA || !ofB)
        return QString::fromStdString((ofA ? ofB : ofA).error().message);
    if (ofA->size() != ofB->size())
        return QString("%1 generations and %2").arg(ofA->size()).arg(ofB->size());
    for (std::size_t i = 0; i < ofA->size(); ++i) {
        const Generation &one = *(*ofA)[i], &other = *(*ofB)[i];
        const bool isSame = one.chain == other.chain && one.index == other.index && one.seed == other.seed &&
                            one.realRows == other.realRows && one.syntheticRows == other.syntheticRows &&
                            one.sampleRows == other.sampleRows && one.note == other.note &&
                            one.metrics.size() == other.metrics.size();
        if (!isSame)
            return QString("chain %1, generation %2").arg(one.chain).arg(one.index);
        for (std::size_t m = 0; m < one.metrics.size(); ++m)
            if (one.metrics[m].value != other.metrics[m].value)
                return QString("chain %1, generation %2: metric").arg(one.chain).arg(one.index);
        if (one.snapshot && other.snapshot && toJson(*one.snapshot) != toJson(*other.snapshot))
            return QString("chain %1, generation %2: model").arg(one.chain).arg(one.index);
    }
    return {};
}

std::int64_t kept(const std::string& path)
{
    return *(*Database::open(path, Access::ReadOnly))->integer("SELECT sum(count) FROM blocks");
}

int versionOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    const bool isOpen = file.open(QIODevice::ReadOnly) && file.seek(63);
    char last = 0;
    return isOpen && file.getChar(&last) ? last : -1;
}

} // namespace

class SessionBranchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSharedIsKeptOnce()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "a.hareloom"), plainPath = pathIn(folder, "plain.hareloom");
        recorded(path, branched(experiment()));
        recorded(plainPath, experiment());
        QCOMPARE(kept(path), std::int64_t{2 * (31 + 19 + 11)});
        QCOMPARE(versionOf(path), 3);
        QCOMPARE(versionOf(plainPath), 2); // older programs read it on

        const auto session = *Session::openReadOnly(path);
        QCOMPARE(session->chainLengths()->size(), std::size_t{6});
        QCOMPARE(session->chainLengths()->back(), 31);
        QCOMPARE(session->generations()->size(), std::size_t{6 * 31});
        const auto shared = *session->generation(5, 3), original = *session->generation(1, 3);
        QCOMPARE(shared->chain, 5);
        QVERIFY(toJson(*shared->snapshot) == toJson(*original->snapshot));
        const auto own = *session->generation(5, 25);
        QVERIFY(toJson(*own->snapshot) != toJson(*(*session->generation(3, 25))->snapshot));
        QVERIFY(!session->generation(5, 31).ok());
        QCOMPARE(saidOf(session->verify()), QString());
        QCOMPARE(saidOf(recompute(*session, StopSource(), {2, {}, "cpu"})), QString());
    }

    void aBranchThatIsAddedLaterIsTheSame_data()
    {
        QTest::addColumn<QByteArray>("family");
        QTest::addColumn<int>("snapshotEvery");
        const std::pair<const char*, const char*> families[] = {
            {"gaussian", R"("family": "gaussian", "samples": {"size": 20})"},
            {"kde", R"("family": "kde", "samples": {"size": 20})"},
            {"mixture", R"("family": "mixture", "source": {"kind": "faithful"}, "samples": {"size": 0})"},
            {"discrete",
             R"("family": "discrete", "source": {"kind": "zipf", "states": 40}, "samples": {"size": 60})"}};
        for (const auto& [name, family] : families)
            for (const int every : {1, 7, 0}) // where the model before it was not kept, it is made again
                QTest::addRow("%s, every %d", name, every) << QByteArray(family) << every;
    }
    void aBranchThatIsAddedLaterIsTheSame()
    {
        QFETCH(QByteArray, family);
        QFETCH(int, snapshotEvery);
        const QTemporaryDir folder;
        const Experiment plain = experiment(family.constData());
        const auto whole = recorded(pathIn(folder, "whole.hareloom"), branched(plain));
        const auto grown = recorded(pathIn(folder, "grown.hareloom"), plain, snapshotEvery);
        for (const auto& [from, change] : {std::pair(0, kRescue), std::pair(1, kArchive)}) {
            const auto added = grown->addBranch(static_cast<std::size_t>(from), change);
            QVERIFY2(added.ok(), added ? "" : added.error().message.c_str());
            goOn(*grown);
            QCOMPARE(saidOf(grown->verify()), QString());
        }
        QCOMPARE(toText(grown->experiment()), toText(whole->experiment()));
        QCOMPARE(difference(*grown, *whole), QString());
        QVERIFY(grown->commit().ok());
        QCOMPARE(kept(grown->path()), std::int64_t{2 * (31 + 19 + 11)});
    }

    void goesOnAfterAStopAnywhere()
    {
        const QTemporaryDir folder;
        const auto whole = recorded(pathIn(folder, "whole.hareloom"), branched(experiment()));
        for (const int stopAfter : {1, 13, 40, 77, 120}) {
            const std::string path =
                pathIn(folder, ("cut" + std::to_string(stopAfter) + ".hareloom").c_str());
            goOn(**Session::create(path, branched(experiment()), someProvenance()), stopAfter);
            const auto again = *Session::open(path);
            goOn(*again);
            QCOMPARE(difference(*again, *whole), QString());
            QCOMPARE(saidOf(again->verify()), QString());
        }
    }

    void isMadeAgainAsFarAsItIs()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "begun.hareloom");
        goOn(**Session::create(path, branched(experiment()), someProvenance()), 20); // before the first fork
        const auto session = *Session::openReadOnly(path);
        QVERIFY(session->chainLengths()->front() < 12);
        QCOMPARE(saidOf(recompute(*session, StopSource(), {2, {}, "cpu"})), QString());
    }

    void moreChainsAndGenerationsGoWithIt()
    {
        const QTemporaryDir folder;
        const auto grown = recorded(pathIn(folder, "grown.hareloom"), branched(experiment()));
        QVERIFY(grown->extend(40, 3).ok());
        goOn(*grown);
        Experiment longer = experiment();
        longer.generations = 40;
        longer.chains = 3;
        const auto whole = recorded(pathIn(folder, "whole.hareloom"), branched(longer));
        QCOMPARE(difference(*grown, *whole), QString());
        QCOMPARE(saidOf(grown->verify()), QString());
    }

    void aCopyHasIt()
    {
        const QTemporaryDir folder;
        const auto session = recorded(pathIn(folder, "a.hareloom"), branched(experiment()));
        const std::string to = pathIn(folder, "b.hareloom");
        QVERIFY(session->copyTo(to).ok());
        QCOMPARE(versionOf(to), 3);
        QCOMPARE(difference(**Session::openReadOnly(to), *session), QString());
    }

    void twoThatAreTheSameAreRefused()
    {
        const QTemporaryDir folder;
        const auto session = recorded(pathIn(folder, "a.hareloom"), experiment());
        QVERIFY(session->addBranch(0, kRescue).ok());
        const auto again = session->addBranch(0, kRescue);
        QVERIFY(!again.ok());
        QVERIFY(QString::fromStdString(again.error().message).contains("nothing changes"));
        QCOMPARE(session->experiment().variants.size(), std::size_t{2});
        QVERIFY(!(*Session::openReadOnly(session->path()))->addBranch(0, kArchive).ok());
    }

    void whatIsSharedMustBeThere()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "a.hareloom");
        recorded(path, branched(experiment()));
        QVERIFY(
            (*Database::open(path, Access::ReadWrite))
                ->execute(
                    "UPDATE meta SET value = replace(value, '\"at\":12', '\"at\":11') WHERE key = 'branches'")
                .ok());
        QVERIFY(!Session::open(path).ok());
        const auto session = Session::openReadOnly(path);
        QVERIFY(session.ok());
        QVERIFY(saidOf((*session)->verify()).contains("damaged"));
        QVERIFY(!(*session)->generations().ok());
    }
};

HARELOOM_TEST(SessionBranchesTest)
#include "SessionBranchesTest.moc"
