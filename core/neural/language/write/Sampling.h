// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageGeneration.h"

#include <span>

namespace hareloom::neural {

/// The place of the largest; of equals, the first.
TokenId mostProbable(std::span<const float> logits);

/// Draws one token by inversion with `uniform` in [0, 1): temperature, then the most probable topK, then the
/// nucleus of topP, then the typical set, as transformers orders them.
/// `logits` is scratch afterwards.
TokenId sampleToken(const GenerationConfig& config, std::span<float> logits, double uniform);

} // namespace hareloom::neural
