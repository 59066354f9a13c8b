// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/Line.h"

#include "core/base/Parallel.h"
#include "core/chain/ModelGroup.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Variants.h"
#include "core/training/PrepareChains.h"

#include <algorithm>
#include <numeric>

namespace hareloom {

void Line::addBranch(std::unique_ptr<Line> line, int at, std::vector<GenerationPtr> finished)
{
    const bool keepsAll = line->chain().needsEverySample();
    m_branches.push_back({std::move(line), at, std::move(finished), keepsAll});
}

std::int64_t Line::chains() const
{
    return std::accumulate(
        m_branches.begin(), m_branches.end(), std::int64_t{1},
        [](std::int64_t sum, const Branch& branch) { return sum + branch.line->chains(); });
}

Result<void> Line::advance(FitContext& context, std::vector<GenerationPtr>& made)
{
    auto generation = m_chain->advance(context);
    if (!generation)
        return generation.error();
    made.push_back(*generation);
    for (Branch& branch : m_branches)
        take(branch, **generation, made);
    return release(context.stop);
}

// The same values under the branch's number; the model itself is shared.
void Line::take(Branch& branch, const Generation& parent, std::vector<GenerationPtr>& made)
{
    auto own = std::make_shared<Generation>(parent);
    own->chain = branch.line->chain().index();
    std::vector<GenerationPtr>& before = branch.before;
    if (!branch.keepsAll && before.size() > 2)
        before.erase(before.begin() + 1);
    before.push_back(own);
    made.push_back(std::move(own));
    for (Branch& next : branch.line->m_branches)
        take(next, parent, made);
}

// Those whose time has come; where this chain ends before, they end with it.
Result<void> Line::release(const StopToken& stop)
{
    for (std::size_t b = 0; b < m_branches.size();) {
        Branch& branch = m_branches[b];
        if (m_chain->nextGeneration() < branch.at && !m_chain->isFinished()) {
            ++b;
            continue;
        }
        if (auto resumed = branch.line->chain().resume(branch.before, stop); !resumed)
            return resumed;
        if (auto released = branch.line->release(stop); !released)
            return released;
        for (auto& further : branch.line->begun())
            m_begun.push_back(std::move(further));
        m_begun.push_back(std::move(branch.line));
        m_branches.erase(m_branches.begin() + static_cast<std::ptrdiff_t>(b));
    }
    return {};
}

namespace {

using Chains = std::vector<std::unique_ptr<Chain>>;
using Finished = std::vector<std::vector<GenerationPtr>>; // by chain, each in order

Result<Chains> oneForEach(const std::vector<Experiment>& variants, int threads, const StopToken& stop)
{
    Chains chains;
    for (const Experiment& variant : variants) {
        const auto course = prepareCourse(variant, stop);
        if (!course)
            return course.error();
        const std::size_t first = chains.size();
        chains.resize(first + static_cast<std::size_t>(variant.chains));
        parallelFor(variant.chains, threads, [&](std::int64_t replicate) {
            const std::size_t index = first + static_cast<std::size_t>(replicate);
            auto chain =
                Chain::make(*course, static_cast<ChainIndex>(index), static_cast<int>(replicate), stop);
            if (chain)
                chains[index] = *std::move(chain);
        });
    }
    if (stop.stopRequested()) // nothing else keeps a chain from being made
        return stopped();
    return chains;
}

Result<Finished> byChain(std::vector<GenerationPtr> finished, std::size_t chains)
{
    Finished all(chains);
    for (GenerationPtr& generation : finished) {
        if (generation->chain < 0 || generation->chain >= std::ssize(all))
            return invalidFile("chain " + std::to_string(generation->chain) +
                               " does not belong to this experiment");
        all[static_cast<std::size_t>(generation->chain)].push_back(std::move(generation));
    }
    for (auto& chain : all)
        std::stable_sort(chain.begin(), chain.end(),
                         [](const auto& a, const auto& b) { return a->index < b->index; });
    return all;
}

int lengthOf(const std::vector<GenerationPtr>& chain)
{
    return chain.empty() ? 0 : chain.back()->index + 1;
}

/// Where branches wait: with the chain that they branch from, where that is still at the same generation as
/// they are. Any other chain makes what it lacks by itself, and the result is the same.
struct Places
{
    const Finished& finished;
    const Forks& forks;
    std::int64_t replicates;

    std::optional<std::size_t> parentOf(std::size_t chain) const
    {
        const auto each = static_cast<std::size_t>(replicates);
        const auto& fork = forks[chain / each];
        if (!fork)
            return std::nullopt;
        const std::size_t parent = fork->from * each + chain % each;
        const int length = lengthOf(finished[chain]);
        return length < fork->at && length == lengthOf(finished[parent]) ? std::optional(parent)
                                                                         : std::nullopt;
    }
    int firstOwn(std::size_t chain) const
    {
        return static_cast<int>(forks[chain / static_cast<std::size_t>(replicates)]->at);
    }
};

Result<Strands> makeLines(const std::vector<Experiment>& variants, Chains chains, Finished finished,
                          const StopToken& stop)
{
    const Forks forks = forksOf(variants);
    const Places places{finished, forks, variants.front().chains};
    std::vector<std::unique_ptr<Line>> lines;
    for (auto& chain : chains)
        lines.push_back(std::make_unique<Line>(std::move(chain)));
    Strands begun;
    for (std::size_t chain = lines.size(); chain-- > 0;) { // a branch stands behind what it branches from
        auto parent = places.parentOf(chain);
        std::vector<GenerationPtr>& own = finished[chain];
        if (!parent) {
            Line& line = *lines[chain];
            const auto done = line.chain().resume(own, stop).and_then([&] { return line.release(stop); });
            if (!done)
                return done.error();
            for (auto& branch : line.begun())
                begun.push_back(std::move(branch));
            continue;
        }
        lines[*parent]->addBranch(std::move(lines[chain]), places.firstOwn(chain), own);
    }
    std::erase(lines, nullptr);
    Strands strands(std::move_iterator(lines.begin()), std::move_iterator(lines.end()));
    std::move(begun.begin(), begun.end(), std::back_inserter(strands));
    return strands;
}

} // namespace

Result<Strands> makeStrands(const Experiment& experiment, int threads, std::vector<GenerationPtr> resumed,
                            const StopToken& stop)
{
    const auto variants = expandVariants(experiment);
    if (!variants)
        return variants.error();
    const bool isInteraction = variants->front().interaction != nullptr;
    if (isInteraction && variants->size() < 2)
        return invalidSetting("interaction",
                              "this is one model of several that learn from each other, so it cannot run "
                              "without them. Run the whole experiment.");
    auto chains = oneForEach(*variants, threads, stop);
    if (!chains)
        return chains.error();
    auto finished = byChain(std::move(resumed), chains->size());
    if (!finished)
        return finished.error();
    return isInteraction ? makeGroups(*variants, *std::move(chains), *finished, stop)
                         : makeLines(*variants, *std::move(chains), *std::move(finished), stop);
}

} // namespace hareloom
