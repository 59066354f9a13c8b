// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Source.h"
#include "core/metrics/Discrete.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "core/theory/DiscreteTheory.h"
#include "core/theory/GaussianTheory.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

#include <QtTest>

#include <cmath>
#include <numbers>
#include <numeric>

using namespace hareloom;

namespace {

std::vector<Collected> runOf(std::string_view preset)
{
    const auto experiment = loadPreset(preset);
    if (!experiment)
        qFatal("%s", experiment.error().message.c_str());
    std::vector<Collected> runs;
    const auto variants = expandVariants(*experiment);
    for (const Experiment& variant : *variants)
        runs.push_back(collected(variant));
    return runs;
}

double mean(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double meanSquare(std::vector<double> values)
{
    for (double& value : values)
        value *= value;
    return mean(values);
}

/// Of the mean of a value over the chains.
double standardError(const std::vector<double>& values)
{
    const double middle = mean(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - middle) * (value - middle);
    const auto n = static_cast<double>(values.size());
    return std::sqrt(squares / (n - 1) / n);
}

std::string said(double value)
{
    return std::to_string(value);
}

} // namespace

/// What the presets that follow other works claim, on the chains that a person sees: each preset's own seed,
/// so that what is compared here never changes. Where a number is held against theory, the bound says how
/// improbable it would be for another seed to leave it.
class LiteratureClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // "With a = 0.5 or 1 this sum has no limit ... With 1.5 and 2 it has one."
    void samplesMustGrowFasterThanGenerations()
    {
        const auto runs = runOf("ever-more-data");
        const double exponents[] = {0.5, 1, 1.5, 2};
        for (std::size_t v = 0; v < 4; ++v) {
            double sum = 0;
            for (int g = 0; g <= 60; ++g)
                sum += 1 / std::round(20 * std::pow(g + 1, exponents[v]));
            // A hundred chains: chi-squared with 100 degrees of freedom is beyond these once in 10^6, were
            // the steps of one size.
            const double measured = meanSquare(runs[v].values(60, "meanError")) / sum;
            QVERIFY2(measured > 0.45 && measured < 1.85, said(measured).c_str());
        }
        const auto grew = [&](std::size_t v) {
            return meanSquare(runs[v].values(60, "meanError")) / meanSquare(runs[v].values(30, "meanError"));
        };
        QVERIFY2(grew(0) > 1.3, said(grew(0)).c_str());
        for (const std::size_t v : {2, 3})
            QVERIFY2(grew(v) < 1.1, said(grew(v)).c_str());
        for (std::size_t v = 0; v < 3; ++v)
            QVERIFY(meanSquare(runs[v].values(60, "meanError")) >
                    meanSquare(runs[v + 1].values(60, "meanError")));
    }

    // "... and this sum never exceeds pi^2/6 ... Where rows are replaced it is that of one fit times the
    // number of fits."
    void whoKeepsEverythingHasACeiling()
    {
        const auto runs = runOf("accumulate-ceiling");
        double sum = 0;
        for (int k = 1; k <= 101; ++k)
            sum += 1.0 / (100 * k * k);
        QVERIFY(100 * sum < std::numbers::pi * std::numbers::pi / 6);
        // Two hundred chains, whose means are normal: chi-squared with 200 degrees of freedom over 200 is
        // outside (0.58, 1.58) less than once in 10^6. Where rows are replaced the steps differ, so twice as
        // wide.
        const double kept = meanSquare(runs[0].values(100, "meanError")) / sum;
        QVERIFY2(kept > 0.58 && kept < 1.58, said(kept).c_str());
        const double replaced = meanSquare(runs[1].values(100, "meanError")) / (101 / 100.0);
        QVERIFY2(replaced > 0.4 && replaced < 2.2, said(replaced).c_str());
        // The tenth generation moves the mean by a tenth of what the first did.
        const auto moved = [&](int g) {
            std::vector<double> steps = runs[0].values(g, "mean[0]");
            const std::vector<double> before = runs[0].values(g - 1, "mean[0]");
            for (std::size_t chain = 0; chain < steps.size(); ++chain)
                steps[chain] -= before[chain];
            return std::sqrt(meanSquare(steps));
        };
        const double ratio = moved(10) / moved(1) * 11 / 2; // generation g adds one part in g + 1
        QVERIFY2(ratio > 0.7 && ratio < 1.4, said(ratio).c_str());
    }

    void anExaminerKeepsTheTruthAndTakesTheTails()
    {
        const auto runs = runOf("examiner");
        constexpr std::size_t kNone = 0, kLenient = 1, kStrict = 2, kMistaken = 3;
        const auto risk = [&](std::size_t v) { return mean(runs[v].values(200, "risk")); };
        QVERIFY(risk(kLenient) < risk(kNone) / 5 && risk(kStrict) < risk(kNone) / 5);
        const auto left = [&](std::size_t v) { return median(runs[v].values(25, "variance")); };
        QVERIFY2(left(kStrict) < 0.5 && left(kLenient) < 0.5, said(left(kStrict)).c_str());
        QVERIFY2(left(kNone) > 0.75 && left(kNone) < 0.9, said(left(kNone)).c_str());
        const auto tail = [&](std::size_t v) { return median(runs[v].values(200, "tailMass")); };
        QVERIFY(tail(kStrict) < 1e-6 && tail(kMistaken) > 0.9);
        QVERIFY(median(runs[kMistaken].values(200, "risk")) > 10 * median(runs[kNone].values(200, "risk")));
    }

