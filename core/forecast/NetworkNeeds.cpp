// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/NetworkNeeds.h"

#include "core/chain/OpenSource.h"
#include "core/families/image/ImageNetworks.h"
#include "core/families/language/LanguageCheckpoint.h"
#include "core/families/language/LanguageGenerator.h"
#include "core/families/language/LanguageNetworks.h"
#include "core/text/TextSet.h"

namespace hareloom {
namespace {

constexpr double kWeightBytes = 4;

} // namespace

std::int64_t weightsKeptEvery(const Experiment& variant)
{
    const bool isEvery = variant.policy.pool == "all" || variant.policy.betaPrevious > 0;
    return isEvery ? 1 : variant.model.keepEvery;
}

Result<NetworkNeeds> networkNeeds(const Experiment& variant, const Source& source, std::int64_t rows,
                                  const std::string& device)
{
    if (const ImageSetPtr images = source.images()) {
        const auto networks = imageNetworks();
        if (!networks)
            return networks.error();
        const VaeArchitecture network = architectureOf(variant.model, images->width, images->height);
        return NetworkNeeds{(*networks)->memory(network, rows, variant.model.batch, device),
                            kWeightBytes * static_cast<double>(parameterCount(network))};
    }
    const auto networks = languageNetworks(device);
    if (!networks)
        return networks.error();
    const auto folder = baseModelFolder(variant);
    if (!folder)
        return folder.error();
    const auto network = readLanguageArchitecture(*folder);
    if (!network)
        return network.error();
    const TextSet& text = *source.text();
    return NetworkNeeds{(*networks)->memory(*network, trainingPlanOf(variant.model), text.training->length,
                                            text.validation && text.validation->count() > 0, device),
                        kWeightBytes * static_cast<double>(parameterCount(*network))};
}

} // namespace hareloom
