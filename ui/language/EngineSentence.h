// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace hareloom {
struct ExperimentField;
}

// What the engine puts together, in the window's language. Paths, numbers, names and what stands in quotation
// marks stay as they are, and so does all of a text that is none of the engine's. Any thread.

namespace hareloom::ui {

/// A refusal, a remark or a reason: "policy.realShare is 1.5. It must lie between 0 and 1."
QString engineSentence(std::string_view english);
/// The same as it stands alone: with a capital letter and a full stop.
QString wholeEngineSentence(std::string english);
/// What core/recipe/Differences.h says of a setting: "latest", or "latest, from 200 on: all".
QString engineValue(const ExperimentField& field, std::string_view english);
/// What core/recipe/Stretches.h says of an event: "Real share 0.1, Pool all".
QString engineChanges(std::string_view english);

} // namespace hareloom::ui
