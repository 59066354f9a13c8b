// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/Replicates.h"

#include "ui/language/EngineWords.h"
#include "ui/plot/Ticks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

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

ContrastSide sideOf(const Replicates& replicates, const std::string& metric, int generation)
{
    ContrastSide side;
    const History& history = replicates.session->history();
    const std::size_t chains = chainsOf(*replicates.session), first = replicates.variant * chains;
    side.experiment = &replicates.session->experimentOf(static_cast<ChainIndex>(first));
    for (std::size_t c = first; c < first + chains; ++c) {
        const GenerationPtr zero = history.at(static_cast<ChainIndex>(c), 0),
                            then = history.at(static_cast<ChainIndex>(c), generation);
        const double before = zero ? zero->metric(metric) : std::nan(""),
                     after = then ? then->metric(metric) : std::nan("");
        if (std::isfinite(before) && std::isfinite(after)) {
            side.before.push_back(before);
            side.after.push_back(after);
        }
    }
    return side;
}

std::optional<Event> contrastIn(const LabSession& session)
{
    const std::size_t variants = session.variants().size();
    const std::string metric = contrastMetric(session.experiment().evaluation.metrics);
    if (variants < 2 || metric.empty())
        return std::nullopt;
    int generation = std::numeric_limits<int>::max();
    for (std::size_t v = 0; v < variants; ++v)
        generation =
            std::min(generation, session.history().count(static_cast<ChainIndex>(v * chainsOf(session))) - 1);
    std::vector<ContrastSide> sides;
    for (std::size_t v = 0; v < variants && generation > 0; ++v) {
        sides.push_back(sideOf({&session, v}, metric, generation));
        sides.back().title = engineWords(EngineList::Preset, session.variants()[v].title).toStdString();
    }
    return contrastOf(sides, metric, generation);
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
