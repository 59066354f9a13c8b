// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/image/Classifier.h"
#include "core/neural/image/VaeGenerator.h"
#include "core/neural/image/VaeMath.h"
#include "core/neural/kernels/PixelLoss.h"
#include "tests/TestProgram.h"
#include "tests/neural/VaeSettings.h"

#include <QElapsedTimer>
#include <QtTest>

#include <cmath>
#include <numbers>
#include <thread>

using namespace hareloom;
using namespace hareloom::neural;

namespace {

VaeArchitecture dense(int side = 4, int latent = 3, int hidden = 8)
{
    return {ImageNetwork::Dense, side, side, latent, hidden};
}

VaeArchitecture paper()
{
    return {ImageNetwork::Convolutional, 28, 28, 20, 1};
}

Floats randomFloats(std::size_t count, Seed seed, double scale, bool uniform = false)
{
    Rng rng(seed);
    Floats values(count);
    for (float& value : values)
        value = static_cast<float>(scale * (uniform ? rng.uniform() : rng.normal()));
    return values;
}

struct Problem
{
    explicit Problem(const VaeArchitecture& a, std::int64_t count = 4)
        : math(a, "cpu"),
          parameters(randomFloats(static_cast<std::size_t>(parameterCount(a)), 1, 0.05)),
          images(randomFloats(static_cast<std::size_t>(count * a.pixels()), 2, 1, true)),
          noise(randomFloats(static_cast<std::size_t>(count * a.latent), 3, 1)),
          rows(count)
    {
    }
    VaeMath::Batch batch() const { return {rows, images.data(), noise.data()}; }

    VaeMath math;
    Floats parameters, images, noise;
    std::int64_t rows;
};

DatasetPtr images(std::int64_t n, int pixels)
{
    Rng rng(5);
    Matrix rows(n, pixels);
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        for (Eigen::Index j = 0; j < rows.cols(); ++j)
            rows(i, j) = rng.uniform() < 0.3 + 0.4 * ((i + j) % 2) ? 1 : 0;
    return std::make_shared<Table>(std::move(rows));
}

} // namespace

class VaeTest : public QObject
{
    Q_OBJECT

    static void networks()
    {
        QTest::addColumn<QString>("network");
        QTest::newRow("dense") << "dense";
        QTest::newRow("convolutional") << "convolutional";
    }
    static VaeArchitecture chosen()
    {
        QFETCH_GLOBAL(QString, network);
        return network == "dense" ? dense() : VaeArchitecture{ImageNetwork::Convolutional, 8, 8, 3, 1};
    }

private Q_SLOTS:
    void initTestCase_data() { networks(); }

    // With all parameters 0 each pixel's chance is 1/2, and the latent distribution is the prior.
    void zeroParametersHaveAKnownLoss()
    {
        const Problem problem(chosen());
        const Floats zero(problem.parameters.size());
        const Terms terms = problem.math.loss(zero.data(), problem.batch());
        const double expected = 4 * problem.math.architecture().pixels() * std::numbers::ln2;
        QVERIFY(std::abs(terms[0] - expected) < 1e-4 * expected);
        QCOMPARE(terms[1], 0.0);
    }

    // Along its own gradient each array changes the loss by the gradient's length. Central differences in
    // 32-bit numbers: an error of 3% is far above rounding, and far below what a wrong term makes.
    void theGradientIsTheLosssSlope()
    {
        const Problem problem(chosen());
        constexpr double kBeta = 0.7, kStep = 1e-2;
        Floats gradient(problem.parameters.size());
        problem.math.lossAndGradient(problem.parameters.data(), problem.batch(), kBeta, gradient.data());
        for (const ParameterShape& array : parametersOf(problem.math.architecture())) {
            double square = 0;
            for (std::int64_t i = array.offset; i < array.offset + array.size(); ++i)
                square += std::pow(gradient[static_cast<std::size_t>(i)], 2);
            const double length = std::sqrt(square);
            const auto lossAt = [&](double step) {
                Floats moved = problem.parameters;
                for (std::int64_t i = array.offset; i < array.offset + array.size(); ++i)
                    moved[static_cast<std::size_t>(i)] +=
                        static_cast<float>(step * gradient[static_cast<std::size_t>(i)] / length);
                const Terms terms = problem.math.loss(moved.data(), problem.batch());
                return terms[0] + kBeta * terms[1];
            };
            const double slope = (lossAt(kStep) - lossAt(-kStep)) / (2 * kStep);
            QVERIFY2(length > 0.01 && std::abs(slope - length) < 0.03 * length + 0.02,
                     qPrintable(QString("%1: %2 and %3").arg(array.name.c_str()).arg(length).arg(slope)));
        }
    }

