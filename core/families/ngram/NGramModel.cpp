// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramModel.h"

#include "core/families/ngram/NGramSettings.h"
#include "core/writing/SamplingSettings.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

using Entry = NGramTables::Entry;

/// The first of `count` ascending numbers that is above x; the last one where none is. It branches on `count`
/// alone, which a processor can foresee.
template<class Number>
std::size_t firstAbove(const Number* numbers, std::size_t count, Number x)
{
    const Number* begin = numbers;
    for (; count > 1; count -= count / 2)
        begin += begin[count / 2 - 1] <= x ? count / 2 : 0;
    return static_cast<std::size_t>(begin - numbers);
}

} // namespace

NGramPlan::NGramPlan(const Experiment& experiment)
{
    const auto& settings = experiment.model.of<NGramSettings>();
    const auto& sampling = experiment.model.of<SamplingSettings>();
    addK = settings.addK;
    topK = settings.greedy ? 1 : sampling.topK;
    hasUnknown = settings.units != TextUnits::Pieces;
    temperature = settings.greedy ? 1 : sampling.temperature;
    topP = settings.greedy ? 1 : sampling.topP;
}

Result<NGramModelPtr> NGramModel::make(NGramTables tables, const NGramPlan& plan, const StopToken& stop)
{
    Result<NGramShape> shape = NGramShape();
    if (!plan.isPlain(tables.vocabulary))
        shape = shapeOf(tables, plan, stop);
    if (!shape)
        return shape.error();
    return NGramModelPtr(new NGramModel(std::move(tables), plan, *std::move(shape)));
}

NGramModel::NGramModel(NGramTables tables, const NGramPlan& plan, NGramShape shape)
    : m_tables(std::move(tables)),
      m_plan(plan),
      m_isPlain(plan.isPlain(m_tables.vocabulary)),
      m_addedMass(plan.addK * static_cast<double>(m_tables.vocabulary)),
      m_shape(std::move(shape))
{
}

TokenId NGramModel::draw(State& s, double u) const
{
    if (!m_isPlain)
        return drawShaped(s, u);
    const Entry first = m_tables.first[s], end = m_tables.first[s + 1];
    const std::uint32_t total = m_tables.cumulated[end - 1];
    const double x = u * (total + m_addedMass - (m_plan.hasUnknown ? m_plan.addK : 0));
    if (x >= total) // of what was added: any token alike
        return moved(
            s, static_cast<TokenId>(std::min(static_cast<double>(m_tables.vocabulary - 1),
                                             std::floor((x - total) / m_plan.addK) + m_plan.hasUnknown)));
    const Entry e = first + static_cast<Entry>(firstAbove(m_tables.cumulated.data() + first, end - first,
                                                          static_cast<std::uint32_t>(x)));
    s = m_tables.next[e];
    return m_tables.tokens[e];
}

TokenId NGramModel::drawShaped(State& s, double u) const
{
    const std::size_t first = m_shape.first[s], count = m_shape.first[s + 1] - first;
    const double seen = count > 0 ? m_shape.cumulated[first + count - 1] : 0;
    const double x = u * (seen + m_shape.restCount[s] * m_shape.restWeight[s]);
    if (count > 0 && (x < seen || m_shape.restCount[s] == 0)) {
        const Entry e = m_shape.entries[first + firstAbove(m_shape.cumulated.data() + first, count, x)];
        s = m_tables.next[e];
        return m_tables.tokens[e];
    }
    const double rank = std::floor((x - seen) / m_shape.restWeight[s]);
    const auto within = static_cast<std::uint32_t>(std::min(rank, m_shape.restCount[s] - 1.0));
    return moved(s, unseen(s, within + neverWritten(m_tables, s, m_plan)));
}

// The token of this rank among those that never followed `s`: below continuation number j, from 0, there are
// its id minus j of them.
TokenId NGramModel::unseen(State s, std::uint32_t rank) const
{
    const Entry first = m_tables.first[s];
    Entry low = first, high = m_tables.first[s + 1];
    while (low < high) {
        const Entry middle = low + (high - low) / 2;
        if (static_cast<std::uint32_t>(m_tables.tokens[middle]) - (middle - first) <= rank)
            low = middle + 1;
        else
            high = middle;
    }
    return static_cast<TokenId>(rank + (low - first));
}

double NGramModel::nats(State& s, TokenId token) const
{
    const auto entry = m_tables.find(s, token);
    const double count = entry ? m_tables.count(*entry, s) : 0;
    const double p = (count + m_plan.addK) / (m_tables.total(s) + m_addedMass);
    s = entry ? m_tables.next[*entry] : m_tables.after(s, token);
    return -std::log(p);
}

} // namespace hareloom
