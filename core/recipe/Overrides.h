// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// Changes settings of an experiment and of its variants as a person asks for it: --set on the command line,
/// set= in an address. `settings`: paths with values as setField() takes them. Family and source come first,
/// whatever the order, and bring what depends on them into line (Adaptation.h); what is asked for itself
/// stands. `calledBy` stands before a path in refusals and notes: "--set ". Returns a note for each setting
/// that took others with it, or left fewer variants than there were. The whole is not validated. Errors:
/// InvalidInput, for an unknown setting (the nearest ones are named), a value that is not allowed, and a
/// setting for which the experiment has no use.
Result<std::vector<std::string>> applyOverrides(Experiment& experiment, const SettingList& settings,
                                                const std::string& calledBy);

/// The words most like `word`, best first, at most three: what a refusal offers.
std::vector<std::string> nearestWords(const std::string& word, std::vector<std::string> words);

} // namespace hareloom
