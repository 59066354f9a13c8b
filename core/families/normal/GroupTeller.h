// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyTeller.h"
#include "core/metrics/Groups.h"

#include <optional>

namespace hareloom {

/// Which of generation 0's groups a mixture gives up. A group counts as lost, or as back, when it has been so for
/// kPersistence generations in a row; it is told of the first of them.
class GroupTeller final : public FamilyTeller
{
public:
    static constexpr int kPersistence = 5;

    explicit GroupTeller(ToldRunPtr run) : m_run(std::move(run)) {}

    void hear(const Generation& now, std::vector<Event>& told) override;
    std::string lostInOrder() const override;

private:
    /// What is known of one group.
    struct Standing
    {
        bool isLost = false;
        int other = 0;                  // generations in a row in which it was otherwise
        int since = 0;                  // the first of these
        double held = 0;                // its share in the generation before them
        int joined = -1, components = 0; // the group that has the most components more than in generation 0, and how many
        std::int64_t rows = 0;          // that generation `since` was fitted on
    };

    void watch(int group, const Generation& now, const NormalMixture& model, const Vector& shares,
               std::vector<Event>& told);
    void tellLost(int group, const Generation& now, std::vector<Event>& told);
    std::string placeOf(int group) const;

    ToldRunPtr m_run;
    std::optional<Groups> m_groups; // of generation 0
    std::vector<int> m_components;  // of each group in generation 0
    Vector m_before;                // shares in the generation before
    std::vector<Standing> m_standings;
    std::vector<int> m_order; // groups that are lost now
};

std::optional<Outcome> groupOutcome(const ToldRun& run, const Generation& first, const Generation& last);

} // namespace hareloom
