// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MetricsStream.h"

#include "core/base/Text.h"
#include "core/base/WriteJson.h"

#include <algorithm>
#include <cmath>

namespace hareloom {

namespace {

void appendJsonNumber(std::string& text, double value)
{
    if (std::isnan(value))
        text += "null";
    else if (std::isinf(value))
        text += value > 0 ? "\"inf\"" : "\"-inf\"";
    else
        text += exactNumber(value);
}

/// Empty for a chain of a variant that is not known.
std::string titleOf(const ChainNames& names, ChainIndex chain)
{
    const auto variant = static_cast<std::size_t>(chain / names.replicates);
    return variant < names.variants.size() ? names.variants[variant] : std::string();
}

} // namespace

MetricsStream::MetricsStream(std::ostream& out, MetricsFormat format, std::span<const std::string> wanted,
                             ChainNames names)
    : m_out(out), m_format(format), m_wanted(wanted.begin(), wanted.end()), m_names(std::move(names))
{
}

bool MetricsStream::isWanted(std::string_view name) const
{
    return m_wanted.empty() || std::any_of(m_wanted.begin(), m_wanted.end(),
                                           [&](const std::string& w) { return isMetric(name, w); });
}

Result<void> MetricsStream::begin()
{
    m_text = m_format == MetricsFormat::Json ? "["
             : m_names.variants.empty()      ? "chain,generation,metric,value\n"
                                             : "chain,generation,metric,value,variant,replicate\n";
    return written();
}

Result<void> MetricsStream::add(const Generation& generation)
{
    for (const MetricValue& metric : generation.metrics)
        if (isWanted(*metric.name))
            m_format == MetricsFormat::Csv ? csvLine(generation, metric) : jsonLine(generation, metric);
    return written();
}

Result<void> MetricsStream::end()
{
    if (m_format == MetricsFormat::Json)
        m_text = "\n]\n";
    return written();
}

void MetricsStream::csvLine(const Generation& g, const MetricValue& metric)
{
    m_text += std::to_string(g.chain) + ',' + std::to_string(g.index) + ',' + csvField(*metric.name) + ',';
    m_text += exactNumber(metric.value);
    if (!m_names.variants.empty())
        m_text +=
            ',' + csvField(titleOf(m_names, g.chain)) + ',' + std::to_string(g.chain % m_names.replicates);
    m_text += '\n';
}

void MetricsStream::jsonLine(const Generation& g, const MetricValue& metric)
{
    m_text += m_separator + ("{\"chain\": " + std::to_string(g.chain)) +
              ", \"generation\": " + std::to_string(g.index) +
              ", \"metric\": " + jsonString(*metric.name) + ", \"value\": ";
    appendJsonNumber(m_text, metric.value);
    if (!m_names.variants.empty())
        m_text += ", \"variant\": " + jsonString(titleOf(m_names, g.chain)) +
                  ", \"replicate\": " + std::to_string(g.chain % m_names.replicates);
    m_text += '}';
    m_separator = ",\n";
}

Result<void> MetricsStream::written()
{
    m_out.write(m_text.data(), static_cast<std::streamsize>(m_text.size()));
    m_text.clear();
    if (!m_out)
        return systemError("The output could not be written to its end; is the disk full?");
    return {};
}

} // namespace hareloom
