// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/Page.h"
#include "ui/page/PageStops.h"

#include <QJsonArray>

namespace hareloom::ui {

/// More charts than this are not on a page.
inline constexpr std::size_t kMostPageCharts = 12;

/// The charts of a page for its script: of each metric a line a column, as the window draws it (median,
/// spread over the chains, theory, the real data), values at the stops. `variables`: names of the data's
/// variables.
QJsonArray chartsOf(const PageRequest& request, const PageStops& stops,
                    const std::vector<std::string>& variables, PageSteps& steps);

} // namespace hareloom::ui
