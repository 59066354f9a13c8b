// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/image/OwnImages.h"

#include "core/family/NetworkSettings.h"
#include "core/metrics/Catalogue.h"
#include "ui/presets/OwnSource.h"

#include <QFileInfo>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::int64_t kEnoughImages = 100'000, kMostEpochs = 200; // that a training sees, with repetitions

qsizetype filesInFolders(const QDir& folder, const QStringList& patterns)
{
    qsizetype files = 0;
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        files += filesIn(QDir(folder.filePath(name)), patterns);
    return files;
}

std::optional<Experiment> onImages(const char* kind, const QString& path, bool hasLabels)
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

std::optional<Experiment> experimentOnImages(const QString& path)
{
    const QFileInfo file(path);
    if (!file.isDir())
        return file.fileName().contains(QLatin1String("idx3-ubyte")) ? onImages("idx", path, false)
                                                                     : std::nullopt;
    const QDir folder(path);
    if (filesIn(folder, {QStringLiteral("train-images-idx3-ubyte*")}) > 0)
        return onImages("idx", path, filesIn(folder, {QStringLiteral("train-labels-idx1-ubyte*")}) > 0);
    const QStringList pictures{QStringLiteral("*.png")};
    const qsizetype inClasses = filesInFolders(folder, pictures);
    const qsizetype images = inClasses > 0 ? inClasses : filesIn(folder, pictures);
    auto experiment = images > 0 ? onImages("imageFolder", path, inClasses > 0) : std::nullopt;
    if (experiment) { // few images make short epochs
        auto& epochs = experiment->model.of<NetworkSettings>().epochs;
        epochs = std::clamp<std::int64_t>(kEnoughImages / images, epochs, kMostEpochs);
    }
    return experiment;
}

} // namespace hareloom::ui
