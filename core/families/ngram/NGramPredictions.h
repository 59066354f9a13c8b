// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Prediction.h"

#include <optional>
#include <string>

namespace hareloom {

/// Of order 1, plainly drawn: each token is a draw of its own, so that the chain is the discrete one (theory/
/// DiscreteTheory.h), whose states are the tokens, whose truth is their frequencies in all of the real text,
/// and whose rows are the tokens of a generation. It knows tokenHeterozygosity exactly, and survivingTokens.
std::optional<Prediction> predictNgram(const Loop& loop, const std::string& metric);

} // namespace hareloom
