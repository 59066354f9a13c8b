// SPDX-License-Identifier: GPL-3.0-or-later
// DensityStage: the models that learn from each other with the one in view, so that it is seen whether they
// drift together.
#include "ui/families/normal/DensityStage.h"

#include "core/experiment/Interaction.h"
#include "ui/session/History.h"
#include "ui/stage/CurvePaths.h"
#include "ui/theme/OkLab.h"

#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

// The same replicate of each other model of its group, at the same moment; those that are not there yet are
// left out.
std::vector<StageFrame> DensityStage::othersBeside(const StageFrame& frame, const Experiment& experiment)
{
    std::vector<StageFrame> others;
    const auto& interaction = experiment.interaction;
    if (!interaction || !interaction->isOfOneModel() || !frame.history)
        return others;
    const std::vector<int> groups = groupsOf(*interaction);
    const int own = interaction->model;
    const auto chains = static_cast<ChainIndex>(std::max<std::int64_t>(1, experiment.chains));
    for (int model = 0; model < static_cast<int>(groups.size()); ++model) {
        if (model == own || groups[static_cast<std::size_t>(model)] != groups[static_cast<std::size_t>(own)])
            continue;
        StageFrame other = frame;
        other.chain = model * chains + frame.chain % chains;
        other.from = frame.history->at(other.chain, frame.from->index);
        other.to = frame.history->at(other.chain, frame.to->index);
        const auto isBell = [](const GenerationPtr& g) {
            return g && g->snapshot && g->snapshot->normalMixture();
        };
        if (isBell(other.from) && isBell(other.to))
            others.push_back(std::move(other));
    }
    return others;
}

void DensityStage::paintOthers(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                               const AxisRange& x, const Theme& theme)
{
    const QPen pen(withAlpha(theme.generation(frame.share), 0.75),
                   1.3); // not to be taken for the truth, which is ink
    for (const StageFrame& other : othersBeside(frame, m_origin.experiment))
        paintCurve(painter, plot, blendedCurve(other, x), pen);
}

} // namespace hareloom::ui
