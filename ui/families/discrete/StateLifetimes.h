// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/Curve.h"
#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// How long each state lives in the chains of a variant: the number of generations before it is first
/// missing. Reads each generation once while one goes forward. GUI thread.
class StateLifetimes
{
public:
    struct Life
    {
        int state = 0;
        double count = 0; // how often the real rows of one generation have it, on average
        double lived = 0; // generations, averaged over the chains; of those that have it still: so far
        int alive = 0;    // chains that have it still
    };

    void begin(const StageOrigin& origin);
    /// Up to the generation that is looked at, of the chains that have come so far; the most frequent state
    /// first.
    std::vector<Life> at(const StageFrame& frame) const;
    /// Chains of the variant that have come so far.
    int chains(const StageFrame& frame) const;
    /// Generations that theory expects a state of so many rows to have lived by then; NaN where there is no
    /// formula, or the count is not between the least and the largest of this source.
    double expected(double count, int generation) const;

private:
    struct Chain
    {
        int read = 0;                  // generations
        std::vector<int> firstMissing; // by state; -1: not yet
    };

    void take(Chain& chain, const Generation& generation) const;
    void read(const StageFrame& frame) const;
    void prepareTheory() const;
    int firstChain(const StageFrame& frame) const;

    Experiment m_experiment;
    std::shared_ptr<const Source> m_source;
    Vector m_shares; // by state: the truth's, or generation 0's where that is not known
    double m_rows = 1;
    GenerationPtr m_first;
    mutable std::vector<Chain> m_chains; // by replicate
    mutable int m_variant = -1;
    mutable bool m_hasTheory = false;
    mutable std::vector<double> m_counts; // that theory is computed for, ascending
    mutable std::vector<Curve> m_theory;  // by count, by generation; empty: there is none
};

} // namespace hareloom::ui
