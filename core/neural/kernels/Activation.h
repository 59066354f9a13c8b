// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageArchitecture.h"

#include <cstdint>

namespace hareloom::neural {

/// y[i] = f(x[i]); not for Relu, which joins the product before it and needs no input for its gradient.
void activate(Activation kind, std::int64_t count, const float* x, float* y);
/// dy[i] *= f'(x[i]); for Relu, `x` may be the output.
void activationGradient(Activation kind, std::int64_t count, const float* x, float* dy);

} // namespace hareloom::neural
