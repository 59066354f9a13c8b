// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Refusals of a setting, an option or a field of a file, in the one form that all of them have: what it is,
// and what it must be instead. "policy.realShare is 1.5. It must lie between 0 and 1."

namespace hareloom {

/// The sentences alone: `found` as people are to read it, `must` as it follows "It must".
std::string mustBe(std::string_view path, std::string_view found, std::string_view must);
/// The same as an error about the setting `path`, or an element of its list: "source.means[2]". Kind
/// InvalidInput.
Error refusedSetting(const std::string& path, std::string_view found, std::string_view must);

/// "lie between 0 and 1". Whole numbers of up to fifteen digits are written out.
std::string lieBetween(double least, double most);
/// "a", "a or b", "a, b or c".
std::string oneOf(std::span<const std::string> choices);
/// "be a, b or c".
std::string beOneOf(std::span<const std::string> choices);

/// The refusal with its setting called `name`, as people see it: "Share of real rows is 1.5. It must ...".
/// Unchanged where the refusal is of no setting.
std::string saidOf(const Error& error, std::string_view name);
/// The refusal where it stands beside its setting: "It is 1.5. It must lie between 0 and 1.", or what follows
/// the setting and a colon. Unchanged where the refusal is of no setting.
std::string saidBeside(const Error& error);

} // namespace hareloom
