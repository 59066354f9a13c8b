// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/family/NeuralLibrary.h"

namespace hareloom::neural {

/// LibTorch's name and version, its devices, and whether one can be used; see NeuralLibrary.
std::string torchVersion();
std::vector<NeuralDevice> torchDevices();
Result<void> checkTorchDevice(const std::string& device);

/// Prepares the calling thread for LibTorch: one thread for each operation (we divide the work ourselves,
/// which makes results independent of the number of threads), no gradient tape. Cheap when it is so already.
void prepareThread();

} // namespace hareloom::neural
