// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/ChainFan.h"

#include "core/base/Quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

ChainFan::Quantiles nothing()
{
    ChainFan::Quantiles none;
    none.fill(kNaN);
    return none;
}

} // namespace

ChainFan::ChainFan(Quantity quantity, ChainIndex first, int count)
    : m_quantity(std::move(quantity)), m_first(first), m_chains(static_cast<std::size_t>(std::max(0, count)))
{
}

void ChainFan::update(const History& history)
{
    std::vector<bool> isChanged(m_quantiles.size());
    for (std::size_t c = 0; c < m_chains.size(); ++c) {
        const ChainIndex chain = m_first + static_cast<ChainIndex>(c);
        const auto count = static_cast<std::size_t>(history.count(chain));
        if (count > m_values.size()) {
            m_values.resize(count);
            isChanged.resize(count);
            m_quantiles.resize(count, nothing());
        }
        for (std::size_t g = m_chains[c].size(); g < count; ++g) {
            const double value = m_quantity.value(*history.at(chain, static_cast<int>(g)));
            m_chains[c].push_back(value);
            if (!std::isfinite(value))
                continue;
            m_values[g].push_back(value);
            isChanged[g] = true;
        }
    }
    for (std::size_t g = 0; g < isChanged.size(); ++g)
        if (isChanged[g])
            settle(g);
}

void ChainFan::settle(std::size_t generation)
{
    std::vector<double>& values = m_values[generation];
    std::sort(values.begin(), values.end());
    for (std::size_t level = 0; level < kLevels.size(); ++level)
        m_quantiles[generation][level] = quantileOf(values, kLevels[level]);
}

ChainFan::Quantiles ChainFan::at(int generation) const
{
    const auto g = static_cast<std::size_t>(generation);
    return generation >= 0 && g < m_quantiles.size() ? m_quantiles[g] : nothing();
}

int ChainFan::counted(int generation) const
{
    const auto g = static_cast<std::size_t>(generation);
    return generation >= 0 && g < m_values.size() ? static_cast<int>(m_values[g].size()) : 0;
}

} // namespace hareloom::ui
