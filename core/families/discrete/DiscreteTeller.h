// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyTeller.h"

namespace hareloom {

/// Which kinds are lost, in which generation, and how likely that was. Of up to kFewKinds each is told by
/// name, of more how many.
class DiscreteTeller final : public FamilyTeller
{
public:
    static constexpr std::int64_t kFewKinds = 20;

    explicit DiscreteTeller(ToldRunPtr run);

    void hear(const Generation& now, std::vector<Event>& told) override;
    std::string lostInOrder() const override;

private:
    void tellLost(const Generation& now, const std::vector<std::int64_t>& lost, std::vector<Event>& told);
    void tellOne(const Generation& now, std::int64_t kind, std::vector<Event>& told) const;
    void tellMilestone(const Generation& now, std::vector<Event>& told);
    void tellBack(const Generation& now, std::int64_t kind, std::vector<Event>& told);
    void tellNew(const Generation& now, std::int64_t kind, std::vector<Event>& told) const;
    void tellAlone(const Generation& now, std::vector<Event>& told);
    /// Why this one or several are gone, and whether they may come back.
    std::string_view reason(bool isOne) const;
    Event eventOf(const Generation& now, std::string_view key, Weight weight) const;

    ToldRunPtr m_run;
    Habit m_habit;                // of the generation that is heard
    Vector m_first, m_before;     // probabilities (K) of generation 0 and of the one before
    std::vector<int> m_lostSince; // (K): -1 while it lives
    std::vector<std::int64_t>
        m_order;            // those of generation 0 that are lost now, in the order of their losses
    std::int64_t m_all = 0; // that generation 0 has
    std::size_t m_milestone = 0;
    bool m_hasTold = false, m_isAlone = false;
};

/// How many of the first generation's kinds the last one has: a kind that came later counts in neither.
std::optional<Outcome> discreteOutcome(const ToldRun& run, const Generation& first, const Generation& last);

} // namespace hareloom
