// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace hareloom::neural {

/// The nonlinearity within the MLP. A rectifier needs no input for its gradient and joins the product before
/// it; the others keep theirs. gelu: Hendrycks and Gimpel 2016, arXiv 1606.08415.
enum class Activation { Relu, Gelu, GeluTanh };
Activation activationOf(const std::string& name);

/// y[i] = f(x[i]); not for Relu.
void activate(Activation kind, std::int64_t count, const float* x, float* y);
/// dy[i] *= f'(x[i]); for Relu, `x` may be the output.
void activationGradient(Activation kind, std::int64_t count, const float* x, float* dy);

} // namespace hareloom::neural
