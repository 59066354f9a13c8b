// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionSettings.h"
#include "core/families/regression/RegressionSnapshot.h"
#include "tests/TestProgram.h"
#include "tests/teller/Chains.h"

#include <QtTest>

using namespace hareloom;
using namespace hareloom::told;

namespace {

SnapshotPtr line(double slope, double residualVariance)
{
    return std::make_shared<RegressionSnapshot>(
        std::make_shared<RegressionFeatures>(FeatureKind::Linear, 1, 1, 0),
        LinearFit{Vector::Constant(1, slope), 0, residualVariance}, residualVariance,
        MeanCovariance{Vector::Zero(1), Matrix::Identity(1, 1)});
}

/// A chain with these test errors and residual variances.
Teller regressions(const std::vector<double>& errors, const std::vector<double>& residuals,
                   Experiment experiment = experimentOf("regression"))
{
    experiment.source.kind = "linear";
    experiment.evaluation.metrics = {"testError"};
    Teller teller(runOf(experiment));
    for (std::size_t g = 0; g < errors.size(); ++g) {
        auto generation = link(static_cast<int>(g), line(1, residuals[g]), 20);
        measure(*generation, "testError", errors[g]);
        teller.add(generation);
    }
    return teller;
}

} // namespace

class RegressionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsThatAddUpAreToldWithTheirReason()
    {
        const Teller teller = regressions({0.1, 0.9, 1.2, 0.5, 11}, {1, 1, 1, 1, 1});
        QCOMPARE(keysOf(teller.events()), (QStringList{"testErrorTimes@2", "testErrorTimes@4"}));
        QCOMPARE(sentence(teller.events()[0]),
                 "Generation 2: the test error is 1.2, 12 times generation 0's 0.1.");
        QCOMPARE(reason(teller.events()[0]), "Each model learned from 20 responses that the one before made "
                                             "up. Its own error joins the errors before it, "
                                             "and no real response takes any of them back.");
        const std::vector<Event> summary = teller.summary();
        QVERIFY(!summary.empty());
        QCOMPARE(sentence(summary.front()),
                 "The test error is 11 in generation 4; it was 0.1 in generation 0.");
    }

    void fadingScatterIsToldWhereItIsFitted()
    {
        QVERIFY(keysOf(regressions({0.1, 0.1, 0.1}, {1, 0.6, 0.4}).events()).contains("residualsHalf@2"));
        Experiment fixed = experimentOf("regression");
        fixed.model.of<RegressionSettings>().noise = ResponseNoise::Fixed;
        QVERIFY(
            !keysOf(regressions({0.1, 0.1, 0.1}, {1, 0.6, 0.4}, fixed).events()).contains("residualsHalf@2"));
    }

    void poolsHaveNoSuchReason()
    {
        Experiment pooled = experimentOf("regression");
        pooled.policy.pool = Pool::All;
        const Teller teller = regressions({0.1, 1.2}, {1, 1}, pooled);
        QCOMPARE(keysOf(teller.events()), QStringList{"testErrorTimes@1"});
        QCOMPARE(reason(teller.events()[0]), QString());
    }
};

HARELOOM_TEST(RegressionsTest)
#include "RegressionsTest.moc"
