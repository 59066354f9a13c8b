// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace hareloom::ui {

/// What a metric is, for a tool tip: its plain name and its title, its unit, what it tells, its formula and
/// its source; a line each. Its title alone where the engine does not know it.
QString metricMeaning(const std::string& metric);

} // namespace hareloom::ui
