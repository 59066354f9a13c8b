// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hareloom {

/// Sums over n doubles in eight interleaved partial sums: the order of additions is part of the contract, so
/// the bytes are the same on every instruction set.
double sumOf(const double* x, std::int64_t n);
double squaresAbout(const double* x, std::int64_t n, double centre); // sum of (x - centre)^2

/// x = offset + factor * x.
void scaleAndShift(double* x, std::int64_t n, double factor, double offset);

} // namespace hareloom
