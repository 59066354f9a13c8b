// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/KeptSweep.h"

#include "core/recipe/ExperimentJson.h"
#include "core/sweep/SweepResults.h"
#include "ui/paths/PathBytes.h"

#include <QCryptographicHash>
#include <QStandardPaths>

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
    KeptSweep kept{std::make_shared<const SweepPlan>(std::move(*plan)), {}, {}};
    if (!SweepFolder::isOne(path))
        return kept;
    const auto folder = SweepFolder::open(path);
    if (!folder)
        return folder.error();
    auto results = SweepResults::read(*folder, *kept.plan);
    if (!results)
        return results.error();
    kept.problems = results->problems();
    for (std::int64_t point = 0; point < kept.plan->points(); ++point)
        for (std::int64_t replicate = 0; replicate < kept.plan->replicates(); ++replicate) {
            if (stop.stopRequested())
                return stopped();
            if (kept.plan->firstLike(point) != point || !results->isDone(point, replicate))
                continue;
            if (auto chain = results->values(point, replicate)) // a damaged one is run again
                kept.chains.push_back(std::move(*chain));
        }
    return kept;
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
    figure.paint = [picture, shape](QPainter& painter, const QRectF& area, const FigureOptions& options) {
        paintSweep(painter, area, picture, shape, *options.theme);
    };
    return figure;
}

} // namespace hareloom::ui
