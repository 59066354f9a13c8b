// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/metrics/PowerLaw.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <cmath>
#include <numbers>
#include <vector>

using namespace hareloom;

namespace {

/// Drawn from p(x) = x^-alpha / zeta(alpha).
std::vector<std::int64_t> drawn(double alpha, int n, Rng& rng)
{
    std::vector<std::int64_t> counts;
    for (int i = 0; i < n; ++i) {
        double left = rng.uniform() * riemannZeta(alpha);
        std::int64_t x = 0;
        do
            left -= std::pow(static_cast<double>(++x), -alpha);
        while (left > 0 && x < 10'000'000);
        counts.push_back(x);
    }
    return counts;
}

} // namespace

class PowerLawTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zetaIsRiemanns()
    {
        using std::numbers::pi;
        QVERIFY(std::abs(riemannZeta(2) / (pi * pi / 6) - 1) < 1e-12);
        QVERIFY(std::abs(riemannZeta(4) / (std::pow(pi, 4) / 90) - 1) < 1e-12);
        QVERIFY(std::abs(riemannZeta(3) / 1.2020569031595942854 - 1) < 1e-12);
        QVERIFY(std::abs(riemannZeta(1.5) / 2.6123753486854883433 - 1) < 1e-12);
        QVERIFY(std::abs(riemannZeta(1.001) / 1000.5772884760117 - 1) < 1e-11);
    }

    // Where the derivative of the log likelihood is 0: the mean of ln x is -zeta'(alpha) / zeta(alpha).
    void theLikelihoodIsAtItsGreatest()
    {
        const std::vector<std::int64_t> counts = {1, 1, 1, 1, 2, 3, 1, 7, 1, 2, 40, 1};
        const double alpha = powerLawExponent(counts);
        double meanLog = 0;
        for (const auto count : counts)
            meanLog += std::log(static_cast<double>(count)) / static_cast<double>(counts.size());
        const double h = 1e-5;
        const double slope = (std::log(riemannZeta(alpha + h)) - std::log(riemannZeta(alpha - h))) / (2 * h);
        QVERIFY(std::abs(slope + meanLog) < 1e-5);
    }

    // Standard error (Clauset et al. 2009, 3.6): about (alpha - 1) / sqrt(n), of a discrete one less than twice that. Six of
    // them, on three exponents: a false alarm in fewer than 1 of 10^8 seeds.
    void aKnownExponentIsFound()
    {
        Rng rng(11);
        for (const double alpha : {1.8, 2.2, 3.0}) {
            constexpr int kCounts = 4000;
            const double found = powerLawExponent(drawn(alpha, kCounts, rng));
            QVERIFY2(std::abs(found - alpha) < 6 * 2 * (alpha - 1) / std::sqrt(double(kCounts)),
                     qPrintable(QString("%1 for %2").arg(found).arg(alpha)));
        }
    }

    void withoutATailThereIsNoExponent()
    {
        QVERIFY(std::isnan(powerLawExponent({})));
        QVERIFY(std::isnan(powerLawExponent(std::vector<std::int64_t>{1, 1, 1})));
        const double all = powerLawExponent(std::vector<std::int64_t>(9, 1'000'000));
        QVERIFY(all > 1 && all < 1.2); // every word is frequent
    }
};

HARELOOM_TEST(PowerLawTest)
#include "PowerLawTest.moc"
