// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Face.h"

namespace hareloom::ui {

/// What the chain's generations answer to its first prompts, each in one line, for a report.
Writings answersOf(const History& history, ChainIndex chain, const QList<int>& generations);

} // namespace hareloom::ui
