// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TypedNumber.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"

#include <cmath>

namespace hareloom::cli {

Result<std::int64_t> typedNumber(const std::optional<std::string>& typed, const char* option, double least,
                                 double most, std::int64_t otherwise)
{
    if (!typed)
        return otherwise;
    const auto number = parseNumber(*typed);
    if (!number || *number < least || *number > most || *number != std::floor(*number))
        return invalidInput(
            mustBe(option, printable(*typed), "be a whole number and " + lieBetween(least, most)));
    return static_cast<std::int64_t>(*number);
}

} // namespace hareloom::cli
