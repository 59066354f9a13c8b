// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// "schema" in every experiment file.
inline constexpr int kExperimentSchema = 1;

/// Reads and validates. `origin` names the text in messages ("old-faithful.json"). Unknown keys and
/// out-of-range values are refused with the key's path, what was found and what is allowed.
Result<Experiment> parseExperiment(std::string_view text, const std::string& origin);
Result<Experiment> readExperiment(const nlohmann::json& json, const std::string& origin);
/// Reads what a session recorded, every setting that counted written out: one that is missing there is younger
/// than the session, which means it as the program worked then (ExperimentField::formerly).
Result<Experiment> parseRecordedExperiment(std::string_view text, const std::string& origin);
/// The paths of settings with such a meaning that the recorded text lacks, though they count for
/// `experiment`, which was read from it: the program that wrote it did not know them.
std::vector<std::string> youngerSettings(std::string_view text, const Experiment& experiment);
/// Reads a file; relative paths inside it start at its folder.
Result<Experiment> loadExperiment(const std::string& path);

/// Every field that applies, with its value: reading it back gives the same experiment.
nlohmann::json toJson(const Experiment& experiment);
/// Pretty, two spaces, numbers shortest that read back to the same double.
std::string toText(const Experiment& experiment);

/// One `--set path=value`; the value is JSON, or a plain word for text and choices. Does not validate the
/// whole.
Result<void> setField(Experiment& experiment, std::string_view path, std::string_view value);

/// Checks what no field can check alone: combinations of family, source, policy and errors.
Result<void> validate(const Experiment& experiment);

} // namespace hareloom
