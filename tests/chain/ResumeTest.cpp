// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/discrete/CategoricalSnapshot.h"
#include "core/recipe/Families.h"
#include "tests/TestProgram.h"
#include "tests/chain/Loops.h"
#include "tests/chain/Runs.h"

using namespace hareloom;

namespace {

// As a session gives them back: through bytes, not the objects themselves.
GenerationPtr stored(const GenerationPtr& generation)
{
    auto copy = std::make_shared<Generation>(*generation);
    copy->snapshot =
        *snapshotFromJson(nlohmann::json::from_cbor(nlohmann::json::to_cbor(toJson(*generation->snapshot))));
    return copy;
}

std::vector<GenerationPtr> upTo(const std::vector<GenerationPtr>& all, int first, int second)
{
    std::vector<GenerationPtr> some;
    for (const auto& each : all)
        if (each->index < (each->chain == 0 ? first : second))
            some.push_back(stored(each));
    return some;
}

QString refusedResume(const Experiment& experiment, std::vector<GenerationPtr> finished)
{
    Collected heard;
    const auto end = run(experiment, heard, {}, {1, std::move(finished)});
    return end ? QString("was accepted") : QString::fromStdString(end.error().message);
}

} // namespace

class ResumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromAnyGenerationItIsAsIfUninterrupted_data() { everyLoop(); }
    void fromAnyGenerationItIsAsIfUninterrupted()
    {
        QFETCH(QByteArray, json);
        const Experiment experiment = experimentOf(json);
        const auto whole = collected(experiment).generations;
        for (int cut = 0; cut <= 7; ++cut) {
            auto begun = upTo(whole, cut, (cut + 3) % 8); // the chains may stand at different places
            auto all = begun;
            const auto rest = collected(experiment, 1, begun);
            QCOMPARE(rest.completed, std::int64_t{14});
            all.insert(all.end(), rest.generations.begin(), rest.generations.end());
            sortLinks(all);
            QCOMPARE(difference(all, whole), QString());
        }
    }

    void aChainThatEndedEarlyStaysEnded()
    {
        const Experiment experiment =
            experimentOf(R"({"family": "gaussian", "samples": {"size": 5}, "generations": 500,
            "stopWhen": {"metric": "variance", "when": "below", "threshold": 0.01}})");
        const auto whole = collected(experiment).generations;
        QVERIFY(whole.size() < 500 && whole.back()->metric("variance") < 0.01);
        QVERIFY(collected(experiment, 1, whole).generations.empty());
    }

    void orderDoesNotMatter()
    {
        const Experiment experiment =
            experimentOf(R"({"family": "gaussian", "generations": 4, "chains": 2})");
        const auto whole = collected(experiment).generations;
        auto begun = upTo(whole, 3, 2);
        std::reverse(begun.begin(), begun.end());
        QCOMPARE(collected(experiment, 1, begun).generations.size(), std::size_t{5});
    }

    void whatIsNotThisExperimentsIsRefused()
    {
        const Experiment experiment = experimentOf(R"({"family": "gaussian", "generations": 4})");
        const auto whole = collected(experiment).generations;
        QVERIFY(refusedResume(experiment, {whole[1]}).contains("missing"));
        QVERIFY(refusedResume(experiment, {whole[0], whole[0]}).contains("belong"));
        auto other = std::make_shared<Generation>(*whole[0]);
        other->chain = 7;
        QVERIFY(refusedResume(experiment, {other}).contains("chain 7"));
        auto seeded = std::make_shared<Generation>(*whole[0]);
        seeded->seed += 1;
        QVERIFY(refusedResume(experiment, {seeded}).contains("belong"));
        auto shaped = std::make_shared<Generation>(*whole[0]);
        shaped->snapshot = std::make_shared<CategoricalSnapshot>(Categorical{Vector{{1.0}}});
        QVERIFY(refusedResume(experiment, {shaped}).contains("snapshot"));
    }
};

HARELOOM_TEST(ResumeTest)
#include "ResumeTest.moc"
