// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Strand.h"

#include <memory>
#include <utility>
#include <vector>

namespace hareloom {

/// A chain, and the chains that branch from it: each waits until this one has made the generations that they
/// have in common, which become the branch's own without being made again. One thread at a time.
class Line final : public Strand
{
public:
    explicit Line(std::unique_ptr<Chain> chain) : m_chain(std::move(chain)) {}

    /// `line` branches off here, with generation `at` as the first of its own. `finished`: generations of it
    /// that an earlier run has made, fewer than `at`.
    void addBranch(std::unique_ptr<Line> line, int at, std::vector<GenerationPtr> finished);

    Chain& chain() { return *m_chain; }
    const Chain& chain() const override { return *m_chain; }
    bool isFinished() const override { return m_chain->isFinished(); }
    /// The generation that it makes is followed by the same generation of each chain that has it in common.
    /// Errors: as Chain::advance(), and as Chain::resume() of a branch.
    Result<void> advance(FitContext& context, std::vector<GenerationPtr>& made) override;
    /// Lets branches begin that need not wait any longer. Errors: as Chain::resume().
    Result<void> release(const StopToken& stop);
    /// Branches that have begun.
    Strands begun() override { return std::exchange(m_begun, {}); }
    /// This chain and all that wait in it.
    std::int64_t chains() const override;

private:
    struct Branch
    {
        std::unique_ptr<Line> line;
        int at = 0;
        std::vector<GenerationPtr> before; // what it needs of its generations to go on with them
        bool keepsAll = false;             // else the first, the last and the one before it
    };

    static void take(Branch& branch, const Generation& parent, std::vector<GenerationPtr>& made);

    std::unique_ptr<Chain> m_chain;
    std::vector<Branch> m_branches;
    Strands m_begun;
};

/// The chains of an experiment: those apart that wait for others, those together that learn from each other.
/// `finished`: as RunOptions::resume. Errors: as run().
Result<Strands> makeStrands(const Experiment& experiment, int threads, std::vector<GenerationPtr> finished,
                            const StopToken& stop);

} // namespace hareloom
