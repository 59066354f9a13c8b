// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/teller/Chains.h"

#include <QtTest>

using namespace hareloom;
using namespace hareloom::told;

namespace {

/// A chain whose tails, variance, or both are measured.
Teller measured(const std::vector<double>& tails, const std::vector<double>& variances,
                Experiment experiment = experimentOf("gaussian"))
{
    experiment.evaluation.metrics = {"variance", "tailMass"};
    Teller teller(runOf(experiment));
    for (std::size_t g = 0; g < tails.size(); ++g) {
        auto generation = link(static_cast<int>(g), normal(0, variances[g]));
        measure(*generation, "variance", variances[g]);
        measure(*generation, "tailMass", tails[g]);
        teller.add(generation);
    }
    return teller;
}

const std::vector<double> kSteady(14, 1.0);

} // namespace

class SpreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // sqrt(2 / 99) = 14.2%
    void aHalvedVarianceSaysWhy()
    {
        const Teller teller =
            heard(runOf(experimentOf("gaussian")), {normal(0, 2), normal(0, 1), normal(0, 0.99)});
        QCOMPARE(keysOf(teller.events()), QStringList{"varianceHalf@2"});
        QCOMPARE(sentence(teller.events()[0]),
                 "Generation 2: the variance is 0.99, less than half of generation 0's 2.");
        QCOMPARE(reason(teller.events()[0]), "A variance found from 100 rows is off by about 14.2%. Each "
                                             "generation starts from the error of the one before, and nothing "
                                             "corrects it.");
    }

    void eachMilestoneIsToldOnce()
    {
        const Teller teller = heard(runOf(experimentOf("gaussian")),
                                    {normal(0, 1), normal(0, 0.4), normal(0, 0.6), normal(0, 0.4), normal(0, 0.09),
                                     normal(0, 0.001), normal(0, 1e-7)});
        QCOMPARE(keysOf(teller.events()), (QStringList{"varianceHalf@1", "varianceTenth@4", "varianceHundredth@5",
                                                       "variancePoint@6"}));
    }

    void aGrowingVarianceIsToldWithoutALoss()
    {
        Experiment experiment = experimentOf("kde");
        const Teller teller = heard(runOf(experiment), {normal(0, 1), normal(0, 2.1), normal(0, 20)});
        QCOMPARE(keysOf(teller.events()), (QStringList{"varianceTwice@1", "varianceTenfold@2"}));
        QVERIFY(reason(teller.events()[0]).isEmpty());
    }

    void aBiasedSampleIsToBlame()
    {
        Experiment experiment = experimentOf("gaussian");
        experiment.policy.lambda = 0.8;
        const Teller teller = heard(runOf(experiment), {normal(0, 1), normal(0, 0.4)});
        QCOMPARE(reason(teller.events()[0]), "Samples are drawn with covariances scaled by 0.8: each generation "
                                             "learns from the most typical part of the one before.");
        QCOMPARE(sentence(teller.summary()[2]), "Compare it with samples that are not narrowed (policy.lambda = 1).");
    }

    void aMeanThatHasMovedIsToldOnce()
    {
        const Teller teller = heard(runOf(experimentOf("gaussian")),
                                    {normal(1, 4), normal(2.9, 4), normal(-1.5, 4), normal(9, 4)});
        QCOMPARE(keysOf(teller.events()), QStringList{"meanMoved@2"});
        QCOMPARE(sentence(teller.events()[0]), "Generation 2: the mean is -1.5, more than one standard deviation "
                                               "away from generation 0's 1.");
    }

    // 100 rows: 2 were to be expected, now 0.04.
    void tailsAreGoneWhenNoRowIsToBeExpected()
    {
        const Teller teller = measured({0.02, 0.001, 0.0004}, {1, 1, 1});
        QCOMPARE(keysOf(teller.events()), QStringList{"tailsGone@2"});
        QCOMPARE(sentence(teller.events()[0]), "Generation 2: the tails are gone. Of 100 rows, 0.04 are to be "
                                               "expected where generation 0 would have 2.");
    }

    void aMarkIsToldWhenItHasLastedOfTheGenerationWhereItBegan()
    {
        const std::vector<double> tails = {0.02, 0.02, 0.0045, 0.004, 0.004, 0.004, 0.004, 0.004};
        Teller teller = measured(tails, std::vector<double>(8, 1.0));
        QCOMPARE(keysOf(teller.events()), QStringList{"early.tail@2"});
        QCOMPARE(sentence(teller.events()[0]), "Generation 2: early collapse. The tails hold 0.0045 of the model, "
                                               "less than a quarter of generation 0's 0.02.");
        QVERIFY(measured({tails.begin(), tails.begin() + 6}, std::vector<double>(6, 1.0)).events().empty());
    }

    void aMarkIsWithdrawnWhenTheTailsReturn()
    {
        std::vector<double> tails(14, 0.02);
        std::fill_n(tails.begin() + 1, 6, 0.003);
        const Teller teller = measured(tails, kSteady);
        QCOMPARE(keysOf(teller.events()), (QStringList{"early.tail@1", "early.tailBack@11"}));
        QVERIFY(!teller.early());
    }

    // A narrow bell that has drifted to where a tail was has no tails.
    void aMarkStaysWhereOnlyTheMeanHasMovedIntoTheTail()
    {
        std::vector<double> tails(14, 0.9), variances(14, 0.2);
        std::fill_n(tails.begin(), 7, 0.003);
        tails[0] = 0.02;
        variances[0] = 1;
        const Teller teller = measured(tails, variances);
        QCOMPARE(teller.early(), std::optional(CollapseMark{1, MarkCause::Tail}));
        QVERIFY(!keysOf(teller.events()).contains("early.tailBack@11"));
    }

    // Wide enough to have tails, and its mean near one of them: both are told.
    void whatTheMeanAddsToTheTailsIsTold()
    {
        Experiment experiment = experimentOf("gaussian");
        experiment.evaluation.metrics = {"variance", "tailMass"};
        Teller teller(runOf(experiment));
        for (int g = 0; g < 14; ++g) {
            auto generation = link(g, normal(g < 7 ? 0 : 3, g == 0 ? 4 : 3));
            measure(*generation, "variance", g == 0 ? 4 : 3);
            measure(*generation, "tailMass", g == 0 || g > 6 ? 0.02 : 0.003);
            teller.add(generation);
        }
        const auto back = std::find_if(teller.events().begin(), teller.events().end(),
                                       [](const Event& event) { return event.key == "early.tailBack"; });
        QVERIFY(back != teller.events().end());
        QCOMPARE(
            reason(*back),
            "The mean is 1.5 of generation 0's standard deviations away from where it was: a part of what "
            "lies beyond generation 0's limits lies there because the middle has come near them.");
    }

    void whatIsAllAlikeCannotBeMissed()
    {
        for (const char* family : {"gaussian", "kde", "mixture"}) {
            const Teller teller =
                heard(runOf(experimentOf(family)), {normal(5, 0), normal(5, 0), normal(5, 0)});
            QVERIFY(teller.events().empty());
            const auto summary = teller.summary();
            QCOMPARE(summary.size(), std::size_t(2));
            QCOMPARE(sentence(summary[0]),
                     "All rows of generation 0 are alike, so that each of 100 rows holds all there is to "
                     "learn, and nothing can be missed.");
            QCOMPARE(sentence(summary[1]),
                     "Try data whose values differ: what is all alike has nothing to lose.");
        }
    }

    // Its mean is rounded in every generation, and is no drift.
    void aColumnOfOneValueDoesNotMove()
    {
        const auto two = [](double constant) {
            NormalMixture model = NormalMixture::single(0, 1);
            model.means = Matrix{{0, constant}};
            model.covariances = {Matrix{{1, 0}, {0, 0}}};
            return std::make_shared<NormalMixtureSnapshot>(model);
        };
        const Teller teller =
            heard(runOf(experimentOf("gaussian")), {two(0.1), two(0.1 + 1e-16), two(0.1 - 3e-16)});
        QVERIFY(teller.events().empty());
    }

    void lateCollapseTakesThePlaceOfATenthOfTheVariance()
    {
        std::vector<double> variances(8, 0.09);
        variances[0] = 1;
        const Teller teller = measured(std::vector<double>(8, 0.02), variances);
        QCOMPARE(keysOf(teller.events()), (QStringList{"late.spread@1"}));
        QCOMPARE(sentence(teller.events()[0]),
                 "Generation 1: late collapse. The variance is 0.09, less than a tenth of generation 0's 1.");
        QCOMPARE(teller.late(), std::optional(CollapseMark{1, MarkCause::Spread}));
    }

    void aSteadyChainTellsOnlyThatItIsQuiet()
    {
        const Teller teller = measured(std::vector<double>(200, 0.02), std::vector<double>(200, 1.0),
                                       experimentOf("gaussian", 200));
        QCOMPARE(keysOf(teller.events()), (QStringList{"quiet@50", "quiet@150"}));
        QCOMPARE(sentence(teller.events()[0]), "Generations 1 to 50: nothing new to tell.");
    }
};

HARELOOM_TEST(SpreadTest)
#include "SpreadTest.moc"
