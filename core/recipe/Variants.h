// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <string_view>

namespace hareloom {

/// The variants, each applied and validated; just the experiment itself when it has none. The result's
/// entries have no variants, and the variant's title as title; those of an interaction know which of its
/// models they are.
Result<std::vector<Experiment>> expandVariants(const Experiment& experiment);

/// setField() for the whole experiment: a variant that sets the same path gives way, and variants that are
/// then alike become one, unless they are models of an interaction.
Result<void> overrideField(Experiment& experiment, std::string_view path, std::string_view value);

/// `draft` as one more variant of `present`, beside the variants that this has, or beside `present` itself as the
/// first. Variants are called by the settings in which the draft differs from variant `shown`. What counts for all
/// variants alike (chains, seed) is the draft's. Errors: InvalidInput where the variants themselves differ, or where
/// nothing differs that a variant can have; those of validate().
Result<Experiment> withVariant(const Experiment& present, std::size_t shown, const Experiment& draft);

/// The number, from 0, of the variant with this title, or with this number from 1. Errors: InvalidInput,
/// naming the variants there are.
Result<std::size_t> variantNumber(const Experiment& experiment, const std::string& titleOrNumber);

/// Leaves one variant, by its title or its number from 1, as an experiment of its own. Errors: those of
/// variantNumber(); InvalidInput where the variants learn from each other.
Result<Experiment> onlyVariant(const Experiment& experiment, const std::string& titleOrNumber);

} // namespace hareloom
