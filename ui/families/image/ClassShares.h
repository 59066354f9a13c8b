// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/ClassStream.h"

#include <vector>

namespace hareloom::ui {

/// The shares of a generation's images that the classifier takes for each class, one a class: as measured
/// (metric classShare), else counted in the snapshot's cloud. `classes`: how many there are at least. Empty
/// when neither is known.
std::vector<double> classSharesOf(const Generation& generation, std::size_t classes = 0);

/// Those of all generations of a chain; `before`: generation 0's. Frame and names outlive the stream.
ClassStream classStream(const StageFrame& frame, const std::vector<double>& before,
                        const std::vector<std::string>& names);

} // namespace hareloom::ui
