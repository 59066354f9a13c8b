// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyTeller.h"

namespace hareloom {

/// Which classes are lost, by name, and when the images have become alike. Reads metrics alone: what was not measured
/// is not told.
class ImageTeller final : public FamilyTeller
{
public:
    /// A class is lost below this share, as in the metric survivingClasses.
    static constexpr double kLeastShare = 0.001;

    explicit ImageTeller(ToldRunPtr run) : m_run(std::move(run)) {}

    void hear(const Generation& now, std::vector<Event>& told) override;
    std::string lostInOrder() const override;

private:
    void hearClasses(const Generation& now, std::vector<Event>& told);
    void hearHalf(const Generation& now, std::string_view metric, std::string_view key, double first, bool& isTold,
                  std::vector<Event>& told) const;

    ToldRunPtr m_run;
    bool m_isFirst = true;
    std::vector<double> m_shares; // of generation 0, by class
    std::vector<std::int64_t> m_order;
    double m_spread = 0, m_recall = 0; // of generation 0
    bool m_areAlike = false, m_isRecallHalf = false;
};

std::optional<Outcome> imageOutcome(const ToldRun& run, const Generation& first, const Generation& last);

} // namespace hareloom
