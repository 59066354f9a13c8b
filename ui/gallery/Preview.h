// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"
#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace hareloom::ui {

/// A few generations of one chain, from generation 0 to the last, for a card's picture. Immutable.
struct Preview
{
    Experiment experiment; // what was really run, or the variant of the session
    std::vector<GenerationPtr> links;
    std::int64_t finished = 0, planned = 0; // of a session: generations of all its chains
    QString preset = {};                    // that a session is a run of; empty where it is of none
};
using PreviewPtr = std::shared_ptr<const Preview>;

/// Whether a generation of this family takes longer than a picture may: its card shows what it learns from.
bool learnsSlowly(const std::string& family);

/// The same experiment made small: its first variant, one chain, at most 200 generations of at most 20,000
/// rows, nothing measured.
Experiment previewExperiment(const Experiment& experiment);

/// Runs `small` for about a second at most and keeps a few dozen of its generations. On any thread.
/// Errors: what run() refuses; Stopped.
Result<PreviewPtr> computePreview(const Experiment& small, const StopToken& stop);

/// computePreview(), or what an earlier one has left in the cache; leaves its own there.
Result<PreviewPtr> cachedPreview(const Experiment& small, const StopToken& stop);

/// The first chain of a session in a few generations. On any thread. Errors: those of the session.
Result<PreviewPtr> sessionPreview(const QString& path);

/// Generations of all chains in a session's file; 0 when it cannot be read.
std::size_t generationsIn(const QString& path);

/// A name that changes with everything that could change a run of it, the program's version included.
QString fingerprint(const Experiment& experiment);

/// How long a run took on this machine, or would take by an earlier measurement. Any thread.
std::optional<double> rememberedSeconds(const Experiment& experiment);
void rememberSeconds(const Experiment& experiment, double seconds);

/// How long a run takes on this machine with the window's threads, in seconds: measured for a moment, or
/// what an earlier measurement has left. On any thread. Errors: what run() refuses; Stopped.
Result<double> expectedSeconds(const Experiment& experiment, const StopToken& stop);

} // namespace hareloom::ui
