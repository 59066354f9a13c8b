// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/SampleNeeds.h"
#include "core/store/LinkCheck.h"
#include "core/store/SessionImpl.h"

namespace hareloom {

namespace {

/// Whether a chain can go on from this generation.
Result<bool> hasItsWeights(Session::Impl& session, ChainIndex chain, int index)
{
    auto links = session.links([](ChainIndex, int) { return Detail::Model; }, std::pair(chain, index));
    if (!links)
        return links.error();
    const Result<std::optional<StoredLink>> link = (*links)->next();
    if (!link)
        return link.error();
    if (!*link || !(*link)->problem.empty() || !(*link)->generation->snapshot)
        return false;
    const SnapshotPtr& snapshot = (*link)->generation->snapshot;
    if (snapshot->isComplete())
        return true;
    const Result<std::string> found = session.m_checkpoints->digestOf(chain, index, *snapshot);
    if (!found)
        return found.error();
    const std::string& written = (*link)->extras.weightsDigest;
    return !found->empty() && (written.empty() || written == *found);
}

/// How many generations of a chain a run can go on from: all of them need their weights, or the last alone.
Result<int> usableLength(Session::Impl& session, ChainIndex chain, int length)
{
    if (needsEverySample(session.m_plan.variantOf(chain).policy, session.m_plan.familyOf(chain))) {
        for (int index = 0; index < length; ++index)
            if (const Result<bool> has = hasItsWeights(session, chain, index); !has || !*has)
                return has ? Result<int>(index) : has.error();
        return length;
    }
    for (int index = length - 1; index >= 0; --index)
        if (const Result<bool> has = hasItsWeights(session, chain, index); !has || *has)
            return has ? Result<int>(index + 1) : has.error();
    return 0;
}

} // namespace

Result<std::vector<std::string>> Session::makeResumable()
{
    std::vector<std::string> said;
    if (!m_impl->m_writer || !m_impl->m_plan.isOfNetworks())
        return said;
    const std::vector<int> lengths = m_impl->m_writer->lengths();
    for (ChainIndex chain = 0; chain < std::ssize(lengths); ++chain) {
        const int length = lengths[static_cast<std::size_t>(chain)];
        const Result<int> usable = usableLength(*m_impl, chain, length);
        if (!usable)
            return usable.error();
        if (*usable == length || *usable == 0) // without the first one there is nothing to go on from
            continue;
        if (Result<void> done = m_impl->m_writer->shorten(chain, *usable); !done)
            return done.error();
        said.push_back(path() + ": the weights of " + placeOf(chain, length - 1) +
                       " are missing or damaged; the chain goes on from generation " +
                       std::to_string(*usable - 1) + ", and those after it are made again.");
    }
    return said;
}

} // namespace hareloom
