// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Session.h"
#include "core/recipe/ExperimentJson.h"
#include "tests/TestProgram.h"
#include "tests/store/Links.h"

#include <QtTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <bit>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

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
        Generation original = link(names, 2, 0);
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
            original.metrics.push_back({MetricName("mean[" + std::to_string(i) + "]"), values[i]});
        original.snapshot = std::make_shared<NormalMixtureSnapshot>(
            NormalMixture::single(0.1, std::numeric_limits<double>::min()));
        QVERIFY(created(path)->append(original).ok()); // the destructor commits

        const auto session = Session::openReadOnly(path);
        const Result<GenerationPtr> read = (*session)->generation(2, 0);
        QVERIFY(read.ok());
        const Generation& g = **read;
        QCOMPARE(g.chain, 2);
        QCOMPARE(g.index, 0);
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
        QCOMPARE(mixture->means(0, 0), 0.1);
        QCOMPARE(mixture->covariance(0)(0, 0), std::numeric_limits<double>::min());
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
            for (const int index : {0, 2}) { // there already; before its time
                const Result<void> again = session->append(link(names, 0, index));
                QVERIFY(!again.ok());
                QCOMPARE(again.error().kind, ErrorKind::InvalidInput);
            }
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

    void nothingIsOverwritten()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        const Names names;
        QVERIFY(created(path)->append(link(names, 0, 0)).ok());
        const auto refused = Session::create(path, smallExperiment(), someProvenance());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::InvalidFile);
        QCOMPARE(countIn(path), std::size_t{1});
    }

    void aFolderWhereItsWeightsWouldLieIsNotTouched()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom"), weights = path + ".models";
        for (const char* foreign : {"thesis.txt", "chain-0-generation-0.safetensors"}) {
            std::filesystem::create_directory(weights);
            std::ofstream(weights + "/" + foreign) << "work";
            const auto refused = Session::create(path, smallExperiment(), someProvenance());
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().kind, ErrorKind::InvalidFile);
            QVERIFY2(refused.error().message.starts_with(weights), refused.error().message.c_str());
            QCOMPARE(contentOf(weights + "/" + foreign), std::string("work"));
            QVERIFY(!std::filesystem::exists(path));
            std::filesystem::remove_all(weights);
        }
        std::filesystem::create_directory(weights); // an empty one is in nobody's way
        QVERIFY(Session::create(path, smallExperiment(), someProvenance()).ok());
    }

    void ofManyThatMakeTheSameSessionOneSucceeds()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        for (int round = 0; round < 20; ++round) {
            std::atomic<int> ready = 0;
            std::vector<std::unique_ptr<Session>> made(4);
            std::vector<std::thread> threads;
            for (std::size_t i = 0; i < made.size(); ++i)
                threads.emplace_back([&, i] {
                    for (++ready; ready < static_cast<int>(made.size());) {
                    }
                    if (auto session = Session::create(path, smallExperiment(), someProvenance()))
                        made[i] = *std::move(session);
                });
            for (std::thread& thread : threads)
                thread.join();
            QCOMPARE(std::count(made.begin(), made.end(), nullptr), std::ptrdiff_t{3});
            for (const auto& session : made)
                QVERIFY(!session || (session->append(link(Names(), 0, 0)).ok() && session->commit().ok()));
            made.clear();
            QCOMPARE(countIn(path), std::size_t{1});
            QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("s.hareloom"));
            std::filesystem::remove(path);
        }
    }

    void whoeverComesSecondIsToldAtOnce()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        auto first = created(path);
        QElapsedTimer timer;
        timer.start();
        const auto second = Session::open(path);
        QVERIFY(!second.ok());
        QCOMPARE(second.error().kind, ErrorKind::System);
        QVERIFY2(second.error().message.find("another run is writing") != std::string::npos,
                 second.error().message.c_str());
        QVERIFY(timer.elapsed() < 2000); // SQLite itself would wait for 5 s
        QVERIFY(Session::openReadOnly(path).ok());
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(Session::open(path).ok() ? 1 : 0); // another process, too
        int status = -1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        QVERIFY(first->append(link(Names(), 0, 0)).ok() && first->commit().ok());
        first.reset();
        QVERIFY(Session::open(path).ok());
    }

    void aSessionThatIsDeletedOrReplacedWhileItIsWrittenIsNoticed()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom"), other = pathIn(folder, "o.hareloom");
        for (const bool isReplaced : {false, true}) {
            const auto session = created(path);
            QVERIFY(session->append(link(Names(), 0, 0)).ok() && session->commit().ok());
            created(other);
            if (isReplaced)
                std::filesystem::rename(other, path);
            else
                std::filesystem::remove(path);
            (void)session->append(link(Names(), 0, 1));
            const Result<void> lost = session->commit();
            QVERIFY(!lost.ok());
            QCOMPARE(lost.error().kind, ErrorKind::System);
            QVERIFY2(lost.error().message.find("deleted, or replaced") != std::string::npos,
                     lost.error().message.c_str());
            for (const auto& entry : std::filesystem::directory_iterator(folder.path().toStdString()))
                std::filesystem::remove(entry);
        }
        // One that only got another name goes on.
        const auto session = created(path);
        std::filesystem::rename(path, other);
        QVERIFY(session->append(link(Names(), 0, 0)).ok() && session->commit().ok());
    }

    void whatAKilledProcessLeftBesideItIsCleanedUp()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(0);
        ::waitpid(child, nullptr, 0);
        const std::string dead = ".part-" + std::to_string(child) + "-0",
                          alive = ".part-" + std::to_string(::getppid()) + "-0";
        for (const std::string& name :
             {path + dead, path + dead + "-journal", path + alive, path + ".part-x"})
            std::ofstream(name) << "half";
        std::filesystem::create_directory(path + ".models" + dead);
        created(path);
        withWeights(path, {{0, "whole"}});
        std::ofstream(path + ".models/chain-0-generation-1.safetensors" + dead) << "half";
        QVERIFY(Session::open(path).ok());
        QCOMPARE(weightsOf(path).size(), std::size_t{1});
        std::filesystem::remove_all(path + ".models");
        const QStringList left = {"s.hareloom", QString::fromStdString("s.hareloom" + alive),
                                  "s.hareloom.part-x"};
        QStringList found = QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries);
        QCOMPARE(QSet<QString>(found.begin(), found.end()), QSet<QString>(left.begin(), left.end()));
    }

    void longNamesAndOddOnesAreNamesOrRefused()
    {
        const QTemporaryDir folder;
        const auto ofLength = [&folder](std::size_t length) {
            return pathIn(folder, (std::string(length - 9, 'n') + ".hareloom").c_str());
        };
        for (const std::size_t length : {200u, 236u, 247u}) {
            const auto session = Session::create(ofLength(length), smallExperiment(), someProvenance());
            QVERIFY2(session.ok(), session ? "" : session.error().message.c_str());
            QVERIFY((*session)->append(link(Names(), 0, 0)).ok() && (*session)->commit().ok());
            QVERIFY((*session)->copyTo(pathIn(folder, "copy.hareloom")).ok());
        }
        for (const std::size_t length : {248u, 300u}) {
            const auto session = Session::create(ofLength(length), smallExperiment(), someProvenance());
            QVERIFY(!session.ok());
            QVERIFY2(session.error().message.find("too long") != std::string::npos,
                     session.error().message.c_str());
        }
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        for (const std::string name : {":memory:", "file:x?mode=memory"}) {
            QVERIFY(created(name)->append(link(Names(), 0, 0)).ok());
            QCOMPARE(countIn(name), std::size_t{1});
            QVERIFY(std::filesystem::exists(name)); // Qt has meanings of its own for such names
        }
        QVERIFY(QDir::setCurrent(before));
        std::string deep = folder.path().toStdString();
        for (int i = 0; i < 6; ++i)
            std::filesystem::create_directory(deep += "/" + std::string(90, 'd'));
        const auto session = Session::create(deep + "/s.hareloom", smallExperiment(), someProvenance());
        QVERIFY(!session.ok());
        QVERIFY2(session.error().message.find("too long") != std::string::npos,
                 session.error().message.c_str());
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

    void aCopyTakesTheWeightsAlongAndLeavesNoneOfTheOld()
    {
        const QTemporaryDir folder;
        const std::string from = pathIn(folder, "a.hareloom"), to = pathIn(folder, "b.hareloom");
        const auto a = created(from);
        created(to);
        withWeights(from, {{0, "a0"}, {6, "a6"}});
        withWeights(to, {{0, "b0"}, {5, "b5"}});
        QVERIFY(a->copyTo(to).ok());
        QCOMPARE(weightsOf(to), weightsOf(from));
        std::filesystem::remove_all(from + ".models");
        QVERIFY(a->copyTo(to).ok()); // one without weights leaves none of the old
        QVERIFY(!std::filesystem::exists(to + ".models"));
        QCOMPARE(QDir(folder.path()).entryList({"b*"}), QStringList("b.hareloom"));
    }

    void aCopyThatFailsLeavesTheOldSessionAndItsWeights()
    {
        const QTemporaryDir folder;
        const std::string from = pathIn(folder, "a.hareloom"), to = pathIn(folder, "b.hareloom");
        const auto a = created(from);
        created(to);
        withWeights(from, {{0, "a0"}, {6, std::string(300'000, 'a')}});
        withWeights(to, {{0, "b0"}, {5, "b5"}});
        const std::string before = contentOf(to);
        {
            rlimit limit{};
            ::getrlimit(RLIMIT_FSIZE, &limit);
            const rlimit full{100'000, limit.rlim_max};
            std::signal(SIGXFSZ, SIG_IGN);
            ::setrlimit(RLIMIT_FSIZE, &full);
            const Result<void> copied = a->copyTo(to);
            ::setrlimit(RLIMIT_FSIZE, &limit);
            QVERIFY(!copied.ok());
            QCOMPARE(copied.error().kind, ErrorKind::System);
        }
        // A folder of other things is not replaced either, nor a session that is being written.
        std::ofstream(to + ".models/thesis.txt") << "work";
        QCOMPARE(a->copyTo(to).error().kind, ErrorKind::InvalidInput);
        std::filesystem::remove(to + ".models/thesis.txt");
        QCOMPARE(contentOf(to), before);
        {
            const auto writing = Session::open(to);
            QVERIFY(writing.ok());
            QCOMPARE(a->copyTo(to).error().kind, ErrorKind::System);
        }
        const std::map<std::string, std::string> kept = {{"chain-0-generation-0.safetensors", "b0"},
                                                         {"chain-0-generation-5.safetensors", "b5"}};
        QVERIFY(weightsOf(to) == kept);
        QCOMPARE(QDir(folder.path()).entryList({"b*"}), QStringList({"b.hareloom", "b.hareloom.models"}));
        std::filesystem::remove(to);
        QCOMPARE(a->copyTo(to).error().kind, ErrorKind::InvalidInput); // weights of a session that was moved
        QVERIFY(weightsOf(to) == kept);
    }

private:
    static std::string contentOf(const std::string& path)
    {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    /// Files as networks have them beside their session, by generation.
    static void withWeights(const std::string& session, const std::map<int, std::string>& files)
    {
        std::filesystem::create_directory(session + ".models");
        for (const auto& [generation, text] : files)
            std::ofstream(session + ".models/chain-0-generation-" + std::to_string(generation) +
                          ".safetensors")
                << text;
    }

    static std::map<std::string, std::string> weightsOf(const std::string& session)
    {
        std::map<std::string, std::string> files;
        for (const auto& entry : std::filesystem::directory_iterator(session + ".models"))
            files[entry.path().filename().string()] = contentOf(entry.path().string());
        return files;
    }

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
