// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/ngram/NGramShape.h"

#include <memory>

namespace hareloom {

class NGramModel;
using NGramModelPtr = std::shared_ptr<const NGramModel>;

/// An n-gram model: P(w | c) = (n(c, w) + k) / (n(c) + k V), where c is the longest context that the text
/// ends in, of at most order - 1 tokens (it backs off to a shorter one where the longer one was never met), n
/// are the counts, V is the size of the vocabulary, and k is the plan's addK (Lidstone's law; k = 0: maximum
/// likelihood). Scores are the model's own; writing departs from it as shapeOf() says. Immutable; any thread.
class NGramModel
{
public:
    using State = NGramTables::State;

    /// Errors: Stopped.
    static Result<NGramModelPtr> make(NGramTables tables, const NGramPlan& plan, const StopToken& stop);

    const NGramTables& tables() const { return m_tables; }
    /// The token that the number `u` in [0, 1) draws after context `s`, which it moves on.
    TokenId draw(State& s, double u) const;
    /// -ln P(token | s), +inf where that is 0; moves the context on.
    double nats(State& s, TokenId token) const;

private:
    NGramModel(NGramTables tables, const NGramPlan& plan, NGramShape shape);
    TokenId drawShaped(State& s, double u) const;
    TokenId unseen(State s, std::uint32_t rank) const;
    TokenId moved(State& s, TokenId token) const
    {
        s = m_tables.after(s, token);
        return token;
    }

    NGramTables m_tables;
    NGramPlan m_plan;
    bool m_isPlain;
    double m_addedMass; // k V
    NGramShape m_shape; // empty where it is plain
};

} // namespace hareloom
