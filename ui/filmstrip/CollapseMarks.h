// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/History.h"
#include "ui/teller/ChainStory.h"

#include <functional>
#include <optional>

namespace hareloom::ui {

/// Where a chain's early and late collapse begin, as generation indices, and what there is to say of it; may be empty.
using MarkedGenerations = MarkWords;

/// Finds them in what has arrived so far of one chain. Called when new generations are in: should be quick.
using CollapseMarker = std::function<MarkedGenerations(const History& history, ChainIndex chain)>;

/// The program's one definition of early and late collapse (core/metrics/CollapseMarks.h), on the metrics of
/// a chain as far as it has come. No marks where the metrics that they need are not measured.
MarkedGenerations markCollapse(const History& history, ChainIndex chain);

} // namespace hareloom::ui
