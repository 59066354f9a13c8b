// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyTeller.h"

namespace hareloom {

/// Tells when a chain's test error has grown to some times generation 0's, and when its responses hardly
/// scatter any more.
class RegressionTeller final : public FamilyTeller
{
public:
    explicit RegressionTeller(ToldRunPtr run) : m_run(std::move(run)) {}
    void hear(const Generation& now, std::vector<Event>& told) override;

private:
    std::string_view reason(const Generation& now) const;
    void tellError(const Generation& now, std::vector<Event>& told);
    void tellNoise(const Generation& now, std::vector<Event>& told);

    ToldRunPtr m_run;
    double m_firstError = 0, m_firstNoise = 0;
    std::size_t m_errors = 0; // milestones that were told
    bool m_hasToldNoise = false;
};

/// From the test error of the first generation to that of the last; nothing where it was not measured.
std::optional<Outcome> regressionOutcome(const ToldRun& run, const Generation& first, const Generation& last);

} // namespace hareloom
