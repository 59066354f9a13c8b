// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hareloom::cli {

/// An experiment as named on the command line, with what was changed in it.
struct ExperimentArguments
{
    std::string name;             // a file, a preset's id, or (run --resume) a session
    std::vector<std::string> set; // "path=value"
    std::string variant;          // a variant's title or number; empty: all of them
    std::optional<std::string> generations, chains, seed; // as typed: refusals name what was typed
    std::optional<std::string>
        branchAt;      // as typed: what is set makes a branch of the variant, from this generation on
    std::string title; // of the branch; empty: one that says what changes
    bool changesMoreThanLength() const { return (!branchAt && (!set.empty() || !variant.empty())) || seed; }
    bool changesAnything() const { return changesMoreThanLength() || generations || chains || branchAt; }
};

} // namespace hareloom::cli
