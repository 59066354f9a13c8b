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

/// What the source's file was taken for, where it says so: Source::readAs(). Each line once.
void addReadAs(std::vector<std::string>& lines, const Source& source);

} // namespace hareloom
