// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Happened.h"

#include "core/metrics/Catalogue.h"
#include "core/metrics/CollapseMarks.h"
#include "core/recipe/DeviceChoice.h"
#include "core/teller/RunTeller.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"
#include "ui/plot/Ticks.h"
#include "ui/teller/Words.h"
#include "ui/vitals/Replicates.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kUnchanged = 1.05; // factors below it are no news
constexpr std::size_t kMetricsOfOne = 6, kMetricsOfMany = 2;
constexpr std::size_t kMostEvents = 6;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

struct Change
{
    double before = 0, after = 0;
    int generation = 0;         // of `after`: the last that was measured
    int halved = -1;            // the first whose value is below half of generation 0's; -1: none
    double least = 0, most = 0; // on the way
};

std::optional<Change> changeOf(const std::vector<double>& values)
{
    if (values.size() < 2 || !std::isfinite(values.front()))
        return std::nullopt;
    Change change;
    change.before = change.least = change.most = values.front();
    for (std::size_t g = 1; g < values.size(); ++g) {
        if (!std::isfinite(values[g]))
            continue;
        change.after = values[g];
        change.least = std::min(change.least, values[g]);
        change.most = std::max(change.most, values[g]);
        change.generation = static_cast<int>(g);
        if (change.halved < 0 && values[g] < change.before / 2)
            change.halved = static_cast<int>(g);
    }
    return change.generation > 0 ? std::optional(change) : std::nullopt;
}

/// Quantities that are never negative have factors; of others only a way from here to there can be told.
bool hasFactor(const std::string& metric, const std::vector<double>& values)
{
    const MetricInfo* info = findMetric(metric);
    if (info && info->perVariable)
        return false;
    return std::all_of(values.begin(), values.end(), [](double v) { return !(v < 0); });
}

double factorOf(double a, double b)
{
    return std::max(a / b, b / a);
}

/// By how much a factor has changed something, in percent.
QString growth(double factor)
{
    return numberText(100 * (factor - 1), 2);
}

/// "from 8 in generation 0 to 2 in generation 4"; "(8 to 2)" where several variants are told of.
QString wayOf(const Change& c, bool isBrief)
{
    const QString before = numberText(c.before), after = numberText(c.after);
    return isBrief
               ? tr("(%1 to %2)").arg(before, after)
               : tr("from %1 in generation 0 to %2 in generation %3").arg(before, after).arg(c.generation);
}

// What ends near its beginning: whether it was so all the way is another thing to say.
QString steadySentence(const QString& name, const Change& c, const QString& way, bool isBrief)
{
    if (c.least == c.before && c.most == c.before)
        return tr("%1 did not change: %2 from generation 0 to generation %3.")
            .arg(name, numberText(c.before))
            .arg(c.generation);
    const double widest = std::max(factorOf(c.most, c.before), factorOf(std::max(c.least, 1e-300), c.before));
    if (widest < kUnchanged)
        return (isBrief ? tr("%1 stayed within %2% %3.") : tr("%1 stayed within %2%, %3."))
            .arg(name, growth(widest), way);
    if (c.after == c.before)
        return (isBrief ? tr("%1 ended where it began %2.") : tr("%1 ended where it began, %2."))
            .arg(name, way);
    return (isBrief ? tr("%1 ended within %2% of where it began %3.")
                    : tr("%1 ended within %2% of where it began, %3."))
        .arg(name, growth(factorOf(c.after, c.before)), way);
}

QString sentenceOf(const QString& name, const Change& c, bool isRatio, bool isBrief)
{
    const QString way = wayOf(c, isBrief);
    if (!isRatio || c.before <= 0)
        return tr("%1 went %2.").arg(name, wayOf(c, false));
    if (c.after <= 0)
        return tr("%1 fell %2.").arg(name, wayOf(c, false));
    const double factor = factorOf(c.after, c.before);
    if (factor < kUnchanged)
        return steadySentence(name, c, way, isBrief);
    if (c.after > c.before)
        return (isBrief ? tr("%1 rose by a factor of %2 %3.") : tr("%1 rose by a factor of %2, %3."))
            .arg(name, numberText(factor), way);
    QStringList words{(isBrief ? tr("%1 fell by a factor of %2 %3") : tr("%1 fell by a factor of %2, %3"))
                          .arg(name, numberText(factor), way)};
    if (c.halved > 0)
        words << tr("first below half in generation %1").arg(c.halved);
    return withFullStop(clauses(words));
}