    // Against the plain formulas in doubles, also far out, where e^x alone would overflow.
    void thePixelsLossIsTheFormulas()
    {
        constexpr std::int64_t kCount = 5003; // not a whole number of steps
        Floats logits(kCount), pixels = randomFloats(kCount, 5, 1, true);
        Rng rng(6);
        for (std::size_t i = 0; i < logits.size(); ++i)
            logits[i] = static_cast<float>((i % 7 == 0 ? 60 : 4) * rng.normal());
        Floats gradient = logits;
        const double loss = crossEntropyAndGradient(gradient.data(), pixels.data(), kCount);
        double expected = 0;
        for (std::size_t i = 0; i < logits.size(); ++i) {
            const double l = logits[i], x = pixels[i];
            expected += std::max(l, 0.0) - l * x + std::log1p(std::exp(-std::abs(l)));
            QVERIFY(std::abs(gradient[i] - (1 / (1 + std::exp(-l)) - x)) < 3e-7);
        }
        QVERIFY2(std::abs(loss - expected) < 1e-6 * expected, qPrintable(QString::number(loss - expected)));
        for (const float bad : {std::nanf(""), INFINITY, -INFINITY}) {
            gradient = logits;
            gradient[17] = bad;
            QVERIFY(!std::isfinite(crossEntropyAndGradient(gradient.data(), pixels.data(), kCount)));
        }
    }

    void shardsAddUpToTheBatch()
    {
        const Problem problem(chosen());
        const VaeArchitecture& a = problem.math.architecture();
        Floats whole(problem.parameters.size()), part(whole.size()), sum(whole.size());
        const Terms all =
            problem.math.lossAndGradient(problem.parameters.data(), problem.batch(), 1, whole.data());
        Terms added{};
        for (int half = 0; half < 2; ++half) {
            const Terms terms =
                problem.math.lossAndGradient(problem.parameters.data(),
                                             {2, problem.images.data() + half * 2 * a.pixels(),
                                              problem.noise.data() + half * 2 * a.latent},
                                             1, part.data());
            added = {added[0] + terms[0], added[1] + terms[1]};
            for (std::size_t i = 0; i < sum.size(); ++i)
                sum[i] += part[i];
        }
        QVERIFY(std::abs(added[0] - all[0]) < 1e-3 && std::abs(added[1] - all[1]) < 1e-3);
        for (std::size_t i = 0; i < sum.size(); ++i)
            QVERIFY(std::abs(sum[i] - whole[i]) < 1e-3F + 1e-3F * std::abs(whole[i]));
    }

