// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/ModelGroup.h"

#include "core/metrics/BetweenModels.h"

#include <algorithm>
#include <string>

namespace hareloom {
namespace {

const MetricName kBetween("betweenVariance");

/// What of a model is compared with the others: its mean, or the probabilities of its states.
std::optional<Vector> centreOf(const Snapshot& model)
{
    if (const Categorical* states = model.categorical())
        return states->probabilities;
    const auto moments = model.moments();
    return moments ? std::optional(moments->mean) : std::nullopt;
}

int lengthOf(const std::vector<GenerationPtr>& chain)
{
    return chain.empty() ? 0 : chain.back()->index + 1;
}

/// The generations from `from` to before `to`.
std::vector<GenerationPtr> between(const std::vector<GenerationPtr>& chain, int from, int to)
{
    std::vector<GenerationPtr> some;
    std::copy_if(chain.begin(), chain.end(), std::back_inserter(some), [&](const GenerationPtr& generation) {
        return generation->index >= from && generation->index < to;
    });
    return some;
}

/// Leaves the chain before generation `next`.
Result<void> takeOver(Chain& chain, const std::vector<GenerationPtr>& some, int next, const StopToken& stop)
{
    if (auto resumed = chain.resume(some, stop); !resumed)
        return resumed;
    if (chain.nextGeneration() != next)
        return invalidFile("generation " + std::to_string(next - 1) + " of chain " +
                           std::to_string(chain.index()) +
                           " is missing, and the models that learn from it cannot go on without it");
    return {};
}

bool isTogether(const MetricValue& metric)
{
    return metric.name == kBetween;
}

} // namespace

bool ModelGroup::isFinished() const
{
    return std::any_of(m_members.begin(), m_members.end(),
                       [](const Member& member) { return member.chain->isFinished(); });
}

Result<DatasetPtr> ModelGroup::rowsFor(std::size_t reader, const FitContext& context)
{
    Member& own = m_members[reader];
    const std::int64_t wanted = own.chain->wantedRows();
    if (wanted == 0)
        return DatasetPtr();
    if (own.wanted != wanted) {
        own.wanted = wanted;
        own.counts = rowsFromEach(own.shares, wanted);
    }
    std::vector<DatasetPtr> parts;
    parts.reserve(m_members.size());
    for (std::size_t writer = 0; writer < m_members.size(); ++writer) {
        const std::int64_t count = own.counts[writer];
        if (count == 0)
            continue;
        Chain& chain = *m_members[writer].chain;
        auto rows = writer == reader ? chain.rowsForItself(count, context)
                                     : chain.rowsForReader(own.chain->model(), count, context);
        if (!rows)
            return rows;
        parts.push_back(*std::move(rows));
    }
    return concatenate(std::move(parts));
}

Result<void> ModelGroup::exchangeRows(const FitContext& context)
{
    for (Member& member : m_members)
        if (auto turned = member.chain->prepareNext(context.stop); !turned)
            return turned;
    if (m_members.front().chain->nextGeneration() == 0)
        return {};
    // What a model is given does not change what it writes for others.
    for (std::size_t reader = 0; reader < m_members.size(); ++reader) {
        m_at = reader;
        auto rows = rowsFor(reader, context);
        if (!rows && rows.error().kind == ErrorKind::Stopped)
            return rows.error();
        m_members[reader].chain->give(std::move(rows));
    }
    exchangePopulations();
    return {};
}

// Refits as on infinitely many rows see the models themselves.
void ModelGroup::exchangePopulations()
{
    if (std::none_of(m_members.begin(), m_members.end(),
                     [](const Member& member) { return member.chain->isRefittedExactly(); }))
        return;
    std::vector<std::vector<PopulationPart>> given(m_members.size());
    for (std::size_t reader = 0; reader < m_members.size(); ++reader)
        if (m_members[reader].chain->isRefittedExactly())
            for (std::size_t writer = 0; writer < m_members.size(); ++writer)
                if (const double share = m_members[reader].shares[writer]; share > 0)
                    given[reader].push_back(m_members[writer].chain->newestAs(share));
    for (std::size_t reader = 0; reader < m_members.size(); ++reader)
        m_members[reader].chain->give(std::move(given[reader]));
}

Result<void> ModelGroup::advance(FitContext& context, std::vector<GenerationPtr>& made)
{
    if (auto exchanged = exchangeRows(context); !exchanged)
        return exchanged;
    m_made.clear();
    for (m_at = 0; m_at < m_members.size(); ++m_at) {
        auto next = m_members[m_at].chain->advance(context);
        if (!next) {
            m_at = 0;
            return next.error();
        }
        m_made.push_back(*std::move(next));
    }
    m_at = 0;
    measureTogether(m_made);
    for (std::size_t i = 0; i < m_made.size(); ++i)
        if (m_made[i]->index >= m_members[i].told)
            made.push_back(std::move(m_made[i]));
    return {};
}

Result<TrainingSet> ModelGroup::trainingSet(std::size_t member, const FitContext& context)
{
    return exchangeRows(context).and_then([&] { return m_members[member].chain->trainingSet(context); });
}

void ModelGroup::measureTogether(std::vector<GenerationPtr>& generation) const
{
    const auto isWanted = [](const GenerationPtr& one) {
        return std::any_of(one->metrics.begin(), one->metrics.end(), isTogether);
    };
    if (generation.size() < 2 || std::none_of(generation.begin(), generation.end(), isWanted))
        return;
    std::vector<Vector> centres;
    for (const GenerationPtr& one : generation)
        if (const auto centre = one->snapshot ? centreOf(*one->snapshot) : std::nullopt)
            centres.push_back(*centre);
    if (centres.size() < generation.size())
        return;
    const double between = betweenVariance(centres);
    for (GenerationPtr& one : generation) {
        if (!isWanted(one))
            continue;
        auto measured = std::make_shared<Generation>(*one);
        std::find_if(measured->metrics.begin(), measured->metrics.end(), isTogether)->value = between;
        one = std::move(measured);
    }
}

Result<void> ModelGroup::resume(std::span<const std::vector<GenerationPtr>> finished, const StopToken& stop)
{
    int common = lengthOf(finished.front());
    bool needsEverySample = false;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        m_members[i].told = lengthOf(finished[i]);
        common = std::min(common, m_members[i].told);
        needsEverySample = needsEverySample || m_members[i].chain->needsEverySample();
    }
    FitContext context;
    context.stop = stop;
    for (int from = 0, to; from < common; from = to) {
        to = needsEverySample ? from + 1 : common;
        if (needsEverySample)
            if (auto exchanged = exchangeRows(context); !exchanged)
                return exchanged;
        for (std::size_t i = 0; i < m_members.size(); ++i)
            if (auto resumed = takeOver(*m_members[i].chain, between(finished[i], from, to), to, stop);
                !resumed)
                return resumed;
    }
    return {};
}

