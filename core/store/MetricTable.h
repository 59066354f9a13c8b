// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/MetricName.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hareloom {

/// The metrics of a session, numbered from 1 in the order in which they were first measured.
class MetricTable
{
public:
    void clear();
    /// As the session's table has it. False where it is out of order, there already, or no metric that is
    /// known: views read the number within the brackets.
    bool add(std::int64_t id, std::string_view name);
    /// A new number for a name that is not there yet.
    std::uint32_t idOf(const MetricName& name);
    std::optional<MetricName> nameOf(std::uint64_t id) const;
    const std::vector<MetricName>& names() const { return m_names; }
    /// Leaves the first `count`.
    void truncate(std::size_t count);

private:
    std::vector<MetricName> m_names;
    std::unordered_map<const std::string*, std::uint32_t> m_ids; // a name is kept once for the whole program
};

/// Whether a metric of this name is known, with the number of a part where it has one: "mean[3]".
bool isKnownMetric(std::string_view name);

} // namespace hareloom
