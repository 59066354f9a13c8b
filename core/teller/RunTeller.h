// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/teller/Summary.h"
#include "core/teller/Teller.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace hareloom {

/// What happened in a whole run: of each variant the events of its first chain, and a summary of all its chains. Keeps
/// two generations of each chain. One thread.
class RunTeller
{
public:
    /// `variants`: expandVariants() of the experiment; `names`: of each variant's states, variables or classes, may be
    /// fewer.
    explicit RunTeller(const std::vector<Experiment>& variants,
                       const std::vector<std::vector<std::string>>& names = {});

    /// Generations of a chain come in order.
    void add(const GenerationPtr& generation);

    std::size_t variants() const { return m_tellers.size(); }
    /// Of the variant's first chain.
    const Teller& of(std::size_t variant) const { return m_tellers[variant]; }
    /// As summaryOf(); nothing while no chain has a second generation.
    std::vector<Event> summary(std::size_t variant) const;
    /// What the variants say together, of all chains, at the end that all of them have come to; as
    /// contrastOf().
    std::optional<Event> contrast() const;
    std::int64_t chains() const { return m_chains; } // of each variant

private:
    std::vector<Teller> m_tellers; // by variant
    std::int64_t m_chains = 1;
    std::map<ChainIndex, ChainEnds> m_ends;
};

} // namespace hareloom
