// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Event.h"
#include "ui/compare/Comparison.h"

#include <optional>

namespace hareloom::ui {

/// What the columns say together at a generation, or at the last that all of them have: the engine's answer
/// (core/teller), of all chains of each column's variant, in the first metric that all have measured. Nothing
/// where they cannot be compared.
std::optional<Event> answerOf(const Comparison& comparison, int shown);

} // namespace hareloom::ui
