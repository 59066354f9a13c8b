// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <span>
#include <string_view>

namespace hareloom {

/// A well-known loop: which rows train the next generation, as one choice.
struct NamedPolicy
{
    std::string_view id;    // "keep-real"
    std::string_view title; // "Keep 10% real"
    std::string_view help;  // one plain sentence
};

/// Replace, accumulate, accumulate and subsample, keep 10% real, the control, fresh data.
std::span<const NamedPolicy> namedPolicies();

/// The experiment's policy with the pool, subsample and shares of a named one; bias and filter stay. `id` is
/// one of namedPolicies().
Policy namedPolicy(std::string_view id, const Experiment& experiment);

/// The id of the loop that the experiment has; empty when it has none of the named.
std::string_view policyName(const Experiment& experiment);

} // namespace hareloom
