// SPDX-License-Identifier: GPL-3.0-or-later
// Image models on a device of LibTorch's, here the processor driven as a card is, against our own training.
#include "core/neural/image/DeviceVae.h"
#include "core/neural/image/VaeGenerator.h"
#include "core/neural/kernels/Rows.h"
#include "tests/TestProgram.h"
#include "tests/neural/VaeSettings.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::neural;

namespace {

DatasetPtr images(std::int64_t n, int pixels)
{
    Rng rng(5);
    Matrix rows(n, pixels);
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        for (Eigen::Index j = 0; j < rows.cols(); ++j)
            rows(i, j) = (i + j) % 3 == 0 ? 1 - 0.1 * rng.uniform() : 0.1 * rng.uniform();
    return std::make_shared<Table>(std::move(rows));
}

struct Trained
{
    std::shared_ptr<const std::vector<float>> weights;
    std::vector<double> losses;
};

Trained trainedOn(const std::string& device, const QString& network)
{
    VaeSettings config;
    config.network = *choiceOf(kImageNetworks, network.toStdString());
    config.hidden = 12;
    config.latent = 3;
    config.epochs = 2;
    config.batch = 32; // does not divide the rows
    DataShape shape;
    shape.width = shape.height = 8;
    VaeGenerator generator(config, config, shape);
    Trained trained;
    FitContext context;
    context.seed = 7;
    context.device = device;
    context.onTraining = [&](double, const TrainingProgress& p) { trained.losses.push_back(p.lossNats); };
    const auto fit = generator.fit(images(1000, 64), context);
    if (!fit)
        qFatal("%s", fit.error().message.c_str());
    trained.weights = std::dynamic_pointer_cast<const VaeSnapshot>(generator.snapshot())->weights();
    return trained;
}

} // namespace

class TorchVaeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trainingIsTheProcessors_data()
    {
        QTest::addColumn<QString>("network");
        QTest::newRow("dense") << "dense";
        QTest::newRow("convolutional") << "convolutional";
    }
    void trainingIsTheProcessors()
    {
        QFETCH(QString, network);
        const Trained wanted = trainedOn("cpu", network), found = trainedOn("torch:cpu", network);
        QCOMPARE(found.losses.size(), std::size_t{64});
        QCOMPARE(wanted.losses.size(), std::size_t{64});
        for (std::size_t i = 0; i < 64; ++i)
            QVERIFY2(std::abs(found.losses[i] - wanted.losses[i]) < 1e-4 * wanted.losses[i],
                     qPrintable(QString("%1: %2 for %3").arg(i).arg(found.losses[i]).arg(wanted.losses[i])));
        double worst = 0;
        for (std::size_t i = 0; i < wanted.weights->size(); ++i)
            worst =
                std::max(worst, std::abs(static_cast<double>((*found.weights)[i] - (*wanted.weights)[i])));
        QVERIFY2(worst < 1e-2, qPrintable(QString::number(worst)));
    }

    void partsOfABatchAddUpToIt_data() { trainingIsTheProcessors_data(); }
    void partsOfABatchAddUpToIt()
    {
        QFETCH(QString, network);
        VaeArchitecture architecture;
        architecture.network = *choiceOf(kImageNetworks, network.toStdString());
        architecture.width = architecture.height = 8;
        architecture.hidden = 12;
        architecture.latent = 3;
        const VaeMath math(architecture, "torch:cpu");
        TrainingPlan plan;
        plan.rows = 70;
        plan.batch = 32; // the last step has 6
        Matrix rows(plan.rows, 64);
        images(plan.rows, 64)->read(0, rows);
        const Floats pixels = floatsOf(rows);
        std::vector<std::vector<double>> losses;
        std::vector<Floats> ends;
        for (const std::int64_t atOnce : {32, 5}) {
            Floats weights(static_cast<std::size_t>(parameterCount(architecture)));
            Rng rng(3);
            for (float& weight : weights)
                weight = static_cast<float>(0.1 * rng.normal());
            auto& told = losses.emplace_back();
            plan.onStep = [&](const TrainingStep& step) { told.push_back(step.loss); };
            QVERIFY(trainVaeInParts("torch:cpu", math, weights, plan, atOnce, pixels.data(), 1, 9).ok());
            ends.push_back(weights);
        }
        QCOMPARE(losses[0].size(), std::size_t{3});
        QCOMPARE(losses[1].size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY2(std::abs(losses[1][i] / losses[0][i] - 1) < 1e-5,
                     qPrintable(QString("%1 for %2").arg(losses[1][i]).arg(losses[0][i])));
        // Adam makes of a gradient near 0 a step of the rate's size, whichever way it was rounded.
        double apart = 0;
        for (std::size_t i = 0; i < ends[0].size(); ++i)
            apart += std::abs(static_cast<double>(ends[1][i] - ends[0][i]));
        QVERIFY2(apart < 1e-6 * static_cast<double>(ends[0].size()), qPrintable(QString::number(apart)));
    }

    void aStopIsHeard()
    {
        VaeSettings config;
        config.network = ImageNetwork::Dense;
        config.hidden = 12;
        config.latent = 3;
        DataShape shape;
        shape.width = shape.height = 8;
        VaeGenerator generator(config, config, shape);
        const StopSource stop;
        FitContext context;
        context.device = "torch:cpu";
        context.stop = stop.token();
        const_cast<StopSource&>(stop).requestStop();
        const auto fit = generator.fit(images(40, 64), context);
        QVERIFY(!fit && fit.error().kind == ErrorKind::Stopped);
    }
};

HARELOOM_TEST(TorchVaeTest)
#include "TorchVaeTest.moc"
