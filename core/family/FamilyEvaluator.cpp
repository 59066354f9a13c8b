// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/FamilyEvaluator.h"

namespace hareloom {

Matrix Measured::rows(std::int64_t count) const
{
    Matrix values(count, sample->dimension());
    sample->read(0, values);
    return values;
}

} // namespace hareloom
