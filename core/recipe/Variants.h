// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <string_view>

namespace hareloom {

/// The variants, each applied and validated; just the experiment itself when it has none. The result's
/// entries have no variants, and the variant's title as title.
Result<std::vector<Experiment>> expandVariants(const Experiment& experiment);

/// setField() for the whole experiment: a variant that sets the same path gives way, and variants that are
/// then alike become one.
Result<void> overrideField(Experiment& experiment, std::string_view path, std::string_view value);

/// Leaves one variant, by its title or its number from 1, as an experiment of its own.
/// Errors: InvalidInput, naming the variants there are.
Result<Experiment> onlyVariant(const Experiment& experiment, const std::string& titleOrNumber);

} // namespace hareloom
