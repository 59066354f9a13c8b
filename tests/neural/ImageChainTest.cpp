// SPDX-License-Identifier: GPL-3.0-or-later
// Image chains from end to end, on images made here: runs, sessions, resuming.
#include "core/families/image/ImageNetworks.h"
#include "core/families/image/VaeSnapshot.h"
#include "core/family/NetworkSettings.h"
#include "core/family/RealValues.h"
#include "core/forecast/Estimate.h"
#include "core/store/Checkpoints.h"
#include "core/store/Session.h"
#include "tests/TestProgram.h"
#include "tests/neural/NetworkChainTest.h"

#include <QDir>
#include <QFile>
#include <atomic>
#include <cmath>
#include <future>

using namespace hareloom;
using namespace hareloom::runs;

namespace {

void append(QByteArray& to, std::uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        to.append(static_cast<char>(number >> shift & 0xFF));
}

/// Stripes of three kinds on 8 x 8 pixels, as IDX files.
void writeImages(const QString& folder, int count)
{
    QByteArray images, labels;
    append(images, 0x803), append(images, static_cast<std::uint32_t>(count)), append(images, 8),
        append(images, 8);
    append(labels, 0x801), append(labels, static_cast<std::uint32_t>(count));
    Rng rng(3);
    for (int i = 0; i < count; ++i) {
        const auto kind = static_cast<int>(rng.below(3));
        labels.append(static_cast<char>(kind));
        for (int y = 0; y < 8; ++y)
            for (int x = 0; x < 8; ++x) {
                const int along = kind == 0 ? x : kind == 1 ? y : x + y;
                images.append(static_cast<char>((along % 4 < 2 ? 170 : 0) + static_cast<int>(rng.below(80))));
            }
    }
    for (const auto& [name, bytes] :
         {std::pair(QString("images"), images), std::pair(QString("labels"), labels)}) {
        QFile file(folder + "/" + name);
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
}

/// Pauses as soon as a network is in training.
class Pauser final : public ChainObserver
{
public:
    explicit Pauser(StopSource& stop) : m_stop(stop) {}
    void onProgress(const Progress& progress) override
    {
        if (progress.training.epochs > 0 && ++heard == 1)
            m_stop.pause();
    }
    std::atomic<int> heard = 0;

private:
    StopSource& m_stop;
};

const VaeSnapshot& vaeOf(const GenerationPtr& generation)
{
    return *asVae(*generation->snapshot);
}

} // namespace

class ImageChainTest : public NetworkChainTest
{
    Q_OBJECT

    std::string usualModel() const override { return "'epochs': 3"; }

    Experiment made(const std::string& policy, const std::string& model) const override
    {
        const QByteArray text =
            "{'schema': 1, 'family': 'image', 'title': 'stripes', 'source': {'kind': 'idx', 'path': "
            "'@/images', "
            "'labels': '@/labels'}, 'model': {'hidden': 16, 'latent': 2, 'keepEvery': 2, 'batch': 50, #}, "
            "'policy': "
            "$, 'samples': {'size': 300}, 'generations': 5, 'seed': 4, 'evaluation': {'metrics': "
            "['latentStd', "
            "'classShare', 'classEntropyNats', 'rarestClassShare', 'survivingClasses', 'classifierAccuracy', "
            "'featureFrechet', 'featurePrecision', 'featureRecall', 'reconstructionNats', 'vaeKlNats']}}";
        return experimentFrom(text, m_folder.path(), policy, model);
    }

    // Adam moves every weight by 10 in its first step: the next loss cannot be finite.
    Experiment wild() const override
    {
        Experiment e = experiment();
        e.model.of<NetworkSettings>().learningRate = 10;
        return e;
    }

    std::vector<std::string> saidOfWild() const override
    {
        return {"diverged in epoch 1", "model.learningRate (now 10)"};
    }

