// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hareloom::neural {

/// Of a product's factors; sums are of 32 bits always.
enum class Precision { Fp32, Bf16 };

/// As experiments and reports have it: "fp32", "bf16".
constexpr const char* precisionName(Precision precision)
{
    return precision == Precision::Bf16 ? "bf16" : "fp32";
}

} // namespace hareloom::neural
