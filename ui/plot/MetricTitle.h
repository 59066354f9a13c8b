// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace hareloom::ui {

/// "Mean, eruptions (minutes)" for "mean[0]": what views call a metric. `variables`: the names of the data's
/// variables, classes or kinds (RealData::variableNames); one without a name goes by its number, from 1.
QString metricTitle(const std::string& metric, const std::vector<std::string>& variables = {});

} // namespace hareloom::ui
