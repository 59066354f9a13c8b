// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/diffusion/DiffusionFields.h"

#include "core/experiment/FieldBuilders.h"
#include "core/families/diffusion/DiffusionSettings.h"

namespace hareloom {

using namespace fields;

std::vector<ExperimentField> diffusionFields()
{
    const auto applies = ofFamily("diffusion");
    return {
        whole({"model.width", "Width", "Units of each hidden layer of the network that removes noise."},
              {4, 1024}, model(&DiffusionSettings::units), applies),
        whole({"model.layers", "Hidden layers", "How many hidden layers that network has."}, {1, 8},
              model(&DiffusionSettings::layers), applies),
        whole({"model.updates", "Training steps",
               "How many steps each training takes. In one step the network sees 256 rows with noise.", "",
               "Length of the training"},
              {1, 1'000'000}, model(&DiffusionSettings::updates), applies),
        whole({"model.drawSteps", "Drawing steps", "In how many steps noise becomes a row."}, {2, 500},
              model(&DiffusionSettings::drawSteps), applies),
        choice({"model.schedule", "Noise schedule",
                "How the noise grows over the 1,000 levels: along a cosine, or with "
                "variances on a line as in the first paper."},
               kNoiseSchedules, model(&DiffusionSettings::schedule), applies),
    };
}

} // namespace hareloom
