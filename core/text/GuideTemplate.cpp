// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/GuideTemplate.h"

#include "core/base/Text.h"

#include <charconv>
#include <stdexcept>

namespace hareloom {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSmall(char c)
{
    return c >= 'a' && c <= 'z';
}

class Reading
{
public:
    explicit Reading(std::string_view pattern) : m_pattern(pattern) {}

    GuideTemplate all()
    {
        GuideTemplate read = sequence();
        if (m_at != m_pattern.size())
            fail("a bracket too many");
        return read;
    }

private:
    [[noreturn]] void fail(const char* what) const
    {
        throw std::logic_error("the field guide's grammar: " + std::string(what) + " in: " + std::string(m_pattern));
    }

    char at() const { return m_at < m_pattern.size() ? m_pattern[m_at] : '\0'; }

    /// Up to the end, or the "|" or "]" that ends an alternative.
    GuideTemplate sequence()
    {
        GuideTemplate parts;
        while (m_at < m_pattern.size() && at() != '|' && at() != ']')
            parts.push_back(part());
        return parts;
    }

    GuidePart part()
    {
        switch (at()) {
        case '[':
            return oneOf();
        case '{':
            return fact();
        case '#':
            return number();
        case '~':
            return name();
        default:
            return words();
        }
    }

    GuidePart words()
    {
        const std::size_t end = std::min(m_pattern.find_first_of("[{#~|]", m_at), m_pattern.size());
        GuidePart part{GuidePart::Kind::Words, std::string(m_pattern.substr(m_at, end - m_at))};
        m_at = end;
        return part;
    }

    GuidePart oneOf()
    {
        GuidePart part{GuidePart::Kind::OneOf, {}};
        do {
            ++m_at;
            part.options.push_back(sequence());
        } while (at() == '|');
        if (at() != ']')
            fail("a bracket that is not closed");
        ++m_at;
        return part;
    }

    GuidePart fact()
    {
        const std::size_t end = m_pattern.find('}', m_at);
        if (end == std::string_view::npos || end == m_at + 1)
            fail("a brace that is not closed");
        GuidePart part{GuidePart::Kind::Fact, std::string(m_pattern.substr(m_at + 1, end - m_at - 1))};
        m_at = end + 1;
        part.isCapital = part.text[0] >= 'A' && part.text[0] <= 'Z';
        if (part.isCapital)
            part.text[0] = static_cast<char>(part.text[0] - 'A' + 'a');
        if (const std::size_t plus = part.text.find('+'); plus != std::string::npos) {
            const auto added = parseNumber(part.text.substr(plus + 1));
            if (!added)
                fail("a sum of what are no numbers");
            part.plus = *added;
            part.text.resize(plus);
        }
        return part;
    }

    int digits()
    {
        int value = 0;
        const auto [end, error] = std::from_chars(m_pattern.data() + m_at, m_pattern.data() + m_pattern.size(), value);
        if (error != std::errc() || !isDigit(at()))
            fail("a number that is none");
        m_at = static_cast<std::size_t>(end - m_pattern.data());
        return value;
    }

    GuidePart number()
    {
        GuidePart part{GuidePart::Kind::Number, {}};
        ++m_at;
        part.low = digits();
        if (at() != '-')
            fail("a range without its end");
        ++m_at;
        part.high = digits();
        if (part.high < part.low)
            fail("an empty range");
        return part;
    }

    GuidePart name()
    {
        std::size_t end = m_at + 1;
        while (end < m_pattern.size() && isSmall(m_pattern[end]))
            ++end;
        GuidePart part{GuidePart::Kind::Name, std::string(m_pattern.substr(m_at + 1, end - m_at - 1))};
        m_at = end;
        return part;
    }

    std::string_view m_pattern;
    std::size_t m_at = 0;
};

} // namespace

GuideTemplate parseTemplate(std::string_view pattern)
{
    return Reading(pattern).all();
}

} // namespace hareloom
