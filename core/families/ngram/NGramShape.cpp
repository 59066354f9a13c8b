// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramShape.h"

#include "core/families/ngram/PollEvery.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom {
namespace {

/// The tokens that may follow one context, likeliest first, then those that never did, all alike.
struct Candidates
{
    std::vector<double> weights;         // of the continuations; the greatest is 1
    std::vector<std::uint32_t> byWeight; // which of them are left, likeliest first
    std::size_t rest = 0;                // how many of the others are left
    double restWeight = 0;

    double mass() const
    {
        double sum = static_cast<double>(rest) * restWeight;
        for (const std::uint32_t i : byWeight)
            sum += weights[i];
        return sum;
    }
};

// Powers of ratios to the greatest, which no temperature makes too large.
void find(const NGramTables& tables, NGramTables::State s, const NGramPlan& plan, Candidates& all)
{
    const NGramTables::Entry first = tables.first[s];
    const std::uint32_t seen = tables.first[s + 1] - first;
    all.weights.resize(seen);
    double greatest = 0;
    for (std::uint32_t i = 0; i < seen; ++i)
        greatest = std::max(greatest, all.weights[i] = tables.count(first + i, s) + plan.addK);
    const auto shaped = [&](double weight) { return std::pow(weight / greatest, 1 / plan.temperature); };
    for (double& weight : all.weights)
        weight = shaped(weight);
    all.byWeight.resize(seen);
    std::iota(all.byWeight.begin(), all.byWeight.end(), 0U);
    std::stable_sort(all.byWeight.begin(), all.byWeight.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return all.weights[a] > all.weights[b]; });
    all.rest = plan.addK > 0
                   ? static_cast<std::size_t>(tables.vocabulary) - seen - neverWritten(tables, s, plan)
                   : 0;
    all.restWeight = plan.addK > 0 ? shaped(plan.addK) : 0;
}

void keepMost(Candidates& all, std::size_t most)
{
    all.byWeight.resize(std::min(all.byWeight.size(), most));
    all.rest = std::min(all.rest, most - all.byWeight.size());
}

void keepNucleus(Candidates& all, double share)
{
    double missing = share * all.mass();
    std::size_t kept = 0;
    for (; kept < all.byWeight.size() && missing > 0; ++kept)
        missing -= all.weights[all.byWeight[kept]];
    all.byWeight.resize(kept);
    all.rest = missing > 0 && all.restWeight > 0
                   ? std::min(all.rest, static_cast<std::size_t>(std::ceil(missing / all.restWeight)))
                   : 0;
}

void append(NGramShape& shape, Candidates& left, NGramTables::Entry first)
{
    std::sort(left.byWeight.begin(), left.byWeight.end());
    double cumulated = 0;
    for (const std::uint32_t i : left.byWeight) {
        shape.entries.push_back(first + i);
        shape.cumulated.push_back(cumulated += left.weights[i]);
    }
    shape.first.push_back(shape.entries.size());
    shape.restCount.push_back(static_cast<std::uint32_t>(left.rest));
    shape.restWeight.push_back(left.restWeight);
}

} // namespace

std::uint32_t neverWritten(const NGramTables& tables, NGramTables::State s, const NGramPlan& plan)
{
    return plan.hasUnknown && tables.tokens[tables.first[s]] != 0 ? 1 : 0;
}

Result<NGramShape> shapeOf(const NGramTables& tables, const NGramPlan& plan, const StopToken& stop)
{
    NGramShape shape;
    shape.first = {0};
    PollEvery poll(stop);
    Candidates candidates;
    for (NGramTables::State s = 0; s < tables.states(); ++s) {
        if (!poll.proceed())
            return stopped();
        find(tables, s, plan, candidates);
        if (plan.topK > 0)
            keepMost(candidates, static_cast<std::size_t>(plan.topK));
        if (plan.topP < 1)
            keepNucleus(candidates, plan.topP);
        append(shape, candidates, tables.first[s]);
    }
    return shape;
}

} // namespace hareloom
