// SPDX-License-Identifier: GPL-3.0-or-later
// Image models on a device of LibTorch's, here the processor driven as a card is, against our own training.
#include "core/neural/VaeGenerator.h"

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
    ModelConfig config;
    config.network = network.toStdString();
    config.hidden = 12;
    config.latent = 3;
    config.epochs = 2;
    config.batch = 32; // does not divide the rows
    DataShape shape;
    shape.width = shape.height = 8;
    VaeGenerator generator(config, shape);
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

    void aStopIsHeard()
    {
        ModelConfig config;
        config.network = "dense";
        config.hidden = 12;
        config.latent = 3;
        DataShape shape;
        shape.width = shape.height = 8;
        VaeGenerator generator(config, shape);
        const StopSource stop;
        FitContext context;
        context.device = "torch:cpu";
        context.stop = stop.token();
        const_cast<StopSource&>(stop).requestStop();
        const auto fit = generator.fit(images(40, 64), context);
        QVERIFY(!fit && fit.error().kind == ErrorKind::Stopped);
    }
};

QTEST_APPLESS_MAIN(TorchVaeTest)
#include "TorchVaeTest.moc"
