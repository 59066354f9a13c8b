// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/PairMerges.h"

#include <algorithm>
#include <bit>

namespace hareloom {
namespace {

using Candidate = PairMerges::Workspace::Candidate;

bool isLater(const Candidate& a, const Candidate& b)
{
    return a.rank != b.rank ? a.rank > b.rank : a.at > b.at;
}

} // namespace

PairMerges::PairMerges(const std::array<int, 256>& byteIds, const std::vector<Merge>& merges)
    : m_byteIds(byteIds), m_slots(std::bit_ceil(2 * merges.size() + 2))
{
    for (std::size_t rank = 0; rank < merges.size(); ++rank) {
        const Merge& merge = merges[rank];
        m_slots[placeOf(merge.left, merge.right)] = {merge.left, merge.right, static_cast<int>(rank),
                                                     merge.merged};
    }
}

std::size_t PairMerges::placeOf(int left, int right) const
{
    std::uint64_t key = static_cast<std::uint64_t>(left) << 32 | static_cast<std::uint32_t>(right);
    key *= 0x9E3779B97F4A7C15ULL;
    const std::size_t mask = m_slots.size() - 1;
    std::size_t place = (key ^ key >> 29) & mask;
    while (m_slots[place].left >= 0 && (m_slots[place].left != left || m_slots[place].right != right))
        place = (place + 1) & mask;
    return place;
}

const PairMerges::Slot* PairMerges::find(int left, int right) const
{
    const Slot& slot = m_slots[placeOf(left, right)];
    return slot.left < 0 ? nullptr : &slot;
}

void PairMerges::consider(Workspace& work, int at) const
{
    const auto& parts = work.parts;
    const int next = parts[static_cast<std::size_t>(at)].next;
    if (next < 0)
        return;
    const int left = parts[static_cast<std::size_t>(at)].id, right = parts[static_cast<std::size_t>(next)].id;
    if (const Slot* slot = find(left, right)) {
        work.heap.push_back({slot->rank, at, left, right, slot->merged});
        std::push_heap(work.heap.begin(), work.heap.end(), isLater);
    }
}

void PairMerges::spell(std::string_view word, Workspace& work) const
{
    work.parts.clear();
    work.heap.clear();
    const int count = static_cast<int>(word.size());
    for (int i = 0; i < count; ++i)
        work.parts.push_back({m_byteIds[static_cast<unsigned char>(word[static_cast<std::size_t>(i)])], i - 1,
                              i + 1 < count ? i + 1 : -1});
    for (int i = 0; i < count; ++i)
        consider(work, i);
}

void PairMerges::merge(Workspace& work, const Workspace::Candidate& best) const
{
    auto& parts = work.parts;
    auto& left = parts[static_cast<std::size_t>(best.at)];
    const int next = left.next;
    if (left.id != best.left || next < 0 || parts[static_cast<std::size_t>(next)].id != best.right)
        return; // a neighbour has been merged since
    auto& right = parts[static_cast<std::size_t>(next)];
    left.id = best.merged;
    left.next = right.next;
    right.id = -1;
    if (left.next >= 0)
        parts[static_cast<std::size_t>(left.next)].previous = best.at;
    consider(work, best.at);
    if (left.previous >= 0)
        consider(work, left.previous);
}

void PairMerges::encode(std::string_view word, Workspace& work, std::vector<int>& ids) const
{
    spell(word, work);
    while (!work.heap.empty()) {
        std::pop_heap(work.heap.begin(), work.heap.end(), isLater);
        const Candidate best = work.heap.back();
        work.heap.pop_back();
        merge(work, best);
    }
    for (int i = word.empty() ? -1 : 0; i >= 0; i = work.parts[static_cast<std::size_t>(i)].next)
        ids.push_back(work.parts[static_cast<std::size_t>(i)].id);
}

} // namespace hareloom
