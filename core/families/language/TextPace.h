// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generator.h"
#include "core/forecast/RunPlan.h"

namespace hareloom {

/// How fast language models are trained and write here, as heard from a run's beginning. A generation's
/// phases differ so much that one of them says little about the others.
class TextPace
{
public:
    void hear(const TrainingProgress& training);
    bool isKnown() const { return m_training > 0; }
    /// Of all of a variant's generations in one chain; NaN while nothing is known.
    double seconds(const RunPlan& plan) const;

private:
    double m_training = 0, m_writing = 0; // tokens a second; 0: not heard of
};

} // namespace hareloom
