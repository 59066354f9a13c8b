// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace hareloom {

/// Where a word of the text being encoded was met before: one entry a hash, the newer word replaces the older
/// one, so its size is bounded. Entries refer to the text and to the ids made so far, so nothing is copied.
class WordCache
{
public:
    struct Entry
    {
        std::string_view word;
        std::size_t first = 0, count = 0; // its ids among those made so far
    };

    explicit WordCache(std::size_t textBytes)
        : m_entries(std::bit_ceil(std::clamp<std::size_t>(textBytes / 8, 16, kMostEntries)))
    {
    }

    /// The entry of this word's hash: the word's own when `entry.word` equals it.
    Entry& placeOf(std::string_view word) { return m_entries[hashOf(word) & (m_entries.size() - 1)]; }

private:
    static constexpr std::size_t kMostEntries = 1U << 16;

    static std::uint64_t hashOf(std::string_view word)
    {
        std::uint64_t hash = word.size();
        for (std::size_t at = 0; at < word.size(); at += 8) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, word.data() + at, std::min<std::size_t>(8, word.size() - at));
            hash = (hash ^ eight) * 0x9E3779B97F4A7C15ULL;
            hash ^= hash >> 32;
        }
        return hash;
    }

    std::vector<Entry> m_entries;
};

} // namespace hareloom
