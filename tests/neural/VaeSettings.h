// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/image/ImageSettings.h"
#include "core/family/NetworkSettings.h"

namespace hareloom {

/// All settings of an image model in one.
struct VaeSettings : ImageSettings, NetworkSettings
{
};

} // namespace hareloom
