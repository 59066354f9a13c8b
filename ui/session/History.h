// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generation.h"

#include <functional>
#include <memory>
#include <vector>

namespace hareloom {
class Session;
}

namespace hareloom::ui {

/// Every generation that has arrived, by chain and index. GUI thread; what it hands out is immutable.
class History
{
public:
    void clear();
    /// Those of a session file, which are read when they are asked for: at() reads one, count() none. Nothing
    /// can be added. What cannot be read is missing.
    void setStored(std::shared_ptr<const Session> session);
    bool isStored() const { return m_stored != nullptr; }
    /// Each of them, by chain, then index; of a stored one without its model.
    void forEach(const std::function<void(const GenerationPtr&)>& visit) const;
    void add(const GenerationPtr& generation);
    /// Takes a chain's generations from `count` on away.
    void shorten(ChainIndex chain, int count);

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
    GenerationPtr read(ChainIndex chain, int index) const;

    struct Chain
    {
        std::vector<GenerationPtr> links; // null where one is still missing
        int complete = 0;
    };
    std::vector<Chain> m_chains; // of a stored one only how long they are
    std::shared_ptr<const Session> m_stored;
    mutable std::vector<GenerationPtr> m_recent; // of a stored one
    std::size_t m_size = 0;
};

} // namespace hareloom::ui
