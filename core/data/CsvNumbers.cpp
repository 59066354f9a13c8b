// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvNumbers.h"

#include "core/base/Text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hareloom {
namespace {

using namespace std::string_view_literals;

// What stands between thousands: blanks of several widths and apostrophes, beside commas and points.
constexpr std::array kThousands = {" "sv, "\u00A0"sv, "\u202F"sv, "\u2009"sv, "'"sv, "\u2019"sv};
constexpr std::array kMinuses = {"\u2212"sv, "\u2013"sv};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string replaced(std::string_view cell, std::string_view old, std::string_view by)
{
    std::string text(cell);
    for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size()))
        text.replace(at, old.size(), by);
    return text;
}

std::string_view withoutSign(std::string_view cell)
{
    return cell.starts_with('-') || cell.starts_with('+') ? cell.substr(1) : cell;
}

/// Grouped by `mark`, with or without a fraction after `decimal`.
bool isGroupedNumber(std::string_view cell, char mark, char decimal)
{
    const std::size_t end = cell.find(decimal);
    const std::string_view fraction = end == std::string_view::npos ? ""sv : cell.substr(end + 1);
    return isGroupedBy(cell.substr(0, end), mark) && std::all_of(fraction.begin(), fraction.end(), isDigit);
}

char markOf(DecimalMark decimal)
{
    return decimal == DecimalMark::Comma ? ',' : '.';
}

bool isTooLarge(std::string_view cell, DecimalMark decimal)
{
    const std::string text = replaced(withoutSign(cell), ",", decimal == DecimalMark::Comma ? "." : ",");
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc::result_out_of_range && end == text.data() + text.size();
}

bool isThousandsInAnyMark(std::string_view cell, DecimalMark decimal)
{
    for (const std::string_view mark : kThousands)
        if (cell.find(mark) != std::string_view::npos)
            if (const std::string text = replaced(cell, mark, "_");
                isGroupedNumber(text, '_', markOf(decimal)))
                return true;
    return isGroupedNumber(cell, ',', '.') || isGroupedNumber(cell, '.', ',');
}

} // namespace

bool isGroupedBy(std::string_view number, char mark)
{
    number = withoutSign(number);
    const std::size_t first = number.find(mark);
    if (first == 0 || first > 3 || number.front() == '0')
        return false;
    for (std::size_t i = 0; i < number.size(); ++i)
        if ((i >= first && (i - first) % 4 == 0) ? number[i] != mark : !isDigit(number[i]))
            return false;
    return (number.size() - first) % 4 == 0;
}

std::optional<double> numberIn(std::string_view cell, DecimalMark decimal)
{
    if (decimal != DecimalMark::Comma)
        return parseNumber(cell);
    const std::size_t comma = cell.find(',');
    if (cell.find('.') != std::string_view::npos)
        return std::nullopt;
    if (comma == std::string_view::npos)
        return parseNumber(cell);
    std::string text(cell);
    text[comma] = '.';
    return parseNumber(text);
}

NumberLook lookOf(std::string_view cell)
{
    cell = trimmed(cell);
    if (cell.find_first_of("0123456789") == std::string_view::npos)
        return NumberLook::None;
    if (std::all_of(cell.begin(), cell.end(), isDigit))
        return NumberLook::Whole;
    const std::size_t commas = static_cast<std::size_t>(std::count(cell.begin(), cell.end(), ','));
    const std::size_t points = static_cast<std::size_t>(std::count(cell.begin(), cell.end(), '.'));
    if (commas + points == 0)
        return parseNumber(cell) ? NumberLook::Whole : NumberLook::None;
    if (commas == 0 && points == 1 && parseNumber(cell))
        return isGroupedBy(cell, '.') ? NumberLook::Points : NumberLook::Point;
    if (points == 0 && commas == 1 && numberIn(cell, DecimalMark::Comma))
        return isGroupedBy(cell, ',') ? NumberLook::Commas : NumberLook::Comma;
    // The mark that occurs more than once parts thousands, and where both occur the last is the decimal one.
    if (isGroupedNumber(cell, ',', '.'))
        return NumberLook::Point;
    return isGroupedNumber(cell, '.', ',') ? NumberLook::Comma : NumberLook::None;
}

std::string whyNoNumber(std::string_view cell, DecimalMark decimal)
{
    cell = trimmed(cell);
    const DecimalMark other = decimal == DecimalMark::Comma ? DecimalMark::Point : DecimalMark::Comma;
    const std::string words = decimal == DecimalMark::Comma ? "decimal commas" : "decimal points";
    const std::string setting = "set source.decimal to \"" + std::string(wordOf(kDecimalMarks, other)) + "\"";
    if (isGroupedBy(cell, ',') || isGroupedBy(cell, '.'))
        if (numberIn(cell, other))
            return "may be a fraction or a number of thousands, and this table was read with " + words +
                   ". Remove the marks between thousands; if they are decimal marks, " + setting;
    if (numberIn(cell, other))
        return "has another decimal mark, and this table was read with " + words +
               ". Write one mark everywhere; if that one is right, " + setting;
    if (isThousandsInAnyMark(cell, decimal))
        return std::string("has marks between its thousands. Remove them") +
               (isGroupedBy(cell, ' ') ? "; if blanks part columns here, set source.delimiter to \"blanks\""
                                       : "");
    if (isTooLarge(cell, decimal))
        return "is larger than numbers of this program can be (1.8e308). Write another unit";
    if (cell.ends_with('%') && numberIn(cell.substr(0, cell.size() - 1), decimal))
        return "has a percent sign. Remove it";
    for (const std::string_view minus : kMinuses)
        if (cell.starts_with(minus) && numberIn(cell.substr(minus.size()), decimal))
            return "has a dash for a minus sign. Write -";
    if (const std::size_t d = cell.find_first_of("dD"); d != std::string_view::npos && d > 0)
        if (numberIn(replaced(cell, cell.substr(d, 1), "e"), decimal))
            return "has a D before its exponent. Write E";
    if (cell.size() > 2 && cell.front() == '\'' && cell.back() == '\'')
        if (numberIn(cell.substr(1, cell.size() - 2), decimal))
            return "stands in single quotation marks. Write \" or none";
    return {};
}

} // namespace hareloom
