// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mechanism/StepLoader.h"

#include "core/chain/TrainingSetOf.h"
#include "core/experiment/Interaction.h"
#include "ui/language/EngineSentence.h"
#include "ui/stage/SampleRows.h"

#include <algorithm>

namespace hareloom::ui {

namespace {

/// As many of n as are drawn at most, spread evenly.
std::vector<std::int64_t> somePicks(std::int64_t n, int dimension)
{
    const std::int64_t count = std::min(n, SampleRows::most(dimension));
    std::vector<std::int64_t> picks;
    for (std::int64_t i = 0; i < count; ++i)
        picks.push_back(i * n / count);
    return picks;
}

StepRows countsOf(const TrainingSet& set, const SlowStep& step)
{
    StepRows counts;
    for (const OriginRun& run : set.origins) {
        std::int64_t& kind = run.origin == Origin::Real    ? counts.real
                             : run.origin == Origin::Fresh ? counts.fresh
                             : step.isDrawn(run)           ? counts.drawn
                                                           : counts.kept;
        kind += run.rows;
    }
    return counts;
}

/// The rows of the set, as many as can be seen.
Result<SlowStep> withSet(SlowStep step, const Result<TrainingSet>& set)
{
    if (!set)
        return set.error();
    const std::vector<std::int64_t> picks = somePicks(set->rows->rows(), set->rows->dimension());
    auto rows = std::make_shared<Matrix>(std::ssize(picks), set->rows->dimension());
    set->rows->gather(picks, *rows);
    step.rows = countsOf(*set, step);
    step.rows.rows = rows;
    step.rows.origins = pickedRuns(set->origins, picks);
    return step;
}

std::vector<GenerationPtr> firstOf(const History& history, ChainIndex chain, int generations)
{
    std::vector<GenerationPtr> before;
    for (int g = 0; g < generations; ++g)
        before.push_back(history.at(chain, g));
    return before;
}

} // namespace

StepLoader::StepLoader(QObject* parent)
    : QObject(parent), m_job("The step could not be shown", [this](const Result<SlowStep>& found) {
          if (found)
              Q_EMIT ready(*found);
          else
              Q_EMIT failed(engineSentence(found.error().message));
      })
{
}

// Of a pool of all, what is not new was kept: the newest model wrote as many as it was asked for.
SlowStep StepLoader::outline(const LabSession& session, ChainIndex chain, int generation)
{
    const Experiment& experiment = session.experimentOf(chain);
    const History& history = session.history();
    const bool isControl = experiment.policy.pool == Pool::First;
    SlowStep step;
    step.to = history.at(chain, generation);
    step.from = history.at(chain, isControl ? 0 : generation - 1);
    const double last = std::max<double>(1, double(experiment.generations));
    step.fromShare = step.from->index / last;
    step.toShare = generation / last;
    step.training = session.training(chain, generation);
    step.rows.real = step.to->realRows;
    step.rows.fresh = step.to->freshRows;
    step.rows.drawn = experiment.policy.pool == Pool::All
                          ? std::min(step.to->syntheticRows, step.from->sampleRows)
                          : step.to->syntheticRows;
    step.rows.kept = step.to->syntheticRows - step.rows.drawn;
    return step;
}

Result<SlowStep> StepLoader::withRows(SlowStep step, const Experiment& variant, int replicate,
                                      const std::vector<GenerationPtr>& before, const StopToken& stop)
{
    return withSet(step, trainingSetOf(variant, replicate, *step.to, before, stop));
}

void StepLoader::load(const LabSession& session, ChainIndex chain, int generation, bool needsRows)
{
    const SlowStep step = outline(session, chain, generation);
    const Experiment variant = session.experimentOf(chain);
    const auto replicate = static_cast<int>(chain % std::max<std::int64_t>(1, variant.chains));
    std::vector<std::vector<GenerationPtr>> before; // of each model that may have written for this one
    if (needsRows && variant.interaction)
        for (int model = 0; model < static_cast<int>(variant.interaction->models->size()); ++model)
            before.push_back(firstOf(
                session.history(), model * static_cast<ChainIndex>(variant.chains) + replicate, generation));
    else if (needsRows)
        before.push_back(firstOf(session.history(), chain, generation));
    m_job.start([=](const StopToken& stop) -> Result<SlowStep> {
        if (!needsRows)
            return step;
        return variant.interaction ? withSet(step, trainingSetOf(variant, replicate, *step.to, before, stop))
                                   : withRows(step, variant, replicate, before.front(), stop);
    });
}

} // namespace hareloom::ui
