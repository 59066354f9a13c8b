// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/ChainSetup.h"

#include <memory>

namespace hareloom {

/// Real rows of one replicate: those generation 0 is fitted on, and those that no model sees.
struct RealData
{
    DatasetPtr rows;
    std::shared_ptr<const Matrix> heldOut; // (h, d), or null
};

/// Draws them. Errors: Stopped, within 50 ms however many rows there are.
Result<RealData> realData(const ChainSetup& setup, int replicate, const StopToken& stop);

} // namespace hareloom
