// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A quantity in a formula, with its value in one generation.
struct FormulaTerm
{
    std::string_view symbol;  // "M(g)"
    std::string_view meaning; // "rows that this generation is fitted on"
    double value = 0;
};

/// The equation behind a curve of theory, in one generation: what Prediction::values holds there, written
/// out. The words are the engine's, so that the window looks them up (context "Formula").
struct Formula
{
    std::string_view left; // "E H(g)"
    std::string_view right; // "{H(g−1)} · (1 − 1/{M(g)})": terms in braces; + − · / ^ √ exp ln and brackets
    std::vector<FormulaTerm> terms; // each symbol of `right`, and what else is worth knowing; in this order
    std::string_view assumes;       // sentences
    std::string_view source;        // as papersNamedIn() reads it; or how it was derived
    double value = 0;               // what it comes to
    bool exact = false;             // else an approximation, to the order that docs/theory.md states
};

/// "H(g−1) · (1 − 1/M(g))"
std::string symbolsOf(const Formula& formula);
/// "0.838 · (1 − 1/100)": `numbered` writes a value. A negative one that follows a sign gets brackets.
std::string numbersOf(const Formula& formula, std::string (*numbered)(double));

} // namespace hareloom
