// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/OwnData.h"

#include "core/chain/Presets.h"
#include "core/data/CsvPreview.h"
#include "core/metrics/Catalogue.h"
#include "ui/recipe/Adaptation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cctype>

namespace hareloom::ui {

namespace {

constexpr qint64 kHead = 4096;
constexpr std::int64_t kEnoughImages = 100'000, kMostEpochs = 200; // that a training sees, with repetitions
constexpr qint64 kBytesOfABlock = 300;                             // 64 tokens of prose, and some to spare

QString tr(const char* text)
{
    return QCoreApplication::translate("OwnData", text);
}

qsizetype filesIn(const QDir& folder, const QStringList& patterns)
{
    return folder.entryList(patterns, QDir::Files).size();
}

qsizetype filesInFolders(const QDir& folder, const QStringList& patterns)
{
    qsizetype files = 0;
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        files += filesIn(QDir(folder.filePath(name)), patterns);
    return files;
}

bool hasNumbers(const CsvPreview& table)
{
    for (std::size_t c = 0; c < table.isNumeric.size(); ++c)
        if (table.isNumeric[c] && std::any_of(table.rows.begin(), table.rows.end(), [c](const auto& row) {
                return c < row.size() && !row[c].empty();
            }))
            return true;
    return false;
}

/// By its beginning: letters far more often than digits, no zeros, and no column of numbers.
bool isProse(const QString& path)
{
    QFile file(path);
    const QByteArray head = file.open(QFile::ReadOnly) ? file.read(kHead) : QByteArray();
    const auto count = [&head](auto isOne) { return std::count_if(head.begin(), head.end(), isOne); };
    const auto digits = count([](unsigned char c) { return c >= '0' && c <= '9'; });
    const auto letters = count([](unsigned char c) { return std::isalpha(c) || c >= 0x80; });
    if (head.contains('\0') || letters <= 4 * digits)
        return false;
    const auto table = previewCsv(path.toStdString(), "auto"); // prose is seldom one at all
    return !table || !hasNumbers(*table);
}

/// The preset on another source, under a name of its own.
std::optional<Experiment> onSource(const char* preset, const char* kind, const QString& path)
{
    auto experiment = loadPreset(preset);
    if (!experiment)
        return std::nullopt;
    experiment->source = {};
    experiment->source.kind = kind;
    experiment->source.path = QFileInfo(path).absoluteFilePath().toStdString();
    experiment->title = tr("Copies of %1").arg(QFileInfo(path).fileName()).toStdString();
    experiment->question =
        tr("What is left of it after %1 copies of copies?").arg(experiment->generations).toStdString();
    experiment->story.clear();
    adapt(*experiment, "source.kind");
    return *experiment;
}

std::optional<Experiment> onImages(const char* kind, const QString& path, bool hasLabels)
{
    auto experiment = onSource("images-quick", kind, path);
    if (!experiment)
        return std::nullopt;
    experiment->samples.size = 0; // as many as there are
    if (!hasLabels)
        std::erase_if(experiment->evaluation.metrics, [](const std::string& name) {
            const MetricInfo* info = findMetric(name);
            return info && info->needs == "labels";
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
    if (experiment) // few images make short epochs
        experiment->model.epochs =
            std::clamp<std::int64_t>(kEnoughImages / images, experiment->model.epochs, kMostEpochs);
    return experiment;
}

std::optional<Experiment> experimentOnText(const QString& path)
{
    const QFileInfo file(path);
    const QStringList texts{QStringLiteral("*.txt"), QStringLiteral("*.md"), QStringLiteral("*.tokens")};
    if (file.isDir() ? filesIn(QDir(path), texts) == 0 : !QDir::match(texts, file.fileName()))
        return std::nullopt;
    if (file.isFile() && !isProse(path))
        return std::nullopt;
    auto experiment = onSource("church-quick", "text", path);
    if (experiment && file.isFile() && file.size() < experiment->samples.size * kBytesOfABlock)
        experiment->samples.size = 0; // as many blocks as there are
    return experiment;
}

} // namespace hareloom::ui
