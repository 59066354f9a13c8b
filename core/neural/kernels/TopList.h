// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace hareloom::neural {

/// The `count` largest numbers of several rows with their places, largest first; of equals, those of smaller
/// places first. Rows are offered in the order of their places.
class TopList
{
public:
    struct Entry
    {
        float value;
        std::int64_t place;
    };
    explicit TopList(std::int64_t count) : m_count(count)
    {
        m_entries.reserve(static_cast<std::size_t>(count));
    }

    /// row[i] + added, at place first + i. Most numbers are passed over sixteen at a time.
    void offer(const float* row, std::int64_t size, float added, std::int64_t first);
    const std::vector<Entry>& entries() const { return m_entries; }
    void clear() { m_entries.clear(); }

private:
    void take(float value, std::int64_t place);
    std::int64_t m_count;
    std::vector<Entry> m_entries;
};

} // namespace hareloom::neural
