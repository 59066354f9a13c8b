// SPDX-License-Identifier: GPL-3.0-or-later
// The denoising network against what is known of it: its gradient, its noise levels, its drawing, a fit of a
// normal.
#include "core/base/Rng.h"
#include "core/neural/diffusion/Denoiser.h"
#include "core/neural/diffusion/DiffusionGenerator.h"
#include "tests/TestProgram.h"
#include "tests/models/Fits.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::neural;

namespace {

Floats normals(Seed seed, std::size_t count, double scale = 1)
{
    std::vector<double> drawn(count);
    fillNormals(seed, 0, drawn);
    Floats values(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = static_cast<float>(scale * drawn[i]);
    return values;
}

FitContext context(Seed seed)
{
    FitContext made;
    made.seed = seed;
    made.threads = 2;
    return made;
}

} // namespace

class DiffusionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // By differences in single precision, whose own error is of the order of 1e-3.
    void theGradientIsThatOfTheLoss()
    {
        const Denoiser denoiser({.dimension = 3, .units = 8, .layers = 2});
        const auto all = static_cast<std::size_t>(parameterCount(denoiser.architecture()));
        Floats weights = normals(1, all, 0.3), gradient(all);
        const Floats clean = normals(2, 5 * 3), noise = normals(3, 5 * 3);
        const int levels[] = {0, 250, 500, 750, 999};
        const Denoiser::Batch batch{5, clean.data(), noise.data(), levels};
        denoiser.lossAndGradient(weights.data(), batch, gradient.data());
        Floats unused(all);
        for (std::size_t i = 0; i < all; i += 7) {
            constexpr float kStep = 0.02F;
            const float kept = weights[i];
            weights[i] = kept + kStep;
            const double above = denoiser.lossAndGradient(weights.data(), batch, unused.data());
            weights[i] = kept - kStep;
            const double below = denoiser.lossAndGradient(weights.data(), batch, unused.data());
            weights[i] = kept;
            const double expected = (above - below) / (2 * double(kStep));
            QVERIFY2(std::abs(double(gradient[i]) - expected) < 5e-3 * (1 + std::abs(expected)),
                     qPrintable(QString("%1: %2, expected %3").arg(i).arg(gradient[i]).arg(expected)));
        }
    }

    // Ho et al. 2020: of the row 4e-5 is left at level 1,000. Nichol and Dhariwal 2021, eq. 17 at the middle.
    void theLevelsAreThoseOfThePapers()
    {
        const NoiseLevels linear(NoiseSchedule::Linear), cosine(NoiseSchedule::Cosine);
        QVERIFY(std::abs(std::pow(double(linear.signal(999)), 2) - 4.036e-5) < 1e-7);
        const auto squared = [](double time) {
            return std::pow(std::cos((time + 0.008) / 1.008 * M_PI / 2), 2);
        };
        QVERIFY(std::abs(std::pow(double(cosine.signal(499)), 2) - squared(0.5) / squared(0)) < 1e-5);
        for (const NoiseLevels* levels : {&linear, &cosine})
            for (int level = 0; level < NoiseLevels::kLevels; ++level) {
                const double s = double(levels->signal(level)), n = double(levels->noise(level));
                QVERIFY(std::abs(s * s + n * n - 1) < 1e-5);
                QVERIFY(level == 0 || levels->signal(level) < levels->signal(level - 1));
            }
        const std::vector<int> through = NoiseLevels::drawnThrough(20);
        QCOMPARE(through.size(), std::size_t(20));
        QVERIFY(std::is_sorted(through.rbegin(), through.rend()) && through.front() < 1000 &&
                through.back() >= 0);
    }

