// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"

namespace hareloom {

/// fashionMnist, mnist, kmnist, idx, imageFolder: real images as a table of rows (see ImageRows). Errors:
/// InvalidInput, InvalidFile.
Result<std::shared_ptr<const Source>> makeImageSource(const SourceConfig& config,
                                                      const std::string& baseFolder);

} // namespace hareloom
