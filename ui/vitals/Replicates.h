// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/Comparisons.h"
#include "core/teller/Contrast.h"
#include "ui/session/LabSession.h"

#include <QString>

#include <optional>
#include <string>

namespace hareloom::ui {

/// The chains of one variant of a session.
struct Replicates
{
    const LabSession* session = nullptr;
    std::size_t variant = 0;

    /// What those of them that have come so far measured in a generation, by replicate.
    std::vector<double> valuesAt(const std::string& metric, int generation) const;
    bool operator==(const Replicates&) const = default;
};

/// What the chains measured in generation 0 and in `generation`, of those that have both; without a title.
ContrastSide sideOf(const Replicates& replicates, const std::string& metric, int generation);
/// What the variants of a run say together, at the last generation that the first chains of all have: the
/// engine's answer (core/teller) in the first metric that can give one. Nothing where it has one variant, or
/// nothing to tell.
std::optional<Event> contrastIn(const LabSession& session);

/// By how much the mean of `a` exceeds that of `b` in a generation, as `hareloom-cli metrics --table
/// differences` has it: paired within a session where every chain of both is there, since replicate r has the
/// same seeds in all variants; else Welch's. Nothing for fewer than two chains, or where one has measured
/// nothing.
std::optional<MeanDifference> differenceAt(const Replicates& a, const Replicates& b,
                                           const std::string& metric, int generation);

/// "−0.31 (−0.4 to −0.22), p = 0.0004"
QString differenceWords(const MeanDifference& difference);
/// The same for a narrow place: the estimate with its p-value, and below them the interval.
QString differenceInTwoLines(const MeanDifference& difference);
/// What these are and what they assume, in sentences.
QString differenceNote();

} // namespace hareloom::ui
