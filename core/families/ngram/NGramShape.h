// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/ngram/NGramPlan.h"
#include "core/families/ngram/NGramTables.h"

namespace hareloom {

/// What is left of each context's continuations when writing departs from the model's own probabilities.
struct NGramShape
{
    std::vector<std::size_t> first;          // (states + 1): where each state's are in the two lists below
    std::vector<NGramTables::Entry> entries; // that are left, ascending within a state
    std::vector<double> cumulated;           // weights, up to and including this one, within its state
    /// Tokens that never followed all have one weight; so many of them are left, those with the smallest ids
    /// that may be written.
    std::vector<std::uint32_t> restCount; // (states)
    std::vector<double> restWeight;       // (states)
};

/// Each probability to the power 1 / temperature, then the topK likeliest, then the likeliest that together
/// have topP of what is left. Of equally likely tokens those with smaller ids count as likelier. Errors:
/// Stopped.
Result<NGramShape> shapeOf(const NGramTables& tables, const NGramPlan& plan, const StopToken& stop);

/// How many of the tokens that never followed `s` are not written: the unknown one, or none.
std::uint32_t neverWritten(const NGramTables& tables, NGramTables::State s, const NGramPlan& plan);

} // namespace hareloom
