// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/theory/CurationTheory.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;

namespace {

const Vector kShares{{0.4, 0.3, 0.2, 0.1, 0.0}};
const Vector kRewards{{0.0, -1.5, 2.0, 0.5, 9.0}};

ScalarTaste near(double point, double strength, double share = 1)
{
    return {[point, strength](double x) { return -strength * (x - point) * (x - point) / 2; }, share};
}

/// Of best of two, by its own formula: p E[2 e^r / (e^r + e^r')].
Vector bestOfTwo(const Vector& p, const Vector& r)
{
    Vector kept = Vector::Zero(p.size());
    for (Eigen::Index i = 0; i < p.size(); ++i)
        for (Eigen::Index j = 0; j < p.size(); ++j)
            kept[i] += 2 * p[i] * p[j] / (1 + std::exp(r[j] - r[i]));
    return kept;
}

/// Of best of three, likewise.
Vector bestOfThree(const Vector& p, const Vector& r)
{
    Vector kept = Vector::Zero(p.size());
    for (Eigen::Index i = 0; i < p.size(); ++i)
        for (Eigen::Index j = 0; j < p.size(); ++j)
            for (Eigen::Index k = 0; k < p.size(); ++k)
                kept[i] += 3 * p[i] * p[j] * p[k] / (1 + std::exp(r[j] - r[i]) + std::exp(r[k] - r[i]));
    return kept;
}

bool areClose(const Vector& a, const Vector& b, double tolerance)
{
    return a.size() == b.size() && (a - b).cwiseAbs().maxCoeff() <= tolerance;
}

} // namespace

class CurationTheoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFewCandidatesAreTheirFormulas()
    {
        QVERIFY(areClose(curated(kShares, 2, {{kRewards}}), bestOfTwo(kShares, kRewards), 1e-10));
        QVERIFY(areClose(curated(kShares, 3, {{kRewards}}), bestOfThree(kShares, kRewards), 1e-10));
        QVERIFY(areClose(curated(kShares, 2, {{kRewards.array() + 40}}), bestOfTwo(kShares, kRewards), 1e-10));
        QCOMPARE(curated(kShares, 2, {{kRewards}})[4], 0.0); // what does not occur cannot be kept, however much it is liked
    }

    // The error falls as 1 / K.
    void manyCandidatesAreTheTilt()
    {
        const Vector limit = tilted(kShares, {{kRewards}});
        const double hundred = (curated(kShares, 100, {{kRewards}}) - limit).cwiseAbs().maxCoeff();
        const double thousand = (curated(kShares, 1000, {{kRewards}}) - limit).cwiseAbs().maxCoeff();
        QVERIFY(hundred < 0.05 && thousand < 0.12 * hundred);
    }

    void tastesMixByTheirShares()
    {
        const Vector other = -kRewards;
        const Vector both = curated(kShares, 4, {{kRewards, 3}, {other, 1}});
        const Vector parts =
            0.75 * curated(kShares, 4, {{kRewards}}) + 0.25 * curated(kShares, 4, {{other}});
        QVERIFY(areClose(both, parts, 1e-14));
        QVERIFY(isClose(both.sum(), 1, 1e-12));
    }

    void rewardsThatDecideAloneAreNotKnown()
    {
        QVERIFY(curated(kShares, 2, {{1e4 * kRewards}}).hasNaN());
    }

    // By another program, which simulates: of the variance 1, K = 2, 4 and 16 leave 0.52, 0.39 and 0.34 in one step
    // for c = 2, and infinitely many a third.
    void aBellCurveNarrows()
    {
        const auto left = [](std::int64_t candidates) {
            return curatedNormal({0, 1}, candidates, {near(0, 2)}).variance;
        };
        QVERIFY(std::abs(left(2) - 0.52) < 0.005);
        QVERIFY(std::abs(left(4) - 0.39) < 0.005);
        QVERIFY(std::abs(left(16) - 0.345) < 0.006);
        QVERIFY(std::abs(left(1000) - 1.0 / 3) < 0.002);
        QVERIFY(isClose(tiltedNormal({0, 1}, 2, 0, 1).variance, 1.0 / 3));
    }

    void manyGenerationsOfManyCandidatesAreTheTilt()
    {
        const NormalMoments first{-1, 4};
        const auto course = curatedNormals(first, 1, 1000, {near(3, 0.5)}, 20);
        QCOMPARE(course.size(), std::size_t{21});
        for (int g = 0; g <= 20; ++g) {
            const NormalMoments limit = tiltedNormal(first, 0.5, 3, g), found = course[static_cast<std::size_t>(g)];
            QVERIFY(std::abs(found.variance / limit.variance - 1) < 0.01);
            QVERIFY(std::abs(found.mean - limit.mean) < 0.01);
        }
    }

    // A direction moves a bell curve for ever and, in the limit, leaves its width: mean + variance * strength a step.
    void aDirectionMovesIt()
    {
        const ScalarTaste upwards{[](double x) { return 0.5 * x; }, 1};
        const NormalMoments moved = curatedNormal({1, 2}, 1000, {upwards});
        QVERIFY(std::abs(moved.mean - 2) < 0.01 && std::abs(moved.variance - 2) < 0.02);
        const NormalMoments two = curatedNormal({1, 2}, 2, {upwards});
        QVERIFY(two.mean > 1.3 && two.mean < 1.6 && two.variance < 2);
    }

    // A plain simulation of a million choices among three. Six standard errors: false alarm 4e-9 each.
    void simulationAgrees()
    {
        constexpr int kChoices = 1'000'000;
        Rng rng(20240712);
        double sum = 0, squares = 0, fourth = 0;
        for (int i = 0; i < kChoices; ++i) {
            double x[3], odds[3], all = 0;
            for (int j = 0; j < 3; ++j) {
                x[j] = 0.5 + 1.5 * rng.normal();
                all += odds[j] = std::exp(-0.8 * (x[j] - 2) * (x[j] - 2) / 2);
            }
            double left = rng.uniform() * all;
            int chosen = 0;
            for (; chosen < 2 && left >= odds[chosen]; ++chosen)
                left -= odds[chosen];
            sum += x[chosen];
            squares += x[chosen] * x[chosen];
            fourth += std::pow(x[chosen], 4);
        }
        const NormalMoments expected = curatedNormal({0.5, 2.25}, 3, {near(2, 0.8)});
        const double n = kChoices, mean = sum / n, square = squares / n;
        QVERIFY(std::abs(mean - expected.mean) < 6 * std::sqrt((square - mean * mean) / n));
        QVERIFY(std::abs(square - (expected.variance + expected.mean * expected.mean)) <
                6 * std::sqrt((fourth / n - square * square) / n));
    }
};

HARELOOM_TEST(CurationTheoryTest)
#include "CurationTheoryTest.moc"
