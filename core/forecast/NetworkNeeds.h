// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/experiment/Experiment.h"
#include "core/family/NeuralLibrary.h"

namespace hareloom {

/// What the network of one variant needs, counted from its shape.
struct NetworkNeeds
{
    NetworkMemory memory;       // while it trains on `rows`
    double checkpointBytes = 0; // of a generation's weights, where a session keeps them
};

/// Besides generation 0's and the last one's a session keeps the weights of every so many generations; of all
/// where the policy needs each model's sample again to go on.
std::int64_t weightsKeptEvery(const Experiment& variant);

/// Of families image and language. `device`: one that NeuralLibrary::checkDevice() takes. Errors: Unsupported
/// without the library that trains it; InvalidInput, InvalidFile of a base model.
Result<NetworkNeeds> networkNeeds(const Experiment& variant, const Source& source, std::int64_t rows,
                                  const std::string& device);

} // namespace hareloom
