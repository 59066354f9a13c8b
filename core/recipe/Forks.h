// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <optional>
#include <string>
#include <vector>

namespace hareloom {

/// Where a variant branches from another: until generation `at` both are made with the same settings and
/// seeds, so their generations are the same ones.
struct Fork
{
    std::size_t from = 0; // the other's number, which is less
    std::int64_t at = 1;  // the first generation of its own, in [1, generations + 1]

    bool operator==(const Fork&) const = default;
};
using Forks = std::vector<std::optional<Fork>>; // by variant; none: it has all generations by itself

/// Of expandVariants(). Where a variant could branch from several, it does so from the one with which it
/// shares most, and of these from the first. Variants without events share nothing.
Forks forksOf(const std::vector<Experiment>& variants);

/// A branch of variant `from` of `present` as one more variant: as that one, but for `change`. Where
/// `present` has no variants it becomes the first one itself. `title`: empty for one that says what changes.
/// Errors: InvalidInput where nothing changes, where there is no such variant or generation, or a variant has
/// the title; those of validate().
Result<Experiment> withBranch(const Experiment& present, std::size_t from, const SettingsChange& change,
                              const std::string& title = {});

} // namespace hareloom
