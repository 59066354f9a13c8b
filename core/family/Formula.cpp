// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Formula.h"

#include <algorithm>

namespace hareloom {

namespace {

/// `right` with each {symbol} replaced.
template<class Shown>
std::string filled(std::string_view right, const Shown& shown)
{
    std::string text;
    while (!right.empty()) {
        const std::size_t open = right.find('{');
        text += right.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const std::size_t close = right.find('}', open);
        text += shown(right.substr(open + 1, close - open - 1));
        right.remove_prefix(close + 1);
    }
    return text;
}

} // namespace

std::string symbolsOf(const Formula& formula)
{
    return filled(formula.right, [](std::string_view symbol) { return std::string(symbol); });
}

std::string numbersOf(const Formula& formula, std::string (*numbered)(double))
{
    return filled(formula.right, [&](std::string_view symbol) {
        const auto term = std::find_if(formula.terms.begin(), formula.terms.end(),
                                       [&](const FormulaTerm& each) { return each.symbol == symbol; });
        if (term == formula.terms.end())
            return "{" + std::string(symbol) + "}"; // a test finds it
        const std::string text = numbered(term->value);
        return term->value < 0 ? "(" + text + ")" : text;
    });
}

} // namespace hareloom
