// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Interaction.h"
#include "tests/TestProgram.h"
#include "tests/teller/Chains.h"

#include <QtTest>

using namespace hareloom;
using namespace hareloom::told;

class StatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // 0.97^100 = 0.0476: 1 in 21.
    void aLostKindHasItsNumberAndItsChance()
    {
        const Teller teller = heard(
            runOf(experimentOf("discrete")),
            {states({0.5, 0.3, 0.17, 0.03}), states({0.5, 0.3, 0.17, 0.03}), states({0.5, 0.3, 0.2, 0})});
        QCOMPARE(keysOf(teller.events()), QStringList{"kindLost@2"});
        QCOMPARE(sentence(teller.events()[0]), "Generation 2: kind 4 was not drawn.");
        QCOMPARE(
            reason(teller.events()[0]),
            "It had 1 chance in 21 of being missed in 100 draws, and what is not drawn cannot come back.");
    }

    // 0.99^100 = 0.366
    void aLikelyLossIsToldInPercent()
    {
        const Teller teller = heard(runOf(experimentOf("discrete"), {"gull", "hoopoe", "wren"}),
                                    {states({0.9, 0.01, 0.09}), states({0.91, 0, 0.09})});
        QCOMPARE(sentence(teller.events()[0]), "Generation 1: kind “hoopoe” was not drawn.");
        QCOMPARE(reason(teller.events()[0]),
                 "It had a chance of 36.6% of being missed in 100 draws, and what "
                 "is not drawn cannot come back.");
    }

    void withRealRowsNoChanceIsToldAndItCanComeBack()
    {
        Experiment experiment = experimentOf("discrete");
        experiment.policy.realShare = 0.1;
        const Teller teller =
            heard(runOf(experiment), {states({0.9, 0.1}), states({1, 0}), states({0.98, 0.02})});
        QCOMPARE(keysOf(teller.events()), (QStringList{"kindAloneNow@1", "kindLost@1", "kindBack@2"}));
        QCOMPARE(reason(teller.events()[1]), "It is not among the 100 rows of this generation. Later ones do "
                                             "not learn from this one alone, so it may come back.");
        QCOMPARE(sentence(teller.events()[2]),
                 "Generation 2: kind 2 is back; it had been missing since generation 1.");
    }

    // Another model may still have it; one that reads itself alone is told of as ever.
    void whatAnotherModelMayHaveCanComeBack()
    {
        Experiment experiment = experimentOf("discrete");
        for (const bool isAlone : {false, true}) {
            experiment.interaction =
                std::make_shared<const Interaction>(Interaction{{{0.9, 0.1}, {0, 1}}, isAlone ? 1 : 0});
            const Teller teller = heard(runOf(experiment), {states({0.9, 0.05, 0.05}), states({0.95, 0, 0.05}),
                                                            states({0.9, 0.05, 0.05})});
            QCOMPARE(keysOf(teller.events()), (QStringList{"kindLost@1", "kindBack@2"}));
            QCOMPARE(reason(teller.events()[0]).contains("it may come back"), !isAlone);
            QCOMPARE(reason(teller.events()[1]).contains("do not come from the one before alone"), !isAlone);
        }
    }

    // What is in force counts: real rows that come from generation 3 on bring nothing back before.
    void aChangeThatIsStillToComeIsToldWithItsGeneration()
    {
        Experiment experiment = experimentOf("discrete");
        experiment.events = {{3, {{"policy.realShare", "0.5"}}}};
        const Teller teller = heard(runOf(experiment), {states({0.5, 0.3, 0.2}), states({0.6, 0.4, 0}),
                                                        states({0.7, 0.3, 0}), states({0.6, 0.3, 0.1}),
                                                        states({0.7, 0.3, 0})});
        QStringList reasons;
        for (const Event& event : teller.events())
            if (event.key == "kindLost")
                reasons << reason(event);
        QCOMPARE(reasons,
                 (QStringList{"It is not among the 100 rows of this generation. From generation 3 on generations "
                              "do not learn from the one before alone, so it may come back then.",
                              "It is not among the 100 rows of this generation. Later ones do not learn from "
                              "this one alone, so it may come back."}));
    }

    void theLastKindEndsTheStory()
    {
        Teller teller = heard(runOf(experimentOf("discrete", 1000)),
                              {states({0.25, 0.75}), states({0.5, 0.5}), states({1, 0})});
        QCOMPARE(keysOf(teller.events()), (QStringList{"kindAlone@2", "kindLost@2"}));
        QCOMPARE(sentence(teller.events()[0]),
                 "Generation 2: only kind 1 is left, and from now on nothing can change.");
        QCOMPARE(reason(teller.events()[0]), "Which one it is, is chance: each kind had a probability of its "
                                             "share in generation 0, this one 25%.");
        for (int g = 3; g < 900; ++g)
            QVERIFY(teller.add(link(g, states({1, 0}))).empty());
    }

    void ofOneKindNothingCanBeMissed()
    {
        const Teller teller = heard(runOf(experimentOf("discrete"), {"gull", "wren"}),
                                    {states({1, 0}), states({1, 0}), states({1, 0})});
        QVERIFY(teller.events().empty());
        const auto summary = teller.summary();
        QCOMPARE(sentence(summary[0]), "Kinds left in generation 2: 1 of 1.");
        QCOMPARE(QString::fromStdString(std::string(summary[1].key)), "why.alike");
        QCOMPARE(QString::fromStdString(std::string(summary[2].key)), "try.varied");
    }

    void severalAtOnceAreOneSentence()
    {
        const Teller teller =
            heard(runOf(experimentOf("discrete")), {states({0.4, 0.3, 0.2, 0.1}), states({0.6, 0.4, 0, 0})});
        QCOMPARE(keysOf(teller.events()), QStringList{"kindsLost@1"});
        QCOMPARE(sentence(teller.events()[0]), "Generation 1: 2 kinds were not drawn: 3, 4.");
    }

    void ofManyKindsOnlyMilestonesAreTold()
    {
        const auto living = [](int n) {
            std::vector<double> p(100, 0.0);
            std::fill_n(p.begin(), n, 1.0 / n);
            return states(p);
        };
        const Teller teller = heard(runOf(experimentOf("discrete")), {living(100), living(99), living(80),
                                                                      living(75), living(74), living(20)});
        QCOMPARE(keysOf(teller.events()), (QStringList{"kindsFirst@1", "kindsBelow@4", "kindsBelow@5"}));
        QCOMPARE(sentence(teller.events()[0]), "Generation 1: the first 1 of 100 kinds are gone.");
        QCOMPARE(sentence(teller.events()[2]), "Generation 5: 80 of 100 kinds are gone, and 20 are left.");
    }

    void theSummaryListsWhatWasLostInOrder()
    {
        const Teller teller = heard(runOf(experimentOf("discrete"), {"gull", "hoopoe", "wren"}),
                                    {states({0.5, 0.2, 0.3}), states({0.6, 0, 0.4}), states({1, 0, 0})});
        const auto summary = teller.summary();
        QCOMPARE(summary.size(), std::size_t(3));
        QCOMPARE(sentence(summary[0]), "Kinds left in generation 2: 1 of 3. Lost, in this order: “hoopoe”, "
                                       "“wren”.");
        QCOMPARE(sentence(summary[1]),
                 "Each generation learned from 100 rows of the one before alone: what they "
                 "missed was gone.");
    }

    // The summary counts those of generation 0 alone, so that it never says "3 of 2".
    void aKindThatGenerationZeroLackedIsNew()
    {
        Experiment experiment = experimentOf("discrete");
        experiment.policy.freshShare = 0.5;
        const Teller teller =
            heard(runOf(experiment), {states({0.5, 0.5, 0}), states({0.5, 0.4, 0.1}), states({0.5, 0.5, 0})});
        QCOMPARE(keysOf(teller.events()), (QStringList{"kindNew@1", "kindLost@2"}));
        QCOMPARE(sentence(teller.events()[0]),
                 "Generation 1: kind 3 is there for the first time; generation 0 had no row of it.");
        QCOMPARE(sentence(teller.summary()[0]), "Kinds left in generation 2: 2 of 2.");
        const Teller more = heard(runOf(experiment), {states({0.5, 0.5, 0}), states({0.5, 0.4, 0.1})});
        QCOMPARE(sentence(more.summary()[0]), "Kinds left in generation 1: 2 of 2.");
    }
};

HARELOOM_TEST(StatesTest)
#include "StatesTest.moc"
