// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramMetrics.h"

#include <cmath>
#include <limits>

namespace hareloom {
namespace {

using State = NGramTables::State;
using Entry = NGramTables::Entry;

/// The contexts of order - 1 tokens.
std::pair<State, State> longest(const NGramTables& tables)
{
    return {tables.depths[static_cast<std::size_t>(tables.order - 1)], tables.states()};
}

} // namespace

double tokenHeterozygosity(const NGramTables& tables)
{
    double squares = 0;
    for (Entry e = tables.first[0]; e < tables.first[1]; ++e) {
        const double share = tables.count(e, 0) / static_cast<double>(tables.total(0));
        squares += share * share;
    }
    return 1 - squares;
}

std::int64_t knownNgrams(const NGramTables& tables)
{
    const auto [begin, end] = longest(tables);
    return std::int64_t{tables.first[end]} - tables.first[begin];
}

double conditionalEntropy(const NGramTables& tables)
{
    const auto [begin, end] = longest(tables);
    double sum = 0, all = 0;
    for (State s = begin; s < end; ++s) {
        const double total = tables.total(s);
        all += total;
        for (Entry e = tables.first[s]; e < tables.first[s + 1]; ++e) {
            const double count = tables.count(e, s);
            sum += count * std::log(total / count);
        }
    }
    return all > 0 ? sum / all : std::numeric_limits<double>::quiet_NaN();
}

} // namespace hareloom
