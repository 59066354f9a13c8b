// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/tensors/TensorView.h"

namespace hareloom {

/// The arrays of a state_dict that PyTorch saved (since 1.6: a zip archive with a pickle). The pickle is read
/// by a machine that knows tensors, strings and numbers and can call nothing: what asks for anything but
/// collections.OrderedDict, torch._utils._rebuild_tensor_v2, _rebuild_parameter and storages is refused.
/// Arrays must be row-major. Errors: InvalidFile; the message begins with "found".
Result<std::vector<TensorView>> viewTorchFile(std::span<const std::uint8_t> bytes);

} // namespace hareloom
