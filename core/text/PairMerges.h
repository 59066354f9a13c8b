// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hareloom {

/// One merge of byte-pair encoding: wherever `left` stands before `right`, `merged` replaces both.
struct Merge
{
    int left = 0, right = 0, merged = 0; // ids
};

/// Byte-pair encoding of one word: the pair of lowest rank is merged first, of equal ones the leftmost, until
/// no pair is left (Sennrich et al. 2016, arXiv 1508.07909). Immutable; any thread.
class PairMerges
{
public:
    /// `byteIds` are the ids of the 256 single bytes; `merges` are in the order of their ranks. Of two merges
    /// of one pair the later counts, as in Hugging Face's tokenizers. Ids are >= 0.
    PairMerges(const std::array<int, 256>& byteIds, const std::vector<Merge>& merges);

    /// What encode() works in; one a thread, so that words need no memory of their own.
    struct Workspace
    {
        struct Part
        {
            int id, previous, next; // neighbours, -1 at the ends; id -1: merged into the one before
        };
        struct Candidate
        {
            int rank, at, left, right, merged;
        };
        std::vector<Part> parts;
        std::vector<Candidate> heap;
    };

    /// Appends the word's ids. O(n log n) for n bytes.
    void encode(std::string_view word, Workspace& work, std::vector<int>& ids) const;

private:
    struct Slot
    {
        int left = -1, right = -1, rank = 0, merged = 0;
    };
    const Slot* find(int left, int right) const;
    std::size_t placeOf(int left, int right) const;
    void spell(std::string_view word, Workspace& work) const;
    void consider(Workspace& work, int at) const;
    void merge(Workspace& work, const Workspace::Candidate& best) const;

    std::array<int, 256> m_byteIds;
    std::vector<Slot> m_slots; // open addressing, at most half full; a power of two
};

} // namespace hareloom
