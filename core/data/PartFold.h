// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/Dataset.h"

#include <algorithm>
#include <vector>

namespace hareloom {

/// Summarises a dataset part by part, in order, and remembers where it was: when the next dataset begins with
/// the same parts, as an accumulating pool does, only the new parts are read. The bytes are those of a fresh
/// pass. `Summary` needs append(const Summary&) and a default value that is empty.
template<class Summary>
class PartFold
{
public:
    /// `summarise(const Dataset&)` returns Result<Summary>. Errors: its own, at once; only parts that were
    /// summarised whole are remembered.
    template<class Summarise>
    Result<Summary> over(const DatasetPtr& data, const Summarise& summarise)
    {
        const auto parts = data->parts();
        if (parts.empty())
            return summarise(*data);
        if (m_parts.size() > parts.size() || !std::equal(m_parts.begin(), m_parts.end(), parts.begin())) {
            m_parts.clear();
            m_total = {};
        }
        for (std::size_t i = m_parts.size(); i < parts.size(); ++i) {
            const Result<Summary> part = summarise(*parts[i]);
            if (!part)
                return part.error();
            m_total.append(*part);
            m_parts.push_back(parts[i]);
        }
        return m_total;
    }

private:
    std::vector<DatasetPtr> m_parts; // held, so that no address is used twice
    Summary m_total;
};

} // namespace hareloom
