// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

namespace hareloom {

/// What training a network holds at once beside the program, counted from its shape, in bytes; `device...`
/// are 0 on the processor. A card's batch is as large as it has room for, down to one block of text.
struct NetworkMemory
{
    std::int64_t machine = 0;                   // of the machine's memory
    std::int64_t device = 0, deviceLeast = 0;   // of the card's: what is taken, and what it cannot do without
    std::int64_t deviceFree = 0, deviceAll = 0; // what the card has; 0: not known
};

/// What the network of one variant needs, counted from its shape.
struct NetworkNeeds
{
    NetworkMemory memory;       // while it trains
    double checkpointBytes = 0; // of a generation's weights, where a session keeps them
};

/// Besides generation 0's and the last one's a session keeps the weights of every so many generations; of all
/// where the policy needs each model's sample again to go on.
std::int64_t weightsKeptEvery(const Experiment& variant);

} // namespace hareloom
