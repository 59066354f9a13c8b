// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/FindDelimiter.h"

#include "core/data/CsvNumbers.h"
#include "core/data/CsvRows.h"

#include <algorithm>
#include <optional>
#include <sstream>

namespace hareloom {
namespace {

// In the order in which they win where nothing else tells.
constexpr std::array kCandidates = {Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab, Delimiter::Pipe,
                                    Delimiter::Blanks};

constexpr double kUnsound = 0.1; // rather any other cut, but rather this one than none

enum class CellLook { Number, Word, Suspect };

bool isNumberLook(std::string_view cell)
{
    return lookOf(cell) != NumberLook::None;
}

/// A cell with another delimiter in it was hardly cut where its writer cut. A comma before a blank is prose.
CellLook lookOfCell(const std::string& cell, bool isQuoted)
{
    if (cell.empty() || isNumberLook(cell))
        return CellLook::Number;
    if (isQuoted)
        return CellLook::Word;
    for (std::size_t i = 0; i < cell.size(); ++i)
        if (cell[i] == ';' || cell[i] == '\t' || cell[i] == '|' ||
            (cell[i] == ',' && i + 1 < cell.size() && cell[i + 1] != ' '))
            return CellLook::Suspect;
    return CellLook::Word;
}

enum class Fit { Sound, OpenQuote, BadQuotes, TooWide };

/// Calls `see` with every row that is not blank, up to one that does not fit. A quotation mark that stays
/// open may be closed beyond the text's end.
template<class See>
Fit forEachRow(const std::string& text, Delimiter delimiter, const See& see)
{
    std::istringstream in(text);
    TextLines lines(in, "", TextEncoding::Utf8);
    CsvRows rows(lines, delimiter);
    CsvRow row;
    for (;;) {
        const auto more = rows.next(row);
        if (!more && rows.isTooWide())
            return Fit::TooWide;
        if (!more || !*more)
            return more.ok() ? Fit::Sound : rows.isWithinQuotes() ? Fit::OpenQuote : Fit::BadQuotes;
        see(row);
    }
}

/// What the beginning of a table looks like when it is cut at one delimiter.
struct Cut
{
    Delimiter delimiter = Delimiter::None;
    std::vector<std::int64_t> fits; // (width): rows that have, or may have, as many cells
    std::int64_t rows = 0, cells = 0;
    double good = 0;            // cells that are numbers, and half of those that are words
    std::int64_t firstUsed = 0; // of the first row
    bool allNumbers = true;     // but for the first row
    bool firstIsNumbers = false;
    Fit fit = Fit::Sound;

