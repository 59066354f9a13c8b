// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/History.h"

#include "core/store/Session.h"

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostRecent = 64;

} // namespace

void History::clear()
{
    m_chains.clear();
    m_stored.reset();
    m_recent.clear();
    m_size = 0;
}

void History::setStored(std::shared_ptr<const Session> session)
{
    clear();
    m_stored = std::move(session);
    const auto lengths = m_stored->chainLengths();
    if (!lengths)
        return;
    for (const int length : *lengths) {
        m_chains.push_back({{}, length});
        m_size += static_cast<std::size_t>(length);
    }
}

void History::forEach(const std::function<void(const GenerationPtr&)>& visit) const
{
    if (m_stored) {
        (void)m_stored->forEach([&](const GenerationPtr& link) { return visit(link), Result<void>(); },
                                [](ChainIndex, int) { return Detail::Metrics; });
        return;
    }
    for (const Chain& chain : m_chains)
        for (const GenerationPtr& link : chain.links)
            if (link)
                visit(link);
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

void History::shorten(ChainIndex chain, int count)
{
    Chain& whole = m_chains.at(static_cast<std::size_t>(chain));
    const auto left = std::min(whole.links.size(), static_cast<std::size_t>(std::max(0, count)));
    m_size -= static_cast<std::size_t>(
        std::count_if(whole.links.begin() + static_cast<std::ptrdiff_t>(left), whole.links.end(),
                      [](const GenerationPtr& link) { return link != nullptr; }));
    whole.links.resize(left);
    whole.complete = std::min(whole.complete, static_cast<int>(left));
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
    if (m_stored)
        return read(chain, index);
    return m_chains[static_cast<std::size_t>(chain)].links[static_cast<std::size_t>(index)];
}

std::vector<GenerationPtr> History::all() const
{
    std::vector<GenerationPtr> result;
    forEach([&result](const GenerationPtr& link) { result.push_back(link); });
    return result;
}

GenerationPtr History::read(ChainIndex chain, int index) const
{
    for (const GenerationPtr& known : m_recent)
        if (known->chain == chain && known->index == index)
            return known;
    const auto found = m_stored->generation(chain, index);
    if (!found)
        return nullptr;
    if (m_recent.size() >= kMostRecent)
        m_recent.erase(m_recent.begin());
    return m_recent.emplace_back(*found);
}

} // namespace hareloom::ui
