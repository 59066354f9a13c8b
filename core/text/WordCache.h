// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace hareloom {

/// The ids of words met before, for short words of few ids, which are nearly all of a text: one entry a hash,
/// the newer word replaces the older one, so the size is bounded. An entry is within one line of the
/// processor's cache.
class WordCache
{
public:
    static constexpr std::size_t kMostBytes = 16, kMostIds = 5;

    explicit WordCache(std::size_t textBytes)
        : m_entries(std::bit_ceil(std::clamp<std::size_t>(textBytes / 8, 16, kMostEntries)))
    {
    }

    struct Entry
    {
        std::uint64_t low = 0, high = 0; // the word's bytes, padded by zeros
        std::uint8_t bytes = 0, count = 0;
        int ids[kMostIds] = {};

        std::span<const int> known() const { return {ids, count}; }
        void set(std::span<const int> found)
        {
            count = static_cast<std::uint8_t>(found.size());
            std::copy(found.begin(), found.end(), ids);
        }
    };

    /// The entry for a word of 1 to kMostBytes bytes. When it was another word's, it is this one's now,
    /// without ids.
    Entry& entryOf(std::string_view word)
    {
        std::uint64_t low = 0, high = 0;
        std::memcpy(&low, word.data(), std::min<std::size_t>(8, word.size()));
        if (word.size() > 8)
            std::memcpy(&high, word.data() + 8, word.size() - 8);
        const std::uint64_t hash = (low ^ std::rotl(high * kMix, 29) ^ word.size()) * kMix;
        Entry& entry = m_entries[hash >> 40 & (m_entries.size() - 1)];
        if (entry.low != low || entry.high != high || entry.bytes != word.size())
            entry = {low, high, static_cast<std::uint8_t>(word.size()), 0, {}};
        return entry;
    }

private:
    static constexpr std::size_t kMostEntries = 1U << 16;
    static constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;

    std::vector<Entry> m_entries;
};

} // namespace hareloom
