// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

// What sentences the engine's sources put together, as templates: each expression that joins literals and
// other things by +, with "{}" where another thing comes. refusedSetting(path, found, "be " + kind) has
// "be {}". So no sentence of the engine can be forgotten in a translation.

namespace hareloom::sources {

/// A literal, a name or a sign of C++.
struct Token
{
    enum class Kind { Text, Name, Sign } kind = Kind::Sign;
    std::string text; // of a literal: what it stands for
};

inline std::string escaped(char letter)
{
    switch (letter) {
    case 'n':
        return "\n";
    case 't':
        return "\t";
    case 'r':
        return "\r";
    case '0':
        return std::string(1, '\0');
    default:
        return std::string(1, letter);
    }
}

/// The literal that begins at `at`, behind its first quotation mark; `at` is then behind its last one.
inline std::string literalAt(std::string_view source, std::size_t& at)
{
    std::string text;
    for (; at < source.size() && source[at] != '"'; ++at) {
        if (source[at] != '\\') {
            text += source[at];
        } else if (source[++at] == 'x') {
            text += static_cast<char>(std::stoi(std::string(source.substr(at + 1, 2)), nullptr, 16));
            at += 2;
        } else {
            text += escaped(source[at]);
        }
    }
    ++at;
    return text;
}

inline std::string rawLiteralAt(std::string_view source, std::size_t& at)
{
    const std::size_t open = source.find('(', at);
    const std::string end = ")" + std::string(source.substr(at, open - at)) + "\"";
    const std::size_t close = source.find(end, open);
    at = close + end.size();
    return std::string(source.substr(open + 1, close - open - 1));
}

inline std::size_t behindLine(std::string_view source, std::size_t at)
{
    while (at < source.size() && !(source[at] == '\n' && source[at - 1] != '\\'))
        ++at;
    return at;
}

inline bool isInName(char letter)
{
    return std::isalnum(static_cast<unsigned char>(letter)) || letter == '_';
}

/// Literals that stand beside each other are one.
inline void add(std::vector<Token>& tokens, Token token)
{
    if (token.kind == Token::Kind::Text && !tokens.empty() && tokens.back().kind == Token::Kind::Text)
        tokens.back().text += token.text;
    else
        tokens.push_back(std::move(token));
}

/// Without comments and what the preprocessor reads.
inline std::vector<Token> tokensOf(std::string_view source)
{
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < source.size();) {
        const std::string_view rest = source.substr(at);
        if (std::isspace(static_cast<unsigned char>(rest[0]))) {
            ++at;
        } else if (rest[0] == '#' || rest.starts_with("//")) {
            at = behindLine(source, at);
        } else if (rest.starts_with("/*")) {
            at = source.find("*/", at) + 2;
        } else if (rest.starts_with("R\"")) {
            at += 2;
            add(tokens, {Token::Kind::Text, rawLiteralAt(source, at)});
        } else if (rest[0] == '"') {
            add(tokens, {Token::Kind::Text, literalAt(source, ++at)});
        } else if (rest[0] == '\'') {
            const std::size_t end = source.find('\'', at + (rest[1] == '\\' ? 3 : 2));
            const bool isEscaped = rest[1] == '\\';
            add(tokens, {Token::Kind::Text, isEscaped ? escaped(rest[2]) : std::string(1, rest[1])});
            at = end + 1;
        } else if (isInName(rest[0])) {
            std::size_t end = at;
            const bool isNumber = std::isdigit(static_cast<unsigned char>(rest[0])) != 0;
            while (end < source.size() && (isInName(source[end]) || (isNumber && source[end] == '\'')))
                ++end;
            add(tokens, {Token::Kind::Name, std::string(source.substr(at, end - at))});
            at = end;
        } else {
            const bool isPair = rest.starts_with("::") || rest.starts_with("->") || rest.starts_with("+=") ||
                                rest.starts_with("++") || rest.starts_with("==") || rest.starts_with("&&") ||
                                rest.starts_with("<<");
            add(tokens, {Token::Kind::Sign, std::string(rest.substr(0, isPair ? 2 : 1))});
            at += isPair ? 2 : 1;
        }
    }
    return tokens;
}

/// Reads expressions: what stands between +, and what stands within parentheses.
class SentenceReader
{
public:
    explicit SentenceReader(std::string_view source) : m_tokens(tokensOf(source)) {}

    /// Templates in the order of the source.
    std::vector<std::string> read()
    {
        while (m_at < m_tokens.size())
            readList();
        return std::move(m_found);
    }

private:
    struct Operand
    {
        std::string text;
        bool isHole = false, isEmpty = true;
    };

    static bool ends(const Token& token)
    {
        static const std::string all[] = {",", ";", "{",  "}",  ")",  "]", "?",
                                          ":", "=", "==", "&&", "<<", "+="};
        if (token.kind == Token::Kind::Name)
            return token.text == "return" || token.text == "case";
        for (const std::string& each : all)
            if (token.kind == Token::Kind::Sign && token.text == each)
                return true;
        return false;
    }

    /// Expressions up to the parenthesis that closes them.
    void readList()
    {
        while (m_at < m_tokens.size()) {
            keep(readSum());
            if (m_at == m_tokens.size())
                return;
            const Token& end = m_tokens[m_at++];
            if (end.kind == Token::Kind::Sign && (end.text == ")" || end.text == "]" || end.text == "}"))
                return;
            if (end.kind == Token::Kind::Sign && end.text == "{")
                readList();
        }
    }

    std::vector<Operand> readSum()
    {
        std::vector<Operand> sum(1);
        while (m_at < m_tokens.size() && !ends(m_tokens[m_at])) {
            const Token& token = m_tokens[m_at++];
            Operand& last = sum.back();
            if (token.kind == Token::Kind::Text) {
                last.text += token.text;
                last.isEmpty = false;
            } else if (token.kind == Token::Kind::Sign && token.text == "+") {
                sum.emplace_back();
            } else if (token.kind == Token::Kind::Sign && (token.text == "(" || token.text == "[")) {
                const bool wraps = wrapsText();
                if (wraps) {
                    last = {m_tokens[m_at].text, false, false};
                    m_at += 2;
                } else {
                    readList();
                    last.isHole = true;
                    last.isEmpty = false;
                }
            } else if (!(token.text == "std" || token.text == "::" || token.text == "string" ||
                         token.text == "string_view")) {
                last.isHole = true;
                last.isEmpty = false;
            }
        }
        return sum;
    }

    /// At std::string("text"): behind its parenthesis.
    bool wrapsText() const
    {
        return m_at >= 2 && m_at + 1 < m_tokens.size() && m_tokens[m_at].kind == Token::Kind::Text &&
               m_tokens[m_at + 1].text == ")" && m_tokens[m_at - 2].text.starts_with("string");
    }

    void keep(const std::vector<Operand>& sum)
    {
        std::string words;
        bool hasText = false;
        for (const Operand& each : sum) {
            if (each.isEmpty)
                continue;
            hasText = hasText || !each.isHole;
            words += each.isHole ? "{}" : each.text;
        }
        if (hasText && !words.empty())
            m_found.push_back(openEnded(std::move(words)));
    }

    /// Something else comes before a blank or a comma, and behind a blank.
    static std::string openEnded(std::string words)
    {
        if (std::string_view(" ,;:.").find(words.front()) != std::string_view::npos)
            words.insert(0, "{}");
        if (words.back() == ' ')
            words += "{}";
        return words;
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::vector<std::string> m_found;
};

} // namespace hareloom::sources
