// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Run.h"

#include <map>
#include <utility>
#include <vector>

namespace hareloom::ui {

/// How one training went, as far as it was heard of.
struct TrainingCourse
{
    struct Point
    {
        double epochs = 0; // that were over, in (0, TrainingCourse::epochs]
        double lossNats = 0;
    };
    int epochs = 0; // that it has
    std::vector<Point> points = {};
};

/// The courses of the trainings of this run's generations, heard while they were made: no session file keeps
/// them. GUI thread.
class TrainingCourses
{
public:
    /// What is no step of a training is passed over.
    void add(const Progress& progress);
    void clear() { m_heard.clear(); }
    /// Without points where nothing was heard.
    TrainingCourse of(ChainIndex chain, int generation) const;

private:
    struct Step
    {
        int epoch = 1; // from 1
        double lossNats = 0;
        int heard = 1; // steps that it is the mean of
    };
    struct Heard
    {
        int epochs = 0;
        double fraction = 0; // of the generation, when it was last heard of
        std::vector<Step> steps;
    };
    static void thinOut(std::vector<Step>& steps);

    std::map<std::pair<ChainIndex, int>, Heard> m_heard;
};

} // namespace hareloom::ui
