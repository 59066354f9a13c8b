// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Discrete.h"
#include "core/metrics/Hellinger.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <numbers>

using namespace hareloom;

// Known answers were computed with mpmath at 30 digits from the definitions.
class DiscreteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers()
    {
        const Vector p{{0.5, 0.3, 0.2}};
        const Vector q{{0.2, 0.3, 0.5}};
        QVERIFY(isClose(entropyNats(p), 1.0296530140645735));
        QVERIFY(isClose(effectiveStates(p), std::exp(1.0296530140645735)));
        QVERIFY(isClose(heterozygosity(p), 1 - 0.25 - 0.09 - 0.04));
        QVERIFY(isClose(klDiscrete(p, q), 0.27488721956224652));
        QVERIFY(isClose(jsDiscrete(p, q), 0.066414314382281652));
        QCOMPARE(survivingStates(p), 3);
    }

    // From the definitions, with mpmath at 30 digits.
    void hellingerAndExtinctMass()
    {
        const Vector p{{0.5, 0.3, 0.2}}, q{{0.2, 0.3, 0.5}}, left{{0.0, 1.0, 0.0}};
        QVERIFY(isClose(hellingerDiscrete(p, q), 0.25989318568658970));
        QVERIFY(isClose(hellingerDiscrete(p, q), hellingerDiscrete(q, p)));
        QCOMPARE(hellingerDiscrete(p, p), 0.0);
        QCOMPARE(hellingerDiscrete(left, Vector{{0.5, 0.0, 0.5}}), 1.0);
        QVERIFY(isClose(hellingerDiscrete(p, left), std::sqrt(1 - std::sqrt(0.3))));
        QVERIFY(isClose(extinctMass(p, left), 0.7));
        QCOMPARE(extinctMass(p, q), 0.0);
        QVERIFY(std::isnan(extinctMass(p, Vector::Ones(1))) &&
                std::isnan(hellingerDiscrete(p, Vector::Ones(1))));
    }

    void equalStatesAreTheMostDiverse()
    {
        const Vector p = Vector::Constant(8, 0.125);
        QVERIFY(isClose(entropyNats(p), std::log(8.0)));
        QVERIFY(isClose(effectiveStates(p), 8));
        QVERIFY(isClose(heterozygosity(p), 0.875));
    }

    void oneStateLeftHasNoDiversity()
    {
        const Vector p{{0.0, 1.0, 0.0}};
        QCOMPARE(survivingStates(p), 1);
        QCOMPARE(entropyNats(p), 0.0);
        QCOMPARE(effectiveStates(p), 1.0);
        QCOMPARE(heterozygosity(p), 0.0);
    }

    void aDeadStateMakesForwardKlInfiniteAndReverseKlFinite()
    {
        const Vector truth{{0.5, 0.5}};
        const Vector model{{1.0, 0.0}};
        QVERIFY(std::isinf(klDiscrete(truth, model)));
        QVERIFY(isClose(klDiscrete(model, truth), std::numbers::ln2));
        // m = (3/4, 1/4): (ln(4/3) + (ln(2/3) + ln 2) / 2) / 2
        QVERIFY(isClose(jsDiscrete(truth, model), 0.5 * (std::log(4.0 / 3) + 0.5 * std::log(4.0 / 3))));
    }

    void divergencesOfEqualAndOfDisjointDistributions()
    {
        const Vector p{{1.0, 0.0}};
        const Vector q{{0.0, 1.0}};
        QCOMPARE(klDiscrete(p, p), 0.0);
        QCOMPARE(jsDiscrete(p, p), 0.0);
        QVERIFY(isClose(jsDiscrete(p, q), std::numbers::ln2));
    }

    void heldOutStates()
    {
        const Vector p{{0.75, 0.25, 0.0}};
        const Matrix seen{{0.0}, {0.0}, {1.0}};
        const Matrix extinct{{0.0}, {2.0}};
        const Matrix unknown{{3.0}};
        QVERIFY(isClose(nllDiscrete(p, seen), -(2 * std::log(0.75) + std::log(0.25)) / 3));
        QVERIFY(std::isinf(nllDiscrete(p, extinct)));
        QVERIFY(std::isnan(nllDiscrete(p, unknown)));
        QVERIFY(std::isnan(nllDiscrete(p, Matrix(0, 1))));
    }

    void differentLengthsAreNotComparable()
    {
        QVERIFY(std::isnan(klDiscrete(Vector::Ones(1), Vector::Ones(2))));
        QVERIFY(std::isnan(jsDiscrete(Vector::Ones(1), Vector::Ones(2))));
    }
};

HARELOOM_TEST(DiscreteTest)
#include "DiscreteTest.moc"
