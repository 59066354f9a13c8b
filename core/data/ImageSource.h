// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"

namespace hareloom {

/// digits, fashionMnist, mnist, kmnist, idx, imageFolder: real images as a table of rows (see ImageRows), which are
/// also numbers where `rows` asks for them. Errors: InvalidInput, InvalidFile.
Result<std::shared_ptr<const Source>> makeImageSource(const SourceConfig& config, RowKind rows,
                                                      const std::string& baseFolder);

} // namespace hareloom
