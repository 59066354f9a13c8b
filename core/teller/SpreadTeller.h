// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyTeller.h"

#include <limits>
#include <optional>

namespace hareloom {

/// What becomes of mean, variance and tails, of every family whose models know their moments.
class SpreadTeller
{
public:
    explicit SpreadTeller(ToldRunPtr run);

    /// As FamilyTeller::hear().
    void hear(const Generation& now, std::vector<Event>& told);

private:
    void hearVariance(const Generation& now, double variance, std::vector<Event>& told);
    void hearMean(const Generation& now, const Vector& mean, std::vector<Event>& told);
    void hearTails(const Generation& now, std::vector<Event>& told);
    std::string_view reason(const Generation& now, bool isLoss) const;
    Event eventOf(const Generation& now, std::string_view key, Weight weight) const;

    ToldRunPtr m_run;
    bool m_marksTenth; // the mark of late collapse tells of a tenth of the variance
    std::optional<MeanCovariance> m_first;
    double m_firstTails = std::numeric_limits<double>::quiet_NaN();
    std::size_t m_fall = 0, m_rise = 0; // milestones that are behind
    bool m_hasMoved = false, m_hasNoTails = false;
};

} // namespace hareloom
