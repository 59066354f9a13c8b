// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Workload.h"

namespace hareloom {

/// How fast language models are trained and write here. A generation's phases differ so much that one of them says
/// little about the others.
class LanguagePace final : public Pace
{
public:
    void hear(const TrainingProgress& training) override;
    double seconds(const Workload& work) const override;

private:
    double m_training = 0, m_writing = 0; // tokens a second; 0: not heard of
};

} // namespace hareloom
