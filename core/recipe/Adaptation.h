// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/ExperimentFields.h"

#include <string>
#include <vector>

namespace hareloom {

/// After a change of the setting `path` on which others depend (family, source, held-out rows, metrics):
/// brings what cannot stay into line with it, such as a source that the family cannot read, metrics that are
/// no longer defined, shares of rows that there are not. With another family or source the title becomes
/// titleByKind(), and question and story go. Leaves alone what a person must decide. Returns the settings
/// that it changed.
std::vector<const ExperimentField*> adapt(Experiment& experiment, const std::string& path);

/// "Mixture on faithful".
std::string titleByKind(const Experiment& experiment);

} // namespace hareloom
