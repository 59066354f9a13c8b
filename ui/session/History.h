// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generation.h"

#include <vector>

namespace hareloom::ui {

/// Every generation that has arrived, by chain and index. GUI thread; what it hands out is immutable.
class History
{
public:
    void clear();
    void add(const GenerationPtr& generation);

    /// Indices 0 ... n-1 of this chain have all arrived; 0 for a chain there is none of.
    int count(ChainIndex chain) const;
    /// Of the chain that is furthest.
    int longest() const;
    /// Null when it has not arrived.
    GenerationPtr at(ChainIndex chain, int index) const;
    /// Of all chains together.
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return longest() == 0; }
    /// All of them, by chain, then index.
    std::vector<GenerationPtr> all() const;

private:
    struct Chain
    {
        std::vector<GenerationPtr> links; // null where one is still missing
        int complete = 0;
    };
    std::vector<Chain> m_chains;
    std::size_t m_size = 0;
};

} // namespace hareloom::ui
