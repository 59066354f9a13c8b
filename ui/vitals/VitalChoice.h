// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/vitals/VitalChart.h"

#include <optional>
#include <string>
#include <vector>

namespace hareloom::ui {

/// Which vitals someone has chosen for a family, in order, kept in QSettings; nothing: the usual ones.
std::optional<std::vector<std::string>> rememberedVitals(const std::string& family);
/// `offered`: what could be chosen this time. Earlier choices that this experiment cannot show stay chosen.
void rememberVitals(const std::string& family, const std::vector<std::string>& chosen,
                    const std::vector<std::string>& offered);
void forgetVitals(const std::string& family);

/// The vertical axis of a metric's chart, kept in QSettings.
AxisScale rememberedScale(const std::string& metric);
void rememberScale(const std::string& metric, AxisScale scale);

} // namespace hareloom::ui
