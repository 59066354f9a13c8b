// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/NetworkSettings.h"

namespace hareloom::neural {

/// Of the factors of a matrix product; its sums have 32 bits always.
enum class Precision { Fp32, Bf16 };

/// As experiments and reports have it.
constexpr NumberFormat formatOf(Precision precision)
{
    return precision == Precision::Bf16 ? NumberFormat::Bf16 : NumberFormat::Fp32;
}

} // namespace hareloom::neural
