// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"

namespace hareloom {

/// x' y (d, d) of two tables (n, d), added up in an order that is the same on every processor
/// (core/base/BlockArithmetic.h): a general matrix product adds up in parts that it fits to the caches.
Matrix crossProducts(const Matrix& x, const Matrix& y);

} // namespace hareloom
