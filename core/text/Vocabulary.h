// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// How a text becomes tokens with ids in [0, size()), and again a text. Immutable; any thread.
class Vocabulary
{
public:
    virtual ~Vocabulary() = default;

    virtual int size() const = 0;
    /// The ids of `utf8`; with `withSpecial`, what its convention puts in front of a text stands there.
    /// Errors: InvalidData, naming the byte offset where the text is no UTF-8.
    virtual Result<std::vector<int>> encode(std::string_view utf8, bool withSpecial = true) const = 0;
    /// The text of any ids, in UTF-8; ids outside [0, size()) become U+FFFD each. Never fails.
    virtual std::string decode(std::span<const int> ids, bool withSpecial = false) const = 0;
};
using VocabularyPtr = std::shared_ptr<const Vocabulary>;

} // namespace hareloom
