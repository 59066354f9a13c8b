// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/family/NeuralLibrary.h"

#include <string>

namespace hareloom {

/// Where a run takes place.
struct DeviceChoice
{
    std::string name = "cpu"; // as RunOptions::device wants it
    std::string description;  // what a card is; empty for the processor
    std::string note;         // a sentence: which device networks use, and why no card; empty where there is
                              // nothing to choose
    /// "cuda:0: NVIDIA H100", for a session's provenance.
    std::string words() const { return description.empty() ? name : name + ": " + description; }
};

/// Whether this family trains networks, and so has devices to choose from; false when it is not known.
bool trainsNetworks(const std::string& family);

/// The processor and the cards that networks can be trained on. Loads LibTorch only where the driver of a
/// card is installed; any thread.
std::vector<NeuralDevice> networkDevices();

/// The device for an experiment of this family. `asked`: "auto" (the first CUDA device, else the processor),
/// "cpu", "cuda" (the first) or "cuda:i". Loads LibTorch only for a family that needs it, and for a card. Any
/// thread. Errors: InvalidInput, beginning "device ...: ", when there is none such or this family has no use
/// for it; those of Family::ready().
Result<DeviceChoice> chooseDevice(const std::string& family, const std::string& asked);

} // namespace hareloom