    std::vector<Row> loops() const override
    {
        return {
            {"replace", "{}", "'epochs': 3"},
            {"accumulate", "{'pool': 'all'}", "'epochs': 2"},
            {"subsample", "{'pool': 'all', 'subsample': 300, 'realShare': 0.1}", "'epochs': 2"},
            {"previous", "{'betaPrevious': 0.3, 'realShare': 0.2}", "'epochs': 2"},
            {"warm", "{}", "'epochs': 2, 'start': 'warm'"},
            {"filtered", "{'filter': {'classes': [1, 0.3, 1]}}", "'epochs': 2"},
            {"filtered, accumulate", "{'pool': 'all', 'filter': {'classes': [1, 0.3, 1]}}", "'epochs': 2"},
            {"chosen by taste",
             "{'curation': {'bestOf': 2, 'tastes': [{'reward': 'classes', 'classes': [1], 'strength': 2}]}}",
             "'epochs': 2"},
            {"bernoulli, narrow", "{'lambda': 0.5}", "'epochs': 2, 'sampling': 'bernoulli'"}};
    }

    std::vector<Row> nonsense() const override
    {
        return {{"another source", "source.kind", "normal"},
                {"another family", "family", "gaussian"},
                {"exact refit", "errors.statistical", "false"},
                {"verifier", "policy.filter.keepWrong", "0.5"},
                {"nothing kept", "policy.filter.classes", "[0, 0, 0]"},
                {"metric of numbers", "evaluation.metrics", "[\"variance\"]"},
                {"fresh rows", "policy.freshShare", "0.1"}};
    }

    void compareModels(const Snapshot& a, const Snapshot& b) const override
    {
        QVERIFY(asVae(a)->view() == asVae(b)->view());
    }

    std::vector<float> weightsOf(const Snapshot& model) const override { return *asVae(model)->weights(); }

private Q_SLOTS:
    void initTestCase() { writeImages(m_folder.path(), 500); }

    // The training sleeps in a library of its own; it must hear who wakes it.
    void aPausedTrainingGoesOnAndStops()
    {
        constexpr int kAsleep = 250; // ms after which it sleeps for certain, if it is to sleep at all
        StopSource stop;
        Pauser heard(stop);
        const Experiment endless = experiment("{}", "'epochs': 10000");
        auto done = std::async(std::launch::async, [&] {
            return run(endless, heard, stop.token(), {1, {}, "cpu"});
        });
        QTRY_COMPARE(heard.heard.load(), 1);
        QTest::qWait(kAsleep);
        QCOMPARE(heard.heard.load(), 1);
        stop.resume();
        QTRY_VERIFY(heard.heard.load() > 1);
        stop.pause();
        QTest::qWait(kAsleep);
        stop.requestStop();
        QVERIFY(done.wait_for(std::chrono::seconds(5)) == std::future_status::ready);
        const auto end = done.get();
        QVERIFY(end && *end == RunEnd::Stopped);
    }

    void allMetricsAreMeasured()
    {
        Collector heard;
        QVERIFY(run(experiment(), heard, {}, {2, {}, "cpu"}));
        QCOMPARE(heard.all.size(), std::size_t{6});
        QVERIFY(heard.epochs >= 1 && heard.epochs <= 3); // progress is told at most every 30 ms
        for (const GenerationPtr& generation : heard.all) {
            QCOMPARE(generation->metrics.size(), std::size_t{13}); // classShare three times
            for (const MetricValue& metric : generation->metrics)
                QVERIFY2(std::isfinite(metric.value), metric.name->c_str());
            QVERIFY(generation->metric("classifierAccuracy") > 0.98);
            const double shares = generation->metric("classShare[0]") + generation->metric("classShare[1]") +
                                  generation->metric("classShare[2]");
            QVERIFY(std::abs(shares - 1) < 1e-12);
            QCOMPARE(vaeOf(generation).view().cloudClasses.size(), std::size_t{300});
            QCOMPARE(vaeOf(generation).wallImages(), 64);
            QCOMPARE(vaeOf(generation).view().plane.size(), std::size_t(generation->index == 0 ? 4 : 0));
            QCOMPARE(vaeOf(generation).view().real.empty(), generation->index > 0);
        }
        // The real images are classified and encoded, too.
        const SnapshotPtr& first = heard.all.front()->snapshot;
        const std::vector<double> real = realPartsOf(first, "classShare");
        QCOMPARE(real.size(), std::size_t{3});
        QVERIFY(std::abs(real[0] + real[1] + real[2] - 1) < 1e-12);
        double entropy = 0;
        for (const double share : real)
            entropy -= share * std::log(share);
        QVERIFY(std::abs(realValueOf(first, "classEntropyNats") - entropy) < 1e-12);
        QVERIFY(realValueOf(first, "latentStd") > heard.all.back()->metric("latentStd"));
        QVERIFY(std::isnan(realValueOf(first, "featureFrechet"))); // a distance from the real images
    }

