// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

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

/// The device for an experiment of this family. `asked`: "auto" (the first CUDA device, else the processor),
/// "cpu", "cuda" (the first) or "cuda:i". Loads the neural library only for a family that needs it. Any
/// thread. Errors: InvalidInput, beginning "device ...: ", when there is none such or this family has no use
/// for it; what neuralLibrary() refuses.
Result<DeviceChoice> chooseDevice(const std::string& family, const std::string& asked);

} // namespace hareloom
