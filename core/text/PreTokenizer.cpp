// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/PreTokenizer.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <new>
#include <stdexcept>
#include <string>

namespace hareloom {
namespace {

/// Unicode's White_Space. PCRE2's own \s also takes U+180E, which has not been one since Unicode 6.3.
#define HARELOOM_SPACE                                                                                       \
    "\\x{09}-\\x{0D}\\x{20}\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}"   \
    "\\x{3000}"

constexpr std::string_view kGpt2 = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^" HARELOOM_SPACE "\\p{L}\\p{N}]+"
                            "|[" HARELOOM_SPACE "]+(?![^" HARELOOM_SPACE "])|[" HARELOOM_SPACE "]+";

#define HARELOOM_LETTERS "\\p{L}\\p{M}\\p{N}_"
constexpr std::string_view kWords = " ?[" HARELOOM_LETTERS "]+(?:['\\x{2019}-][" HARELOOM_LETTERS "]+)*"
                                    "| ?[^" HARELOOM_SPACE HARELOOM_LETTERS "]|[" HARELOOM_SPACE "]";

} // namespace

class PreTokenizer::Pattern
{
public:
    explicit Pattern(std::string_view pattern)
    {
        int error = 0;
        PCRE2_SIZE where = 0;
        m_code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                               PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK, &error, &where,
                               nullptr);
        if (!m_code)
            throw std::logic_error("the pre-tokenizer's pattern does not compile");
        m_isJit = pcre2_jit_compile(m_code, PCRE2_JIT_COMPLETE) == 0;
    }
    ~Pattern() { pcre2_code_free(m_code); }
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;

    const pcre2_code* code() const { return m_code; }
    bool isJit() const { return m_isJit; }

private:
    pcre2_code* m_code = nullptr;
    bool m_isJit = false; // not on every processor
};

const PreTokenizer::Pattern& PreTokenizer::patternOf(Rule rule)
{
    if (rule == Rule::Words) {
        static const Pattern words(kWords);
        return words;
    }
    static const Pattern gpt2(kGpt2);
    return gpt2;
}

struct PreTokenizer::Match
{
    explicit Match(const Pattern& pattern) : data(pcre2_match_data_create_from_pattern(pattern.code(), nullptr))
    {
        if (!data)
            throw std::bad_alloc();
    }
    ~Match() { pcre2_match_data_free(data); }
    Match(const Match&) = delete;
    Match& operator=(const Match&) = delete;

    pcre2_match_data* data;
};

PreTokenizer::PreTokenizer(std::string_view text, Rule rule)
    : m_pattern(patternOf(rule)), m_match(std::make_unique<Match>(m_pattern)), m_text(text)
{
}

PreTokenizer::~PreTokenizer() = default;

std::string_view PreTokenizer::next()
{
    if (m_at == m_text.size())
        return {};
    const auto* subject = reinterpret_cast<PCRE2_SPTR>(m_text.data());
    // The JIT's own entry leaves out the check of the UTF-8, which would read the whole text for each word.
    const int found = m_pattern.isJit() ? pcre2_jit_match(m_pattern.code(), subject, m_text.size(), m_at, 0,
                                                          m_match->data, nullptr)
                                        : pcre2_match(m_pattern.code(), subject, m_text.size(), m_at,
                                                      PCRE2_NO_UTF_CHECK, m_match->data, nullptr);
    const std::size_t end = found > 0 ? pcre2_get_ovector_pointer(m_match->data)[1] : m_at;
    if (end <= m_at) // every character belongs to one of the alternatives
        throw std::logic_error("the pre-tokenizer found no word (PCRE2 " + std::to_string(found) + ")");
    const std::string_view word = m_text.substr(m_at, end - m_at);
    m_at = end;
    return word;
}

} // namespace hareloom
