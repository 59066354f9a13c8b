// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// What expressions are computed from: the metrics of every generation of a run, and where they are asked for
/// the states' probabilities. Keeps no models. One thread at a time.
class RunRecord
{
public:
    /// `experiment`: with its variants, as it is run. `keepsStates`: of families that have states.
    explicit RunRecord(const Experiment& experiment, bool keepsStates = false);

    /// Generations of a chain come in order.
    void add(const Generation& generation);

    int variants() const { return static_cast<int>(m_titles.size()); }
    const std::vector<std::string>& titles() const { return m_titles; } // {""} where there are no variants
    int chains() const { return m_chains; }                             // of each variant
    /// The chain's last generation so far; -1 before there is one.
    int last(int variant, int chain) const;
    /// Entry g belongs to generation g; empty when it was not measured. Ends where the chain does.
    const std::vector<double>& series(int variant, int chain, std::string_view metric) const;
    /// NaN where it was not kept, or the chain has no such generation or state.
    double state(int variant, int chain, int generation, int state) const;

private:
    struct Link
    {
        std::map<std::string, std::vector<double>, std::less<>> metrics;
        std::vector<std::vector<float>> states;
        int last = -1;
    };
    const Link& at(int variant, int chain) const;

    std::vector<std::string> m_titles;
    int m_chains = 1;
    bool m_keepsStates = false;
    std::vector<Link> m_links;
};

} // namespace hareloom
