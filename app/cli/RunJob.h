// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/RunSummary.h"
#include "core/base/StopToken.h"
#include "core/recipe/DeviceChoice.h"
#include "core/store/Session.h"
#include "core/teller/RunTeller.h"
#include "core/training/SourceRecord.h"

#include <memory>
#include <string>
#include <vector>

namespace hareloom::cli {

/// Everything a run needs, checked before anything runs.
struct RunJob
{
    Experiment experiment;
    std::vector<Experiment> variants;  // expandVariants() of it
    std::vector<SourceRecord> sources; // of each variant
    std::unique_ptr<Session> session;  // null: nothing is written
    std::vector<GenerationPtr> before; // what the run goes on from
    std::unique_ptr<RunLog> log;       // has heard of all that was made before
    std::unique_ptr<RunTeller> teller; // has heard the same
    std::int64_t total = 0;            // links of all chains, with those made before
    int threads = 1;
    std::string askedDevice;
    DeviceChoice device;
    std::vector<std::string> notes; // on the experiment, the session and what will not be as it looks
};

/// Reads the experiment or the session, the data and the device. What a run would refuse before it begins is
/// refused before a session is made for it. Errors: as a person is to read them.
Result<RunJob> prepareJob(const RunArguments& arguments);

/// Runs the job to its end, a stop or a failure; what was made is in `log` and in the session. Errors: those
/// of run(), and what kept the session from being written.
Result<RunEnd> runJob(RunJob& job, const StopSource& stop);

} // namespace hareloom::cli
