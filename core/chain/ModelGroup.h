// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Strand.h"
#include "core/experiment/Interaction.h"

#include <span>

namespace hareloom {

/// Models that learn from each other, in one replicate (core/experiment/Interaction.h). They are made in
/// step: first every model generates what the others want of it, then all are fitted. So no result depends on
/// which of them is fitted first. The group ends when one of its models ends.
class ModelGroup final : public Strand
{
public:
    /// One model, the shares that it takes of each of the group's models, and how many of its generations an
    /// earlier run has told of.
    struct Member
    {
        std::unique_ptr<Chain> chain;
        std::vector<double> shares;
        int told = 0;
        std::int64_t wanted = -1;              // rows of the newest generation ...
        std::vector<std::int64_t> counts = {}; // ... and how many of them come from each: they seldom change
    };
    /// `members` holds one or more; their rows are of one shape.
    explicit ModelGroup(std::vector<Member> members) : m_members(std::move(members)) {}

    /// Takes over what an earlier run has made, for each member in order from generation 0 on, with all
    /// models. Where it has made more of one than of another, the rest is made again, and not told again.
    /// Errors: as Chain::resume().
    Result<void> resume(std::span<const std::vector<GenerationPtr>> finished, const StopToken& stop);

    /// The rows that the next generation of a member is fitted on. Instead of advance(); errors: its own.
    Result<TrainingSet> trainingSet(std::size_t member, const FitContext& context);

    const Chain& chain() const override { return *m_members[m_at].chain; }
    bool isFinished() const override;
    std::int64_t chains() const override { return std::ssize(m_members); }
    Result<void> advance(FitContext& context, std::vector<GenerationPtr>& made) override;

private:
    Result<void> exchangeRows(const FitContext& context);
    Result<DatasetPtr> rowsFor(std::size_t reader, const FitContext& context);
    void exchangePopulations();
    void measureTogether(std::vector<GenerationPtr>& generation) const;

    std::vector<Member> m_members;
    std::size_t m_at = 0; // the member whose generation is being made
    std::vector<GenerationPtr> m_made; // kept from one generation to the next: making it takes a while
};

/// The group with this number of one replicate, of which `chains` has one for each model: its members' are
/// taken.
std::unique_ptr<ModelGroup> takeGroup(const Interaction& interaction, int group,
                                      std::span<std::unique_ptr<Chain>> chains);

/// The groups of all replicates. `models`: the experiment's variants, from expandVariants(); `chains`: one
/// for each model and replicate, in the order of their numbers; `finished`: of each chain, in order. Errors:
/// InvalidInput where models have rows of different shapes; as ModelGroup::resume().
Result<Strands> makeGroups(const std::vector<Experiment>& models, std::vector<std::unique_ptr<Chain>> chains,
                           const std::vector<std::vector<GenerationPtr>>& finished, const StopToken& stop);

} // namespace hareloom
