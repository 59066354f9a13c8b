// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/experiment/Experiment.h"

#include <memory>
#include <string>
#include <vector>

namespace hareloom {

/// What is allowed, but will not be what it looks like with the data at hand: shares that round to no row or to a
/// very different share, and what the family has to say. A sentence each, for a person to read before a run.
/// `variant` is one of expandVariants(), `source` its own.
std::vector<std::string> remarksOn(const Experiment& variant, std::shared_ptr<const Source> source);

/// The same after the variant's title, where there are several; each sentence once.
void addRemarks(std::vector<std::string>& remarks, const Experiment& variant, std::shared_ptr<const Source> source,
                bool isOneOfSeveral);

} // namespace hareloom