    // With weights of 0 the network is exact for a standard normal: a row of noise only narrows, by what the
    // steps leave of it. 20 steps leave 98.66% of the variance, by the recursion in double precision; without
    // the extrapolation 88.5%.
    void anExactNetworkNarrowsByItsSteps()
    {
        const Denoiser denoiser({.dimension = 2, .units = 4, .layers = 1, .drawSteps = 20});
        const Floats weights(static_cast<std::size_t>(parameterCount(denoiser.architecture())), 0.0F);
        const Floats noise = normals(4, 10);
        Floats drawn = noise;
        denoiser.draw(weights.data(), 1e9F, 5, drawn.data());
        for (std::size_t i = 0; i < drawn.size(); ++i)
            QVERIFY(std::abs(std::pow(double(drawn[i] / noise[i]), 2) - 0.9866) < 1e-3);
        drawn = noise;
        denoiser.draw(weights.data(), 0.5F, 5, drawn.data());
        QVERIFY(std::all_of(drawn.begin(), drawn.end(), [](float x) { return std::abs(x) <= 0.5F; }));
    }

    // A normal with unlike scales comes back. Its 2,000 rows know their own mean to 0.022 and their deviation
    // to 0.016 standard deviations; the rest is the network's, on this seed.
    void itLearnsANormal()
    {
        Matrix rows = normalRows(2000, 2, 5);
        rows.col(0) = (rows.col(0).array() * 0.1 + 3).matrix();
        rows.col(1) = (rows.col(1).array() * 20 - 100).matrix();
        DiffusionGenerator generator({.dimension = 2, .units = 64, .layers = 2}, 1000);
        QVERIFY(generator.fit(tableOf(rows), context(6)));
        const Matrix drawn = *toMatrix(*generator.sample(4000, 7, {}, {}));
        for (int j = 0; j < 2; ++j) {
            const double mean = drawn.col(j).mean(),
                         deviation = std::sqrt((drawn.col(j).array() - mean).square().mean());
            const double true0 = j == 0 ? 3 : -100, true1 = j == 0 ? 0.1 : 20;
            QVERIFY2(std::abs(mean - true0) < 0.12 * true1, qPrintable(QString::number(mean)));
            QVERIFY2(std::abs(deviation / true1 - 1) < 0.12, qPrintable(QString::number(deviation)));
        }
    }

    // Two rows and a network that can hold them: it draws nothing else.
    void itCopiesWhereThereIsLittleToLearn()
    {
        Matrix rows(2, 2);
        rows << -1, 0, 1, 0.5;
        DiffusionGenerator generator({.dimension = 2, .units = 64, .layers = 2}, 1000);
        QVERIFY(generator.fit(tableOf(rows), context(8)));
        const auto snapshot = std::dynamic_pointer_cast<const DiffusionSnapshot>(generator.snapshot());
        QVERIFY2(snapshot->view().values.at("copiedShare") > 0.95,
                 qPrintable(QString::number(snapshot->view().values.at("copiedShare"))));
        const DiffusionView& view = snapshot->view();
        for (Eigen::Index i = 0; i < view.drawn.rows(); ++i)
            QVERIFY(view.nearest.row(i) == rows.row(0) || view.nearest.row(i) == rows.row(1));
    }

    void imagesStayWithinTheirTones()
    {
        Matrix rows = (normalRows(50, 16, 9).array() * 0.4 + 0.5).cwiseMax(0).cwiseMin(1).matrix();
        rows.col(3).setZero(); // blank in every image, and so in those that are drawn
        DiffusionGenerator generator({.dimension = 16, .width = 4, .height = 4, .units = 16, .layers = 2},
                                     50);
        QVERIFY(generator.fit(tableOf(rows), context(10)));
        const Matrix drawn = *toMatrix(*generator.sample(300, 11, {}, {}));
        QVERIFY(drawn.minCoeff() >= 0 && drawn.maxCoeff() <= 1 && drawn.col(3).isZero());
    }

    void rowsWithoutFiniteVarianceAreRefused()
    {
        Matrix rows = normalRows(4, 1, 12) * 1e300;
        DiffusionGenerator generator({.dimension = 1, .units = 4, .layers = 1}, 2);
        const auto report = generator.fit(tableOf(rows), context(13));
        QVERIFY(!report && report.error().kind == ErrorKind::InvalidData);
    }
};

HARELOOM_TEST(DiffusionTest)
#include "DiffusionTest.moc"
