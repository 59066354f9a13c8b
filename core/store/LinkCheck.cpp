// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/LinkCheck.h"

#include "core/data/Source.h"
#include "core/training/OpenSource.h"

namespace hareloom {

std::string placeOf(ChainIndex chain, int index)
{
    return "chain " + std::to_string(chain) + ", generation " + std::to_string(index);
}

std::string outOfRange(const ChainPlan& plan, std::int64_t chain, std::int64_t index)
{
    if (chain < 0 || chain >= plan.chains())
        return "the experiment has only " + std::to_string(plan.chains()) + " chains";
    const std::int64_t last = plan.variantOf(static_cast<ChainIndex>(chain)).generations;
    if (index < 0 || index > last)
        return "the experiment has only the generations 0 to " + std::to_string(last);
    return {};
}

void LinkCheck::check(StoredLink& link, bool inOrder)
{
    if (link.problem.empty())
        if (const std::string problem = problemOf(link, inOrder); !problem.empty())
            link.problem = placeOf(link.chain, link.index) + ": " + problem;
    m_chain = link.chain;
    m_expected = link.index + 1;
}

std::string LinkCheck::problemOf(const StoredLink& link, bool inOrder)
{
    const int first = m_chains == Chains::Whole ? 0 : m_plan.firstOwn(link.chain);
    const int expected = link.chain == m_chain ? m_expected : first;
    if (inOrder && link.index != expected)
        return "generation " + std::to_string(expected) + " is missing before it";
    return problemOfModel(link);
}

std::string LinkCheck::problemOfModel(const StoredLink& link)
{
    if (!link.extras.hasSnapshot && m_plan.mustHaveSnapshot(link.chain, link.index))
        return "its snapshot is missing";
    const SnapshotPtr& model = link.generation ? link.generation->snapshot : nullptr;
    if (!model)
        return {};
    SnapshotPtr& first = m_models[m_plan.variantNumber(link.chain)];
    const bool fits = first ? model->isAlike(*first) : fitsSource(link);
    if (!fits)
        return "its snapshot is of other data than the experiment's: of another kind, or with other "
               "variables, states "
               "or pictures";
    if (!first)
        first = model;
    return {};
}

/// Against the source itself, where opening it reads no file and makes no text.
bool LinkCheck::fitsSource(const StoredLink& link)
{
    const Experiment& variant = m_plan.variantOf(link.chain);
    const RowKind rows = m_plan.familyOf(link.chain).rows;
    if (!variant.source.path.empty() || (rows != RowKind::Numbers && rows != RowKind::States))
        return true;
    const auto source = openSource(variant);
    const NormalMixture* mixture = link.generation->snapshot->normalMixture();
    const Categorical* states = link.generation->snapshot->categorical();
    return !source || ((!mixture || mixture->dimension() == (*source)->dimension()) &&
                       (!states || states->probabilities.size() == (*source)->stateCount()));
}

} // namespace hareloom