    // With 8 bits of a factor instead of 24, each array's gradient still points where it did: the cosine
    // between both. Nothing here is drawn anew, so there is no false alarm.
    void roundedFactorsLeaveTheGradientsDirection()
    {
        const Problem problem(chosen(), 32);
        const VaeMath half(problem.math.architecture(), "cpu", Precision::Bf16);
        Floats exact(problem.parameters.size()), rounded(exact.size());
        const Terms expected =
            problem.math.lossAndGradient(problem.parameters.data(), problem.batch(), 1, exact.data());
        const Terms terms =
            half.lossAndGradient(problem.parameters.data(), problem.batch(), 1, rounded.data());
        QVERIFY(exact != rounded);
        QVERIFY2(std::abs(terms[0] / expected[0] - 1) < 0.01,
                 qPrintable(QString::number(terms[0] / expected[0])));
        for (const ParameterShape& array : parametersOf(problem.math.architecture())) {
            double product = 0, square = 0, squareRounded = 0;
            for (std::int64_t i = array.offset; i < array.offset + array.size(); ++i) {
                const double a = exact[static_cast<std::size_t>(i)], b = rounded[static_cast<std::size_t>(i)];
                product += a * b;
                square += a * a;
                squareRounded += b * b;
            }
            const double cosine = product / std::sqrt(square * squareRounded);
            QVERIFY2(cosine > 0.99, qPrintable(QString("%1: %2").arg(array.name.c_str()).arg(cosine)));
        }
    }

    void thePrecisionIsChosenOnceAndTold()
    {
        const VaeArchitecture a = chosen();
        for (const char* wanted : {"fp32", "bf16", "auto"}) {
            VaeSettings config;
            config.network = a.network, config.latent = a.latent, config.epochs = 1,
            config.precision = *choiceOf(kNumberFormats, wanted);
            VaeGenerator generator(config, config, {a.pixels(), 0, a.width, a.height});
            QVERIFY(generator.fit(images(100, a.pixels()), {}));
            const std::string told(wordOf(kNumberFormats, asVae(*generator.snapshot())->view().precision.value()));
            QVERIFY2(told == wanted || (wanted == std::string("auto") && (told == "fp32" || told == "bf16")),
                     told.c_str());
        }
    }

    void draftsShowTheTrainingsImages()
    {
        const VaeArchitecture a = chosen();
        VaeSettings config;
        config.network = a.network, config.latent = a.latent, config.epochs = 1;
        VaeGenerator generator(config, config, {a.pixels(), 0, a.width, a.height});
        std::vector<SnapshotPtr> drafts;
        FitContext context;
        context.onDraft = [&](const SnapshotPtr& draft) { drafts.push_back(draft); };
        QVERIFY(generator.fit(images(400, a.pixels()), context));
        QVERIFY(!drafts.empty()); // one after the first step
        const VaeSnapshot &draft = *asVae(*drafts.front()), &end = *asVae(*generator.snapshot());
        QVERIFY(draft.architecture() == end.architecture() && !draft.isComplete());
        QCOMPARE(draft.wallImages(), end.wallImages());
        QVERIFY(draft.view().wall != end.view().wall);

        VaeGenerator unseen(config, config, {a.pixels(), 0, a.width, a.height});
        QVERIFY(unseen.fit(images(400, a.pixels()), {}));
        QVERIFY(*asVae(*unseen.snapshot())->weights() == *end.weights()); // who looks changes nothing
    }

    // Adam's first step moves each parameter by the learning rate against its gradient's sign.
    void adamsFirstStepIsTheLearningRate()
    {
        Floats parameters = {1, 2, 3};
        TrainingPlan plan;
        plan.rows = plan.batch = 2;
        plan.learningRate = 0.5;
        const auto done = train(parameters, plan, [](const float*, const Shard& shard, float* gradient) {
            gradient[0] = 4, gradient[1] = -0.01F, gradient[2] = 0;
            return Terms{static_cast<double>(shard.rows.size()), 0};
        });
        QVERIFY(done.ok());
        QCOMPARE((*done)[0], 1.0);
        QVERIFY(std::abs(parameters[0] - 0.5F) < 1e-6F && std::abs(parameters[1] - 2.5F) < 1e-5F);
        QCOMPARE(parameters[2], 3.0F);
    }

    void trainingLowersTheLoss()
    {
        const VaeArchitecture a = chosen();
        VaeSettings config;
        config.network = a.network;
        config.latent = a.latent, config.hidden = 32, config.epochs = 12, config.batch = 32;
        VaeGenerator generator(config, config, {a.pixels(), 0, a.width, a.height});
        FitContext context;
        std::vector<double> losses;
        context.onTraining = [&](double, const TrainingProgress& progress) {
            if (progress.epoch > static_cast<int>(losses.size()))
                losses.push_back(progress.lossNats);
        };
        QVERIFY(generator.fit(images(400, a.pixels()), context));
        QCOMPARE(losses.size(), std::size_t{12});
        QVERIFY(losses.back() < 0.98 * losses.front());
    }

