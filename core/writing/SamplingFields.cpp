// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writing/SamplingFields.h"

#include "core/experiment/FieldBuilders.h"
#include "core/writing/SamplingSettings.h"

namespace hareloom {

std::vector<ExperimentField> samplingFields(const std::function<bool(const Experiment&)>& drawsTokens)
{
    using namespace fields;
    using S = SamplingSettings;
    return {
        real({"model.temperature", "Temperature",
              "Below 1 the likely tokens gain, above 1 the unlikely ones.", "", "Daring of the writing"},
             {0.01, 100}, model(&S::temperature), drawsTokens),
        whole({"model.topK", "Top k", "Draw only from this many of the likeliest tokens; 0: from all."},
              {0, 1'000'000}, model(&S::topK), drawsTokens),
        real({"model.topP", "Top p",
              "Draw only from the likeliest tokens that together have this probability (nucleus sampling)."},
             {0.001, 1}, model(&S::topP), drawsTokens),
    };
}

} // namespace hareloom
