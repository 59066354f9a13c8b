// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/TrainingSetOf.h"
#include "core/training/PrepareChains.h"
#include "tests/TestProgram.h"
#include "tests/chain/Loops.h"
#include "tests/chain/Runs.h"

#include <set>

using namespace hareloom;

namespace {

std::vector<GenerationPtr> chainOf(const std::vector<GenerationPtr>& all, ChainIndex chain)
{
    std::vector<GenerationPtr> own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [chain](const auto& each) { return each->chain == chain; });
    return own;
}

std::int64_t rowsOf(const std::vector<OriginRun>& runs)
{
    std::int64_t rows = 0;
    for (const OriginRun& run : runs)
        rows += run.rows;
    return rows;
}

/// The model that this generation's fit makes of the rows. `former`: the model before it, by whose order a
/// mixture's components stand; null for generation 0. `real`: generation 0's rows, to which a mixture's floor
/// refers.
nlohmann::json refitted(const Experiment& experiment, const Generation& generation, const SnapshotPtr& former,
                        const DatasetPtr& rows, const DatasetPtr& real)
{
    const auto setup = *prepareChains(experiment);
    const auto generator = setup->family->make(setup->experiment, shapeOf(*setup->source, real));
    if (former && !generator->restore(former))
        qFatal("the model before cannot be restored");
    FitContext context;
    context.seed =
        setup->seed(generation.chain % static_cast<int>(experiment.chains), generation.index, Purpose::Fit);
    context.weights = rowWeights(*setup, generation.index, rows->rows());
    if (const auto fitted = generator->fit(rows, context); !fitted)
        qFatal("%s", fitted.error().message.c_str());
    return toJson(*generator->snapshot());
}

std::vector<OriginRun> originsOf(const QByteArray& policy, int generation)
{
    const Experiment experiment = experimentOf(
        R"({"family": "gaussian", "generations": 4, "samples": {"size": 20}, "policy": )" + policy + "}");
    const auto all = collected(experiment).generations;
    const auto g = static_cast<std::size_t>(generation);
    const auto set = trainingSetOf(experiment, 0, *all[g], std::span(all).first(g));
    if (!set)
        qFatal("%s", set.error().message.c_str());
    return set->origins;
}

} // namespace

class TrainingSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The proof that these are the rows: the same fit makes the same model of them.
    void theRowsMakeTheGenerationAgain_data() { everyLoop(); }
    void theRowsMakeTheGenerationAgain()
    {
        QFETCH(QByteArray, json);
        const Experiment experiment = experimentOf(json);
        const auto links = chainOf(collected(experiment).generations, 1);
        DatasetPtr real;
        for (std::size_t g = 0; g < links.size(); ++g) {
            const auto set = trainingSetOf(experiment, 1, *links[g], std::span(links).first(g));
            QVERIFY2(set.ok(), set ? "" : set.error().message.c_str());
            QCOMPARE(rowsOf(set->origins), set->rows->rows());
            QCOMPARE(hareloom::rowsOf(set->origins, Origin::Real), links[g]->realRows);
            QCOMPARE(hareloom::rowsOf(set->origins, Origin::Fresh), links[g]->freshRows);
            QCOMPARE(hareloom::rowsOf(set->origins, Origin::Synthetic), links[g]->syntheticRows);
            real = g == 0 ? set->rows : real;
            const SnapshotPtr former = g > 0 ? links[g - 1]->snapshot : nullptr;
            QVERIFY(refitted(experiment, *links[g], former, set->rows, real) == toJson(*links[g]->snapshot));
        }
    }

    void aSyntheticRowKnowsWhoGeneratedIt()
    {
        for (const OriginRun& run : originsOf("{}", 3))
            QVERIFY(run.origin == Origin::Synthetic && run.generatedBy == 2 && !run.fromPrevious);
        const auto pool = originsOf(R"({"pool": "all"})", 3);
        QCOMPARE(pool.size(), std::size_t(4));
        QVERIFY(pool[0].origin == Origin::Real && pool[0].generatedBy == -1);
        for (int i = 1; i < 4; ++i)
            QCOMPARE(pool[static_cast<std::size_t>(i)].generatedBy, i - 1);
        std::set<int> sources;
        for (const OriginRun& run : originsOf(R"({"betaPrevious": 0.5, "realShare": 0.2})", 4))
            if (run.origin == Origin::Synthetic) {
                QVERIFY(run.fromPrevious ? run.generatedBy < 3 : run.generatedBy == 3);
                sources.insert(run.generatedBy);
            }
        QVERIFY(sources.size() > 1);
    }

    // The control: nothing is handed on, each generation has its own sample of the same model.
    void inTheControlGenerationZeroGeneratesForAll()
    {
        for (int g = 1; g <= 4; ++g)
            for (const OriginRun& run : originsOf(R"({"pool": "first"})", g))
                QVERIFY(run.origin == Origin::Synthetic && run.generatedBy == 0);
        const Experiment experiment = experimentOf(
            R"({"family": "gaussian", "generations": 4, "samples": {"size": 20}, "policy": {"pool": "first"}})");
        const auto links = collected(experiment).generations;
        const auto setup = *prepareChains(experiment);
        const auto generator = setup->family->make(setup->experiment, shapeOf(*setup->source, nullptr));
        QVERIFY(generator->restore(links[0]->snapshot));
        for (std::size_t g = 1; g < links.size(); ++g) {
            const auto set = trainingSetOf(experiment, 0, *links[g], std::span(links).first(g));
            const auto rows = generator->sample(20, links[g - 1]->seed, {}, {});
            QVERIFY(set && rows && *toMatrix(set->rows) == *toMatrix(*rows));
        }
    }

    void picksKeepTheirRuns()
    {
        const std::vector<OriginRun> runs = {{3}, {2, Origin::Fresh}, {4, Origin::Synthetic, 7}};
        const std::vector<std::int64_t> picks = {0, 2, 6, 7, 8};
        const auto picked = pickedRuns(runs, picks);
        QCOMPARE(picked.size(), std::size_t(2));
        QVERIFY(picked[0].rows == 2 && picked[0].origin == Origin::Real);
        QVERIFY(picked[1].rows == 3 && picked[1].generatedBy == 7);
    }

    void whatCannotBeFoundIsRefused()
    {
        const Experiment exact =
            experimentOf(R"({"family": "gaussian", "generations": 1, "errors": {"statistical": false}})");
        const auto links = collected(exact).generations;
        QCOMPARE(trainingSetOf(exact, 0, *links[1], std::span(links).first(1)).error().kind,
                 ErrorKind::InvalidInput);
        const Experiment plain = experimentOf(R"({"family": "gaussian", "generations": 2})");
        const auto all = collected(plain).generations;
        QCOMPARE(trainingSetOf(plain, 0, *all[2], std::span(all).subspan(1, 1)).error().kind,
                 ErrorKind::InvalidFile);
        Generation counted = *all[2];
        counted.syntheticRows += 1;
        QCOMPARE(trainingSetOf(plain, 0, counted, std::span(all).first(2)).error().kind,
                 ErrorKind::InvalidFile);
    }
};

HARELOOM_TEST(TrainingSetTest)
#include "TrainingSetTest.moc"
