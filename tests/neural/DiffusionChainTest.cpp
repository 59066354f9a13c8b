// SPDX-License-Identifier: GPL-3.0-or-later
// Chains of diffusion models from end to end: runs, stops, sessions, what they measure.
#include "core/families/diffusion/DiffusionSnapshot.h"
#include "core/recipe/Adaptation.h"
#include "core/recipe/Families.h"
#include "tests/TestProgram.h"
#include "tests/neural/Runs.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::runs;

namespace {

Experiment experiment(const char* policy = "{}", const char* source = "'eightGaussians'",
                      const char* more = "")
{
    QByteArray text = "{'schema': 1, 'family': 'diffusion', 'source': {'kind': ";
    text += source;
    text += "}, 'samples': {'size': 60}, 'generations': 4, 'policy': $, "
            "'model': {'width': 8, 'layers': 1, 'updates': 15, 'drawSteps': 4}, "
            "'evaluation': {'metrics': ['variance', 'copiedShare', 'noveltyDistance', 'trainingEntropyNats', "
            "'survivingModes', 'modeShare']}";
    text += more;
    return experimentFrom(text + "}", {}, policy, {});
}

constexpr const char* kChosen =
    "{'curation': {'bestOf': 3, 'tastes': [{'reward': 'near', 'point': [1, 0], 'strength': 2}]}}";

void compare(const GenerationPtr& a, const GenerationPtr& b)
{
    QCOMPARE(a->index, b->index);
    QVERIFY(nlohmann::json::to_cbor(toJson(*a->snapshot)) == nlohmann::json::to_cbor(toJson(*b->snapshot)));
    QVERIFY(a->metrics.size() == b->metrics.size() && !a->metrics.empty());
    for (std::size_t i = 0; i < a->metrics.size(); ++i)
        QVERIFY2(same(a->metrics[i], b->metrics[i]), a->metrics[i].name->c_str());
}

} // namespace

class DiffusionChainTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void threadsDoNotChangeABit()
    {
        Collector one, two;
        QVERIFY(run(experiment(), one, {}, {1, {}, "cpu"}));
        QVERIFY(run(experiment(), two, {}, {2, {}, "cpu"}));
        QCOMPARE(one.all.size(), std::size_t(5));
        for (std::size_t g = 0; g < one.all.size(); ++g)
            compare(one.all[g], two.all[g]);
    }

    void aStopAnywhereLeavesWhatWasMade()
    {
        Experiment brief = experiment("{'realShare': 0.5}");
        brief.generations = 1;
        QVERIFY(stoppedEverywhere(brief, compare) > 30);
        Experiment chosen = experiment(kChosen);
        chosen.generations = 1;
        QVERIFY(stoppedEverywhere(chosen, compare) > 30);
    }

    void aResumedSessionGoesOnTheSame_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::newRow("replaced") << QByteArray("{}");
        QTest::newRow("accumulated") << QByteArray("{'pool': 'all'}");
        QTest::newRow("half real") << QByteArray("{'realShare': 0.5}");
        QTest::newRow("chosen by taste") << QByteArray(kChosen);
        QTest::newRow("narrowed") << QByteArray("{'lambda': 0.5}");
    }
    void aResumedSessionGoesOnTheSame()
    {
        QFETCH(QByteArray, policy);
        const Experiment e = experiment(policy.constData());
        const QString name = m_folder.filePath(QString(QTest::currentDataTag()) + ".hareloom");
        Collector whole, rest;
        QVERIFY(run(e, whole, {}, {1, {}, "cpu"}));
        recorded(e, name, 2);
        auto session = Session::open(name.toStdString());
        QVERIFY(session);
        const auto end = run((*session)->experiment(), rest, {}, {1, *(*session)->generations(), "cpu"});
        QVERIFY2(end.ok(), end ? "" : end.error().message.c_str());
        QCOMPARE(rest.all.size(), std::size_t{2});
        compare(whole.all[3], rest.all[0]);
        compare(whole.all[4], rest.all[1]);
    }

    // Every metric is a number; shares of modes are shares.
    void whatIsMeasuredIsThere_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("modes");
        QTest::newRow("points") << QByteArray("'eightGaussians'") << 8;
        QTest::newRow("digits") << QByteArray("'digits'") << 10;
    }
    void whatIsMeasuredIsThere()
    {
        QFETCH(QByteArray, source);
        QFETCH(int, modes);
        Experiment e = experiment("{}", source.constData());
        e.generations = 1;
        Collector heard;
        QVERIFY(run(e, heard, {}, {2, {}, "cpu"}));
        for (const GenerationPtr& generation : heard.all) {
            for (const char* name :
                 {"variance", "copiedShare", "noveltyDistance", "trainingEntropyNats", "survivingModes"})
                QVERIFY2(std::isfinite(generation->metric(name)), name);
            double sum = 0;
            for (int k = 0; k < modes; ++k)
                sum += generation->metric(partName("modeShare", static_cast<std::size_t>(k)));
            QVERIFY(sum >= 0 && sum <= 1 + 1e-9);
            QVERIFY(std::isnan(generation->metric(partName("modeShare", static_cast<std::size_t>(modes)))));
            const auto* model = asDiffusion(*generation->snapshot);
            QVERIFY(model->view().drawn.rows() == model->view().nearest.rows() &&
                    model->view().drawn.rows() >= 64);
            QCOMPARE(model->architecture().areImages(), modes == 10);
        }
    }

    void modesThatAreNotKnownAreRefused()
    {
        Collector heard;
        const auto end = run(experiment("{}", "'twoMoons'"), heard, {}, {1, {}, "cpu"});
        QVERIFY(!end);
        QVERIFY(QString::fromStdString(end.error().message).contains("survivingModes"));
    }

    // In the recipe, whose other sources give the family another kind of rows.
    void theDigitsCanBeChosen()
    {
        Experiment e = experiment();
        e.source.kind = "digits";
        adapt(e, "source.kind");
        QCOMPARE(e.source.kind, std::string("digits"));
        e.source.kind = "fashionMnist";
        adapt(e, "source.kind");
        QCOMPARE(e.source.kind, std::string("normal"));
    }

    void damagedSnapshotsAreRefused()
    {
        Experiment e = experiment();
        e.generations = 0;
        Collector heard;
        QVERIFY(run(e, heard, {}, {1, {}, "cpu"}));
        const nlohmann::json whole = toJson(*heard.all.front()->snapshot);
        QVERIFY(snapshotFromJson(whole));
        for (const char* key :
             {"dimension", "units", "layers", "drawSteps", "schedule", "weights", "centre", "scale", "reach",
              "rows", "drawn", "nearest", "mean", "covariance", "width"}) {
            nlohmann::json damaged = whole;
            damaged.erase(key);
            QVERIFY2(!snapshotFromJson(damaged), key);
            damaged[key] = "?";
            QVERIFY2(!snapshotFromJson(damaged), key);
        }
        nlohmann::json other = whole;
        other["units"] = 9; // not as many weights
        QVERIFY(!snapshotFromJson(other));
    }
};

HARELOOM_TEST(DiffusionChainTest)
#include "DiffusionChainTest.moc"