    void theWayItWritesDecides()
    {
        const auto runs = runOf("decoding");
        constexpr std::size_t kChance = 0, kCool = 1, kTop = 2, kGreedy = 3;
        const auto at = [&](std::size_t v, int g, const char* metric) {
            return runs[v].values(g, metric).front();
        };
        QCOMPARE(at(kGreedy, 5, "conditionalEntropyNats"), 0.0);
        QVERIFY(at(kCool, 10, "conditionalEntropyNats") < 0.01 &&
                at(kCool, 5, "conditionalEntropyNats") > 0.1);
        QVERIFY(at(kTop, 30, "survivingTokens") < 0.5 * at(kChance, 30, "survivingTokens"));
        QVERIFY(at(kCool, 30, "repeatedShare") > 0.5 && at(kTop, 30, "repeatedShare") < 0.2);
    }

    void whereTextsAreKeptWordsLiveOn()
    {
        const auto runs = runOf("text-accumulate");
        constexpr std::size_t kReplace = 0, kAll = 1, kSample = 2;
        const auto kept = [&](std::size_t v, int g) {
            return runs[v].values(g, "survivingTokens").front() /
                   runs[v].values(0, "survivingTokens").front();
        };
        QVERIFY2(kept(kReplace, 30) < 0.36 && kept(kReplace, 30) > 0.3, said(kept(kReplace, 30)).c_str());
        QVERIFY2(kept(kAll, 30) > 0.95, said(kept(kAll, 30)).c_str());
        QVERIFY(kept(kSample, 30) > kept(kReplace, 30) && kept(kSample, 30) < kept(kAll, 30));
        QVERIFY2(kept(kSample, 10) < 0.9, said(kept(kSample, 10)).c_str()); // loses in the first generations
        QVERIFY2(kept(kSample, 30) > kept(kSample, 10) - 0.02,
                 said(kept(kSample, 30)).c_str()); // and holds the rest
        // As large as the first one: the real text is one part in thirty-one of the pool.
        const auto& last = runs[kAll].generations.back();
        QCOMPARE(last->syntheticRows, 30 * last->realRows);
        QCOMPARE(runs[kSample].generations.back()->realRows + runs[kSample].generations.back()->syntheticRows,
                 last->realRows);
    }

    // "The line is theory's, and exact."
    void aWordLivesAsLongAsTheorySays()
    {
        const Experiment experiment = *loadPreset("word-lifetime");
        const Collected run = collected(experiment, 2);
        const auto source = makeSource(experiment.source, RowKind::States);
        const Categorical truth = *(*source)->categorical();
        const auto expected = expectedLifetimes(truth.probabilities, experiment.samples.size,
                                                static_cast<int>(experiment.generations));
        const auto states = static_cast<std::size_t>(truth.states());
        std::vector<std::vector<double>> lived(states, std::vector<double>(20, 0.0));
        for (const auto& generation : run.generations)
            for (std::size_t k = 0; k < states; ++k)
                lived[k][static_cast<std::size_t>(generation->chain)] +=
                    generation->snapshot->categorical()->probabilities(static_cast<Eigen::Index>(k)) > 0 ? 1
                                                                                                         : 0;
        // The rarest hundred words together: 2,000 lifetimes, each skewed. Words of a chain depend on one
        // another a little, so the error is that of the chains' means, and 20 of those stay within seven of
        // their own standard errors but once in 10^6.
        std::vector<double> ofChains(20, 0.0);
        double line = 0;
        for (std::size_t k = 100; k < states; ++k) {
            line += expected[k].back() / 100;
            for (std::size_t chain = 0; chain < 20; ++chain)
                ofChains[chain] += lived[k][chain] / 100;
        }
        QVERIFY2(std::abs(mean(ofChains) - line) < 7 * standardError(ofChains),
                 (said(mean(ofChains)) + ", theory " + said(line)).c_str());
        // Nearly linear in the count: "a little less than twice as long".
        const double once = meanForgettingTime(0.002, 1000), twice = meanForgettingTime(0.004, 1000);
        QVERIFY(twice / once > 1.7 && twice / once < 2);
        // The bound of Suresh, Thangaraj and Khandavally: alive in generation g with a chance of at least 1 -
        // exp(-c / g).
        for (const double count : {2.0, 10.0, 50.0})
            for (const int g : {10, 50, 200}) // theirs counts the fits, ours from 0
                QVERIFY(1 - lossProbabilityCurve(count / 1000, 1000, g).back() >=
                        1 - std::exp(-count / (g + 1)));
    }

    void whatIsExtinctIsWhatTheorySays()
    {
        const Collected run = collected(*loadPreset("word-lifetime"), 2);
        const auto truth =
            *(*makeSource(loadPreset("word-lifetime")->source, RowKind::States))->categorical();
        const Curve theory = expectedExtinctMass(truth, 1000, 50);
        for (const int g : {0, 5, 50}) { // as above
            const auto values = run.values(g, "extinctMass");
            QVERIFY2(std::abs(mean(values) - theory[static_cast<std::size_t>(g)]) < 7 * standardError(values),
                     said(mean(values)).c_str());
        }
    }
};

HARELOOM_TEST(LiteratureClaimsTest)
#include "LiteratureClaimsTest.moc"
