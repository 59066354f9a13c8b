// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RemadeModels.h"

#include "core/store/LinkDifference.h"
#include "core/store/StoredLinks.h"

#include <map>

namespace hareloom {

namespace {

/// Puts models into the generations that lack one, and notes the first that is made otherwise.
class ModelMaker final : public ChainObserver
{
public:
    ModelMaker(std::vector<GenerationPtr>& held, ChainObserver* next) : m_next(next)
    {
        for (GenerationPtr& generation : held)
            m_held.emplace(std::pair(generation->chain, generation->index), &generation);
    }

    void onProgress(const Progress& progress) override
    {
        if (m_next)
            m_next->onProgress(progress);
    }

    void onGeneration(const GenerationPtr& made) override
    {
        put(made);
        if (m_next)
            m_next->onGeneration(made);
    }

    /// Empty: none.
    const std::string& otherwise() const { return m_otherwise; }

private:
    void put(const GenerationPtr& made)
    {
        const auto place = m_held.find({made->chain, made->index});
        if (place == m_held.end())
            return;
        GenerationPtr& held = *place->second;
        if (m_otherwise.empty() && !linkDifference(*held, *made).empty())
            m_otherwise = placeOf(made->chain, made->index);
        if (held->snapshot)
            return;
        auto whole = std::make_shared<Generation>(*held);
        whole->snapshot = made->snapshot;
        held = std::move(whole);
    }

    ChainObserver* m_next; // may be null
    std::map<std::pair<ChainIndex, int>, GenerationPtr*> m_held;
    std::string m_otherwise;
};

} // namespace

Result<std::vector<GenerationPtr>> withAllModels(const Session& session, std::vector<GenerationPtr> held,
                                                 const StopSource& stop, RunOptions options,
                                                 ChainObserver* observer)
{
    const Result<std::vector<int>> lengths = session.chainLengths();
    if (!lengths)
        return lengths.error();
    ModelMaker maker(held, observer);
    const Result<RunEnd> end = run(asFarAs(session.experiment(), *lengths), maker, stop.token(), options);
    if (!end || *end == RunEnd::Stopped)
        return end ? stopped() : end.error();
    std::string otherwise = maker.otherwise();
    for (const GenerationPtr& each : held)
        if (!each->snapshot && otherwise.empty())
            otherwise = placeOf(each->chain, each->index);
    if (!otherwise.empty())
        return invalidFile(session.path() +
                           ": the models that it does not keep cannot be made again: " + otherwise +
                           " comes out otherwise than it was. Were the data changed, or "
                           "was it made by another version?");
    return held;
}

} // namespace hareloom
