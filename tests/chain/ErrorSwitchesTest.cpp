// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalSettings.h"
#include "core/training/PrepareChains.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/metrics/Close.h"

#include <QtTest>

using namespace hareloom;

class ErrorSwitchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutStatisticalErrorNothingMoves_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("fromTruth"); // generation 0 is the truth itself
        QTest::newRow("gaussian")
            << QByteArray(R"("family": "gaussian", "source": {"mean": [2], "covariance": [[3]]})") << true;
        QTest::newRow("gaussian, mixture source")
            << QByteArray(R"("family": "gaussian", "source": {"kind": "mixture"})") << true;
        QTest::newRow("gaussian, table")
            << QByteArray(R"("family": "gaussian", "source": {"kind": "faithful"})") << false;
        QTest::newRow("mixture") << QByteArray(R"("family": "mixture", "source": {"kind": "mixture"})")
                                 << true;
        QTest::newRow("mixture, table")
            << QByteArray(R"("family": "mixture", "source": {"kind": "faithful"})") << false;
        QTest::newRow("mixture, diagonal, table")
            << QByteArray(
                   R"("family": "mixture", "source": {"kind": "faithful"}, "model": {"covariance": "diagonal"})")
            << false;
        QTest::newRow("mixture, tied, shape")
            << QByteArray(
                   R"("family": "mixture", "source": {"kind": "circles"}, "model": {"covariance": "tied"})")
            << false;
        QTest::newRow("kde, rule") << QByteArray(R"("family": "kde", "source": {"kind": "faithful"})")
                                   << false;
        QTest::newRow("discrete")
            << QByteArray(
                   R"("family": "discrete", "source": {"kind": "zipf", "states": 30}, "evaluation": {"metrics": ["entropyNats"]})")
            << true;
    }
    void withoutStatisticalErrorNothingMoves()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, fromTruth);
        const Experiment experiment = experimentOf(
            "{" + json +
            R"(, "generations": 30, "samples": {"size": 50}, "errors": {"statistical": false}})");
        const auto all = collected(experiment).generations;
        QCOMPARE(all.size(), std::size_t{31});
        for (const auto& generation : all)
            QVERIFY(toJson(*generation->snapshot) == toJson(*all[0]->snapshot));
        if (fromTruth && experiment.family == "gaussian") {
            const auto truth = (*makeSource(experiment.source, RowKind::Numbers))->normalMixture();
            QVERIFY(all[0]->snapshot->normalMixture()->covariance(0).isApprox(covarianceOf(*truth)));
        }
    }

    // Two clouds at -2 and 2, 0.6 to 0.4: mean -0.4, variance 0.5 + 4 - 0.16 along and 0.5 across.
    void aSingleBellCurveTakesTheMomentsOfWhatItCannotHold_data()
    {
        QTest::addColumn<QByteArray>("shape");
        QTest::addColumn<double>("along");
        QTest::addColumn<double>("across");
        QTest::newRow("full") << QByteArray("full") << 4.34 << 0.5;
        QTest::newRow("diagonal") << QByteArray("diagonal") << 4.34 << 0.5;
        QTest::newRow("spherical") << QByteArray("spherical") << 2.42 << 2.42;
    }
    void aSingleBellCurveTakesTheMomentsOfWhatItCannotHold()
    {
        QFETCH(QByteArray, shape);
        QFETCH(double, along);
        QFETCH(double, across);
        const auto all = collected(experimentOf(R"({"family": "mixture", "generations": 5,
            "source": {"kind": "mixture", "weights": [0.6, 0.4], "means": [[-2, 0], [2, 0]],
                       "covariances": [[[0.5, 0], [0, 0.5]]]},
            "model": {"components": 1, "covariance": ")" +
                                                shape + R"("}, "errors": {"statistical": false}})"))
                             .generations;
        QCOMPARE(all.size(), std::size_t{6});
        for (const auto& generation : all) {
            const NormalMixture& model = *generation->snapshot->normalMixture();
            QCOMPARE(model.components(), 1);
            QVERIFY(isClose(model.means(0, 0), -0.4) && model.means(0, 1) == 0);
            QVERIFY(isClose(model.covariance(0)(0, 0), along) && isClose(model.covariance(0)(1, 1), across));
            QVERIFY(toJson(*generation->snapshot) ==
                    toJson(*all[0]->snapshot)); // nothing moves from there on
        }
    }

    // A share s of the truth pulls the variance back to v: v' = (1 - s) lambda v + s, about the same mean.
    void anExactRefitTakesShareAndLambda()
    {
        const auto all =
            collected(
                experimentOf(R"({"family": "gaussian", "generations": 10, "errors": {"statistical": false},
            "policy": {"realShare": 0.1, "freshShare": 0.1, "lambda": 0.5}})"))
                .generations;
        double v = 1;
        for (const auto& generation : all) {
            QVERIFY(isClose(generation->metric("variance"), v));
            v = 0.8 * 0.5 * v + 0.2;
        }
    }

    // MAD's law without noise: lambda^g exactly.
    void lambdaAloneIsAPower()
    {
        const auto all =
            collected(
                experimentOf(
                    R"({"family": "gaussian", "generations": 10, "errors": {"statistical": false}, "policy": {"lambda": 0.5}})"))
                .generations;
        for (const auto& generation : all)
            QCOMPARE(generation->metric("variance"), std::ldexp(1.0, -generation->index));
    }

    void withoutExpressiveErrorTheModelHoldsTheTruth()
    {
        const auto setup = prepareChains(experimentOf(
            R"({"family": "mixture", "source": {"kind": "eightGaussians"}, "samples": {"size": 500},
            "model": {"components": 2, "covariance": "spherical"}, "errors": {"expressive": false}})"));
        QVERIFY(setup);
        QCOMPARE((*setup)->experiment.model.of<MixtureSettings>().components, std::int64_t{8});
        QCOMPARE((*setup)->experiment.model.of<MixtureSettings>().covariance, CovarianceShape::Full);
    }

    void withoutApproximationErrorEmConverges()
    {
        const char* json =
            R"({"family": "mixture", "source": {"kind": "faithful"}, "samples": {"size": 0}, "generations": 1, "model": {"maxIterations": 3},
            "evaluation": {"metrics": ["logLikelihood"]}, "errors": {"approximation": %1}})";
        const auto hasty = collected(experimentOf(QByteArray(json).replace("%1", "true"))).generations;
        const auto patient = collected(experimentOf(QByteArray(json).replace("%1", "false"))).generations;
        QVERIFY(!hasty[0]->fit.converged && hasty[0]->fit.iterations == 3);
        QVERIFY(patient[0]->fit.converged);
        QVERIFY(std::abs(patient[0]->metric("logLikelihood") + 1130.264) < 1e-3);
    }

    void anImpossibleExactRefitIsRefusedInASentence()
    {
        const QString why = failureOf(experimentOf(
            R"({"family": "mixture", "source": {"kind": "eightGaussians"}, "samples": {"size": 500}, "errors": {"statistical": false}})"));
        QVERIFY2(why.startsWith("errors.statistical is false, and") && why.endsWith('.'), qPrintable(why));
    }
};

HARELOOM_TEST(ErrorSwitchesTest)
#include "ErrorSwitchesTest.moc"
