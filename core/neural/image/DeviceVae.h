// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/image/VaeMath.h"

namespace hareloom::neural {

/// As train() (core/neural/kernels/Training.h), of the autoencoder `math`, with everything on its device: rows
/// (plan.rows, pixels), the noise of each epoch, which is fillNormals() of (noiseSeed, epoch), parameters and
/// moments. Losses are read every few steps. Where a batch does not fit into the device's memory, parts of it
/// go through one after another, and every step's remark says so.
Result<Terms> trainVaeOn(const std::string& device, const VaeMath& math, Floats& parameters,
                         const TrainingPlan& plan, const float* rows, double beta, Seed noiseSeed);

/// One attempt at it, with at most `atOnce` of a batch's rows computed at once; the gradients of such parts
/// are added up. Throws c10::OutOfMemoryError; `parameters` are then as they were.
Result<Terms> trainVaeInParts(const std::string& device, const VaeMath& math, Floats& parameters,
                              const TrainingPlan& plan, std::int64_t atOnce, const float* rows, double beta,
                              Seed noiseSeed);

/// Bytes that it holds of the device's memory.
std::int64_t vaeMemoryOn(const VaeArchitecture& architecture, std::int64_t rows, std::int64_t atOnce);

} // namespace hareloom::neural
