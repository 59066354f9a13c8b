// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/sweep/SweepFolder.h"
#include "core/sweep/SweepRun.h"
#include "ui/export/Figures.h"
#include "ui/sweep/SweepChart.h"
#include "ui/sweep/SweepModel.h"

namespace hareloom::ui {

/// Chains that a folder has.
struct KeptChains
{
    std::vector<ChainValuesPtr> chains;
    std::vector<std::string> problems; // files that cannot be read, a sentence each
};

/// A sweep before anything runs: its points, and the chains that its folder has.
struct KeptSweep
{
    SweepPlanPtr plan;
    KeptChains kept;
};

/// Which chains are wanted, by point and replicate.
using WantedChains = std::function<bool(std::int64_t point, std::int64_t replicate)>;

/// Of the chains that are wanted, those that the folder has and that are not damaged. Errors: those of
/// SweepResults; Stopped. Any thread.
Result<KeptChains> keptChains(const SweepFolder& folder, const SweepPlan& plan, const WantedChains& isWanted,
                              const StopToken& stop = {});

/// Changes whenever a program writes to the folder's results; nothing is opened for it.
std::string folderStamp(const std::string& folder);

/// Where the window keeps a sweep that came from no folder: a folder of the program's own, the same one after
/// the sweep is changed, since points are called by what they are.
std::string ownSweepFolder(const Experiment& experiment);

/// Checks the points of `experiment` and reads what the folder has of them; it need not be there. Errors: a
/// point that cannot run; those of SweepPlan, SweepFolder and SweepResults; Stopped. Any thread.
Result<KeptSweep> keptSweep(const Experiment& experiment, const std::string& folder,
                            const StopToken& stop = {});

/// What the theory says of a metric at each point. May take a while. Any thread. Errors: Stopped.
Result<SweepModel::Theory> theoryOfSweep(const SweepPlan& plan, const std::string& metric,
                                         const StopToken& stop = {});

/// For a file: with title, seed and experiment.
Figure sweepFigure(const Experiment& experiment, const SweepPicture& picture, SweepShape shape);

} // namespace hareloom::ui
