// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Field.h"

namespace hareloom {

/// The settings of where the real rows come from. Which of them count for a source says its kind
/// (SourceKind::settings).
std::vector<ExperimentField> sourceFields();

} // namespace hareloom
