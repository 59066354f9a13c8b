// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/image/OwnImages.h"

#include "core/data/MnistFolder.h"
#include "core/data/PngFolder.h"
#include "core/family/NetworkSettings.h"
#include "core/metrics/Catalogue.h"

#include <QFileInfo>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::int64_t kEnoughImages = 100'000, kMostEpochs = 200; // that a training sees, with repetitions

std::optional<Experiment> onImages(const SourceKind& kind, const QString& path, bool hasLabels)
{
    auto experiment = presetOn("images-quick", kind, path);
    if (!experiment)
        return std::nullopt;
    experiment->samples.size = 0; // as many as there are
    if (!hasLabels)
        std::erase_if(experiment->evaluation.metrics, [](const std::string& name) {
            const MetricInfo* info = findMetric(name);
            return info && info->needs == MetricNeed::Labels;
        });
    return experiment;
}

} // namespace

OwnExperiment experimentOnImages(const QString& path)
{
    const QFileInfo file(path);
    const std::string place = path.toStdString();
    const SourceKind& idx = sourceOfFile(RowKind::Images);
    if (!file.isDir())
        return file.fileName().contains(QLatin1String("idx3-ubyte")) ? onImages(idx, path, false)
                                                                     : noExperiment();
    const auto mnist = findMnist(place);
    if (!mnist)
        return mnist.error();
    if (!mnist->images.empty())
        return onImages(idx, path, !mnist->labels.empty());
    const auto pngs = findPngs(place);
    if (!pngs)
        return pngs.error();
    if (pngs->count() == 0)
        return noExperiment();
    auto experiment = onImages(sourceOfFolder(RowKind::Images), path, pngs->hasClasses);
    if (experiment) { // few images make short epochs
        auto& epochs = experiment->model.of<NetworkSettings>().epochs;
        epochs = std::clamp<std::int64_t>(kEnoughImages / pngs->count(), epochs, kMostEpochs);
    }
    return experiment;
}

} // namespace hareloom::ui
