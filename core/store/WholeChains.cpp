// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/WholeChains.h"

#include <algorithm>

namespace hareloom {

namespace {

class WholeChains final : public StoredLinks
{
public:
    WholeChains(LinkContext context, std::vector<int> lengths, std::optional<std::pair<ChainIndex, int>> only)
        : m_context(std::move(context)), m_lengths(std::move(lengths))
    {
        if (!only)
            return;
        const auto [chain, index] = *only;
        const bool isThere =
            chain < std::ssize(m_lengths) && index < m_lengths[static_cast<std::size_t>(chain)];
        m_lengths.resize(isThere ? static_cast<std::size_t>(chain) + 1 : 0);
        if (isThere)
            m_lengths.back() = index + 1;
        m_chain = chain;
        m_next = index;
    }

    Result<std::optional<StoredLink>> next() override
    {
        for (;;) {
            if (!m_piece && !openPiece())
                return std::optional<StoredLink>();
            if (m_failure)
                return *m_failure;
            auto link = m_piece->next();
            if (!link)
                return link;
            if (*link) {
                (*link)->chain = m_chain;
                if ((*link)->generation)
                    (*link)->generation->chain = m_chain;
                return link;
            }
            m_piece.reset();
            m_next = m_end;
        }
    }

private:
    /// The next generations that lie together; false at the end.
    bool openPiece()
    {
        while (m_chain < std::ssize(m_lengths) && m_next >= m_lengths[static_cast<std::size_t>(m_chain)]) {
            ++m_chain;
            m_next = 0;
        }
        if (m_chain >= std::ssize(m_lengths))
            return false;
        const ChainIndex home = m_context.plan.homeOf(m_chain, m_next);
        m_end = m_lengths[static_cast<std::size_t>(m_chain)];
        for (ChainIndex chain = m_chain; chain != home; chain = *m_context.plan.parentOf(chain))
            m_end = std::min(m_end, m_context.plan.firstOwn(chain));
        LinkContext piece = m_context;
        piece.only = LinkRange{home, m_next, m_end - 1};
        piece.wanted = [this](ChainIndex, int index) { return m_context.wanted(m_chain, index); };
        auto opened = readBlocks(std::move(piece));
        if (opened)
            m_piece = *std::move(opened);
        else
            m_failure = opened.error();
        return true;
    }

    LinkContext m_context;
    std::vector<int> m_lengths;
    std::unique_ptr<StoredLinks> m_piece;
    std::optional<Error> m_failure;
    ChainIndex m_chain = 0;
    int m_next = 0, m_end = 0;
};

} // namespace

std::vector<int> wholeLengths(const ChainPlan& plan, const std::vector<int>& ends)
{
    std::vector<int> lengths(static_cast<std::size_t>(plan.chains()));
    std::size_t last = 0;
    for (std::size_t c = 0; c < lengths.size(); ++c) {
        const auto chain = static_cast<ChainIndex>(c);
        const auto parent = plan.parentOf(chain);
        if (c < ends.size() && ends[c] > 0)
            lengths[c] = ends[c];
        else if (parent)
            lengths[c] = std::min(plan.firstOwn(chain), lengths[static_cast<std::size_t>(*parent)]);
        if (lengths[c] > 0)
            last = c + 1;
    }
    lengths.resize(last);
    return lengths;
}

std::unique_ptr<StoredLinks> readWholeChains(LinkContext context, std::vector<int> lengths,
                                             std::optional<std::pair<ChainIndex, int>> only)
{
    return std::make_unique<WholeChains>(std::move(context), std::move(lengths), only);
}

} // namespace hareloom
