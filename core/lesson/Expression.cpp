// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Expression.h"

#include "core/base/Text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace hareloom {
namespace {

using Node = ExpressionNode;
using Kind = Node::Kind;

constexpr int kMostDepth = 24; // of parentheses within one another

bool isLetter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool isDigit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

struct Token
{
    enum class Kind { Number, Word, Quoted, Sign, End } kind = Kind::End;
    std::string text;
    std::size_t place = 0; // from 0
};

/// Reads by recursive descent; throws nothing and keeps the first fault.
class Parser
{
public:
    explicit Parser(std::string_view text) : m_text(text) { next(); }

    ExpressionNodePtr whole()
    {
        auto node = alternatives();
        if (m_fault.empty() && m_token.kind != Token::Kind::End)
            fail("an operator, or the end");
        return node;
    }
    const std::string& fault() const { return m_fault; }

private:
    using Level = ExpressionNodePtr (Parser::*)();

    void next()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
        m_token = {Token::Kind::End, {}, m_at};
        if (m_at == m_text.size())
            return;
        const char c = m_text[m_at];
        if (isDigit(c))
            take(Token::Kind::Number, [this](char d) {
                const char before = m_text[m_at - 1];
                return isDigit(d) || d == '.' || d == 'e' || ((d == '-' || d == '+') && before == 'e');
            });
        else if (isLetter(c))
            take(Token::Kind::Word, [](char d) { return isLetter(d) || isDigit(d); });
        else if (c == '"')
            takeQuoted();
        else
            takeSign();
    }
    template<class Belongs>
    void take(Token::Kind kind, const Belongs& belongs)
    {
        m_token.kind = kind;
        do
            m_token.text += m_text[m_at++];
        while (m_at < m_text.size() && belongs(m_text[m_at]));
    }
    void takeQuoted()
    {
        const std::size_t end = m_text.find('"', m_at + 1);
        if (end == std::string_view::npos)
            return fail("a closing quotation mark");
        m_token = {Token::Kind::Quoted, std::string(m_text.substr(m_at + 1, end - m_at - 1)), m_at};
        m_at = end + 1;
    }
    void takeSign()
    {
        constexpr std::array<std::string_view, 3> kDouble = {"<=", ">=", "!="};
        m_token.kind = Token::Kind::Sign;
        const std::string_view two = m_text.substr(m_at, 2);
        const bool isDouble = std::find(kDouble.begin(), kDouble.end(), two) != kDouble.end();
        m_token.text = isDouble ? std::string(two) : std::string(1, m_text[m_at]);
        m_at += m_token.text.size();
    }

    void fail(const std::string& expected)
    {
        if (m_fault.empty())
            m_fault = "character " + std::to_string(m_token.place + 1) + ": " +
                      (m_token.text.empty() ? "it ends here" : inQuotes(m_token.text) + " stands here") +
                      ", and it must be " + expected;
    }
    bool isNow(std::string_view word) const
    {
        return m_token.kind != Token::Kind::Quoted && m_token.text == word && m_fault.empty();
    }
    bool skip(std::string_view word)
    {
        if (!isNow(word))
            return false;
        next();
        return true;
    }
    void demand(std::string_view sign)
    {
        if (!skip(sign))
            fail(inQuotes(sign));
    }

    static ExpressionNodePtr operation(std::string name, std::vector<ExpressionNodePtr> parts)
    {
        Node node;
        node.kind = Kind::Operation;
        node.name = std::move(name);
        node.parts = std::move(parts);
        return std::make_shared<const Node>(std::move(node));
    }
    ExpressionNodePtr chain(Level inner, std::initializer_list<std::string_view> words)
    {
        auto left = (this->*inner)();
        for (;;) {
            const auto* const word = std::find_if(words.begin(), words.end(),
                                                  [this](std::string_view each) { return isNow(each); });
            if (word == words.end())
                return left;
            next();
            left = operation(std::string(*word), {left, (this->*inner)()});
        }
    }
    ExpressionNodePtr alternatives() { return chain(&Parser::conditions, {"or"}); }
    ExpressionNodePtr conditions() { return chain(&Parser::comparison, {"and"}); }
    ExpressionNodePtr comparison()
    {
        if (skip("not"))
            return operation("not", {comparison()});
        const auto left = sum();
        for (const std::string_view sign : {"<=", ">=", "!=", "<", ">", "="})
            if (skip(sign))
                return operation(std::string(sign), {left, sum()});
        return left;
    }
    ExpressionNodePtr sum() { return chain(&Parser::product, {"+", "-"}); }
    ExpressionNodePtr product() { return chain(&Parser::factor, {"*", "/"}); }

