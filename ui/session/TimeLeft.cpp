// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/TimeLeft.h"

#include "core/chain/Estimate.h"

#include <algorithm>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr std::int64_t kLeastMade = 3;
constexpr double kLeastSeconds = 0.5;

} // namespace

void TimeLeft::begin(const std::vector<Experiment>& variants, std::int64_t chains)
{
    *this = {};
    m_variants = variants;
    m_chains = std::max<std::int64_t>(1, chains);
    m_work.resize(variants.size());
    for (std::size_t v = 0; v < variants.size(); ++v)
        plan(v, variants[v].samples.size);
}

void TimeLeft::plan(std::size_t variant, std::int64_t tableRows)
{
    const auto sum = [](const std::vector<double>& work) {
        return std::accumulate(work.begin(), work.end(), 0.0);
    };
    m_total -= sum(m_work[variant]) * double(m_chains);
    m_work[variant] = plannedWork(m_variants[variant], tableRows);
    m_total += sum(m_work[variant]) * double(m_chains);
}

void TimeLeft::startClock()
{
    m_doneBefore = m_done;
    m_made = 0;
    m_elapsedBefore = 0;
    m_clock.start();
}

void TimeLeft::pause()
{
    if (m_clock.isValid())
        m_elapsedBefore += double(m_clock.elapsed()) / 1000;
    m_clock.invalidate();
}

void TimeLeft::resume()
{
    m_clock.start();
}

void TimeLeft::add(const Generation& generation)
{
    const auto variant = static_cast<std::size_t>(generation.chain / m_chains);
    if (variant >= m_work.size() || generation.index < 0)
        return;
    // Only generation 0 tells how many rows a table has.
    if (generation.index == 0 && generation.chain % m_chains == 0 && generation.realRows > 0 &&
        generation.realRows != m_variants[variant].samples.size)
        plan(variant, generation.realRows);
    const auto g = static_cast<std::size_t>(generation.index);
    if (g >= m_work[variant].size())
        return;
    m_done += m_work[variant][g];
    ++m_made;
}

double TimeLeft::shareDone() const
{
    return m_total > 0 ? std::clamp(m_done / m_total, 0.0, 1.0) : 0;
}

double TimeLeft::secondsAfter(double elapsedSeconds) const
{
    const double made = m_done - m_doneBefore;
    if (m_made < kLeastMade || elapsedSeconds < kLeastSeconds || made <= 0)
        return -1;
    return elapsedSeconds / made * std::max(0.0, m_total - m_done);
}

double TimeLeft::seconds() const
{
    return secondsAfter(m_elapsedBefore + (m_clock.isValid() ? double(m_clock.elapsed()) / 1000 : 0));
}

} // namespace hareloom::ui
