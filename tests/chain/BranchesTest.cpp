// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/TrainingSetOf.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Variants.h"
#include "tests/TestProgram.h"
#include "tests/chain/Loops.h"
#include "tests/chain/Runs.h"

using namespace hareloom;

namespace {

const SettingList kChanges[] = {
    {{"policy.realShare", "0.2"}},
    {{"policy.pool", "\"all\""}, {"policy.realShare", "0"}, {"policy.freshShare", "0"}},
    {{"policy.pool", "\"latest\""}},
    {{"policy.pool", "\"first\""}},
    {{"policy.betaPrevious", "0.3"}},
    {{"policy.betaPrevious", "0"}},
    {{"policy.subsample", "20"}},
    {{"samples.size", "35"}},
    {{"samples.schedule", "\"linear\""}},
    {{"policy.filter.keepWrong", "0.3"}},
    {{"stopWhen.metric", "\"variance\""}, {"stopWhen.threshold", "1e-9"}}};

/// Chain `index` of what was made, called `called`.
std::vector<GenerationPtr> chainOf(const std::vector<GenerationPtr>& all, ChainIndex index, ChainIndex called)
{
    std::vector<GenerationPtr> chain;
    for (const GenerationPtr& each : all)
        if (each->chain == index) {
            auto copy = std::make_shared<Generation>(*each);
            copy->chain = called;
            chain.push_back(std::move(copy));
        }
    return chain;
}

Experiment variantOf(const Experiment& experiment, std::size_t variant)
{
    return expandVariants(experiment)->at(variant);
}

/// What the variant's chains are when nothing else runs.
std::vector<GenerationPtr> alone(const Experiment& experiment, std::size_t variant)
{
    auto made = collected(variantOf(experiment, variant)).generations;
    for (GenerationPtr& each : made) {
        auto copy = std::make_shared<Generation>(*each);
        copy->chain += static_cast<ChainIndex>(static_cast<std::int64_t>(variant) * experiment.chains);
        each = std::move(copy);
    }
    return made;
}

std::vector<GenerationPtr> ofVariant(const std::vector<GenerationPtr>& all, const Experiment& experiment,
                                     std::size_t variant)
{
    std::vector<GenerationPtr> some;
    for (const GenerationPtr& each : all)
        if (each->chain / experiment.chains == static_cast<std::int64_t>(variant))
            some.push_back(each);
    return some;
}

/// The experiment with changes that it allows as branches at generation `at`, other ones for another
/// experiment.
Experiment branched(Experiment experiment, std::int64_t at)
{
    constexpr std::size_t kMost = 3; // with the experiment itself
    const std::size_t first = toText(experiment).size();
    for (std::size_t i = 0; i < std::size(kChanges) && experiment.variants.size() < kMost; ++i)
        if (auto wider = withBranch(experiment, 0, {at, kChanges[(first + i) % std::size(kChanges)]}))
            experiment = *wider;
    return experiment;
}

} // namespace

class BranchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBranchIsTheRunWithTheseSettingsFromThereOn_data() { everyLoop(); }
    void aBranchIsTheRunWithTheseSettingsFromThereOn()
    {
        QFETCH(QByteArray, json);
        const Experiment experiment = branched(experimentOf(json), 3);
        QCOMPARE(experiment.variants.size(), std::size_t{3});
        const auto all = collected(experiment, 2).generations;
        for (std::size_t v = 0; v < experiment.variants.size(); ++v)
            QCOMPARE(difference(ofVariant(all, experiment, v), alone(experiment, v)), QString());
    }

    void whatComesBeforeIsTheSame_data() { everyLoop(); }
    void whatComesBeforeIsTheSame()
    {
        QFETCH(QByteArray, json);
        const Experiment plain = experimentOf(json), experiment = branched(plain, 4);
        auto all = collected(experiment).generations, without = collected(plain).generations;
        QCOMPARE(difference(ofVariant(all, experiment, 0), without), QString());
        for (std::size_t v = 1; v < experiment.variants.size(); ++v) {
            auto before = chainOf(all, static_cast<ChainIndex>(v * 2), 0);
            auto unchanged = chainOf(without, 0, 0);
            before.resize(4);
            unchanged.resize(4);
            QCOMPARE(difference(before, unchanged), QString());
        }
    }

    void itIsSharedAndNotMadeAgain()
    {
        const Experiment experiment = branched(
            experimentOf(R"({"family": "mixture", "source": {"kind": "faithful"}, "samples": {"size": 0},
                                      "generations": 6, "chains": 2})"),
            4);
        const auto all = collected(experiment).generations;
        const auto parent = chainOf(all, 1, 0), branch = chainOf(all, 3, 0);
        QCOMPARE(branch.size(), std::size_t{7});
        for (std::size_t g = 0; g < 7; ++g)
            QCOMPARE(parent[g]->snapshot == branch[g]->snapshot, g < 4);
    }

    void aBranchCanBeBranched()
    {
        auto experiment = experimentOf(
            R"({"family": "discrete", "source": {"kind": "zipf", "states": 30}, "generations": 9, "samples": {"size": 40}})");
        experiment = *withBranch(experiment, 0, {3, {{"samples.size", "10"}}});
        experiment = *withBranch(experiment, 1, {6, {{"samples.size", "40"}}});
        const auto forks = forksOf(*expandVariants(experiment));
        QVERIFY(!forks[0] && forks[1] == Fork({0, 3}) && forks[2] == Fork({1, 6}));
        QCOMPARE(QString::fromStdString(experiment.variants[2].title),
                 QString("From 3: Sample size 10; from 6: Sample size 40"));
        const auto all = collected(experiment).generations;
        QCOMPARE(difference(ofVariant(all, experiment, 2), alone(experiment, 2)), QString());
        const auto first = chainOf(all, 0, 0), second = chainOf(all, 1, 0), third = chainOf(all, 2, 0);
        QCOMPARE(third[2]->snapshot, first[2]->snapshot);
        QCOMPARE(third[5]->snapshot, second[5]->snapshot);
        QVERIFY(third[6]->snapshot != second[6]->snapshot && second[3]->snapshot != first[3]->snapshot);
        QCOMPARE(second[6]->syntheticRows, std::int64_t{10});
        QCOMPARE(third[6]->syntheticRows, std::int64_t{40});
    }

    void aChainThatEndsBeforeTakesItsBranchesWithIt()
    {
        auto experiment = experimentOf(R"({"family": "gaussian", "samples": {"size": 5}, "generations": 500,
            "stopWhen": {"metric": "variance", "when": "below", "threshold": 0.01}})");
        experiment = *withBranch(experiment, 0, {400, {{"samples.size", "50"}}});
        const auto all = collected(experiment).generations;
        const auto parent = chainOf(all, 0, 0), branch = chainOf(all, 1, 0);
        QVERIFY(parent.size() < 400);
        QCOMPARE(difference(branch, parent), QString());
    }

    void goesOnFromAnyGeneration_data() { everyLoop(); }
    void goesOnFromAnyGeneration()
    {
        QFETCH(QByteArray, json);
        const Experiment experiment = branched(experimentOf(json), 3);
        const auto whole = collected(experiment).generations;
        for (const int cut : {2, 3}) {
            std::vector<GenerationPtr> begun; // some of the chains stand elsewhere
            for (const auto& each : whole)
                if (each->index < (each->chain % 3 == 1 ? (cut + 3) % 8 : cut))
                    begun.push_back(each);
            auto all = collected(experiment, 2, begun).generations;
            all.insert(all.end(), begun.begin(), begun.end());
            sortLinks(all);
            QCOMPARE(difference(all, whole), QString());
        }
    }

    void theRowsOfAGenerationAreFoundAgain_data() { everyLoop(); }
    void theRowsOfAGenerationAreFoundAgain()
    {
        QFETCH(QByteArray, json);
        const Experiment experiment = branched(experimentOf(json), 3);
        const auto whole = collected(experiment).generations;
        for (std::size_t v = 1; v < experiment.variants.size(); ++v) {
            const auto chain = chainOf(whole, static_cast<ChainIndex>(v * 2), static_cast<ChainIndex>(v * 2));
            for (std::size_t g = 2; g < 5; ++g) { // before the event, at it, after it
                const auto set =
                    trainingSetOf(variantOf(experiment, v), 0, *chain[g], std::span(chain).first(g));
                QVERIFY2(set.ok(), set ? "" : set.error().message.c_str());
            }
        }
    }

    void anEventOfTheWholeExperimentCountsInAllVariants()
    {
        const Experiment experiment =
            experimentOf(R"({"family": "gaussian", "generations": 6, "samples": {"size": 30},
            "events": [{"at": 2, "set": {"samples.size": 10}}, {"at": 4, "set": {"samples.size": 30}}],
            "variants": [{"title": "a", "set": {}},
                         {"title": "b", "set": {}, "events": [{"at": 4, "set": {"policy.realShare": 0.5}}]},
                         {"title": "c", "set": {"policy.realShare": 0.1}}]})");
        const auto forks = forksOf(*expandVariants(experiment));
        QVERIFY(!forks[0] && forks[1] == Fork({0, 4}) && !forks[2]);
        const auto all = collected(experiment).generations;
        for (ChainIndex chain = 0; chain < 3; ++chain) {
            const auto links = chainOf(all, chain, 0);
            QCOMPARE(links[1]->realRows + links[1]->syntheticRows, std::int64_t{30});
            QCOMPARE(links[2]->realRows + links[2]->syntheticRows, std::int64_t{10});
            QCOMPARE(links[4]->realRows + links[4]->syntheticRows, std::int64_t{30});
        }
        QCOMPARE(chainOf(all, 1, 0)[4]->realRows, std::int64_t{15});
    }

    void aPoolOfEverythingHoldsWhatWasMadeBefore()
    {
        const auto experiment =
            experimentOf(R"({"family": "gaussian", "generations": 4, "samples": {"size": 30},
            "events": [{"at": 3, "set": {"policy.pool": "all"}}]})");
        const auto made = collected(experiment).generations;
        QCOMPARE(made[2]->syntheticRows, std::int64_t{30});
        QCOMPARE(made[3]->realRows, std::int64_t{30});
        QCOMPARE(made[3]->syntheticRows, std::int64_t{90});
        QCOMPARE(made[4]->syntheticRows, std::int64_t{120});
    }

    void exactRefitsMayBeginLater()
    {
        const auto experiment =
            experimentOf(R"({"family": "gaussian", "generations": 6, "samples": {"size": 10},
            "events": [{"at": 4, "set": {"errors.statistical": false}}]})");
        const auto made = collected(experiment).generations;
        QVERIFY(made[3]->metric("variance") != made[2]->metric("variance"));
        QCOMPARE(made[4]->metric("variance"), made[3]->metric("variance"));
        QCOMPARE(made[6]->metric("variance"), made[3]->metric("variance"));
    }

    void variantsWithoutEventsShareNothing()
    {
        const auto experiment = experimentOf(R"({"family": "gaussian", "generations": 3,
            "variants": [{"title": "a", "set": {}}, {"title": "b", "set": {}}]})");
        const auto forks = forksOf(*expandVariants(experiment));
        QVERIFY(!forks[0] && !forks[1]);
    }

    void whatIsNoBranchIsRefused()
    {
        const auto experiment =
            experimentOf(R"({"family": "gaussian", "generations": 5, "samples": {"size": 30}})");
        const auto refused = [&](std::size_t from, const SettingsChange& change) {
            const auto wider = withBranch(experiment, from, change);
            return wider ? QString("was accepted") : QString::fromStdString(wider.error().message);
        };
        QVERIFY(refused(1, {2, {{"samples.size", "10"}}}).contains("variant"));
        QVERIFY(refused(0, {2, {{"samples.size", "30"}}}).contains("nothing changes"));
        QVERIFY(refused(0, {6, {{"samples.size", "10"}}}).contains("between 1 and 5"));
        QVERIFY(
            refused(0, {2, {{"seed", "4"}}}).contains("seed: this cannot change in the course of a chain"));
        QVERIFY(
            refused(0, {2, {{"policy.realShare", "2"}}}).contains("events, generation 2: policy.realShare"));
    }
};

HARELOOM_TEST(BranchesTest)
#include "BranchesTest.moc"
