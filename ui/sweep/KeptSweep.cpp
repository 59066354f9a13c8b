// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/KeptSweep.h"

#include "core/address/AddressedExperiment.h"
#include "core/recipe/ExperimentJson.h"
#include "core/sweep/SweepResults.h"
#include "ui/paths/PathBytes.h"

#include <QCryptographicHash>
#include <QStandardPaths>

#include <filesystem>

namespace hareloom::ui {

std::string ownSweepFolder(const Experiment& experiment)
{
    Experiment alone = experiment;
    alone.sweep.reset();
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromStdString(toText(alone)), QCryptographicHash::Sha256)
            .toHex();
    return bytesOf(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                   QStringLiteral("/sweeps/") + QString::fromLatin1(digest.left(16)));
}

Result<KeptSweep> keptSweep(const Experiment& experiment, const std::string& path, const StopToken& stop)
{
    auto plan = SweepPlan::make(experiment, stop);
    if (!plan)
        return plan.error();
    if (const auto fits = plan->check(); !fits)
        return fits.error();
    KeptSweep found{std::make_shared<const SweepPlan>(std::move(*plan)), {}};
    if (!SweepFolder::isOne(path))
        return found;
    const auto folder = SweepFolder::open(path);
    if (!folder)
        return folder.error();
    auto kept = keptChains(
        *folder, *found.plan, [](std::int64_t, std::int64_t) { return true; }, stop);
    if (!kept)
        return kept.error();
    found.kept = *std::move(kept);
    return found;
}

Result<KeptChains> keptChains(const SweepFolder& folder, const SweepPlan& plan, const WantedChains& isWanted,
                              const StopToken& stop)
{
    auto results = SweepResults::read(folder, plan);
    if (!results)
        return results.error();
    KeptChains kept{{}, results->problems()};
    for (std::int64_t point = 0; point < plan.points(); ++point)
        for (std::int64_t replicate = 0; replicate < plan.replicates(); ++replicate) {
            if (stop.stopRequested())
                return stopped();
            if (plan.firstLike(point) != point || !isWanted(point, replicate) ||
                !results->isDone(point, replicate))
                continue;
            if (auto chain = results->values(point, replicate)) // a damaged one is run again
                kept.chains.push_back(std::move(*chain));
        }
    return kept;
}

std::string folderStamp(const std::string& folder)
{
    namespace fs = std::filesystem;
    std::error_code failed;
    std::string stamp;
    for (fs::directory_iterator at(fs::path(folder) / "results", failed), end; !failed && at != end;
         at.increment(failed))
        if (at->path().extension() == ".results") {
            std::error_code ignored;
            stamp += at->path().filename().string() + ' ' + std::to_string(at->file_size(ignored)) + ' ' +
                     std::to_string(at->last_write_time(ignored).time_since_epoch().count()) + '\n';
        }
    return stamp;
}

Result<SweepModel::Theory> theoryOfSweep(const SweepPlan& plan, const std::string& metric,
                                         const StopToken& stop)
{
    SweepModel::Theory curves;
    for (std::int64_t point = 0; point < plan.points(); ++point) {
        if (stop.stopRequested())
            return stopped();
        curves.push_back(theoryOf(plan.experimentOf(point), metric));
    }
    return curves;
}

Figure sweepFigure(const Experiment& experiment, const SweepPicture& picture, SweepShape shape)
{
    Figure figure;
    setOrigin(figure, experiment);
    if (const auto address = addressOf(experiment))
        figure.address = QString::fromStdString(addressText(*address));
    figure.offered = {true, false, !isMap(picture, shape), false};
    figure.paint = [picture, shape](QPainter& painter, const QRectF& area, const FigureOptions& options) {
        paintSweep(painter, area, picture, shape, options.parts, *options.theme);
    };
    return figure;
}

} // namespace hareloom::ui
