// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <functional>
#include <string>
#include <vector>

namespace hareloom {

enum class FieldType {
    Text,
    LongText,
    Choice,
    Integer,
    Real,
    Switch,
    RealList,
    IntegerList,
    TextList,
    RealTable,
    RealTables
};

/// What a text is the path of, relative to the experiment's own folder; it may also name an entry of the
/// catalogue.
enum class PathKind { Nothing, File, Folder };

/// One setting, described once for JSON, the command line (--set path=value) and the recipe's controls.
struct ExperimentField
{
    std::string path;  // "policy.realShare"
    std::string label; // "Real share"
    std::string help;  // one plain sentence
    std::string unit;  // "rows", "" when it has none
    std::string plain; // "Examples per generation": of a main setting, in words that need no explanation; "" of the rest
    FieldType type = FieldType::Real;
    PathKind names = PathKind::Nothing;             // Text only: what it is the path of
    double minimum = 0, maximum = 0;                // inclusive; numbers only
    std::vector<std::string> choices;               // Choice only
    std::function<bool(const Experiment&)> applies; // whether it counts for this family and source
    std::function<nlohmann::json(const Experiment&)> get;
    std::function<Result<void>(Experiment&, const nlohmann::json&, const ExperimentField& self)> assign;
    /// How the program worked before it had this setting, where that is not the default: what a session means
    /// that was written then. Empty: the default.
    std::function<nlohmann::json(const Experiment&)> formerly;

    /// Checks type and range. Errors: InvalidInput, with the path, what was found and what is allowed.
    Result<void> set(Experiment& experiment, const nlohmann::json& value) const
    {
        return assign(experiment, value, *this);
    }
};

} // namespace hareloom
