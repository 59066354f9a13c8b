// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <string>
#include <string_view>

namespace hareloom {

/// Whether a setting that names a file says nothing, or names something that is the same on every machine: a
/// text, a model or data of the presets, of a package, or of the catalogue.
bool comesWithTheProgram(std::string_view value);

/// The first file of this machine that the experiment or one of its variants reads; empty: none.
std::string fileOf(const Experiment& experiment);

} // namespace hareloom
