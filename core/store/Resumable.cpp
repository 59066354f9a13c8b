// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Family.h"
#include "core/store/LinkCheck.h"
#include "core/store/SessionImpl.h"
#include "core/store/UsableLength.h"

namespace hareloom {

namespace {

/// Whether a chain can go on from this generation.
Result<bool> hasItsModel(Session::Impl& session, ChainIndex chain, int index)
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

Result<int> usableLengthOf(Session::Impl& session, ChainIndex chain, int length)
{
    return usableLength(session.m_plan.needsEverySample(chain), length,
                        [&](int index) { return hasItsModel(session, chain, index); });
}

/// Where a branch begins, its model may not have been kept: the run goes on from one before it, and what it
/// makes again until there is what the session has.
Result<std::vector<int>> lengthsToResume(Session::Impl& session, std::vector<int> lengths)
{
    for (std::size_t c = 0; c < lengths.size(); ++c) {
        const auto chain = static_cast<ChainIndex>(c);
        const bool hasBegun = lengths[c] > session.m_plan.firstOwn(chain);
        const bool hasAllModels =
            session.m_plan.snapshotEvery() == 1 && !session.m_plan.familyOf(chain).isNetwork;
        if (hasBegun || hasAllModels)
            continue;
        const Result<int> usable = usableLengthOf(session, chain, lengths[c]);
        if (!usable)
            return usable.error();
        lengths[c] = *usable;
    }
    return lengths;
}

} // namespace

Result<std::vector<GenerationPtr>> Session::toResume(const Visit& visit) const
{
    if (Result<void> done = m_impl->commit(); !done)
        return done.error();
    const Result<std::vector<int>> whole = chainLengths();
    const auto lengths = whole ? lengthsToResume(*m_impl, *whole) : whole;
    if (!lengths)
        return lengths.error();
    const ChainPlan& plan = m_impl->m_plan;
    const auto lengthOf = [&](ChainIndex chain) {
        const auto c = static_cast<std::size_t>(chain);
        return c < lengths->size() ? (*lengths)[c] : 0;
    };
    const WantedDetail wanted = [&](ChainIndex chain, int index) {
        const int length = lengthOf(chain);
        if (index >= length)
            return Detail::Metrics;
        if (index == 0 || index + 1 == length || plan.needsEverySample(chain))
            return Detail::Weights;
        // What the last model was trained on is what this one wrote.
        return index + 2 == length && plan.familyOf(chain).keepsSamples ? Detail::Model : Detail::Metrics;
    };
    std::vector<GenerationPtr> kept;
    const Result<void> read = forEach(
        [&](const GenerationPtr& generation) {
            const Detail detail = wanted(generation->chain, generation->index);
            if (detail == Detail::Weights && !generation->snapshot)
                return Result<void>(invalidFile(path() + ": " +
                                                placeOf(generation->chain, generation->index) +
                                                " has no snapshot, so the chain cannot go on from it."));
            if (detail != Detail::Metrics && generation->snapshot)
                kept.push_back(generation);
            return visit ? visit(generation) : Result<void>();
        },
        wanted);
    return read.transform([&kept] { return std::move(kept); });
}

Result<std::vector<std::string>> Session::makeResumable()
{
    std::vector<std::string> said;
    if (!m_impl->m_writer || !m_impl->m_plan.isOfNetworks())
        return said;
    const std::vector<int> lengths = m_impl->m_writer->lengths();
    for (ChainIndex chain = 0; chain < std::ssize(lengths); ++chain) {
        const int length = lengths[static_cast<std::size_t>(chain)];
        if (length <= m_impl->m_plan.firstOwn(chain)) // nothing of its own, or nothing at all
            continue;
        const Result<int> usable = usableLengthOf(*m_impl, chain, length);
        if (!usable)
            return usable.error();
        if (*usable == length || *usable == 0) // without the first one there is nothing to go on from
            continue;
        if (Result<void> done = m_impl->m_writer->shorten(chain, *usable); !done)
            return done.error();
        said.push_back(goesOnFrom(path(), chain, length, *usable));
    }
    return said;
}

} // namespace hareloom
