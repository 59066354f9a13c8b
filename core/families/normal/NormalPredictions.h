// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Prediction.h"

#include <optional>

namespace hareloom {

/// What theory says of a chain of Gaussians (Shumailov et al. 2024, theory section; docs/theory.md). "mean"
/// of a variable is that of its source for ever; predict() in core/prediction/Predictions.h says how far
/// chains stray from it.
std::optional<Prediction> predictGaussian(const Loop& loop, const std::string& metric);
/// Of kernel densities: the variance alone, which grows by the kernel's and shrinks by resampling.
std::optional<Prediction> predictKde(const Loop& loop, const std::string& metric);
/// Of mixtures: the variance alone; exact with an added regularisation, and as long as no component's
/// variance is held up by a floor.
std::optional<Prediction> predictMixture(const Loop& loop, const std::string& metric);

} // namespace hareloom
