// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/discrete/StateLifetimes.h"

#include "core/data/Source.h"
#include "core/prediction/Predictions.h"
#include "core/theory/DiscreteTheory.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr int kTheoryPoints = 48; // along the line

double missing()
{
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace

void StateLifetimes::begin(const StageOrigin& origin)
{
    m_experiment = origin.experiment;
    m_source = origin.distribution;
    const auto truth = m_source ? m_source->categorical() : nullptr;
    m_shares = truth ? truth->probabilities : origin.generation->snapshot->categorical()->probabilities;
    m_rows = static_cast<double>(std::max<std::int64_t>(1, origin.generation->realRows));
    m_first = origin.generation;
    m_chains.clear();
    m_variant = -1;
    m_hasTheory = false;
    m_theory.clear();
}

int StateLifetimes::firstChain(const StageFrame& frame) const
{
    const int chains = static_cast<int>(m_experiment.chains);
    return frame.chain / chains * chains;
}

void StateLifetimes::take(Chain& chain, const Generation& generation) const
{
    chain.read = generation.index + 1;
    const Categorical* states = generation.snapshot ? generation.snapshot->categorical() : nullptr;
    if (!states || states->probabilities.size() != m_shares.size())
        return;
    chain.firstMissing.resize(static_cast<std::size_t>(m_shares.size()), -1);
    for (std::size_t k = 0; k < chain.firstMissing.size(); ++k)
        if (chain.firstMissing[k] < 0 && states->probabilities(static_cast<Eigen::Index>(k)) <= 0)
            chain.firstMissing[k] = generation.index;
}

void StateLifetimes::read(const StageFrame& frame) const
{
    const int first = firstChain(frame);
    if (!frame.history) { // a picture of two generations alone
        m_chains.assign(1, {});
        take(m_chains.front(), *m_first);
        take(m_chains.front(), *frame.to);
        m_variant = -1;
        return;
    }
    if (m_variant != first) {
        m_chains.assign(static_cast<std::size_t>(m_experiment.chains), {});
        m_variant = first;
    }
    for (std::size_t r = 0; r < m_chains.size(); ++r) {
        const ChainIndex index = first + static_cast<int>(r);
        for (const int end = frame.history->count(index); m_chains[r].read < end;)
            take(m_chains[r], *frame.history->at(index, m_chains[r].read));
    }
}

int StateLifetimes::chains(const StageFrame& frame) const
{
    read(frame);
    return static_cast<int>(std::count_if(m_chains.begin(), m_chains.end(),
                                          [&](const Chain& chain) { return chain.read > frame.to->index; }));
}

std::vector<StateLifetimes::Life> StateLifetimes::at(const StageFrame& frame) const
{
    const int come = chains(frame), last = frame.to->index;
    std::vector<Life> lives;
    if (come == 0)
        return lives;
    for (Eigen::Index k = 0; k < m_shares.size(); ++k) {
        Life life{static_cast<int>(k), m_rows * m_shares(k), 0, 0};
        for (const Chain& chain : m_chains) {
            if (chain.read <= last)
                continue;
            const int lost = chain.firstMissing.empty() ? 0 : chain.firstMissing[static_cast<std::size_t>(k)];
            const bool isAlive = lost < 0 || lost > last;
            life.alive += isAlive ? 1 : 0;
            life.lived += isAlive ? last + 1 : lost;
        }
        life.lived /= come;
        if (life.count > 0)
            lives.push_back(life);
    }
    std::stable_sort(lives.begin(), lives.end(),
                     [](const Life& a, const Life& b) { return a.count > b.count; });
    return lives;
}

// Where the engine knows what share of the truth is extinct, it knows each state's lifetime.
void StateLifetimes::prepareTheory() const
{
    m_hasTheory = true;
    m_counts.clear();
    if (!predict(m_experiment, "extinctMass"))
        return;
    double least = m_shares.maxCoeff();
    for (const double share : m_shares)
        least = share > 0 ? std::min(least, share) : least;
    const double steps = std::log(m_shares.maxCoeff() / least) / (kTheoryPoints - 1);
    Vector shares(kTheoryPoints);
    for (int i = 0; i < kTheoryPoints; ++i) {
        shares(i) = std::min(1.0, least * std::exp(i * steps));
        m_counts.push_back(m_rows * shares(i));
    }
    m_theory = expectedLifetimes(shares, static_cast<std::int64_t>(m_rows),
                                 static_cast<int>(m_experiment.generations));
}

double StateLifetimes::expected(double count, int generation) const
{
    if (!m_hasTheory)
        prepareTheory();
    const auto g = static_cast<std::size_t>(generation);
    if (m_theory.empty() || g >= m_theory.front().size())
        return missing();
    const double tolerance = 1e-9 * count;
    if (count < m_counts.front() - tolerance || count > m_counts.back() + tolerance)
        return missing();
    const auto above = std::lower_bound(m_counts.begin() + 1, m_counts.end() - 1, count);
    const auto right = static_cast<std::size_t>(above - m_counts.begin());
    const double from = m_counts[right - 1], to = m_counts[right];
    const double share = to > from ? std::log(count / from) / std::log(to / from) : 0;
    const double low = std::log(m_theory[right - 1][g]), high = std::log(m_theory[right][g]);
    return std::exp(low + share * (high - low));
}

} // namespace hareloom::ui
