// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/family/Generation.h"
#include "core/store/Export.h"

#include <ostream>
#include <span>
#include <string>

namespace hareloom {

enum class MetricsFormat { Csv, Json };

/// Writes metrics as writeMetricsCsv() and writeMetricsJson() do, for generations that come one at a time.
class MetricsStream
{
public:
    /// `out` outlives it.
    MetricsStream(std::ostream& out, MetricsFormat format, std::span<const std::string> wanted,
                  ChainNames names);

    /// Once, before the first. Errors here and below: System (the stream takes no more).
    Result<void> begin();
    Result<void> add(const Generation& generation);
    /// Once, after the last.
    Result<void> end();

private:
    void csvLine(const Generation& generation, const MetricValue& metric);
    void jsonLine(const Generation& generation, const MetricValue& metric);
    bool isWanted(std::string_view name) const;
    Result<void> written();

    std::ostream& m_out;
    MetricsFormat m_format;
    std::vector<std::string> m_wanted;
    ChainNames m_names;
    std::string m_text;
    const char* m_separator = "\n";
};

} // namespace hareloom
