// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/theory/AccumulateTheory.h"
#include "core/theory/AnchoredTheory.h"
#include "core/theory/DiscreteTheory.h"
#include "core/theory/GaussianTheory.h"
#include "core/theory/RegressionTheory.h"
#include "core/theory/ResamplingTheory.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <numeric>

using namespace hareloom;

namespace {

constexpr int kChains = 2000;
constexpr int kGenerations = 50;
constexpr std::int64_t kRows = 100;
constexpr Seed kSeed = 20240724;

using Values = std::vector<double>;

struct MeanVariance
{
    double mean = 0;
    double biased = 0; // divisor M
    double unbiased() const { return biased * rows / (rows - 1); }
    double rows = 0;
};

MeanVariance fit(const Values& rows)
{
    const auto n = static_cast<double>(rows.size());
    const double mean = std::accumulate(rows.begin(), rows.end(), 0.0) / n;
    const double squares = std::accumulate(rows.begin(), rows.end(), 0.0, [mean](double sum, double x) {
        return sum + (x - mean) * (x - mean);
    });
    return {mean, squares / n, n};
}

void appendNormals(Values& rows, Rng& rng, std::int64_t count, double mean, double variance)
{
    for (std::int64_t i = 0; i < count; ++i)
        rows.push_back(mean + std::sqrt(variance) * rng.normal());
}

/// |average - expected| in standard errors; the standard deviation of one value is known or, by default, that
/// of the values.
double standardErrors(const Values& values, double expected, double deviation = 0)
{
    const MeanVariance own = fit(values);
    const double one = deviation > 0 ? deviation : std::sqrt(own.unbiased());
    return std::abs(own.mean - expected) / (one / std::sqrt(own.rows));
}

/// Runs chain(rng) for independent streams and keeps what it returns.
template<class Chain>
auto replicates(Seed seed, Chain chain)
{
    std::vector<decltype(chain(std::declval<Rng&>()))> results;
    for (int i = 0; i < kChains; ++i) {
        Rng rng(childSeed(seed, static_cast<std::uint64_t>(i)));
        results.push_back(chain(rng));
    }
    return results;
}

Values column(const std::vector<MeanVariance>& results, double (*value)(const MeanVariance&))
{
    Values values;
    for (const MeanVariance& result : results)
        values.push_back(value(result));
    return values;
}

} // namespace

/// Theory against a plain simulation that shares no code with it or with the engine's families.
///
/// False alarms: seeds are fixed, so a test passes always or never; the probability that a right program
/// would fail at a seed picked at random is given at each check, and adds up to less than 1e-6 for the file.
class SimulationTest : public QObject
{
    Q_OBJECT

private:
    std::vector<MeanVariance> m_last; // generation 50 of each normal chain, unbiased, M = 100
    const std::vector<std::int64_t> m_sizes = std::vector<std::int64_t>(kGenerations + 1, kRows);

private Q_SLOTS:
    void initTestCase()
    {
        m_last = replicates(kSeed, [](Rng& rng) {
            MeanVariance model{0, static_cast<double>(kRows - 1) / kRows, static_cast<double>(kRows)};
            for (int g = 0; g <= kGenerations; ++g) {
                Values rows;
                appendNormals(rows, rng, kRows, model.mean, model.unbiased());
                model = fit(rows);
            }
            return model;
        });
    }

    // sigma_50^2 is nearly lognormal, so the standard deviation of one chain is taken from theory:
    // E sigma^4 = (1 + 2/(M-1))^51. At 8 standard errors the upper side fails by a single huge chain, ln
    // sigma^2 above 6.1 (6.5 deviations, 2,000 chains: 8e-8), the lower side with less than 1e-8 (sums of
    // positive values have Gaussian lower tails).
    void meanOfVariance()
    {
        const double deviation = std::sqrt(std::pow(1 + 2.0 / (kRows - 1), kGenerations + 1) - 1);
        const Values variances = column(m_last, [](const MeanVariance& m) { return m.unbiased(); });
        const double expected = expectedVariance({.sizes = m_sizes}).back();
        QVERIFY(standardErrors(variances, expected, deviation) < 8);
    }

    // A sum of 51 nearly normal terms: 6 standard errors, 2e-9.
    void meanOfLogVariance()
    {
        const Values logs = column(m_last, [](const MeanVariance& m) { return std::log(m.unbiased()); });
        const double deviation = std::sqrt(varianceOfLogVariance({.sizes = m_sizes}).back());
        QVERIFY(standardErrors(logs, expectedLogVariance({.sizes = m_sizes}).back(), deviation) < 6);
        QVERIFY(std::abs(std::sqrt(fit(logs).unbiased()) / deviation - 1) < 6 / std::sqrt(2.0 * kChains));
    }

