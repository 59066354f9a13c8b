// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Lesson.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

// What no field of a lesson can check alone. Each returns InvalidInput with the path, what was found and what
// is allowed.

namespace hareloom {

/// Ids that are there once, experiments that can be run at all, steps in their order; fills in what a step
/// takes over from the one before it. `object`: what the lesson was read from. `folder`: of its data, empty:
/// it may name none.
Result<void> checkParts(Lesson& lesson, const nlohmann::json& object, const std::string& folder);

/// Every expression: what it names is there, is measured, and costs little. Tells each which experiment it
/// means.
Result<void> checkExpressions(Lesson& lesson);

/// Every text that a step needs is there, and no other; every place in a text has a value. `textName` names
/// the file in messages. Errors: InvalidFile.
Result<void> checkTexts(const Lesson& lesson, const std::string& textName);

/// The states of each experiment are called by the lesson's texts. `textName` as above. Errors: InvalidFile,
/// where two are called alike or a name is more than a few words.
Result<void> nameStates(Lesson& lesson, const std::string& textName);

/// What is claimed stands in its text of the first language, and each value is named somewhere. `textName`:
/// "text.en.md".
Result<void> checkClaims(const Lesson& lesson, const std::string& textName);

} // namespace hareloom
