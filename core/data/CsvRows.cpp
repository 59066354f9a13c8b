// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvRows.h"

#include "core/base/Text.h"
#include "core/data/CsvTable.h"

#include <csv.h>

#include <algorithm>
#include <filesystem>

namespace hareloom {
namespace {

char delimiterOf(std::string_view line)
{
    const auto count = [line](char c) { return std::count(line.begin(), line.end(), c); };
    if (count(';') > count(','))
        return ';';
    return count('\t') > count(',') ? '\t' : ',';
}

Error tooLarge(const std::string& origin)
{
    return invalidFile(origin +
                       ": found more than 512 MiB, allowed: a smaller table; take a sample of its rows");
}

} // namespace

/// libcsv, fed line by line, so that every row knows the line it ends on.
struct CsvRows::Parser
{
    Parser() { csv_init(&state, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL); }
    ~Parser() { csv_free(&state); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    static void onField(void* cell, std::size_t size, void* self)
    {
        static_cast<CsvRows*>(self)->m_row.emplace_back(trimmed({static_cast<const char*>(cell), size}));
    }
    static void onRow(int, void* self) { static_cast<CsvRows*>(self)->m_complete = true; }

    csv_parser state{};
};

CsvRows::CsvRows(std::istream& in, std::string origin)
    : m_in(in), m_origin(std::move(origin)), m_parser(std::make_unique<Parser>())
{
}

CsvRows::~CsvRows() = default;

Result<std::optional<CsvRow>> CsvRows::next()
{
    while (!m_complete) {
        std::string text;
        if (!std::getline(m_in, text))
            return finish();
        ++m_line;
        m_bytes += std::ssize(text) + 1;
        if (auto fault = checkText(text))
            return *fault;
        const bool isBlank = !m_isWithinRow && trimmed(text).empty();
        if (isBlank && m_blank == 0)
            m_blank = m_line;
        text += '\n';
        if (csv_parse(&m_parser->state, text.data(), text.size(), Parser::onField, Parser::onRow, this) !=
            text.size())
            return invalidFile(m_origin + ", line " + std::to_string(m_line) + ": found " +
                               csv_strerror(csv_error(&m_parser->state)) +
                               ", allowed: cells separated by comma, semicolon or tab, quoted with \"");
        m_isWithinRow = !m_complete && !isBlank;
    }
    return take();
}

std::optional<CsvRow> CsvRows::take()
{
    m_complete = m_isWithinRow = false;
    m_blankBefore = std::exchange(m_blank, 0);
    return std::exchange(m_row, {});
}

std::optional<Error> CsvRows::checkText(std::string& text)
{
    if (m_line == 1) {
        if (text.starts_with("\xEF\xBB\xBF"))
            text.erase(0, 3);
        csv_set_delim(&m_parser->state, static_cast<unsigned char>(delimiterOf(text)));
    }
    if (text.find('\0') != std::string::npos)
        return invalidFile(m_origin + ", line " + std::to_string(m_line) +
                           ": found binary data, allowed: a table as text (CSV)");
    if (m_bytes > kMaxCsvBytes)
        return tooLarge(m_origin);
    return std::nullopt;
}

Result<std::optional<CsvRow>> CsvRows::finish()
{
    if (csv_fini(&m_parser->state, Parser::onField, Parser::onRow, this) != 0)
        return invalidFile(m_origin + ", line " + std::to_string(m_line) +
                           ": found a quotation mark that is never closed, allowed: pairs of them");
    if (!m_complete)
        return std::optional<CsvRow>();
    return take();
}

Error CsvRows::missing(std::int64_t line) const
{
    return invalidFile(m_origin + ", line " + std::to_string(line) +
                       ": found a blank line, which in a table of one column is a missing value, allowed: a "
                       "value in every row; remove or fill the line first");
}

Result<std::ifstream> openCsv(const std::string& path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::is_directory(path, error))
        return invalidFile(path + ": found a folder, allowed: a CSV file");
    if (fs::exists(path, error) && !fs::is_regular_file(path, error))
        return invalidFile(path + ": found a device or a pipe, allowed: a CSV file");
    if (fs::is_regular_file(path, error) &&
        static_cast<std::int64_t>(fs::file_size(path, error)) > kMaxCsvBytes)
        return tooLarge(path);
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return invalidFile(path + ": cannot be opened; allowed: a CSV file that exists and may be read");
    return in;
}

bool holdsNames(const CsvRow& first, HeaderRow header)
{
    if (header != HeaderRow::Auto)
        return header == HeaderRow::Yes;
    return std::any_of(first.begin(), first.end(),
                       [](const std::string& cell) { return !parseNumber(cell); });
}

CsvRow columnNames(const CsvRow& first, bool holdsNames)
{
    if (holdsNames)
        return first;
    CsvRow names;
    for (std::size_t i = 1; i <= first.size(); ++i)
        names.push_back("x" + std::to_string(i));
    return names;
}

} // namespace hareloom
