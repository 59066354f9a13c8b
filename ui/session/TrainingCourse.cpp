// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/TrainingCourse.h"

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostSteps = 400; // more than a curve of this size can show

} // namespace

void TrainingCourses::add(const Progress& progress)
{
    const TrainingProgress& now = progress.training;
    if (now.epochs < 1 || now.epoch < 1 || now.phase == TrainingPhase::Writing ||
        !std::isfinite(now.lossNats))
        return;
    Heard& heard = m_heard[{progress.chain, progress.generation}];
    if (progress.fractionOfGeneration < heard.fraction) // it was stopped, and begins again
        heard.steps.clear();
    heard.fraction = progress.fractionOfGeneration;
    heard.epochs = now.epochs;
    heard.steps.push_back({now.epoch, now.lossNats, 1});
    if (heard.steps.size() > kMostSteps)
        thinOut(heard.steps);
}

// Neighbours of one epoch become their mean.
void TrainingCourses::thinOut(std::vector<Step>& steps)
{
    std::vector<Step> fewer;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        Step step = steps[i];
        if (i + 1 < steps.size() && steps[i + 1].epoch == step.epoch) {
            const Step& next = steps[++i];
            const int heard = step.heard + next.heard;
            step.lossNats = (step.lossNats * step.heard + next.lossNats * next.heard) / heard;
            step.heard = heard;
        }
        fewer.push_back(step);
    }
    steps = std::move(fewer);
}

// Steps are heard of at even times: those of one epoch are spread over it.
TrainingCourse TrainingCourses::of(ChainIndex chain, int generation) const
{
    const auto found = m_heard.find({chain, generation});
    if (found == m_heard.end())
        return {};
    TrainingCourse course{found->second.epochs};
    const auto& steps = found->second.steps;
    for (std::size_t first = 0, end = 0; first < steps.size(); first = end) {
        while (end < steps.size() && steps[end].epoch == steps[first].epoch)
            ++end;
        for (std::size_t i = first; i < end; ++i)
            course.points.push_back(
                {steps[first].epoch - 1 + double(i - first + 1) / double(end - first), steps[i].lossNats});
    }
    return course;
}

} // namespace hareloom::ui
