// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/ExperimentJson.h"
#include "core/store/Recompute.h"
#include "core/store/RemadeModels.h"
#include "core/store/SessionRecorder.h"
#include "tests/TestProgram.h"
#include "tests/store/Links.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace hareloom;
using namespace hareloom::test;

namespace {

/// Two variants, so that chains that are added renumber those of the second.
Experiment experiment(std::int64_t generations, std::int64_t chains)
{
    auto read = parseExperiment(R"({"schema": 1, "family": "gaussian",
        "source": {"kind": "normal", "mean": [0], "covariance": [[1]]}, "samples": {"size": 20},
        "variants": [{"title": "a", "set": {}}, {"title": "b", "set": {"policy.pool": "all"}}]})",
                                "test");
    if (!read)
        qFatal("%s", read.error().message.c_str());
    read->generations = generations;
    read->chains = chains;
    return *std::move(read);
}

void goOn(Session& session)
{
    const auto before = session.toResume();
    StopSource stop;
    SessionRecorder recorder(session, stop);
    const auto end = run(session.experiment(), recorder, stop.token(), {2, *before, "cpu"});
    QVERIFY2(end && *end == RunEnd::Finished, end ? "" : end.error().message.c_str());
    QVERIFY(!recorder.failure());
}

std::unique_ptr<Session> recorded(const std::string& path, const Experiment& e)
{
    auto session = Session::create(path, e, someProvenance());
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

} // namespace

class ExtendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moreGenerationsAndChainsAreThoseOfARunInOneGo()
    {
        const QTemporaryDir folder;
        const auto whole = recorded(pathIn(folder, "whole.hareloom"), experiment(30, 5));
        const auto grown = recorded(pathIn(folder, "grown.hareloom"), experiment(12, 2));
        QVERIFY(grown->extend(30, 2).ok());
        goOn(*grown);
        QVERIFY(grown->extend(30, 5).ok());
        QCOMPARE(saidOf(grown->verify()), QString());
        goOn(*grown);
        QCOMPARE(toText(grown->experiment()), toText(whole->experiment()));
        QCOMPARE(saidOf(grown->verify()), QString());
        const auto a = *whole->generations(), b = *grown->generations();
        QCOMPARE(a.size(), std::size_t{2 * 5 * 31});
        QCOMPARE(b.size(), a.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            QCOMPARE(b[i]->chain, a[i]->chain);
            QCOMPARE(b[i]->index, a[i]->index);
            QCOMPARE(b[i]->seed, a[i]->seed);
            QCOMPARE(b[i]->metric("variance"), a[i]->metric("variance"));
            QVERIFY(toJson(*b[i]->snapshot) == toJson(*a[i]->snapshot));
        }
    }

    void whatIsThereIsNeverTakenAway()
    {
        const QTemporaryDir folder;
        const auto session = recorded(pathIn(folder, "s.hareloom"), experiment(5, 2));
        QCOMPARE(session->extend(4, 2).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(session->extend(5, 1).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(session->generations()->size(), std::size_t{2 * 2 * 6});
        QVERIFY(session->extend(5, 2).ok());
    }

    void whatIsMadeAgainIsTheSame()
    {
        const QTemporaryDir folder;
        const auto session = recorded(pathIn(folder, "s.hareloom"), experiment(12, 2));
        QCOMPARE(saidOf(recompute(*session, StopSource(), {2, {}, "cpu"})), QString());
    }

    void whatIsNotWhatTheExperimentMakesIsFound()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        {
            // Of another experiment, but for the seed: each digest is right, and none of it is the
            // experiment's.
            Experiment other = experiment(6, 1);
            other.samples.size = 21;
            StopSource stop;
            auto session = Session::create(path, experiment(6, 1), someProvenance());
            SessionRecorder recorder(**session, stop);
            QVERIFY(run(other, recorder, stop.token(), {1, {}, "cpu"}).ok());
        }
        const auto session = Session::openReadOnly(path);
        QCOMPARE(saidOf((*session)->verify()), QString());
        const QString said = saidOf(recompute(**session, StopSource(), {1, {}, "cpu"}));
        QVERIFY2(said.contains("chain 0, generation 0: made again it is not the same"), qPrintable(said));
    }

    void aSessionThatKeepsFewModelsGoesOnTheSame()
    {
        const QTemporaryDir folder;
        const auto whole = recorded(pathIn(folder, "whole.hareloom"), experiment(30, 2));
        for (const int every : {0, 7}) {
            const std::string path = pathIn(folder, ("thin" + std::to_string(every)).c_str());
            for (const int generations : {0, 9, 21, 30}) {
                auto thin = generations == 0
                                ? Session::create(path, experiment(0, 2), someProvenance(), every)
                                : Session::open(path);
                QVERIFY2(thin.ok(), thin ? "" : thin.error().message.c_str());
                QVERIFY((*thin)->extend(generations, 2).ok());
                goOn(**thin);
                QCOMPARE(saidOf((*thin)->verify()), QString());
            }
            const auto thin = Session::openReadOnly(path);
            QCOMPARE((*thin)->snapshotEvery(), every);
            const auto a = *whole->generations(), b = *(*thin)->generations();
            QCOMPARE(b.size(), a.size());
            for (std::size_t i = 0; i < a.size(); ++i) {
                QCOMPARE(b[i]->metric("variance"), a[i]->metric("variance"));
                // The second variant needs all of its models to go on.
                const bool isKept = b[i]->chain >= 2 || b[i]->index == 0 || b[i]->index == 30 ||
                                    (every > 0 && b[i]->index % every == 0);
                QCOMPARE(b[i]->snapshot != nullptr, isKept);
                if (isKept)
                    QVERIFY(toJson(*b[i]->snapshot) == toJson(*a[i]->snapshot));
            }
            QCOMPARE(saidOf(recompute(**thin, StopSource(), {1, {}, "cpu"})), QString());
        }
    }

    void modelsThatAreNotKeptAreMadeAgain()
    {
        const QTemporaryDir folder;
        const auto whole = recorded(pathIn(folder, "whole.hareloom"), experiment(30, 2));
        const std::string path = pathIn(folder, "thin.hareloom");
        {
            auto thin = Session::create(path, experiment(30, 2), someProvenance(), 7);
            goOn(**thin);
        }
        const auto thin = Session::openReadOnly(path);
        auto held = (*thin)->generations();
        QVERIFY(held && !(*held)[1]->snapshot);
        const auto all = withAllModels(**thin, *held, StopSource(), {2, {}, "cpu"});
        QVERIFY2(all.ok(), all ? "" : all.error().message.c_str());
        const auto wanted = *whole->generations();
        QCOMPARE(all->size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            QVERIFY((*all)[i]->snapshot && toJson(*(*all)[i]->snapshot) == toJson(*wanted[i]->snapshot));
            QCOMPARE((*all)[i]->metric("variance"), wanted[i]->metric("variance"));
        }
        // What comes out otherwise than it is held is not taken.
        auto changed = std::make_shared<Generation>(*held->at(3));
        changed->metrics.front().value += 1;
        held->at(3) = changed;
        const auto refused = withAllModels(**thin, *held, StopSource(), {2, {}, "cpu"});
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.find("chain 0, generation 3 comes out otherwise") != std::string::npos,
                 refused.error().message.c_str());
        StopSource stopped;
        stopped.requestStop();
        QCOMPARE(withAllModels(**thin, *held, stopped, {2, {}, "cpu"}).error().kind, ErrorKind::Stopped);
    }

    void onlyTheEndsOfAChainAreHeldToGoOn()
    {
        const QTemporaryDir folder;
        const auto session = recorded(pathIn(folder, "s.hareloom"), experiment(30, 2));
        int seen = 0;
        const auto kept = session->toResume([&seen](const GenerationPtr& generation) {
            ++seen;
            return generation->metrics.empty() ? Result<void>(systemError("no metrics")) : Result<void>();
        });
        QVERIFY(kept.ok());
        QCOMPARE(seen, 2 * 2 * 31);
        // Of the chains that learn from all of the past, all.
        QCOMPARE(kept->size(), std::size_t{2 * 2 + 2 * 31});
    }
};

HARELOOM_TEST(ExtendTest)
#include "ExtendTest.moc"
