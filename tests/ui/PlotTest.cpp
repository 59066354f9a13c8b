// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/Ink.h"
#include "ui/families/Faces.h"
#include "ui/plot/Clip.h"
#include "ui/plot/DensityCurve.h"
#include "ui/plot/GenerationCurve.h"
#include "ui/plot/PlotFrame.h"
#include "ui/plot/SteadyRange.h"
#include "ui/plot/ZoomWindow.h"
#include "ui/stage/ChainFan.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

#include <cmath>
#include <limits>
#include <random>
#include <utility>

using namespace hareloom;
using namespace hareloom::ui;

class PlotTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void logTicksKeepTheirDistance_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("upper half of a decade") << 0.37 << 1.04;
        QTest::newRow("a decade") << 1.0 << 9.9;
        QTest::newRow("across a power") << 0.6 << 7.0;
        QTest::newRow("narrow") << 0.96 << 1.03;
        QTest::newRow("very narrow") << 0.99991 << 1.00002;
        QTest::newRow("two powers") << 90.0 << 1100.0;
        QTest::newRow("large") << 2.1e7 << 8.9e7;
    }
    void logTicksKeepTheirDistance()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        const AxisRange range{low, high, true};
        for (const int most : {2, 4, 8}) {
            const auto ticks = niceTicks(range, most);
            QVERIFY2(!ticks.empty(), qPrintable(QString::number(most)));
            if (most >= 4)
                QVERIFY2(ticks.size() >= 2, qPrintable(QString::number(most)));
            for (std::size_t i = 1; i < ticks.size(); ++i) {
                QVERIFY(range.share(ticks[i].value) - range.share(ticks[i - 1].value) >= 0.74 / most);
                QVERIFY(ticks[i].label != ticks[i - 1].label);
            }
        }
    }

    void labelsTellNeighboursApart()
    {
        const auto ticks = niceTicks({71.30001, 71.30009, false}, 6);
        QVERIFY(ticks.size() >= 3);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            QVERIFY(ticks[i].label != ticks[i - 1].label);
    }

    void numbersAreRoundedToWhatTheySay()
    {
        QCOMPARE(numberText(9.999e-7), QStringLiteral("10⁻⁶"));
        QCOMPARE(numberText(9.94e-7), QStringLiteral("9.9×10⁻⁷"));
        QCOMPARE(numberText(1.7e9, 15), QStringLiteral("1.7×10⁹"));
        QCOMPARE(numberText(-2.5e-320), QStringLiteral("−2.5×10⁻³²⁰"));
        QCOMPARE(numberText(1e300), QStringLiteral("10³⁰⁰"));
    }

    void labelsAreShortenedWhereThatGainsSomething()
    {
        const auto shortened = [](double low, double high) {
            const AxisRange range{low, high, false};
            std::vector<Tick> ticks = niceTicks(range, 4);
            const QString offset = shortenLabels(ticks, range);
            QStringList labels;
            for (const Tick& tick : ticks)
                labels << tick.label;
            return offset + QStringLiteral(": ") + labels.join(QLatin1Char(' '));
        };
        QCOMPARE(shortened(0, 10), QStringLiteral(": 0 5 10"));
        QCOMPARE(shortened(1700000001, 1700000011), QStringLiteral("+1.7×10⁹: 5 10"));
        QCOMPARE(shortened(-1700000011, -1700000001), QStringLiteral("−1.7×10⁹: −10 −5"));
        QCOMPARE(shortened(1699999991, 1700000009), QStringLiteral("+1.7×10⁹: −5 0 5"));
        QCOMPARE(shortened(0.00595, 0.005951), QStringLiteral("+0.00595: 0 5×10⁻⁷ 10⁻⁶"));
        QCOMPARE(shortened(-1e300, 1e300), QStringLiteral(": −10³⁰⁰ −5×10²⁹⁹ 0 5×10²⁹⁹ 10³⁰⁰"));
    }

    /// Axes of any values: finite, ticks inside and in order, and every value of the range has a place.
    void axesOfAnyValuesAreSound()
    {
        const double kMost = std::numeric_limits<double>::max();
        const double values[] = {-kMost, -1e300, -1.7e9, -1,    -1e-300, 0,
                                 5e-324, 1e-300, 1,      1.7e9, 1e300,   kMost};
        for (const double low : values)
            for (const double high : values) {
                if (low > high)
                    continue;
                std::vector<AxisRange> ranges{padded(low, high, 0.08)};
                if (low > 0)
                    ranges.push_back(paddedLog(low, high, 0.06));
                for (const AxisRange& range : ranges) {
                    QVERIFY(std::isfinite(range.low) && std::isfinite(range.high) && range.low < range.high);
                    for (const double value : {low, high}) {
                        const double share = range.share(value);
                        QVERIFY2(share >= -1e-9 && share <= 1 + 1e-9, qPrintable(QString::number(share)));
                    }
                    const auto ticks = niceTicks(range, 5);
                    QVERIFY(ticks.size() <= 64);
                    for (std::size_t i = 1; i < ticks.size(); ++i)
                        QVERIFY(ticks[i].value > ticks[i - 1].value);
                }
            }
    }

    void zoomKeepsThePointUnderThePointer()
    {
        const AxisRange x{-4, 4, false}, y{1e-6, 1, true};
        const QPointF pointer(0.3, 0.8);
        const ZoomWindow whole;
        const ZoomWindow closer = whole.scaled(4, pointer, Qt::Horizontal | Qt::Vertical, false);
        QVERIFY(!closer.isWhole());
        QVERIFY(std::abs(closer.ofX(x).valueAt(0.3) - x.valueAt(0.3)) < 1e-12);
        QVERIFY(std::abs(std::log(closer.ofY(y).valueAt(0.8) / y.valueAt(0.8))) < 1e-9);
        QVERIFY(std::abs((closer.right - closer.left) - 0.25) < 1e-12);
        QVERIFY(closer.scaled(0.25, pointer, Qt::Horizontal | Qt::Vertical, false).isWhole());
    }

    void zoomStaysOnTheAxes()
    {
        ZoomWindow zoom;
        for (int i = 0; i < 100; ++i)
            zoom = zoom.scaled(3, {1, 1}, Qt::Horizontal, false);
        QVERIFY(std::abs(zoom.right - zoom.left - ZoomWindow::kNarrowest) < 1e-12);
        QCOMPARE(zoom.top - zoom.bottom, 1.0);
        zoom = zoom.moved({500, 0}, Qt::Horizontal, false);
        QVERIFY(zoom.right <= 1 && zoom.left < zoom.right);
        zoom = zoom.moved({-5000, 0}, Qt::Horizontal, false);
        QCOMPARE(zoom.left, 0.0);
    }

    void aBaseStaysWhereItIs()
    {
        const ZoomWindow zoom = ZoomWindow().scaled(4, {0.5, 0.9}, Qt::Horizontal | Qt::Vertical, true);
        QCOMPARE(zoom.bottom, 0.0);
        QVERIFY(std::abs(zoom.top - 0.25) < 1e-12);
        QCOMPARE(zoom.moved({0, 1}, Qt::Vertical, true), zoom);
    }

    void manyKernelsInThePlaneAreStampedFaithfully_data()
    {
        QTest::addColumn<double>("size"); // of the window
        QTest::newRow("the whole") << 8.0;
        QTest::newRow("a part, kernels reach in") << 2.0;
        QTest::newRow("narrower than a kernel") << 0.05;
    }
    void manyKernelsInThePlaneAreStampedFaithfully()
    {
        QFETCH(double, size);
        NormalMixture many;
        const int count = 3000;
        many.weights = Vector::Constant(count, 1.0 / count);
        many.means = Matrix(count, 2);
        for (int k = 0; k < count; ++k) {
            many.means(k, 0) = 1.5 * std::sin(k * 12.9898);
            many.means(k, 1) = std::cos(k * 78.233);
        }
        many.covariances = {(Matrix(2, 2) << 0.09, 0.04, 0.04, 0.06).finished()};
        NormalMixture exact = many;
        exact.covariances.assign(static_cast<std::size_t>(count), many.covariances.front()); // not binned
        const AxisRange x{0.3, 0.3 + size, false}, y{-0.2, -0.2 + 0.7 * size, false};
        const auto binned = densityMap(many, x, y, 64, 40), full = densityMap(exact, x, y, 64, 40);
        const float peak = *std::max_element(full.begin(), full.end());
        for (std::size_t i = 0; i < full.size(); ++i)
            QVERIFY2(std::abs(binned[i] - full[i]) < 0.02F * peak, qPrintable(QString::number(i)));
    }

    void segmentsAreCutAtTheEdges()
    {
        const QRectF area(0, 0, 10, 10);
        QCOMPARE(*clipped({2, 2, 5, 5}, area), QLineF(2, 2, 5, 5));
        QCOMPARE(*clipped({-5, 5, 15, 5}, area), QLineF(0, 5, 10, 5));
        QCOMPARE(*clipped({5, -10, 5, 5}, area), QLineF(5, 0, 5, 5));
        QVERIFY(!clipped({-5, 0, 0, 15.1}, area));
        QVERIFY(!clipped({11, 0, 11, 10}, area));
        QVERIFY(!clipped({0, 0, std::numeric_limits<double>::quiet_NaN(), 1}, area));
    }

    // A logarithmic axis has no place for 0: it is marked on the floor, where it is reached, and in no other case.
    void zeroHasAMarkOnALogarithmicAxis()
    {
        const auto inkAt = [](const std::vector<double>& values, bool isLog, int generation) {
            QImage image(200, 100, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            const PlotFrame plot(QRectF(10, 10, 180, 80), {{0, 9, false}, {}, {}},
                                 {{isLog ? 0.01 : -1, 1, isLog}, {}, {}});
            paintGenerationCurve(painter, plot, values, QPen(Qt::red, 1.8));
            painter.end();
            return fixtures::inkIn(image, QRectF(plot.x(generation) - 5, 78, 10, 14), Qt::red);
        };
        const std::vector<double> falls{1, 0.5, 0.2, 0.1, 0, 0, 0, 0, 0, 0}, stays(10, 0.5);
        QVERIFY(inkAt(falls, true, 4) > 8);                      // the triangle
        QVERIFY(inkAt(falls, true, 8) > 0);                      // on along the floor
        QVERIFY(inkAt(falls, true, 4) > inkAt(falls, true, 8));  // only where it is reached
        QCOMPARE(inkAt(falls, true, 1), 0);
        QCOMPARE(inkAt(stays, true, 4), 0);
        const double none = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(inkAt({1, 0.5, none, none, none, none, none, none, none, none}, true, 4), 0);
        QCOMPARE(inkAt(falls, false, 4), 0); // 0 has its place
    }

    // As a chart sees them while a run is shown step by step: the ends only move apart.
    void aSteadyAxisOnlyGrowsAndSeldom()
    {
        std::mt19937 random(7);
        for (int run = 0; run < 300; ++run) {
            double low = std::exp(std::uniform_real_distribution<double>(-9, 9)(random)), high = low;
            if (run % 3 == 0)
                low = high = -low;
            AxisRange last = steadyRange(std::pair(low, high));
            int changes = 0;
            for (int step = 0; step < 200; ++step) {
                const double more =
                    std::uniform_real_distribution<double>(0, 0.02)(random) * std::abs(high - low) +
                    0.002 * std::abs(low);
                (step % 2 ? high : low) += step % 2 ? more : -more;
                const AxisRange now = steadyRange(std::pair(low, high));
                QVERIFY(now.low <= low && now.high >= high && now.low < now.high);
                QVERIFY2(now.low <= last.low && now.high >= last.high,
                         qPrintable(QStringLiteral("%1 to %2").arg(low).arg(high)));
                changes += now == last ? 0 : 1;
                last = now;
            }
            QVERIFY2(changes < 20, qPrintable(QString::number(changes)));
        }
        QCOMPARE(steadyRange(std::nullopt), (AxisRange{0, 1, false}));
        QCOMPARE(steadyRange(std::pair(0.3, 0.9)), (AxisRange{0, 1, false}));
        QCOMPARE(steadyLogRange(0.02, 5), (AxisRange{0.01, 10, true}));
        QCOMPARE(steadyLogRange(10, 10), (AxisRange{10, 100, true}));
    }

    void theFanHasTheQuantilesOfItsChains()
    {
        History history;
        std::vector<double> third;
        const auto first = fixtures::normalChain(6, 20, 100, 21);
        const auto quantities =
            withMetrics(faceOf("gaussian").quantities(*first.front()->snapshot, {}), *first.front());
        QCOMPARE(quantities.front().key, std::string("standardDeviation"));
        ChainFan fan(quantities.front(), 21, 21); // the second of two variants
        for (int chain = 0; chain < 42; ++chain)
            for (const GenerationPtr& link :
                 fixtures::normalChain(chain % 2 ? 6 : 4, 20, 100 + static_cast<unsigned>(chain), chain)) {
                history.add(link);
                fan.update(history); // as they arrive
                if (chain >= 21 && link->index == 3)
                    third.push_back(std::sqrt(link->metric("variance")));
            }
        std::sort(third.begin(), third.end());
        QCOMPARE(fan.counted(3), 21);
        QCOMPARE(fan.counted(5), 11);
        QCOMPARE(fan.generations(), 6);
        for (std::size_t level = 0; level < 5; ++level) // of 21 values each of these is one of them
            QVERIFY(std::abs(fan.at(3)[level] -
                             third[static_cast<std::size_t>(ChainFan::kLevels[level] * 20 + 0.5)]) < 1e-12);
        QVERIFY(std::isnan(fan.at(6)[0]));
    }
};

HARELOOM_UI_TEST(PlotTest)
#include "PlotTest.moc"