    // The number of chains below the true median is Binomial(2000, 1/2), standard deviation 22.4: off by more
    // than 125 with probability 2e-8. The prediction's own error of 2e-5 moves it by 0.02.
    void medianOfVariance()
    {
        for (const double median : {medianVariance({.sizes = m_sizes}).back(),
                                    medianVarianceFirstOrder({.sizes = m_sizes}).back()}) {
            const auto below = std::count_if(m_last.begin(), m_last.end(), [median](const MeanVariance& m) {
                return m.unbiased() < median;
            });
            QVERIFY(std::abs(static_cast<double>(below) - kChains / 2.0) < 125);
        }
    }

    // One chain's risk has the standard deviation 1.17619, by the recursion over E[mu^2b sigma^a] (b <= 2, a
    // <= 4) that closes for this chain. Tails as for the variance: 8 standard errors, 1e-7.
    void meanRisk()
    {
        const Values risks = column(m_last, [](const MeanVariance& m) {
            const double spread = 1 - std::sqrt(m.unbiased());
            return m.mean * m.mean + spread * spread;
        });
        QVERIFY(standardErrors(risks, expectedRisk({.sizes = m_sizes}).back(), 1.17619) < 8);
    }

    // mu^2 has the standard deviation 0.92657 by the same recursion; 8 standard errors, 1e-7.
    void varianceOfTheMean()
    {
        const Values squares = column(m_last, [](const MeanVariance& m) { return m.mean * m.mean; });
        QVERIFY(standardErrors(squares, varianceOfMean({.sizes = m_sizes}).back(), 0.92657) < 8);
    }

    // Binomial(2000, 0.99^100 = 0.366), standard deviation 21.5: 6 of them, 2e-9.
    void stateLostInOneStep()
    {
        const auto lost = replicates(kSeed + 1, [](Rng& rng) {
            for (std::int64_t i = 0; i < kRows; ++i)
                if (rng.uniform() < 0.01)
                    return 0.0;
            return 1.0;
        });
        const double p = lossProbability(0.01, kRows);
        QVERIFY(standardErrors(lost, p, std::sqrt(p * (1 - p))) < 6);
    }

    // Ten equal states, each generation's rows copied from random rows of the one before. 1 - sum p^2 is
    // bounded and the survivors are few; 6 standard errors, below 1e-7 each with the skewness they have.
    void heterozygosityAndSurvivors()
    {
        const auto populations = replicates(kSeed + 2, [](Rng& rng) {
            std::vector<int> rows(kRows);
            std::generate(rows.begin(), rows.end(), [&rng] { return static_cast<int>(rng.below(10)); });
            for (int g = 1; g <= kGenerations; ++g) {
                const std::vector<int> before = rows;
                std::generate(rows.begin(), rows.end(), [&] { return before[rng.below(kRows)]; });
            }
            return rows;
        });
        Values differ, alive;
        for (const auto& rows : populations) {
            Values counts(10, 0.0);
            for (const int state : rows)
                counts[static_cast<std::size_t>(state)] += 1;
            const double same = std::inner_product(counts.begin(), counts.end(), counts.begin(), 0.0);
            differ.push_back(1 - same / static_cast<double>(kRows * kRows));
            alive.push_back(static_cast<double>(
                std::count_if(counts.begin(), counts.end(), [](double c) { return c > 0; })));
        }
        const Categorical truth{Vector::Constant(10, 0.1)};
        QVERIFY(standardErrors(differ, expectedHeterozygosity(truth, m_sizes).back()) < 6);
        QVERIFY(standardErrors(alive, expectedSurvivors(truth, kRows, kGenerations).back()) < 6);
    }

    // Rows are resampled rows plus noise of deviation h; v is their biased variance plus h^2. Mildly
    // skewed: 6.5 standard errors, below 1e-8.
    void kernelDensity()
    {
        constexpr double kBandwidth = 0.3;
        const std::vector<std::int64_t> sizes(21, 50);
        const auto models = replicates(kSeed + 3, [&](Rng& rng) {
            Values rows;
            appendNormals(rows, rng, 50, 0, 1);
            for (std::size_t g = 1; g < sizes.size(); ++g) {
                Values next;
                for (std::size_t i = 0; i < rows.size(); ++i)
                    next.push_back(rows[rng.below(rows.size())] + kBandwidth * rng.normal());
                rows = next;
            }
            return fit(rows);
        });
        const double added = kBandwidth * kBandwidth;
        const Values variances = column(models, [](const MeanVariance& m) { return m.biased; });
        const Values squares = column(models, [](const MeanVariance& m) { return m.mean * m.mean; });
        QVERIFY(standardErrors(variances, expectedResampledVariance(1, sizes, added).back() - added) < 6.5);
        QVERIFY(standardErrors(squares, varianceOfResampledMean(1, sizes, added).back()) < 6.5);
    }

