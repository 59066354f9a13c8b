// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/UnitVocabulary.h"

#include "core/base/Utf8.h"
#include "core/text/PreTokenizer.h"

#include <algorithm>
#include <optional>

namespace hareloom {
namespace {

constexpr const char* kUnknown = "\xEF\xBF\xBD";

/// The tokens of a text that is UTF-8, one after another, without a gap.
class Units
{
public:
    Units(TextUnits units, std::string_view utf8) : m_text(utf8)
    {
        if (units == TextUnits::Words)
            m_words.emplace(utf8, PreTokenizer::Rule::Words);
    }
    /// Empty at the end of the text.
    std::string_view next()
    {
        if (m_words)
            return m_words->next();
        const std::size_t begin = m_at;
        for (m_at += m_at < m_text.size(); m_at < m_text.size() && (m_text[m_at] & 0xC0) == 0x80; ++m_at) {
        }
        return m_text.substr(begin, m_at - begin);
    }

private:
    std::optional<PreTokenizer> m_words;
    std::string_view m_text;
    std::size_t m_at = 0;
};

Result<void> checkUtf8(std::string_view text)
{
    if (const auto at = invalidUtf8At(text))
        return invalidData("found a byte that is no UTF-8 at offset " + std::to_string(*at) +
                           ", allowed: text in UTF-8");
    return {};
}

} // namespace

UnitVocabulary::UnitVocabulary(TextUnits units, std::vector<std::string> texts)
    : m_units(units), m_texts(std::move(texts))
{
    for (std::size_t id = 1; id < m_texts.size(); ++id)
        m_ids.emplace(m_texts[id], static_cast<int>(id));
}

Result<VocabularyPtr> UnitVocabulary::make(TextUnits units, std::string_view utf8)
{
    if (auto valid = checkUtf8(utf8); !valid)
        return valid.error();
    struct Known
    {
        std::string_view text;
        std::int64_t count;
    };
    std::vector<Known> known; // in the order of first appearance
    std::unordered_map<std::string_view, std::size_t> places;
    Units all(units, utf8);
    for (std::string_view unit = all.next(); !unit.empty(); unit = all.next()) {
        const auto [place, isNew] = places.emplace(unit, known.size());
        if (isNew)
            known.push_back({unit, 0});
        ++known[place->second].count;
    }
    if (known.size() >= kMostUnits)
        return invalidData("found " + std::to_string(known.size()) + " different " +
                           std::string(wordOf(kTextUnits, units)) + ", allowed: fewer than " +
                           std::to_string(kMostUnits) + "; take a part of the text");
    std::stable_sort(known.begin(), known.end(),
                     [](const Known& a, const Known& b) { return a.count > b.count; });
    std::vector<std::string> texts = {kUnknown};
    for (const Known& unit : known)
        texts.emplace_back(unit.text);
    return VocabularyPtr(new UnitVocabulary(units, std::move(texts)));
}

Result<std::vector<int>> UnitVocabulary::encode(std::string_view utf8, bool) const
{
    if (auto valid = checkUtf8(utf8); !valid)
        return valid.error();
    std::vector<int> ids;
    Units all(m_units, utf8);
    for (std::string_view unit = all.next(); !unit.empty(); unit = all.next()) {
        const auto found = m_ids.find(unit);
        ids.push_back(found == m_ids.end() ? 0 : found->second);
    }
    return ids;
}

std::string UnitVocabulary::decode(std::span<const int> ids, bool) const
{
    std::string text;
    for (const int id : ids)
        text += id > 0 && id < size() ? m_texts[static_cast<std::size_t>(id)] : kUnknown;
    return text;
}

} // namespace hareloom
