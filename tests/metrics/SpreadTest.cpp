// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Spread.h"
#include "core/base/Quantile.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace hareloom;

namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
} // namespace

class SpreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // By hand: of 0 ... 20 each level falls on a value, and the variance is 21 * 22 / 12.
    void ofWholeNumbers()
    {
        std::vector<double> values;
        for (int i = 20; i >= 0; --i)
            values.push_back(i);
        const Spread spread = spreadOf(values);
        QCOMPARE(spread.count, std::int64_t(21));
        QCOMPARE(spread.mean, 10.0);
        QCOMPARE(spread.standardError, std::sqrt(38.5 / 21));
        const std::array<double, 7> quantiles = {1, 2, 5, 10, 15, 18, 19};
        for (std::size_t i = 0; i < quantiles.size(); ++i)
            QCOMPARE(spread.quantiles[i], quantiles[i]);
    }

    void whatIsNotDefinedIsLeftOut()
    {
        const Spread spread = spreadOf({kNaN, 3, kNaN});
        QCOMPARE(spread.count, std::int64_t(1));
        QCOMPARE(spread.mean, 3.0);
        QVERIFY(std::isnan(spread.standardError));
        QCOMPARE(spread.quantiles.front(), 3.0);
        const Spread none = spreadOf({kNaN});
        QCOMPARE(none.count, std::int64_t(0));
        QVERIFY(std::isnan(none.mean) && std::isnan(none.standardError) && std::isnan(none.quantiles[3]));
    }

    // A collapsed model may be infinitely far: some quantiles are still finite.
    void infinitiesHaveQuantiles()
    {
        const Spread spread = spreadOf({1, 2, 3, kInfinity});
        QCOMPARE(spread.mean, kInfinity);
        QVERIFY(std::isnan(spread.standardError));
        QCOMPARE(spread.quantiles[3], 2.5);
        QCOMPARE(spread.quantiles[6], kInfinity);
        QCOMPARE(quantileOf({-kInfinity, 5}, 0.5), -kInfinity);
        QCOMPARE(quantileOf({-kInfinity, -kInfinity}, 0.5), -kInfinity);
        QCOMPARE(quantileOf({kInfinity, kInfinity}, 0.3), kInfinity);
        QVERIFY(std::isnan(quantileOf({-kInfinity, kInfinity}, 0.5)));
    }
};

HARELOOM_TEST(SpreadTest)
#include "SpreadTest.moc"
