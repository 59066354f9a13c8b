// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filmstrip/CollapseMarks.h"

namespace hareloom::app {

/// The program's one definition of early and late collapse (core/metrics/CollapseMarks.h), on the metrics of
/// a chain as far as it has come. No marks where the metrics that they need are not measured.
ui::MarkedGenerations markCollapse(const ui::History& history, ChainIndex chain);

} // namespace hareloom::app
