// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/History.h"

#include <algorithm>

namespace hareloom::ui {

void History::clear()
{
    m_chains.clear();
    m_size = 0;
}

void History::add(const GenerationPtr& generation)
{
    const auto c = static_cast<std::size_t>(generation->chain),
               i = static_cast<std::size_t>(generation->index);
    if (m_chains.size() <= c)
        m_chains.resize(c + 1);
    Chain& chain = m_chains[c];
    if (chain.links.size() <= i)
        chain.links.resize(i + 1);
    m_size += chain.links[i] ? 0 : 1;
    chain.links[i] = generation;
    while (chain.complete < static_cast<int>(chain.links.size()) &&
           chain.links[static_cast<std::size_t>(chain.complete)])
        ++chain.complete;
}

int History::count(ChainIndex chain) const
{
    const auto c = static_cast<std::size_t>(chain);
    return chain >= 0 && c < m_chains.size() ? m_chains[c].complete : 0;
}

int History::longest() const
{
    int longest = 0;
    for (const Chain& chain : m_chains)
        longest = std::max(longest, chain.complete);
    return longest;
}

GenerationPtr History::at(ChainIndex chain, int index) const
{
    if (index < 0 || index >= count(chain))
        return nullptr;
    return m_chains[static_cast<std::size_t>(chain)].links[static_cast<std::size_t>(index)];
}

std::vector<GenerationPtr> History::all() const
{
    std::vector<GenerationPtr> result;
    for (const Chain& chain : m_chains)
        for (const GenerationPtr& link : chain.links)
            if (link)
                result.push_back(link);
    return result;
}

} // namespace hareloom::ui
