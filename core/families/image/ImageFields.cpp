// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/image/ImageFields.h"

#include "core/experiment/FieldBuilders.h"
#include "core/families/image/ImageSettings.h"

namespace hareloom {

using namespace fields;

std::vector<ExperimentField> imageFields()
{
    const auto applies = ofFamily("image");
    const auto isDense = [](const Experiment& e) {
        return e.family == "image" && e.model.of<ImageSettings>().network == ImageNetwork::Dense;
    };
    return {
        choice({"model.network", "Network", "Fully connected layers (fast), or convolutions as in the paper (slow)."},
               kImageNetworks, model(&ImageSettings::network), applies),
        whole({"model.latent", "Latent numbers", "How many numbers describe an image."}, {2, 64},
              model(&ImageSettings::latent), applies),
        whole({"model.hidden", "Hidden units", "Units of the network's hidden layers."}, {1, 4096},
              model(&ImageSettings::hidden), isDense),
        real({"model.beta", "Beta", "Weight of the KL term beside the reconstruction."}, {0, 1000},
             model(&ImageSettings::beta), applies),
        choice({"model.sampling", "Sampling",
                "Generated images are the decoder's means, or black and white pixels drawn from them."},
               kImageSamplings, model(&ImageSettings::sampling), applies),
    };
}

} // namespace hareloom