/// "in 4 of 5 chains, first in generation 12 and last in 30".
QString onset(const std::vector<int>& generations, int chains)
{
    if (generations.empty())
        return chains > 1 ? tr("in none of %1 chains").arg(chains) : tr("not in this run");
    const auto [first, last] = std::minmax_element(generations.begin(), generations.end());
    if (chains == 1)
        return tr("from generation %1").arg(*first);
    if (generations.size() == 1)
        return tr("in 1 of %1 chains (in generation %2)").arg(chains).arg(*first);
    return tr("in %1 of %2 chains (first in generation %3, last in %4)")
        .arg(generations.size())
        .arg(chains)
        .arg(*first)
        .arg(*last);
}

QStringList collapseOf(const LabSession& session, const CollapseMarker& marker, int first, int chains)
{
    std::vector<int> early, late;
    int known = 0;
    for (int c = first; c < first + chains; ++c) {
        if (session.history().count(c) == 0)
            continue;
        ++known;
        const MarkedGenerations marks = marker(session.history(), c);
        if (marks.early)
            early.push_back(*marks.early);
        if (marks.late)
            late.push_back(*marks.late);
    }
    if (known == 0)
        return {};
    return {tr("Early collapse %1; late collapse %2.").arg(onset(early, known), onset(late, known))};
}

QStringList endings(const LabSession& session, int first, int chains)
{
    int ended = 0;
    QString why;
    for (int c = first; c < first + chains; ++c) {
        const GenerationPtr last = session.history().at(c, session.history().count(c) - 1);
        if (!last || last->index >= session.experimentOf(c).generations || last->note.empty())
            continue;
        if (++ended == 1)
            why = tr("chain %1 in generation %2: %3")
                      .arg(c - first + 1)
                      .arg(last->index)
                      .arg(engineSentence(last->note));
    }
    return ended > 0 ? QStringList{tr("%1 of %2 chains ended early, as %3").arg(ended).arg(chains).arg(why)}
                     : QStringList{};
}

} // namespace

// The marks are found in tails and spread of a distribution.
bool hasCollapseMarks(const Experiment& experiment)
{
    return !trainsNetworks(experiment.family);
}

QString collapseNote()
{
    const CollapseCriteria criteria;
    return tr("Early: the tails stay below %1 of generation 0's for %2 generations, or a group is lost; "
              "late: the "
              "spread below %3, or fewer than half of the groups left.")
        .arg(numberText(criteria.tailFraction))
        .arg(criteria.persistence)
        .arg(numberText(criteria.spreadFraction));
}

namespace {

/// What the metrics of one variant did, the most telling ones first.
QStringList changes(const LabSession& session, const RunCharts& charts, std::size_t variant)
{
    const bool isOneOfMany = session.variants().size() > 1;
    const auto most = static_cast<qsizetype>(isOneOfMany ? kMetricsOfMany : kMetricsOfOne);
    QStringList sentences;
    for (std::size_t i = 0; i < charts.count() && sentences.size() < most; ++i) {
        const std::string& metric = charts.series(i).metric();
        if (metric == "logVariance")
            continue; // says what the variance says
        const auto& line = charts.series(i).lines()[variant];
        const auto change = changeOf(line.centre);
        if (!change)
            continue;
        sentences << sentenceOf(charts.chart(i).title(), *change, hasFactor(metric, line.centre),
                                isOneOfMany);
    }
    return sentences;
}

} // namespace

QStringList toldOf(const LabSession& session, const std::vector<std::string>& names)
{
    const auto& variants = session.variants();
    if (variants.size() != 1)
        return {};
    RunTeller teller(variants, {names});
    for (const GenerationPtr& generation : session.history().all())
        teller.add(generation);
    QStringList told = linesOf(mostTelling(teller.of(0).events(), kMostEvents));
    if (const QString summary = allWords(teller.summary(0)); !summary.isEmpty())
        told << summary;
    return told;
}

QStringList whatHappened(const LabSession& session, const RunCharts& charts, const CollapseMarker& marker)
{
    QStringList sentences;
    const auto& variants = session.variants();
    const int chains = static_cast<int>(std::max<std::int64_t>(1, session.experiment().chains));
    for (std::size_t v = 0; v < variants.size(); ++v) {
        const int first = static_cast<int>(v) * chains;
        QStringList own = changes(session, charts, v);
        if (marker && hasCollapseMarks(variants[v]))
            own << collapseOf(session, marker, first, chains);
        own << endings(session, first, chains);
        if (variants.size() == 1)
            sentences = own;
        else if (!own.isEmpty())
            sentences << named(engineWords(EngineList::Preset, variants[v].title), inARow(own));
    }
    if (const auto answer = contrastIn(session))
        sentences << fullWords(*answer);
    return sentences;
}

} // namespace hareloom::ui
