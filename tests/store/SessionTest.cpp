// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Session.h"
#include "core/recipe/ExperimentJson.h"
#include "tests/TestProgram.h"
#include "tests/store/Links.h"

#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

#include <bit>
#include <csignal>
#include <filesystem>

using namespace hareloom;
using namespace hareloom::test;

class SessionTest : public QObject
{
    Q_OBJECT

    static std::unique_ptr<Session> created(const std::string& path,
                                            const Experiment& experiment = smallExperiment())
    {
        Result<std::unique_ptr<Session>> session = Session::create(path, experiment, someProvenance());
        if (!session)
            qFatal("%s", session.error().message.c_str());
        return std::move(session).value();
    }

    static std::size_t countIn(const std::string& path)
    {
        Result<std::unique_ptr<Session>> session = Session::openReadOnly(path);
        if (!session)
            qFatal("%s", session.error().message.c_str());
        return (*session)->generations()->size();
    }

private Q_SLOTS:
    void experimentAndProvenanceComeBack()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "a b %41?.hareloom");
        Experiment experiment = smallExperiment();
        experiment.baseFolder = "data/../tables";
        created(path, experiment);
        for (const auto open : {Session::open, Session::openReadOnly}) {
            const auto session = open(path);
            QVERIFY2(session.ok(), session.ok() ? "" : session.error().message.c_str());
            QCOMPARE(toText((*session)->experiment()), toText(experiment));
            QCOMPARE((*session)->experiment().baseFolder,
                     (std::filesystem::current_path() / "tables").string());
            QCOMPARE((*session)->provenance().created, someProvenance().created);
            QCOMPARE((*session)->provenance().version, someProvenance().version);
            QCOMPARE((*session)->provenance().threads, 2);
            QCOMPARE((*session)->provenance().samplingVersion, kSamplingVersion);
        }
    }

    void theDevicesOfARunAreNoted()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        const auto devices = [&path] { return Session::openReadOnly(path).value()->provenance().device; };
        const auto session = created(path);
        QVERIFY(session->recordDevice("cuda:0: NVIDIA H100").ok()); // nothing was made on another
        QCOMPARE(devices(), "cuda:0: NVIDIA H100");
        const Names names;
        QVERIFY(session->append(link(names, 0, 0)).ok());
        QVERIFY(session->commit().ok());
        for (const char* next : {"cpu", "cuda:0: NVIDIA H100", "cpu"})
            QVERIFY(session->recordDevice(next).ok());
        QCOMPARE(devices(), "cuda:0: NVIDIA H100; cpu");
        QCOMPARE(session->provenance().device, devices());
    }

    void everyBitOfAGenerationComesBack()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        const Names names;
        Generation original = link(names, 2, 7);
        original.seed = ~Seed{0} - 5; // beyond what SQLite's signed integers show
        original.freshRows = 1'000'000'000'000;
        original.fit = {17, false, std::numeric_limits<double>::quiet_NaN()};
        original.note = "Varianz 0 — nicht anpassbar";
        const double values[] = {std::numeric_limits<double>::quiet_NaN(),
                                 std::numeric_limits<double>::infinity(),
                                 -std::numeric_limits<double>::infinity(),
                                 std::numeric_limits<double>::denorm_min(),
                                 std::numeric_limits<double>::max(),
                                 0.1,
                                 3.0,
                                 9007199254740993.0};
        original.metrics.clear();
        for (std::size_t i = 0; i < std::size(values); ++i)
            original.metrics.push_back({MetricName("m" + std::to_string(i)), values[i]});
        QVERIFY(created(path)->append(original).ok()); // the destructor commits

        const auto session = Session::openReadOnly(path);
        const Result<GenerationPtr> read = (*session)->generation(2, 7);
        QVERIFY(read.ok());
        const Generation& g = **read;
        QCOMPARE(g.chain, 2);
        QCOMPARE(g.index, 7);
        QCOMPARE(g.seed, original.seed);
        QCOMPARE(g.freshRows, original.freshRows);
        QCOMPARE(g.syntheticRows, original.syntheticRows);
        QCOMPARE(g.fit.iterations, 17);
        QCOMPARE(g.fit.converged, false);
        QVERIFY(std::isnan(g.fit.logLikelihood));
        QCOMPARE(g.note, original.note);
        QCOMPARE(g.metrics.size(), std::size(values));
        QVERIFY(std::isnan(g.metrics[0].value));
        for (std::size_t i = 1; i < std::size(values); ++i)
            QCOMPARE(std::bit_cast<std::uint64_t>(g.metrics[i].value),
                     std::bit_cast<std::uint64_t>(values[i]));
        const NormalMixture* mixture = g.snapshot->normalMixture();
        QVERIFY(mixture);
        QCOMPARE(mixture->means(0, 0), 0.1 * 7);
    }

    void generationsAreInOrderWhateverTheOrderOfArrival()
    {
        const QTemporaryDir folder;
        const auto session = created(pathIn(folder, "s.hareloom"));
        const Names names;
        for (const auto& [chain, index] : {std::pair(1, 0), {0, 0}, {1, 1}, {2, 0}, {0, 1}, {1, 2}})
            QVERIFY(session->append(link(names, chain, index)).ok());
        const auto generations = session->generations();
        QVERIFY(generations.ok());
        std::vector<std::pair<int, int>> order;
        for (const GenerationPtr& g : *generations) {
            order.emplace_back(g->chain, g->index);
            QCOMPARE(g->metric("variance"), 1.0 / (1 + g->index));
            QCOMPARE(g->metrics.size(), std::size_t{3});
        }
        QCOMPARE(order, (std::vector<std::pair<int, int>>{{0, 0}, {0, 1}, {1, 0}, {1, 1}, {1, 2}, {2, 0}}));
        QCOMPARE(generations->front()->metrics[0].name,
                 generations->back()->metrics[0].name); // one string for all
    }

    void aMissingGenerationIsNamedWithTheRange()
    {
        const QTemporaryDir folder;
        const auto session = created(pathIn(folder, "s.hareloom"));
        QVERIFY(session->generation(0, 0).error().message.find("no generation yet") != std::string::npos);
        const Names names;
        for (int i = 0; i < 4; ++i)
            QVERIFY(session->append(link(names, 0, i)).ok());
        const Error error = session->generation(0, 4).error();
        QCOMPARE(error.kind, ErrorKind::InvalidInput);
        QVERIFY2(error.message.find("generations 0 to 3") != std::string::npos, error.message.c_str());
        QVERIFY(session->generation(1, 0).error().message.find("chains 0 to 0") != std::string::npos);
    }

    void theSameGenerationTwiceIsRefusedAndWhatIsCommittedStays()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        const Names names;
        {
            const auto session = created(path);
            QVERIFY(session->append(link(names, 0, 0)).ok());
            QVERIFY(session->commit().ok());
            const Result<void> again = session->append(link(names, 0, 0));
            QVERIFY(!again.ok());
            QCOMPARE(again.error().kind, ErrorKind::InvalidInput);
            QVERIFY(session->append(link(names, 0, 1)).ok());
        }
        QCOMPARE(countIn(path), std::size_t{2});
    }

    void killedAtAnyMomentItOpensWithAllThatWasCommitted()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        created(path);
        int next = 0;
        for (int kill = 0; kill < 8; ++kill) {
            int pipe[2];
            QCOMPARE(::pipe(pipe), 0);
            const pid_t child = ::fork();
            if (child == 0)
                appendForever(path, next, pipe[1]);
            ::close(pipe[1]);
            // Killed while it works on, after a number of commits that grows unevenly.
            int committed = next;
            for (int i = 0; i < 1 + 37 * kill % 23; ++i)
                QCOMPARE(::read(pipe[0], &committed, sizeof committed),
                         static_cast<ssize_t>(sizeof committed));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            ::close(pipe[0]);

            const auto session = Session::open(path);
            QVERIFY2(session.ok(), session.ok() ? "" : session.error().message.c_str());
            const auto generations = (*session)->generations();
            QVERIFY(generations.ok());
            QVERIFY(static_cast<int>(generations->size()) >= committed);
            for (std::size_t i = 0; i < generations->size(); ++i) {
                QCOMPARE((*generations)[i]->index, static_cast<int>(i));
                QCOMPARE((*generations)[i]->metrics.size(), std::size_t{3});
            }
            next = static_cast<int>(generations->size());
        }
        QVERIFY(next > 8);
    }

    void closedItIsOneFile()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        created(path);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("s.hareloom"));
    }

    void readingSeesWhatAnotherIsWriting()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        const auto writer = created(path);
        const Names names;
        QVERIFY(writer->append(link(names, 0, 0)).ok());
        QVERIFY(writer->commit().ok());
        QVERIFY(writer->append(link(names, 0, 1)).ok());
        QCOMPARE(countIn(path), std::size_t{1});
        // Reading has not loosened the writer's hold on the file.
        QVERIFY(writer->commit().ok());
        QCOMPARE(countIn(path), std::size_t{2});
    }

    void nothingIsOverwrittenUnlessAsked()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        const Names names;
        QVERIFY(created(path)->append(link(names, 0, 0)).ok());
        const auto refused = Session::create(path, smallExperiment(), someProvenance());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::InvalidFile);
        QCOMPARE(countIn(path), std::size_t{1});
        QVERIFY(Session::create(path, smallExperiment(), someProvenance(), true).ok());
        QCOMPARE(countIn(path), std::size_t{0});
    }

    void aCopyIsTheSameAndReplacesWhatWasThere()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom"), copy = pathIn(folder, "c.hareloom");
        const Names names;
        const auto session = created(path);
        for (int i = 0; i < 50; ++i)
            QVERIFY(session->append(link(names, 0, i)).ok());
        QVERIFY(created(copy)->append(link(names, 1, 0)).ok());
        QVERIFY(session->copyTo(copy).ok());
        QCOMPARE(countIn(copy), std::size_t{50});
        QVERIFY(Session::openReadOnly(copy).value()->verify()->empty());
        const Result<void> onItself = session->copyTo(path);
        QVERIFY(!onItself.ok());
        QCOMPARE(onItself.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!session->copyTo(pathIn(folder, "no/such/folder/c.hareloom")).ok());
        QCOMPARE(countIn(path), std::size_t{50});
    }

private:
    /// The child's life: a commit a generation, each told through the pipe after it is safe.
    [[noreturn]] static void appendForever(const std::string& path, int first, int told)
    {
        const auto session = Session::open(path);
        const Names names;
        for (int index = first; session.ok(); ++index) {
            const int count = index + 1;
            if (!(*session)->append(link(names, 0, index)) || !(*session)->commit() ||
                ::write(told, &count, sizeof count) != sizeof count)
                break;
        }
        ::_exit(1);
    }
};

HARELOOM_TEST(SessionTest)
#include "SessionTest.moc"
