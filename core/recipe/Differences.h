// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/ExperimentFields.h"

#include <span>
#include <string>
#include <vector>

namespace hareloom {

/// One setting of several experiments side by side.
struct SettingRow
{
    const ExperimentField* field = nullptr; // lives as long as the program
    std::vector<std::string> values;        // as courseText(), one for each experiment
};

/// Whether the setting is a title, a question or a story: it names an experiment and changes no number.
bool isName(const ExperimentField& field);

/// A setting's value for people: "0.1", "on", "0, 0"; "–" where it does not count for this
/// family and source. At most about `longest` bytes of it.
std::string valueText(const ExperimentField& field, const Experiment& experiment, std::size_t longest = 60);

/// The same with what events make of it: "0, from 20 on: 0.1".
std::string courseText(const ExperimentField& field, const Experiment& experiment, std::size_t longest = 60);

/// The field's label; with its path behind it where another field has the same label.
std::string settingLabel(const ExperimentField& field);

/// The settings in which not all `experiments` agree, in the order of experimentFields(). Those of isName()
/// are left out.
std::vector<SettingRow> differingSettings(std::span<const Experiment* const> experiments);

/// The paths of the settings in which two experiments differ, in their variants, too ("variants" where these
/// are not as many); none where both make the same chains. Title, question and story are left out.
std::vector<std::string> differingPaths(const Experiment& a, const Experiment& b);

/// Whether the setting counts for `experiment` and has another value than in `from`.
bool isChanged(const ExperimentField& field, const Experiment& experiment, const Experiment& from);

} // namespace hareloom
