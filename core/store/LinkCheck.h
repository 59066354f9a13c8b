// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StoredLinks.h"

#include <map>

namespace hareloom {

/// Looks at links in their order, before anybody else sees them: whether one is missing, whether each has the
/// model that it must have, of the experiment's data. Views and metrics rely on it.
class LinkCheck
{
public:
    /// Whether branches come with what they share, or as they are kept.
    enum class Chains { Whole, AsKept };

    /// `plan` outlives it.
    explicit LinkCheck(const ChainPlan& plan, Chains chains = Chains::Whole) : m_plan(plan), m_chains(chains)
    {
    }

    /// Sets the link's problem where it has none yet and something is wrong. `inOrder`: the one before it was
    /// checked, too.
    void check(StoredLink& link, bool inOrder = true);

private:
    std::string problemOf(const StoredLink& link, bool inOrder);
    std::string problemOfModel(const StoredLink& link);
    bool fitsSource(const StoredLink& link);

    const ChainPlan& m_plan;
    Chains m_chains;
    ChainIndex m_chain = -1;
    int m_expected = 0;
    std::map<std::size_t, SnapshotPtr> m_models; // the first that was seen of each variant
};

} // namespace hareloom
