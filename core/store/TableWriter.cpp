// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/TableWriter.h"

#include "core/base/Text.h"
#include "core/base/WriteJson.h"

#include <cmath>

namespace hareloom {

namespace {

std::string csvText(const Cell& cell)
{
    if (const auto* count = std::get_if<std::int64_t>(&cell))
        return std::to_string(*count);
    if (const auto* number = std::get_if<double>(&cell))
        return exactNumber(*number);
    const auto* words = std::get_if<std::string>(&cell);
    return words ? csvField(*words) : std::string();
}

std::string cellJson(const Cell& cell)
{
    if (const auto* count = std::get_if<std::int64_t>(&cell))
        return std::to_string(*count);
    if (const auto* words = std::get_if<std::string>(&cell))
        return jsonString(*words);
    const auto* number = std::get_if<double>(&cell);
    if (!number || std::isnan(*number))
        return "null";
    return std::isinf(*number) ? jsonString(exactNumber(*number)) : exactNumber(*number);
}

} // namespace

TableWriter::TableWriter(std::ostream& out, TableFormat format, std::vector<std::string> columns)
    : m_out(out), m_format(format), m_columns(std::move(columns))
{
    if (m_format == TableFormat::Json) {
        m_out << '[';
        return;
    }
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        m_out << (column > 0 ? "," : "") << csvField(m_columns[column]);
    m_out << '\n';
}

void TableWriter::row(std::span<const Cell> cells)
{
    const bool isJson = m_format == TableFormat::Json;
    std::string text = isJson ? (m_isFirst ? "\n{" : ",\n{") : "";
    m_isFirst = false;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        text += column == 0 ? "" : isJson ? ", " : ",";
        text +=
            isJson ? jsonString(m_columns[column]) + ": " + cellJson(cells[column]) : csvText(cells[column]);
    }
    m_out << text << (isJson ? "}" : "\n");
}

Result<void> TableWriter::finish()
{
    if (m_format == TableFormat::Json)
        m_out << "\n]\n";
    if (!m_out.flush())
        return systemError("The output could not be written to its end; is the disk full?");
    return {};
}

} // namespace hareloom
