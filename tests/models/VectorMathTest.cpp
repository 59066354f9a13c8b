// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/VectorMath.h"
#include "core/base/Rng.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace hareloom;

class VectorMathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Over all exponents, and close to 1, where a logarithm loses its digits.
    void logarithmIsThatOfTheLibrary()
    {
        Rng rng(1);
        for (int i = 0; i < 300'000; ++i) {
            const double u =
                i % 3 == 0 ? 1 + (rng.uniform() - 0.5) * std::exp2(-static_cast<double>(rng.below(50)))
                           : std::exp2(static_cast<double>(rng.below(2040)) - 1020) * (1 + rng.uniform());
            const double exact = std::log(u);
            const double error = std::abs(vec::log(u) - exact);
            QVERIFY2(error <= 1e-16 + 2.3e-16 * std::abs(exact), qPrintable(QString::number(u, 'g', 17)));
        }
        QCOMPARE(vec::log(1.0), 0.0);
    }

    void exponentialIsThatOfTheLibrary()
    {
        Rng rng(2);
        for (int i = 0; i < 300'000; ++i) {
            const double x = -rng.uniform() * (i % 2 ? 707.9 : 1.0);
            const double exact = std::exp(x);
            QVERIFY2(std::abs(vec::expOfNegative(x) - exact) <= 1e-15 * exact,
                     qPrintable(QString::number(x, 'g', 17)));
        }
        QCOMPARE(vec::expOfNegative(0.0), 1.0);
        QCOMPARE(vec::expOfNegative(-708.5), 0.0);
        QCOMPARE(vec::expOfNegative(-std::numeric_limits<double>::infinity()), 0.0);
    }

    void lanesGiveTheSameBytes()
    {
        Rng rng(3);
        for (int i = 0; i < 1000; ++i) {
            vec::Lanes x{};
            for (int k = 0; k < vec::kLanes; ++k)
                x[k] = rng.uniformPositive();
            const vec::Lanes logarithms = vec::log(x), exponentials = vec::expOfNegative(vec::Lanes(-20 * x));
            for (int k = 0; k < vec::kLanes; ++k) {
                QCOMPARE(logarithms[k], vec::log(static_cast<double>(x[k])));
                QCOMPARE(exponentials[k], vec::expOfNegative(-20 * static_cast<double>(x[k])));
            }
        }
    }
};

HARELOOM_TEST(VectorMathTest)
#include "VectorMathTest.moc"
