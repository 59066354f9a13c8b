// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/family/Generation.h"
#include "core/lesson/Lesson.h"
#include "core/lesson/RunRecord.h"

#include <optional>
#include <string>
#include <vector>

namespace hareloom::cli {

/// The words wrapped to `columns`, entries of lists with their dash; strong and emphasised words as they are.
std::string wrapped(std::string_view text, std::size_t columns = 78);

/// A model in characters: bars of states, rows that it draws, or the beginning of what it wrote. Axes are
/// those of generation 0. Empty where there is nothing that characters can show.
std::string drawn(const Generation& generation, const Generation& first,
                  const std::vector<std::string>& stateNames);

/// A line for each variant, of those that are shown, from the first on (nothing: all): a metric's course up
/// to a generation, of its first chain, or the median of all.
std::string courses(const RunRecord& record, const std::string& metric, std::int64_t upTo, bool isOverChains,
                    std::optional<std::int64_t> shown);

} // namespace hareloom::cli