namespace {

using Chains = std::vector<std::unique_ptr<Chain>>;

Result<void> checkShapes(const Chains& chains)
{
    const Source& first = chains.front()->source();
    for (const auto& chain : chains)
        if (const Source& source = chain->source();
            source.dimension() != first.dimension() || source.stateCount() != first.stateCount())
            return invalidSetting(
                "interaction",
                "the models' rows are of different shapes: " + std::to_string(first.dimension()) + " and " +
                    std::to_string(source.dimension()) + " variables, " + std::to_string(first.stateCount()) +
                    " and " + std::to_string(source.stateCount()) +
                    " states. Give all models data of the same shape.");
    return {};
}

} // namespace

std::unique_ptr<ModelGroup> takeGroup(const Interaction& interaction, int group,
                                      std::span<std::unique_ptr<Chain>> chains)
{
    const std::vector<int> groups = groupsOf(interaction);
    std::vector<ModelGroup::Member> members;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] != group)
            continue;
        ModelGroup::Member member{std::move(chains[i]), {}};
        for (std::size_t j = 0; j < groups.size(); ++j)
            if (groups[j] == group)
                member.shares.push_back(interaction.matrix[i][j]);
        members.push_back(std::move(member));
    }
    return std::make_unique<ModelGroup>(std::move(members));
}

Result<Strands> makeGroups(const std::vector<Experiment>& models, Chains chains,
                           const std::vector<std::vector<GenerationPtr>>& finished, const StopToken& stop)
{
    if (auto alike = checkShapes(chains); !alike)
        return alike.error();
    const Interaction& interaction = *models.front().interaction;
    const std::vector<int> groups = groupsOf(interaction);
    const auto replicates = static_cast<std::size_t>(models.front().chains);
    const int count = *std::max_element(groups.begin(), groups.end()) + 1;
    Strands strands;
    for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
        Chains own;
        for (std::size_t i = 0; i < groups.size(); ++i)
            own.push_back(std::move(chains[i * replicates + replicate]));
        for (int g = 0; g < count; ++g) {
            std::vector<std::vector<GenerationPtr>> made;
            for (std::size_t i = 0; i < groups.size(); ++i)
                if (groups[i] == g)
                    made.push_back(finished[i * replicates + replicate]);
            auto group = takeGroup(interaction, g, own);
            if (auto resumed = group->resume(made, stop); !resumed)
                return resumed.error();
            strands.push_back(std::move(group));
        }
    }
    return strands;
}

} // namespace hareloom
