// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/families/diffusion/DiffusionSnapshot.h"
#include "core/neural/diffusion/Denoiser.h"

namespace hareloom::neural {

/// n rows drawn from noise N(0, lambda I) as a function of (model, seed, row); pixels of images are kept in
/// [0, 1].
DatasetPtr diffusionRows(std::shared_ptr<const Denoiser> denoiser, DiffusionModelPtr model, std::int64_t n,
                         Seed seed, double lambda = 1);

} // namespace hareloom::neural