    // As above: 6.5 standard errors, below 1e-8 each.
    void accumulate_data()
    {
        QTest::addColumn<bool>("isBiased");
        QTest::addColumn<int>("fitRows");
        QTest::newRow("unbiased") << false << 0;
        QTest::newRow("biased") << true << 0;
        QTest::newRow("unbiased, on a part of the pool") << false << 6;
        QTest::newRow("biased, on a part of the pool") << true << 6;
    }

    void accumulate()
    {
        QFETCH(bool, isBiased);
        QFETCH(int, fitRows);
        const std::vector<std::int64_t> newRows = {6, 5, 10, 5, 5, 5, 5, 5};
        const auto varianceOf = [isBiased](const MeanVariance& m) {
            return isBiased ? m.biased : m.unbiased();
        };
        const auto models = replicates(kSeed + 4, [&](Rng& rng) {
            Values pool;
            MeanVariance model;
            for (const auto count : newRows) {
                appendNormals(pool, rng, count, model.mean, pool.empty() ? 1.0 : 0.9 * varianceOf(model));
                const std::size_t used = fitRows > 0 ? static_cast<std::size_t>(fitRows) : pool.size();
                for (std::size_t i = 0; i < used; ++i)
                    std::swap(pool[i], pool[i + rng.below(pool.size() - i)]);
                model = fit({pool.begin(), pool.begin() + static_cast<std::ptrdiff_t>(used)});
            }
            return model;
        });
        const AccumulateLoop loop{.newRows = newRows,
                                  .divisor = isBiased ? Divisor::Biased : Divisor::Unbiased,
                                  .fitRows = fitRows,
                                  .lambda = 0.9};
        Values variances;
        for (const MeanVariance& model : models)
            variances.push_back(varianceOf(model));
        const Values squares = column(models, [](const MeanVariance& m) { return m.mean * m.mean; });
        QVERIFY(standardErrors(variances, expectedAccumulatedVariance(loop).back()) < 6.5);
        QVERIFY(standardErrors(squares, varianceOfAccumulatedMean(loop).back()) < 6.5);
    }

    // 12 of 20 original rows (without replacement), 5 fresh and 13 synthetic ones of lambda 0.9, to
    // generation 10. 6.5 standard errors, below 1e-8 each.
    void realAndFreshRows()
    {
        const RowCounts counts{.real = 12, .fresh = 5, .synthetic = 13};
        const auto models = replicates(kSeed + 5, [&](Rng& rng) {
            Values original;
            appendNormals(original, rng, 20, 0, 1);
            MeanVariance model = fit(original);
            for (int g = 1; g <= 10; ++g) {
                for (std::size_t i = 0; i < 12; ++i)
                    std::swap(original[i], original[i + rng.below(20 - i)]);
                Values rows(original.begin(), original.begin() + 12);
                appendNormals(rows, rng, counts.fresh, 0, 1);
                appendNormals(rows, rng, counts.synthetic, model.mean, 0.9 * model.unbiased());
                model = fit(rows);
            }
            return model;
        });
        const AnchoredMoments moments =
            anchoredMoments({.originalRows = 20, .lambda = 0.9}, std::vector<RowCounts>(10, counts));
        const Values variances = column(models, [](const MeanVariance& m) { return m.unbiased(); });
        const Values squares = column(models, [](const MeanVariance& m) { return m.mean * m.mean; });
        QVERIFY(standardErrors(variances, moments.variance.back()) < 6.5);
        QVERIFY(standardErrors(squares, moments.varianceOfMean.back()) < 6.5);
    }

    // Two features, 30 rows a fit, labels of the fit before: three fits by the normal equations. With
    // isotropic features the excess test error is |w - truth|^2, a sum of nearly exponential values; 8
    // standard errors, below 1e-10.
    void regressionOnItsOwnLabels()
    {
        constexpr double kNoise = 0.5;
        const auto errors = replicates(kSeed + 6, [](Rng& rng) {
            double w0 = 1, w1 = -2;
            for (int n = 0; n < 3; ++n) {
                double a = 0, b = 0, c = 0, p = 0, q = 0; // of X'X and X'y
                for (int i = 0; i < 30; ++i) {
                    const double x0 = rng.normal(), x1 = rng.normal();
                    const double y = w0 * x0 + w1 * x1 + std::sqrt(kNoise) * rng.normal();
                    a += x0 * x0, b += x0 * x1, c += x1 * x1, p += x0 * y, q += x1 * y;
                }
                const double determinant = a * c - b * b;
                w0 = (c * p - b * q) / determinant;
                w1 = (a * q - b * p) / determinant;
            }
            return (w0 - 1) * (w0 - 1) + (w1 + 2) * (w1 + 2);
        });
        const Curve expected = expectedTestError({.noiseVariance = kNoise, .inputs = 2, .sizes = {30, 30, 30}});
        QVERIFY(standardErrors(errors, expected[2]) < 8);
        QVERIFY(standardErrors(errors, expected[1]) > 8); // it can tell one fit from the next
    }
};

HARELOOM_TEST(SimulationTest)
#include "SimulationTest.moc"
