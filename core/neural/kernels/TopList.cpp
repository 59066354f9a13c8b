// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/TopList.h"

#include "core/neural/kernels/FloatLanes.h"

#include <algorithm>

namespace hareloom::neural {
namespace {

using namespace lanes;

constexpr std::int64_t kStretch = 128; // numbers whose largest is looked at together

HARELOOM_EVERY_WIDTH
std::int64_t nextStretchAbove(const float* row, std::int64_t size, std::int64_t at, float added, float limit)
{
    for (; at + kStretch <= size; at += kStretch) {
        F most = load(row + at);
        for (std::int64_t i = kLanes; i < kStretch; i += kLanes)
            most = larger(load(row + at + i), most);
        if (largest(most) + added > limit)
            return at;
    }
    return at;
}

} // namespace

void TopList::take(float value, std::int64_t place)
{
    if (std::ssize(m_entries) == m_count)
        m_entries.pop_back();
    const auto at = std::upper_bound(m_entries.begin(), m_entries.end(), value,
                                     [](float v, const Entry& e) { return v > e.value; });
    m_entries.insert(at, {value, place});
}

void TopList::offer(const float* row, std::int64_t size, float added, std::int64_t first)
{
    std::int64_t i = 0;
    for (; i < size && std::ssize(m_entries) < m_count; ++i)
        take(row[i] + added, first + i);
    while (i < size) {
        i = nextStretchAbove(row, size, i, added, m_entries.back().value);
        for (const std::int64_t end = std::min(size, i + kStretch); i < end; ++i)
            if (row[i] + added > m_entries.back().value)
                take(row[i] + added, first + i);
    }
}

} // namespace hareloom::neural
