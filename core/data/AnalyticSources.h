// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"

namespace hareloom {

/// normal, linear, mixture, eightGaussians: the truth is a mixture of normals. Of linear, `dimension` is the number of inputs
/// and `weights` are their coefficients. Errors: InvalidInput (shapes, not
/// positive semi-definite).
Result<std::shared_ptr<const Source>> makeNormalSource(const SourceConfig& config);

/// zipf, categories: the truth is a categorical distribution. Errors: InvalidInput (weights, names).
Result<std::shared_ptr<const Source>> makeCategoricalSource(const SourceConfig& config);

} // namespace hareloom
