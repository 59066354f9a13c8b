// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// One part of an expression. A value, so that any thread may read it.
struct ExpressionNode
{
    enum class Kind {
        Number,     // number
        Metric,     // name: a metric of one chain in one generation, or one of the lesson's values
        State,      // name: of a state; its probability in the model
        Generation, // the generation that is looked at
        Answer,     // name: of a step; the number that the learner gave there
        Call,       // name: a function of its only part
        Operation   // name: an operator between its parts, or before its only one
    };
    Kind kind = Kind::Number;
    double number = 0;
    std::string name;
    std::string experiment, variant; // after "of": empty where it is not written
    bool isAtLast = false;           // "at last"
    std::vector<std::shared_ptr<const ExpressionNode>>
        parts; // Metric, State: what stands after "at", if anything
};
using ExpressionNodePtr = std::shared_ptr<const ExpressionNode>;

/// What a lesson asks of a run: the one language of its answers, goals, claims and of the values in its
/// texts.
///
///   survivingStates at 50                              a metric of the chain on the stage, in one generation
///   variance of habits."Accumulate" at last            ... of an experiment's variant
///   state(latin) at 50 = 0                             a state's probability
///   first(rareSurvivors < 10)                          the first generation in which it is so; inf: in none
///   highest(x), lowest(x)                              over the generations
///   median(variance at 200), mean, least, most         over the chains
///   share(variance at 200 < 0.1)                       of the chains for which it is so
///   answer(guess)                                      the number that was answered in a step
///   and or not = != < <= > >= + - * / abs() round()    as usual; true is 1, false is 0
///
/// Without "at" a generation is meant that the place tells: in first(), highest(), lowest() and a curve each
/// one, else the last. What was not measured is no number, and a comparison with that is false.
class Expression
{
public:
    Expression() = default; // empty: of no value

    /// At most kMostExpression characters. Errors: InvalidInput without a path: "is ... at character 12.
    /// ...".
    static Result<Expression> parse(std::string_view text);

    bool isEmpty() const { return !m_root; }
    const std::string& text() const { return m_text; }
    const ExpressionNode& root() const { return *m_root; }
    /// The experiment that is meant where "of" names none.
    const std::string& experiment() const { return m_experiment; }
    Expression within(std::string experiment) const;

    /// Calls `visit` for each part, those before that it is made of.
    void forEach(const std::function<void(const ExpressionNode&)>& visit) const;

private:
    std::string m_text, m_experiment;
    ExpressionNodePtr m_root;
};

inline constexpr std::size_t kMostExpression = 400;

/// The functions, for messages and the reference.
const std::vector<std::string>& functionNames();

} // namespace hareloom
