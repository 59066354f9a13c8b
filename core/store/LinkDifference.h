// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"

#include <string>
#include <vector>

namespace hareloom {

/// What differs first between a generation that a session holds and the same made again, as words of a
/// sentence; empty where nothing does. The time that it took is no difference, nor is a model that one of
/// them lacks.
std::string linkDifference(const Generation& held, const Generation& made);

/// The same experiment, no longer than the longest of a session's chains (Session::chainLengths()).
Experiment asFarAs(Experiment experiment, const std::vector<int>& lengths);

} // namespace hareloom
