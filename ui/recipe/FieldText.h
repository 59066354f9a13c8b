// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/ExperimentFields.h"

#include <nlohmann/json_fwd.hpp>

#include <QString>

namespace hareloom::ui {

/// A setting's value as words to edit: "0.1"; "1, 2, 3"; a table as a line a row; several tables with a blank
/// line between them.
QString textOf(FieldType type, const nlohmann::json& value);

/// The value that the words stand for. What is no number stays text, for the field to refuse by name.
nlohmann::json valueOf(FieldType type, const QString& text);

/// "Relative floor" for "relativeFloor": a choice as the recipe spells it, where it has no title of its own.
QString spelledOut(const std::string& choice);
/// The same where families go by their titles.
QString choiceText(const ExperimentField& field, const std::string& choice);

/// Why a setting is refused, as a sentence that does not name it.
QString whyOf(const Error& error);

} // namespace hareloom::ui