    void aDivergedTrainingSaysSoAndTheOldFitSurvives()
    {
        const VaeArchitecture a = chosen();
        VaeSettings config;
        config.network = a.network, config.latent = a.latent, config.epochs = 1;
        const DataShape shape{a.pixels(), 0, a.width, a.height};
        VaeGenerator sound(config, config, shape);
        QVERIFY(sound.fit(images(100, a.pixels()), {}));
        config.learningRate = 10, config.epochs = 200, config.batch = 8;
        VaeGenerator wild(config, config, shape);
        QVERIFY(wild.restore(sound.snapshot()));
        const auto report = wild.fit(images(400, a.pixels()), {});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::InvalidData);
        QVERIFY2(report.error().message.find("learningRate") != std::string::npos,
                 report.error().message.c_str());
        QVERIFY(wild.snapshot() == sound.snapshot());
    }

    void aTrainingStopsAtOnce()
    {
        const VaeArchitecture a = paper();
        VaeSettings config;
        config.network = ImageNetwork::Convolutional;
        VaeGenerator generator(config, config, {a.pixels(), 0, 28, 28});
        StopSource stop;
        FitContext context;
        context.stop = stop.token();
        QElapsedTimer sinceStop;
        context.onTraining = [&](double fraction, const TrainingProgress&) {
            if (fraction > 0 && !stop.stopRequested()) {
                sinceStop.start();
                stop.requestStop();
            }
        };
        const auto report = generator.fit(images(2000, a.pixels()), context);
        QCOMPARE(report.error().kind, ErrorKind::Stopped);
        QVERIFY(!generator.snapshot());
        QVERIFY2(sinceStop.elapsed() < 2000, "ten times what it takes at most beside other work");
    }

    void pixelsOutsideTheirRangeAreRefused()
    {
        VaeSettings config;
        VaeGenerator generator(config, config, {16, 0, 4, 4});
        const auto report = generator.fit(std::make_shared<Table>(Matrix::Constant(5, 16, 1.5)), {});
        QCOMPARE(report.error().kind, ErrorKind::InvalidData);
    }

    void anUnusableDeviceIsRefusedWithAReason()
    {
        VaeSettings config;
        VaeGenerator generator(config, config, {16, 0, 4, 4});
        FitContext context;
        context.device = "cuda:99";
        const auto report = generator.fit(images(10, 16), context);
        QVERIFY(!report && report.error().message.find("cuda:99") != std::string::npos);
    }

    // Two kinds of stripes: a classifier that does not tell them apart is broken.
    void theClassifierLearnsAndIsTheSameOnAnyThreads()
    {
        ImageSet set;
        set.width = set.height = 6;
        set.classNames = {"rows", "columns"};
        Rng rng(9);
        for (int i = 0; i < 1400; ++i) {
            const bool columns = rng.below(2) == 1;
            set.labels.push_back(columns ? 1 : 0);
            for (int y = 0; y < 6; ++y)
                for (int x = 0; x < 6; ++x)
                    set.pixels.push_back(
                        static_cast<std::uint8_t>(((columns ? x : y) % 2 ? 200 : 30) + rng.below(50)));
        }
        FitContext one, two;
        two.threads = 2;
        const auto first = Classifier::trained(set, one), second = Classifier::trained(set, two);
        QVERIFY(first && second);
        QVERIFY((*first)->accuracy() > 0.99);
        Matrix rows(200, 36);
        ImageRows(std::make_shared<ImageSet>(set)).read(0, rows);
        QVERIFY((*first)->classify(rows).features == (*second)->classify(rows).features);
    }
};

HARELOOM_TEST(VaeTest)
#include "VaeTest.moc"
