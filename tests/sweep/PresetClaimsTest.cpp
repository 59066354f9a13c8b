// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prediction/Predictions.h"
#include "core/recipe/Presets.h"
#include "core/sweep/SweepTables.h"
#include "tests/TestProgram.h"
#include "tests/sweep/Sweeps.h"

#include <QtTest>

#include <algorithm>

using namespace hareloom;

/// What the presets' questions and stories say, with the seeds that they have: the numbers are always the
/// same, so that no test here can fail by chance.
class PresetClaimsTest : public QObject
{
    Q_OBJECT

    struct Done
    {
        SweepPlan plan;
        HeardSweep heard;

        /// Over the replicates of a point of the grid.
        double statistic(SweepStatistic::Kind kind, std::int64_t point, const char* metric,
                         std::int64_t generation) const
        {
            std::vector<double> values;
            for (std::int64_t r = 0; r < plan.replicates(); ++r)
                values.push_back(heard.chains.at({plan.firstLike(point), r})->value(metric, generation));
            return statisticOf({kind, 0.5}, values);
        }
        double mean(std::int64_t point, const char* metric, std::int64_t generation) const
        {
            return statistic(SweepStatistic::Kind::Mean, point, metric, generation);
        }
        double median(std::int64_t point, const char* metric, std::int64_t generation) const
        {
            return statistic(SweepStatistic::Kind::Median, point, metric, generation);
        }
    };

    static Done ran(const char* preset)
    {
        Done done{planOf(*loadPreset(preset)), {}};
        SweepOptions options;
        options.isWanted = [&plan = done.plan](std::int64_t point, std::int64_t) {
            return plan.firstLike(point) == point;
        };
        if (const auto end = runSweep(done.plan, done.heard, {}, options); !end)
            qFatal("%s", end.error().message.c_str());
        return done;
    }

private Q_SLOTS:
    // "... which has a limit where a is above 1."
    void theRiskHasALimitWhereSamplesGrowFastEnough()
    {
        const Done done = ran("growth-exponent");
        for (std::int64_t point = 0; point < done.plan.points(); ++point) {
            const double exponent = std::stod(done.plan.cells(point).front());
            const double grown = done.mean(point, "risk", 100) / done.mean(point, "risk", 50);
            const QByteArray said =
                QStringLiteral("exponent %1: risk grew by %2").arg(exponent).arg(grown).toUtf8();
            if (exponent <= 0.5)
                QVERIFY2(grown > 1.5, said.constData());
            if (exponent >= 1.25)
                QVERIFY2(grown < 1.1, said.constData());
        }
    }

    // "How many words does a vocabulary lose when frequencies fall more steeply?"
    void aSteeperVocabularyLosesMoreWords()
    {
        const Done done = ran("zipf-exponent");
        const std::int64_t last = done.plan.points() - 1;
        for (std::int64_t point = 2; point <= last; ++point) // flat ones are alike
            for (const std::int64_t generation : {1, 10, 100})
                QVERIFY(done.mean(point, "survivingStates", generation) <
                        done.mean(point - 1, "survivingStates", generation));
        QVERIFY(done.mean(last, "survivingStates", 100) < 0.2 * done.mean(0, "survivingStates", 100));
    }

    // "... a hundred among a thousand rows and a hundred among ten thousand end with about the same risk ...
    // ten times the rows, a tenth of the risk."
    void theCountOfRealRowsDecidesAndNotTheirShare()
    {
        const Done done = ran("count-or-share");
        const auto risk = [&](double share, std::int64_t size) {
            for (std::int64_t point = 0; point < done.plan.points(); ++point) {
                const Experiment experiment = done.plan.experimentOf(point);
                if (experiment.policy.freshShare == share && experiment.samples.size == size)
                    return done.mean(point, "risk", 200);
            }
            return std::nan("");
        };
        const double alone = risk(1, 100), tenth = risk(0.1, 1000), hundredth = risk(0.01, 10000);
        QVERIFY2(tenth > alone / 2 && tenth < alone * 2 && hundredth > alone / 2 && hundredth < alone * 2,
                 qPrintable(QStringLiteral("%1, %2, %3").arg(alone).arg(tenth).arg(hundredth)));
        for (const double share : {0.01, 0.1, 1.0})
            for (const std::int64_t size : {100, 1000}) {
                const double ratio = risk(share, size) / risk(share, 10 * size);
                QVERIFY2(ratio > 5 && ratio < 20,
                         qPrintable(QStringLiteral("%1 of %2: %3").arg(share).arg(size).arg(ratio)));
            }
    }

    // "... the smallest error of the mean at a weight of 0.618 ...; with a quarter as many it is 0.39, with
    // four times as many 0.83."
    void theBestWeightIsTheGoldenRatios()
    {
        const Done done = ran("golden-ratio");
        const double bests[] = {0.390, 0.618, 0.828};
        for (std::size_t share = 0; share < 3; ++share) {
            double least = 1e9, best = 0, leastTheory = 1e9, bestTheory = 0;
            for (std::int64_t weight = 0; weight < 17; ++weight) {
                const std::int64_t point = 3 * weight + static_cast<std::int64_t>(share);
                const double w = std::stod(done.plan.cells(point).front());
                const double error = done.mean(point, "meanErrorSquared", 30);
                const auto theory = predict(done.plan.experimentOf(point), "meanErrorSquared");
                QVERIFY(theory && theory->exact);
                const double expected = theory->values[30];
                // A mean of 200 squares is chi-squared with 200 degrees of freedom: off by 0.8 with less than
                // 1e-9 at each of 51 points.
                QVERIFY2(std::abs(error / expected - 1) < 0.8, qPrintable(QString::number(error / expected)));
                if (error < least) {
                    least = error;
                    best = w;
                }
                if (expected < leastTheory) {
                    leastTheory = expected;
                    bestTheory = w;
                }
            }
            QVERIFY2(std::abs(bestTheory - bests[share]) < 0.03, qPrintable(QString::number(bestTheory)));
            QVERIFY2(std::abs(best - bests[share]) < 0.13, qPrintable(QString::number(best)));
        }
    }

    // "How much real data does a chain need at each sample size?"
    void aTenthOfRealRowsHoldsEverySample()
    {
        const Done done = ran("real-share-grid");
        for (std::int64_t point = 0; point < done.plan.points(); ++point) {
            const Experiment experiment = done.plan.experimentOf(point);
            const double left = done.median(point, "variance", 200);
            const QByteArray said = QStringLiteral("%1: %2 is left")
                                        .arg(QString::fromStdString(done.plan.nameOf(point)))
                                        .arg(left)
                                        .toUtf8();
            if (experiment.policy.realShare == 0 && experiment.samples.size <= 56)
                QVERIFY2(left < 0.1, said.constData());
            if (experiment.policy.realShare >= 0.1)
                QVERIFY2(left > 0.5, said.constData());
        }
    }
};

HARELOOM_TEST(PresetClaimsTest)
#include "PresetClaimsTest.moc"
