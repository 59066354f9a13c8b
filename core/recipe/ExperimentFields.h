// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Field.h"

#include <span>
#include <string_view>

namespace hareloom {

/// Every field, in the order in which JSON is written and the recipe shows them.
std::span<const ExperimentField> experimentFields();

/// Null when there is no such path.
const ExperimentField* findField(std::string_view path);

} // namespace hareloom
