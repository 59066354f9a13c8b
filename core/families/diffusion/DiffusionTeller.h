// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyTeller.h"

namespace hareloom {

/// When modes are lost, when models invent less, and when they copy. Reads metrics alone: what was not
/// measured is not told.
class DiffusionTeller final : public FamilyTeller
{
public:
    /// A model no longer invents when more than this share of its rows are copies.
    static constexpr double kMostCopies = 0.5;

    explicit DiffusionTeller(ToldRunPtr run) : m_run(std::move(run)) {}

    void hear(const Generation& now, std::vector<Event>& told) override;

private:
    void hearModes(const Generation& now, std::vector<Event>& told);
    void hearNovelty(const Generation& now, std::vector<Event>& told);
    void hearCopies(const Generation& now, std::vector<Event>& told);

    ToldRunPtr m_run;
    std::int64_t m_all = 0, m_fewest = 0; // modes: of generation 0, and since then
    double m_novelty = 0, m_entropy = 0;  // of generation 0
    bool m_inventsLess = false, m_hasCopied = false;
};

std::optional<Outcome> diffusionOutcome(const ToldRun& run, const Generation& first, const Generation& last);

} // namespace hareloom
