// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/Replicates.h"

#include "ui/plot/Ticks.h"

#include <QCoreApplication>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kLeastP = 0.0001; // below it the number says nothing that this does not

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Replicates)
};

std::size_t chainsOf(const LabSession& session)
{
    return static_cast<std::size_t>(std::max<std::int64_t>(1, session.experiment().chains));
}

QString pWords(double p)
{
    return p < kLeastP ? Words::tr("p < %1").arg(numberText(kLeastP))
                       : Words::tr("p = %1").arg(numberText(p, 2));
}

} // namespace

std::vector<double> Replicates::valuesAt(const std::string& metric, int generation) const
{
    std::vector<double> values;
    const std::size_t chains = chainsOf(*session);
    for (std::size_t r = 0; r < chains; ++r) {
        const auto chain = static_cast<ChainIndex>(variant * chains + r);
        if (const GenerationPtr there = session->history().at(chain, generation))
            values.push_back(there->metric(metric));
    }
    return values;
}

std::optional<MeanDifference> differenceAt(const Replicates& a, const Replicates& b,
                                           const std::string& metric, int generation)
{
    const std::vector<double> ours = a.valuesAt(metric, generation), theirs = b.valuesAt(metric, generation);
    const std::size_t all = chainsOf(*a.session);
    const bool isPaired = a.session == b.session && ours.size() == all && theirs.size() == all;
    return isPaired ? pairedDifference(ours, theirs) : welchDifference(ours, theirs);
}

QString differenceWords(const MeanDifference& difference)
{
    return Words::tr("%1 (%2 to %3), %4")
        .arg(numberText(difference.estimate), numberText(difference.low), numberText(difference.high),
             pWords(difference.p));
}

QString differenceInTwoLines(const MeanDifference& difference)
{
    return Words::tr("%1, %4\n%2 to %3")
        .arg(numberText(difference.estimate), numberText(difference.low), numberText(difference.high),
             pWords(difference.p));
}

QString differenceNote()
{
    return Words::tr("Mean of the chains less that of the first column, with the interval that holds the "
                     "true difference in 95 of "
                     "100 such runs, and the probability of a difference as large if there were none "
                     "(Student's t test: of paired "
                     "chains with the same seeds, else Welch's). It assumes that the means are close to "
                     "normal. Many metrics and "
                     "generations are many tests: one in twenty falls below 0.05 by chance.");
}

} // namespace hareloom::ui