    // What a view decodes of the wall's own points is the wall.
    void pointsAreDecodedAsTheWallWas()
    {
        Collector heard;
        Experiment e = experiment();
        e.generations = 0;
        QVERIFY(run(e, heard, {}, {1, {}, "cpu"}));
        const auto networks = imageNetworks();
        QVERIFY(networks);
        const VaeSnapshot& vae = vaeOf(heard.all[0]);
        const std::vector<float> points = (*networks)->wallLatents(vae.architecture(), 64);
        QCOMPARE(points.size(), std::size_t{128});
        QVERIFY((*networks)->decode(vae, points) == vae.view().wall);
        const std::span<const float> third = std::span(points).subspan(4, 2);
        const std::vector<std::uint8_t> alone = (*networks)->decode(vae, third);
        QCOMPARE(alone.size(), std::size_t{64});
        for (std::size_t i = 0; i < 64; ++i) // products of other sizes may round another way
            QVERIFY(std::abs(int(alone[i]) - int(vae.view().wall[128 + i])) <= 1);
    }

    void aSessionKeepsTheWeightsItShould()
    {
        const QString name = path("kept.hareloom");
        recorded(experiment(), name);
        const QStringList files = QDir(QString::fromStdString(Checkpoints::folderFor(name.toStdString())))
                                      .entryList(QDir::Files, QDir::Name);
        QCOMPARE(files,
                 QStringList({"chain-0-generation-0.safetensors", "chain-0-generation-2.safetensors",
                              "chain-0-generation-4.safetensors", "chain-0-generation-5.safetensors"}));
        QVERIFY2(QFile(name).size() < 400'000, "the weights must not be in the session itself");
        auto session = Session::open(name.toStdString());
        QVERIFY((*session)->verify()->empty());
        const auto all = *(*session)->generations();
        QVERIFY(vaeOf(all[2]).weights() && !vaeOf(all[3]).weights());
        const auto lost = sampleOf((*session)->experiment(), *all[3]);
        QVERIFY(!lost && lost.error().message.find("not kept") != std::string::npos);
        const auto rows = sampleOf((*session)->experiment(), *all[2]);
        QVERIFY(rows && (*rows)->rows() == 300);
    }

    // The chains of the second variant get other numbers; their weights keep the names that they have.
    void chainsAreAddedBesideVariants()
    {
        Experiment e = experiment("{}", "'epochs': 1");
        e.generations = 2;
        e.variants = {{"a", {}, {}}, {"b", {{"policy.realShare", "0.5"}}, {}}};
        const QString name = path("grown.hareloom");
        recorded(e, name);
        const SettingsChange change{2, {{"policy.realShare", "0.2"}}};
        const auto goOn = [this, &name](std::int64_t chains, const SettingsChange* branch) {
            auto session = Session::open(name.toStdString());
            QVERIFY2(session.ok(), session ? "" : session.error().message.c_str());
            const auto grown = branch ? (*session)->addBranch(1, *branch) : (*session)->extend(2, chains);
            QVERIFY2(grown.ok(), grown ? "" : grown.error().message.c_str());
            QVERIFY((*session)->verify()->empty());
            const auto said = (*session)->makeResumable();
            QVERIFY(said && said->empty());
            const auto kept = (*session)->toResume();
            QVERIFY2(kept.ok(), kept ? "" : kept.error().message.c_str());
            StopSource stop;
            SessionRecorder recorder(**session, stop);
            const auto end = run((*session)->experiment(), recorder, stop.token(), {1, *kept, "cpu"});
            QVERIFY2(end && !recorder.failure(), end ? "" : end.error().message.c_str());
            const auto problems = (*session)->verify();
            QVERIFY2(problems->empty(), problems->empty() ? "" : problems->front().c_str());
        };
        goOn(2, nullptr);
        goOn(2, &change);
        goOn(3, nullptr);
        const auto grown = Session::openReadOnly(name.toStdString());
        Collector whole;
        QVERIFY(run((*grown)->experiment(), whole, {}, {2, {}, "cpu"}));
        QCOMPARE(whole.all.size(), std::size_t{3 * 3 * 3});
        for (const GenerationPtr& wanted : whole.all) {
            const auto held = (*grown)->generation(wanted->chain, wanted->index);
            QVERIFY2(held.ok(), held ? "" : held.error().message.c_str());
            compare(wanted, *held);
            if (wanted->index != 1) // those of generation 1 are not kept
                QVERIFY(weightsOf(*wanted->snapshot) == weightsOf(*(*held)->snapshot));
        }
    }

    void damagedAndMissingWeightsAreToldByVerify()
    {
        const QString name = path("cut.hareloom");
        recorded(experiment(), name);
        const QString folder = QString::fromStdString(Checkpoints::folderFor(name.toStdString()));
        QVERIFY(QFile::remove(folder + "/chain-0-generation-5.safetensors"));
        QFile file(folder + "/chain-0-generation-2.safetensors");
        QVERIFY(file.open(QFile::ReadWrite) && file.resize(100));
        auto session = Session::open(name.toStdString());
        QVERIFY2(session.ok(), session ? "" : session.error().message.c_str());
        const auto found = (*session)->verify();
        QVERIFY2(found.ok(), found ? "" : found.error().message.c_str());
        const std::vector<std::string>& problems = *found;
        const auto tells = [&](const char* what) {
            return std::any_of(problems.begin(), problems.end(),
                               [&](const std::string& p) { return p.find(what) != std::string::npos; });
        };
        QString all;
        for (const std::string& problem : problems)
            all += QString::fromStdString(problem) + '\n';
        QVERIFY2(tells("generation 5: its weights are missing") &&
                     tells("generation 2: the weights beside the session are not those that were written"),
                 qPrintable(all));
    }

    void aCopyTakesItsWeightsAlong()
    {
        const QString name = path("origin.hareloom"), copy = path("copy.hareloom");
        recorded(experiment(), name);
        auto session = Session::open(name.toStdString());
        QVERIFY((*session)->copyTo(copy.toStdString()));
        auto copied = Session::open(copy.toStdString());
        QVERIFY((*copied)->verify()->empty());
    }

    // Three kinds at a third each; one is never kept.
    void aClassThatIsNotKeptVanishes()
    {
        const auto sharesWith = [this](const char* policy, int threads) {
            Experiment e = experiment(policy, "'epochs': 60");
            e.generations = 2;
            Collector heard;
            if (!run(e, heard, {}, {threads, {}, "cpu"}))
                qFatal("the run failed");
            std::vector<double> shares;
            for (const GenerationPtr& generation : heard.all)
                shares.push_back(generation->metric("classShare[1]"));
            return shares;
        };
        const auto whole = sharesWith("{}", 2), never = sharesWith("{'filter': {'classes': [1, 0, 0.5]}}", 2),
                   seldom = sharesWith("{'filter': {'classes': [1, 0.3, 1]}}", 2);
        QVERIFY(never[0] == whole[0] && seldom[0] == whole[0]); // generation 0 learns from real images
        QVERIFY(whole[0] > 0.2 && whole[1] > 0.2 && whole[2] > 0.2);
        QVERIFY2(never[1] < 0.02 && never[2] < 0.02, qPrintable(QString::number(never[1])));
        QVERIFY2(seldom[1] < 0.7 * whole[1], qPrintable(QString::number(seldom[1])));
        QVERIFY(sharesWith("{'filter': {'classes': [1, 0.3, 1]}}", 1) == seldom);
    }

    // Of a third each, best of four with a taste of strength 2 keeps the liked kind in 0.65 of the rows, by
    // curated(), and in 0.90 after a second step. What a network makes of rows moves a share, too: without a
    // taste it was 0.36 and 0.50 here, so that only the first step is held against it.
    void aKindThatIsLikedSpreads()
    {
        const auto sharesWith = [this](const char* policy, int threads) {
            Experiment e = experiment(policy, "'epochs': 60");
            e.generations = 2;
            Collector heard;
            if (!run(e, heard, {}, {threads, {}, "cpu"}))
                qFatal("the run failed");
            std::vector<double> shares;
            for (const GenerationPtr& generation : heard.all)
                shares.push_back(generation->metric("classShare[1]"));
            return shares;
        };
        constexpr const char* kTaste =
            "{'curation': {'bestOf': 4, 'tastes': [{'reward': 'classes', 'classes': [1], 'strength': 2}]}}";
        const auto plain = sharesWith("{}", 2), chosen = sharesWith(kTaste, 2);
        QCOMPARE(chosen[0], plain[0]); // generation 0 learns from real images
        QVERIFY2(chosen[1] > 0.5 && chosen[2] > chosen[1],
                 qPrintable(QString("%1, %2").arg(chosen[1]).arg(chosen[2])));
        QVERIFY2(plain[1] < chosen[1] - 0.1, qPrintable(QString::number(plain[1])));
        QVERIFY(sharesWith(kTaste, 1) == chosen);
    }

    void aFilterThatLetsTooFewPassEndsTheChainWithANote()
    {
        Experiment e = experiment("{'filter': {'classes': [0, 1e-9, 0]}}");
        Collector heard;
        QVERIFY(run(e, heard, {}, {1, {}, "cpu"}));
        QCOMPARE(heard.all.size(), std::size_t{2});
        QVERIFY2(heard.all[1]->note.find("the filter let only 0 of 30000") != std::string::npos,
                 heard.all[1]->note.c_str());
    }

    void aFilterNeedsAChanceForEachClass()
    {
        Collector heard;
        const auto end = run(experiment("{'filter': {'classes': [1, 0.5]}}"), heard, {}, {1, {}, "cpu"});
        QVERIFY(!end &&
                end.error().message.find(
                    "policy.filter.classes: the number of chances is 2, and these images have 3 classes.") ==
                    0);
    }

    /// 10,000 passes over 300 images, six times: 360,000 steps, none of which takes less than 10
    /// microseconds.
    void aTrainingThatOutlivesTheProbeIsForetold()
    {
        const auto expected = estimate(experiment("{}", "'epochs': 10000"),
                                       {.probeTime = std::chrono::milliseconds(500), .stop = {}});
        QVERIFY(expected);
        QVERIFY(!expected->wholeRunMeasured);
        QVERIFY2(expected->seconds > 3.6, QByteArray::number(expected->seconds));
    }

    void aClassThatIsNotThereIsRefused()
    {
        Experiment e = experiment();
        QVERIFY(setField(e, "evaluation.metrics", "[\"classShare[3]\"]"));
        Collector heard;
        const auto end = run(e, heard, {}, {1, {}, "cpu"});
        QVERIFY(!end && end.error().message.find("classes go from 0 to 2") != std::string::npos);
    }
};

HARELOOM_TEST(ImageChainTest)
#include "ImageChainTest.moc"
