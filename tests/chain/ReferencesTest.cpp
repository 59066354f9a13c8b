// SPDX-License-Identifier: GPL-3.0-or-later
// What errors are measured from: the source itself, all rows of a table, or rows that no model saw.
#include "core/data/Moments.h"
#include "core/metrics/ExactWasserstein.h"
#include "core/recipe/MetricAvailability.h"
#include "core/training/PrepareChains.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;

namespace {

/// 64 skewed points on the line.
QByteArray points()
{
    QByteArray list = "[";
    for (int i = 0; i < 64; ++i)
        list += (i ? ", [" : "[") + QByteArray::number(std::exp(i / 16.0), 'g', 17) + "]";
    return list + "]";
}

Experiment onPoints(const QByteArray& evaluation, int size = 10)
{
    return experimentOf(R"({"family": "gaussian", "source": {"kind": "points", "points": )" + points() +
                        R"(}, "samples": {"size": )" + QByteArray::number(size) +
                        R"(}, "generations": 3, "evaluation": )" + evaluation + "}");
}

MeanCovariance momentsOfPoints()
{
    const auto setup = prepareChains(onPoints("{}"));
    return meanCovarianceOf(momentsOf(*(*setup)->source->draw(64, 0), 1));
}

/// Of the model that a generation holds.
MeanCovariance momentsOf(const Generation& generation)
{
    return *generation.snapshot->moments();
}

} // namespace

class ReferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTablesErrorsAreThoseFromAllOfIt()
    {
        const MeanCovariance table = momentsOfPoints();
        for (const auto& link :
             collected(onPoints(R"({"metrics": ["risk", "meanError", "stdError", "w2Squared"]})"))
                 .generations) {
            const MeanCovariance model = momentsOf(*link);
            QVERIFY(isClose(link->metric("risk"), risk(table, model)));
            QVERIFY(isClose(link->metric("meanError"), meanError(table, model)));
            QVERIFY(isClose(link->metric("stdError"), stdError(table, model)));
            QVERIFY(link->metric("risk") > 1); // ten of the rows are not the table
            QVERIFY(link->metric("w2Squared") > 0);
        }
    }

    // Generation 0 learns from 10 of the 44 rows that are left, and is measured from the other 20.
    void orThoseFromRowsThatNoModelSaw()
    {
        const auto first = [](const QByteArray& reference) {
            return collected(
                       onPoints(
                           "{\"metrics\": [\"meanError\", \"risk\"], \"heldOut\": 20, \"reference\": \"" +
                           reference + "\"}"))
                .generations.front();
        };
        const auto unseen = first("heldOut"), whole = first("source"), own = first("firstRows");
        QVERIFY(isClose(whole->metric("meanError"), meanError(momentsOfPoints(), momentsOf(*whole))));
        QVERIFY(unseen->metric("meanError") > 0 && unseen->metric("meanError") != whole->metric("meanError"));
        QVERIFY(own->metric("risk") < 1e-12 && whole->metric("risk") > 1); // as version 0.1.0 had it
    }

    // Shapes and cubes have exact moments as well, none of which are those of generation 0's own rows.
    void noSourceIsMeasuredByItsOwnSample()
    {
        for (const char* kind :
             {"uniform", "twoMoons", "circles", "swissRoll", "pinwheel", "spirals", "checkerboard"}) {
            const Experiment experiment =
                experimentOf(QByteArray("{\"family\": \"gaussian\", \"generations\": 0, \"evaluation\": ") +
                             R"({"metrics": ["risk"]}, "source": {"kind": )" + "\"" + kind + "\"}}");
            const auto first = collected(experiment).generations.front();
            const auto truth = (*prepareChains(experiment))->source->moments();
            QVERIFY(truth && first->metric("risk") > 1e-6);
            QVERIFY(
                isClose(first->metric("risk"), risk({truth->mean, truth->covariance}, momentsOf(*first))));
        }
    }

    void referencesThatAreNotThereAreRefused()
    {
        const auto refusal = [](const char* evaluation, const char* source) {
            return refusalOf(QByteArray(R"({"family": "gaussian", "source": )") + source +
                             R"(, "evaluation": )" + evaluation + "}");
        };
        QVERIFY(refusal(R"({"reference": "heldOut"})", R"({"kind": "twoMoons"})")
                    .contains("evaluation.reference"));
        QVERIFY(refusal(R"({"reference": "heldOut", "heldOut": 9})", R"({"kind": "normal"})")
                    .contains("density"));
        QVERIFY(refusal(R"({"reference": "heldOut", "heldOut": 9})", R"({"kind": "twoMoons"})").isEmpty());
    }

    // Resampled with replacement: the same for every run, and no more than the rows allow.
    void aTableHasANoiseFloor()
    {
        const Experiment experiment = onPoints(R"({"metrics": ["w2NoiseFloor", "w2Squared"]})", 64);
        QVERIFY(!whyUnavailable("w2NoiseFloor", experiment));
        const auto once = collected(experiment).generations.front();
        const double floor = once->metric("w2NoiseFloor"), range = std::exp(63 / 16.0) - 1;
        QVERIFY(floor > 0 && floor < range * range);
        QCOMPARE(collected(experiment).generations.front()->metric("w2NoiseFloor"), floor);
    }

    // In one variable and from a known density there is nothing to draw.
    void inOneVariableTheDistanceIsExact()
    {
        for (const char* family : {"kde", "mixture"}) {
            const QByteArray start = QByteArray("{\"family\": \"") + family + "\", " +
                                     R"( "source": {"kind": "mixture", "weights": [1, 2], "means": [[0], [4]],
                                     "covariances": [[[1]], [[0.5]]]}, "generations": 2, "samples": {"size": 40},
                                     "evaluation": {"metrics": ["w2Squared", "w2NoiseFloor"]}})";
            const Experiment experiment = experimentOf(start);
            const auto truth = (*prepareChains(experiment))->source;
            const auto quantiles = [&](double below, double above) { return *truth->quantile(below, above); };
            const double mean = truth->moments()->mean[0], variance = truth->moments()->covariance(0, 0);
            for (const auto& link : collected(experiment).generations) {
                QVERIFY(isClose(link->metric("w2Squared"),
                                w2SquaredExact(*link->snapshot->normalMixture(), quantiles, mean, variance)));
                QVERIFY(link->metric("w2NoiseFloor") > 0);
            }
        }
    }

    // A session of version 0.1.0 goes on as it began: with distances between rows, and with exact moments.
    void formerSessionsGoOnAsTheyBegan()
    {
        const char* text = R"({"schema": 1, "family": "kde", "samples": {"size": 30}, "generations": 1,
                           "evaluation": {"metrics": ["w2Squared", "risk"]}})";
        const auto former = collected(*parseRecordedExperiment(text, "a session")).generations.front(),
                   now = collected(*parseExperiment(text, "a file")).generations.front();
        QVERIFY(former->metric("w2Squared") != now->metric("w2Squared"));
        QCOMPARE(former->metric("risk"), now->metric("risk"));
    }

    // Between rows, more of them lie nearer: of 20,000 rows of either side the floor is below that of 20.
    void theRowsOfADistanceCanBeSet()
    {
        const auto floor = [](const char* rows) {
            return collected(
                       experimentOf(QByteArray(R"({"family": "mixture", "source": {"kind": "eightGaussians"},
                                 "generations": 0, "samples": {"size": 20}, "evaluation": {"metrics": ["w2NoiseFloor"],
                                 "distanceRows": )") +
                                    rows + "}}"))
                .generations.front()
                ->metric("w2NoiseFloor");
        };
        QVERIFY(floor("20000") < floor("0") / 5);
        QCOMPARE(floor("20"), floor("0"));
    }
};

HARELOOM_TEST(ReferencesTest)
#include "ReferencesTest.moc"
