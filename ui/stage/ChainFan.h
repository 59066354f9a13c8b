// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/History.h"
#include "ui/stage/Quantities.h"

#include <array>
#include <vector>

namespace hareloom::ui {

/// One quantity of several chains by generation: its quantiles over the chains, and each chain's own values.
/// Incremental: update() reads each generation once. GUI thread.
class ChainFan
{
public:
    static constexpr std::array<double, 5> kLevels{0.05, 0.25, 0.5, 0.75, 0.95};
    using Quantiles = std::array<double, kLevels.size()>; // NaN: no chain has a finite value here

    /// Chains first ... first + count - 1.
    ChainFan(Quantity quantity, ChainIndex first, int count);

    const Quantity& quantity() const { return m_quantity; }
    void update(const History& history);

    int generations() const { return static_cast<int>(m_quantiles.size()); }
    int chains() const { return static_cast<int>(m_chains.size()); }
    /// NaNs beyond what has been made.
    Quantiles at(int generation) const;
    /// Chains that are in with a finite value.
    int counted(int generation) const;
    /// A chain's values by generation; `chain` counts from the first of these chains.
    const std::vector<double>& chain(int chain) const { return m_chains[static_cast<std::size_t>(chain)]; }

private:
    void settle(std::size_t generation);

    Quantity m_quantity;
    ChainIndex m_first;
    std::vector<std::vector<double>> m_chains; // by chain, by generation
    std::vector<std::vector<double>> m_values; // by generation: the finite ones, ascending
    std::vector<Quantiles> m_quantiles;        // by generation
};

} // namespace hareloom::ui
