// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/TimeLeft.h"

#include "core/forecast/Estimate.h"
#include "core/recipe/Forks.h"

#include <algorithm>
#include <numeric>

namespace hareloom {

namespace {

constexpr std::int64_t kLeastMade = 3;
constexpr double kLeastSeconds = 0.5;

} // namespace

void TimeLeft::begin(const std::vector<Experiment>& variants, std::int64_t chains)
{
    *this = {};
    m_variants = variants;
    m_chains = std::max<std::int64_t>(1, chains);
    m_parts.resize(variants.size());
    for (const auto& fork : forksOf(variants))
        m_shared.push_back(fork ? static_cast<std::size_t>(fork->at) : 0);
    for (std::size_t v = 0; v < variants.size(); ++v)
        plan(v, variants[v].samples.size);
}

void TimeLeft::plan(std::size_t variant, std::int64_t tableRows)
{
    Part& part = m_parts[variant];
    part.work = plannedWork(m_variants[variant], tableRows);
    std::fill_n(part.work.begin(), std::min(part.work.size(), m_shared[variant]), 0.0);
    part.total = std::accumulate(part.work.begin(), part.work.end(), 0.0) * static_cast<double>(m_chains);
}

void TimeLeft::startClock()
{
    for (Part& part : m_parts)
        part.onClock = part.spent = 0;
    m_made = 0;
    m_elapsedBefore = 0;
    resume();
}

void TimeLeft::pause()
{
    m_elapsedBefore += secondsOnClock();
    m_clock.reset();
}

void TimeLeft::resume()
{
    m_clock = std::chrono::steady_clock::now();
}

double TimeLeft::secondsOnClock() const
{
    return m_clock ? std::chrono::duration<double>(std::chrono::steady_clock::now() - *m_clock).count() : 0;
}

void TimeLeft::add(const Generation& generation)
{
    const auto variant = static_cast<std::size_t>(generation.chain / m_chains);
    if (variant >= m_parts.size() || generation.index < 0)
        return;
    // Only generation 0 tells how many rows a table has.
    if (generation.index == 0 && generation.chain % m_chains == 0 && generation.realRows > 0 &&
        generation.realRows != m_variants[variant].samples.size)
        plan(variant, generation.realRows);
    Part& part = m_parts[variant];
    const auto g = static_cast<std::size_t>(generation.index);
    if (g >= part.work.size())
        return;
    part.done += part.work[g];
    part.onClock += part.work[g];
    ++m_made;
}

void TimeLeft::spend(ChainIndex chain, double seconds)
{
    if (const auto variant = static_cast<std::size_t>(chain / m_chains); variant < m_parts.size())
        m_parts[variant].spent += seconds;
}

double TimeLeft::sum(double Part::*what) const
{
    return std::accumulate(m_parts.begin(), m_parts.end(), 0.0,
                           [what](double all, const Part& part) { return all + part.*what; });
}

double TimeLeft::shareDone() const
{
    const double total = sum(&Part::total);
    return total > 0 ? std::clamp(sum(&Part::done) / total, 0.0, 1.0) : 0;
}

double TimeLeft::shareOf(ChainIndex chain, int generation) const
{
    const auto variant = static_cast<std::size_t>(chain / m_chains), g = static_cast<std::size_t>(generation);
    const double total = sum(&Part::total);
    const bool isPlanned = variant < m_parts.size() && g < m_parts[variant].work.size() && total > 0;
    return isPlanned ? m_parts[variant].work[g] / total : 0;
}

// What a row costs where most rows are left among those that are measured: the best guess for the others.
double TimeLeft::largestRate() const
{
    const Part* known = nullptr;
    for (const Part& part : m_parts)
        if (part.spent > 0 && part.onClock > 0 && (!known || part.total > known->total))
            known = &part;
    return known ? known->spent / known->onClock : 0;
}

double TimeLeft::secondsAfter(double elapsedSeconds) const
{
    const double made = sum(&Part::onClock), spent = sum(&Part::spent);
    if (m_made < kLeastMade || elapsedSeconds < kLeastSeconds || made <= 0)
        return -1;
    if (spent <= 0)
        return elapsedSeconds / made * std::max(0.0, sum(&Part::total) - sum(&Part::done));
    double left = 0; // seconds of a processor
    for (const Part& part : m_parts)
        left += std::max(0.0, part.total - part.done) *
                (part.spent > 0 && part.onClock > 0 ? part.spent / part.onClock : largestRate());
    return elapsedSeconds / spent * left;
}

double TimeLeft::seconds() const
{
    return secondsAfter(m_elapsedBefore + secondsOnClock());
}

} // namespace hareloom