    std::int64_t width() const
    {
        const auto most = std::max_element(fits.begin(), fits.end());
        return most == fits.end() ? 0 : most - fits.begin();
    }
    bool isTable() const { return width() >= 2 && fits[static_cast<std::size_t>(width())] * 2 > rows; }
    double goodness() const
    {
        if (cells == 0)
            return 0;
        const auto fitting = static_cast<double>(fits[static_cast<std::size_t>(width())]);
        return good / static_cast<double>(cells) * fitting / static_cast<double>(rows) *
               (fit == Fit::BadQuotes || fit == Fit::TooWide ? kUnsound : 1);
    }
};

void add(Cut& cut, const CsvRow& row)
{
    // Empty cells at a row's end may be gaps or delimiters too many.
    cut.fits.resize(std::max(cut.fits.size(), row.size() + 1));
    for (std::size_t width = row.used(); width <= row.size(); ++width)
        ++cut.fits[width];
    bool isNumbers = true;
    for (std::size_t j = 0; j < row.used(); ++j) {
        const CellLook look = lookOfCell(row.cells[j], row.isQuoted[j] != 0);
        cut.good += look == CellLook::Number ? 1 : look == CellLook::Word ? 0.5 : 0;
        ++cut.cells;
        isNumbers = isNumbers && look == CellLook::Number;
    }
    if (cut.rows == 0) {
        cut.firstUsed = std::ssize(row.cells);
        cut.firstIsNumbers = isNumbers;
    } else {
        cut.allNumbers = cut.allNumbers && isNumbers;
    }
    ++cut.rows;
}

Cut cutAt(const std::string& text, Delimiter delimiter)
{
    Cut cut{delimiter, {}};
    cut.fit = forEachRow(text, delimiter, [&cut](const CsvRow& row) { add(cut, row); });
    return cut;
}

/// Whether every cell is a number, or one with blanks between its thousands.
bool areThousands(const std::string& text, Delimiter delimiter)
{
    bool all = true, isFirst = true;
    forEachRow(text, delimiter, [&](const CsvRow& row) {
        for (const std::string& cell : row.cells)
            all = all && (isFirst || isNumberLook(cell) || isGroupedBy(cell, ' '));
        isFirst = false;
    });
    return all;
}

/// Blanks part cells only where everything is numbers otherwise: they stand between words everywhere.
bool mayHaveBlanks(const std::string& text, const Cut& blanks, Delimiter other)
{
    return blanks.fits[static_cast<std::size_t>(blanks.width())] == blanks.rows && blanks.allNumbers &&
           (blanks.rows > 1 || blanks.firstIsNumbers) && !areThousands(text, other);
}

/// Pairs of whole numbers with a comma between, in every row and in the first one, too.
struct Pairs
{
    bool only = true;
    bool showFraction = false; // "0,05" and "-0,5": no whole number is written as 05 or -0
};

Pairs pairsIn(const std::string& text)
{
    Pairs pairs;
    forEachRow(text, Delimiter::Comma, [&pairs](const CsvRow& row) {
        const auto digits = [](std::string_view cell) {
            return !cell.empty() &&
                   std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
        };
        const auto isPlain = [&](std::size_t j) { return row.isQuoted[j] == 0; };
        pairs.only = pairs.only && row.size() == 2 && isPlain(0) && isPlain(1) && digits(row.cells[1]) &&
                     lookOf(row.cells[0]) == NumberLook::Whole;
        if (!pairs.only)
            return;
        const std::string& fraction = row.cells[1];
        pairs.showFraction = pairs.showFraction || row.cells[0] == "-0" || row.cells[0] == "+0" ||
                             (fraction.size() > 1 && fraction[0] == '0');
    });
    return pairs;
}

/// Whether rows that commas seem to part are single numbers with decimal commas.
FoundDelimiter commaOrDecimal(const std::string& text, const Cut& comma, DecimalMark decimal)
{
    if (decimal == DecimalMark::Point)
        return {Delimiter::Comma, false};
    const Cut whole = cutAt(text, Delimiter::None);
    const bool areNumbers = whole.allNumbers && (whole.rows > 1 || whole.firstIsNumbers);
    if (areNumbers && (decimal == DecimalMark::Comma || (comma.firstUsed == 1 && comma.rows > 1)))
        return {Delimiter::None, false};
    const Pairs pairs = pairsIn(text);
    if (pairs.only && pairs.showFraction)
        return {Delimiter::None, false};
    return {Delimiter::Comma, pairs.only};
}

} // namespace

FoundDelimiter findDelimiter(const std::string& text, DecimalMark decimal)
{
    std::optional<Cut> best;
    Delimiter refused = Delimiter::None; // parts a first row that is no row, as will be said when it is read
    for (const Delimiter delimiter : kCandidates) {
        const Cut cut = cutAt(text, delimiter);
        const bool hasNoRow = cut.fit == Fit::TooWide || (cut.fit == Fit::OpenQuote && cut.rows == 0);
        if (hasNoRow && delimiter != Delimiter::Blanks && refused == Delimiter::None)
            refused = delimiter;
        if (!cut.isTable() || (best && cut.goodness() <= best->goodness()))
            continue;
        if (delimiter != Delimiter::Blanks ||
            mayHaveBlanks(text, cut, best ? best->delimiter : Delimiter::None))
            best = cut;
    }
    if (!best)
        return {refused, false};
    return best->delimiter == Delimiter::Comma ? commaOrDecimal(text, *best, decimal)
                                               : FoundDelimiter{best->delimiter, false};
}

Delimiter delimiterOfSepLine(const std::string& line)
{
    std::string_view text = line;
    if (text.size() > 1 && text.front() == '"' && text.back() == '"')
        text = text.substr(1, text.size() - 2);
    if (text.size() != 5 || !text.starts_with("sep="))
        return Delimiter::Auto;
    switch (text.back()) {
    case ',':
        return Delimiter::Comma;
    case ';':
        return Delimiter::Semicolon;
    case '\t':
        return Delimiter::Tab;
    case '|':
        return Delimiter::Pipe;
    case ' ':
        return Delimiter::Blanks;
    default:
        return Delimiter::Auto;
    }
}

} // namespace hareloom