    ExpressionNodePtr factor()
    {
        if (++m_depth > kMostDepth)
            fail("simpler: too many parentheses lie within one another");
        auto node = m_fault.empty() ? unguardedFactor() : std::make_shared<const Node>();
        --m_depth;
        return node;
    }
    ExpressionNodePtr unguardedFactor()
    {
        if (skip("-"))
            return operation("-", {factor()});
        if (skip("(")) {
            auto inner = alternatives();
            demand(")");
            return inner;
        }
        if (m_token.kind == Token::Kind::Number)
            return number();
        if (m_token.kind == Token::Kind::Word && !isReserved(m_token.text))
            return word();
        fail("a number, a metric, a value of the lesson or a function");
        return std::make_shared<const Node>();
    }
    static bool isReserved(std::string_view word)
    {
        return word == "and" || word == "or" || word == "not" || word == "of" || word == "at" ||
               word == "last";
    }
    ExpressionNodePtr number()
    {
        Node node;
        const auto value = parseNumber(m_token.text);
        if (!value)
            fail("a number");
        node.number = value.value_or(0);
        next();
        return std::make_shared<const Node>(std::move(node));
    }
    ExpressionNodePtr word()
    {
        Node node;
        node.name = m_token.text;
        next();
        if (skip("("))
            return call(std::move(node));
        node.kind = node.name == "generation" ? Kind::Generation : Kind::Metric;
        if (skip("[")) {
            node.name += "[" + m_token.text + "]";
            if (m_token.kind != Token::Kind::Number)
                fail("the number of a part");
            next();
            demand("]");
        }
        readPlace(node);
        return std::make_shared<const Node>(std::move(node));
    }
    ExpressionNodePtr call(Node node)
    {
        const auto& names = functionNames();
        if (node.name == "state" || node.name == "answer") {
            node.kind = node.name == "state" ? Kind::State : Kind::Answer;
            node.name = m_token.text;
            if (m_token.kind != Token::Kind::Word)
                fail("a name in letters and digits");
            next();
            demand(")");
            if (node.kind == Kind::State)
                readPlace(node);
            return std::make_shared<const Node>(std::move(node));
        }
        if (std::find(names.begin(), names.end(), node.name) == names.end())
            m_fault = m_fault.empty() ? "there is no function " + inQuotes(node.name) +
                                            "; the functions are " + joined(names) + ", state, answer"
                                      : m_fault;
        node.kind = Kind::Call;
        node.parts = {alternatives()};
        demand(")");
        return std::make_shared<const Node>(std::move(node));
    }
    /// "of EXPERIMENT", "of EXPERIMENT."Title"", "of "Title"", then "at GENERATION".
    void readPlace(Node& node)
    {
        if (skip("of")) {
            const bool isVariant = m_token.kind == Token::Kind::Quoted;
            if (!isVariant && m_token.kind != Token::Kind::Word)
                fail("an experiment of the lesson, or a variant's title in quotation marks");
            (isVariant ? node.variant : node.experiment) = m_token.text;
            next();
            if (!isVariant && skip(".")) {
                node.variant = m_token.text;
                if (m_token.kind != Token::Kind::Quoted)
                    fail("a variant's title in quotation marks");
                next();
            }
        }
        if (!skip("at"))
            return;
        node.isAtLast = skip("last");
        if (!node.isAtLast)
            node.parts = {factor()};
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Token m_token;
    std::string m_fault;
    int m_depth = 0;
};

void visitBelow(const ExpressionNode& node, const std::function<void(const ExpressionNode&)>& visit)
{
    for (const auto& part : node.parts)
        visitBelow(*part, visit);
    visit(node);
}

} // namespace

const std::vector<std::string>& functionNames()
{
    static const std::vector<std::string> names = {"first", "highest", "lowest", "median", "mean",
                                                   "least", "most",    "share",  "abs",    "round"};
    return names;
}

Result<Expression> Expression::parse(std::string_view text)
{
    if (text.size() > kMostExpression)
        return invalidInput("it has " + std::to_string(text.size()) + " characters, and may have " +
                            std::to_string(kMostExpression));
    Parser parser(text);
    ExpressionNodePtr root = parser.whole();
    if (!parser.fault().empty())
        return invalidInput(parser.fault());
    Expression expression;
    expression.m_text = text;
    expression.m_root = std::move(root);
    return expression;
}

Expression Expression::within(std::string experiment) const
{
    Expression bound = *this;
    bound.m_experiment = std::move(experiment);
    return bound;
}

void Expression::forEach(const std::function<void(const ExpressionNode&)>& visit) const
{
    if (m_root)
        visitBelow(*m_root, visit);
}

} // namespace hareloom
