// SPDX-License-Identifier: GPL-3.0-or-later
// What all tests of damaged files share: how a file is damaged, and what a reader may say of it.
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom::fuzz {

using Bytes = std::vector<std::uint8_t>;

/// One to eight small damages: a byte changed, a piece cut out, doubled or replaced by one from `words`, the
/// end cut off.
inline std::string damaged(std::string text, Rng& rng, std::span<const std::string_view> words)
{
    for (std::uint64_t left = 1 + rng.below(8); left > 0; --left) {
        const std::size_t at = rng.below(text.size() + 1),
                          length = std::min<std::size_t>(rng.below(20), text.size() - at);
        switch (rng.below(5)) {
        case 0:
            text.insert(at, 1, static_cast<char>(rng.below(256)));
            break;
        case 1:
            text.erase(at, length);
            break;
        case 2:
            text.insert(at, text.substr(at, length));
            break;
        case 3:
            text.replace(at, length, words[rng.below(words.size())]);
            break;
        default:
            text.resize(rng.below(4) == 0 ? at : text.size());
        }
    }
    return text;
}

/// One to four small damages of a file of numbers: a byte changed, also by one, also where sizes stand; a run
/// of equal bytes put in; the end cut off.
inline void damage(Bytes& bytes, Rng& rng)
{
    for (std::uint64_t left = 1 + rng.below(4); left > 0 && !bytes.empty(); --left) {
        const std::size_t at = rng.below(bytes.size());
        switch (rng.below(5)) {
        case 0:
            bytes[at] = static_cast<std::uint8_t>(rng.below(256));
            break;
        case 1:
            if (rng.below(4) == 0)
                bytes.resize(at);
            break;
        case 2:
            bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), 1 + rng.below(9),
                         static_cast<std::uint8_t>(rng.below(2) * 255));
            break;
        case 3:
            bytes[at] = static_cast<std::uint8_t>(bytes[at] + 1);
            break;
        default:
            bytes[rng.below(std::min<std::size_t>(16, bytes.size()))] =
                static_cast<std::uint8_t>(rng.below(256));
        }
    }
}

/// A refusal that helps a person: one line of reasonable length that says where and what is wrong, and what
/// to do unless the file as such is the trouble; never the words of a library's exception.
inline bool isSentence(const Error& error)
{
    const std::string& message = error.message;
    const auto has = [&](const char* what) { return message.find(what) != std::string::npos; };
    return message.size() > 20 && message.size() < 500 && !has("\n") && !has("exception") &&
           (error.kind == ErrorKind::InvalidFile || has("; ") || message.ends_with('.'));
}

/// The same, of a reader that knows nothing but files.
inline bool isOfFile(const Error& error)
{
    return isSentence(error) && error.kind == ErrorKind::InvalidFile;
}

} // namespace hareloom::fuzz
