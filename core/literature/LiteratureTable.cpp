// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/literature/LiteratureTable.h"

#include "core/base/EmbeddedText.h"

#include <algorithm>
#include <charconv>

namespace hareloom {

namespace {

constexpr std::size_t kCells = 6; // no., work, experiment, published, ours, how far apart
constexpr std::string_view kArxiv = "arXiv ";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// "| a | b |" in cells; none where the line is no row.
std::vector<std::string_view> cellsOf(std::string_view line)
{
    std::vector<std::string_view> cells;
    if (line.empty() || line.front() != '|')
        return cells;
    for (std::size_t at = 1; at < line.size();) {
        const std::size_t end = std::min(line.find('|', at), line.size());
        cells.push_back(trimmed(line.substr(at, end - at)));
        at = end + 1;
    }
    return cells;
}

/// Without the marks of code; of a link only its words.
std::string plain(std::string_view markdown)
{
    std::string text;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        if (markdown[i] == '`' || markdown[i] == '[')
            continue;
        const bool isLink = markdown.substr(i, 2) == "](";
        if (const std::size_t end = markdown.find(')', i); isLink && end != std::string_view::npos)
            i = end;
        else
            text += markdown[i];
    }
    return text;
}

/// What stands between backticks.
std::vector<std::string> codeIn(std::string_view markdown)
{
    std::vector<std::string> found;
    for (std::size_t at = markdown.find('`'); at != std::string_view::npos; at = markdown.find('`', at)) {
        const std::size_t end = markdown.find('`', at + 1);
        if (end == std::string_view::npos)
            break;
        found.emplace_back(markdown.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return found;
}

} // namespace

std::string LiteratureRow::address() const
{
    const std::size_t at = work.find(kArxiv);
    if (at == std::string::npos)
        return {};
    const std::size_t first = at + kArxiv.size();
    return "https://arxiv.org/abs/" +
           work.substr(first, work.find_first_not_of("0123456789.", first) - first);
}

std::vector<LiteratureRow> readLiterature(std::string_view page)
{
    std::vector<LiteratureRow> rows;
    for (std::size_t at = 0; at < page.size();) {
        const std::size_t end = std::min(page.find('\n', at), page.size());
        const auto cells = cellsOf(page.substr(at, end - at));
        at = end + 1;
        if (cells.size() != kCells)
            continue;
        LiteratureRow row;
        const auto [rest, error] =
            std::from_chars(cells[0].data(), cells[0].data() + cells[0].size(), row.number);
        row.experiments = codeIn(cells[2]);
        if (error != std::errc() || rest != cells[0].data() + cells[0].size() || row.experiments.empty())
            continue; // the head, or the line below it
        row.work = plain(cells[1]);
        row.published = plain(cells[3]);
        row.ours = plain(cells[4]);
        row.difference = plain(cells[5]);
        rows.push_back(std::move(row));
    }
    return rows;
}

const std::vector<LiteratureRow>& literatureRows()
{
    static const std::vector<LiteratureRow> rows = readLiterature(embeddedLiterature().front().text);
    return rows;
}

std::vector<const LiteratureRow*> literatureOf(std::string_view preset)
{
    std::vector<const LiteratureRow*> found;
    for (const LiteratureRow& row : literatureRows())
        if (std::find(row.experiments.begin(), row.experiments.end(), preset) != row.experiments.end())
            found.push_back(&row);
    return found;
}

} // namespace hareloom
