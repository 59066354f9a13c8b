// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/AnchoredStates.h"
#include "core/base/Rng.h"
#include "core/theory/DiscreteTheory.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <numeric>

using namespace hareloom;

namespace {

using Rows = std::vector<int>;

/// The chance that two draws from the rows' frequencies differ.
double differs(const Rows& rows, int states)
{
    std::vector<double> counts(static_cast<std::size_t>(states), 0.0);
    for (const int state : rows)
        counts[static_cast<std::size_t>(state)] += 1;
    const double same = std::inner_product(counts.begin(), counts.end(), counts.begin(), 0.0);
    return 1 - same / std::pow(static_cast<double>(rows.size()), 2);
}

} // namespace

class AnchoredStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnchorsItIsTheReplacingLoop()
    {
        const Categorical truth{Vector{{0.5, 0.3, 0.2}}};
        const std::vector<std::int64_t> sizes = {40, 30, 30, 30};
        const Curve replaced = expectedHeterozygosity(truth, sizes);
        const Curve curve = anchoredHeterozygosity(truth, 40, std::vector<RowCounts>(3, {.synthetic = 30}));
        QCOMPARE(curve.size(), replaced.size());
        for (std::size_t g = 0; g < curve.size(); ++g)
            QVERIFY(isClose(curve[g], replaced[g]));
    }

    void freshRowsAloneForgetTheChain()
    {
        const Categorical truth{Vector{{0.5, 0.5}}};
        const Curve curve = anchoredHeterozygosity(truth, 10, std::vector<RowCounts>(2, {.fresh = 20}));
        QVERIFY(isClose(curve[0], 0.5 * 0.9) && isClose(curve[1], 0.5 * 0.95) &&
                isClose(curve[2], 0.5 * 0.95));
    }

    // All original rows again and nothing else: generation 0 again.
    void realRowsAloneAreGenerationZero()
    {
        const Categorical truth{Vector{{0.6, 0.4}}};
        const Curve curve = anchoredHeterozygosity(truth, 10, std::vector<RowCounts>(3, {.real = 10}));
        QVERIFY(isClose(curve[3], curve[0]));
    }

    // 4,000 chains with original rows, fresh rows and the model's, all three; 1 - sum p^2 is bounded, so that
    // its mean is normal to all purposes: 6 standard errors, a false alarm in less than one run in 10^8.
    void realFreshAndGeneratedRows()
    {
        constexpr int kChains = 4000, kStates = 6, kGenerations = 20;
        const Categorical truth{Vector{{0.4, 0.25, 0.15, 0.1, 0.06, 0.04}}};
        const RowCounts counts{.real = 7, .fresh = 4, .synthetic = 19};
        const auto drawn = [&truth](Rng& rng) {
            double left = rng.uniform();
            int state = 0;
            while (state + 1 < kStates && left >= truth.probabilities(state))
                left -= truth.probabilities(state++);
            return state;
        };
        double sum = 0, squares = 0;
        for (int chain = 0; chain < kChains; ++chain) {
            Rng rng(childSeed(20241124, static_cast<std::uint64_t>(chain)));
            Rows original(20);
            std::generate(original.begin(), original.end(), [&] { return drawn(rng); });
            Rows rows = original;
            for (int g = 1; g <= kGenerations; ++g) {
                for (std::size_t i = 0; i < 7; ++i)
                    std::swap(original[i], original[i + rng.below(20 - i)]);
                Rows next(original.begin(), original.begin() + 7);
                for (int i = 0; i < 4; ++i)
                    next.push_back(drawn(rng));
                for (int i = 0; i < 19; ++i)
                    next.push_back(rows[rng.below(rows.size())]);
                rows = next;
            }
            const double value = differs(rows, kStates);
            sum += value;
            squares += value * value;
        }
        const double mean = sum / kChains,
                     error = std::sqrt((squares / kChains - mean * mean) / (kChains - 1));
        const double expected =
            anchoredHeterozygosity(truth, 20, std::vector<RowCounts>(kGenerations, counts)).back();
        QVERIFY2(std::abs(mean - expected) < 6 * error,
                 qPrintable(QString("%1 +- %2, expected %3").arg(mean).arg(error).arg(expected)));
    }
};

HARELOOM_TEST(AnchoredStatesTest)
#include "AnchoredStatesTest.moc"
