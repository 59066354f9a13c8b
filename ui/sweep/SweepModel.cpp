// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepModel.h"

#include "core/base/Quantile.h"
#include "core/metrics/Catalogue.h"
#include "ui/language/Joining.h"
#include "ui/plot/MetricTitle.h"
#include "ui/plot/TheoryWords.h"
#include "ui/sweep/SweepWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::SweepModel", text);
}

std::optional<double> numberOf(const std::string& text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(value)
               ? std::optional(value)
               : std::nullopt;
}

/// Numbers as they are read everywhere in the window, words as the file has them.
SweptAxis axisOf(const SweepAxis& axis)
{
    QStringList labels;
    std::vector<double> numbers;
    for (const SweepValue& value : axis.values) {
        const auto number = numberOf(value.title);
        if (number)
            numbers.push_back(*number);
        labels << (number ? numberText(*number, 4) : QString::fromStdString(value.title));
    }
    if (numbers.size() != axis.values.size())
        numbers.clear();
    return SweptAxis(axis.isSetting ? settingName(axis.name) : QString::fromStdString(axis.name), labels,
                     std::move(numbers));
}

double meanOf(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / double(values.size());
}

double standardErrorOf(const std::vector<double>& values, double mean)
{
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double n = double(values.size());
    return std::sqrt(squares / (n - 1) / n);
}

} // namespace

SweepModel::SweepModel(SweepPlanPtr plan)
    : m_plan(std::move(plan)), m_values(static_cast<std::size_t>(m_plan->points()))
{
    addDimensions();
    chooseGenerations(std::max<std::size_t>(1, m_plan->experiment().evaluation.metrics.size()));
    for (std::int64_t point = 0; point < m_plan->points(); ++point) {
        m_inAll += m_plan->firstLike(point) == point ? m_plan->replicates() : 0;
        std::vector<std::size_t> place;
        for (std::size_t d = 0; d < m_dimensions.size(); ++d)
            if (const auto value = valueOf(point, d))
                place.push_back(*value);
        // A point beside the grid has no value on an axis; so has none that only repeats one of the grid.
        if (place.size() == m_dimensions.size() && m_plan->valueOf(point, 0))
            m_points.emplace(std::move(place), point);
    }
}

void SweepModel::addDimensions()
{
    const auto& grid = m_plan->sweep().grid;
    for (std::size_t axis = 0; axis < grid.size(); ++axis)
        if (grid[axis].values.size() > 1) {
            m_dimensions.push_back(axisOf(grid[axis]));
            m_axes.emplace_back(axis);
        }
    if (m_plan->experiment().variants.size() > 1) {
        QStringList titles;
        for (const Variant& variant : m_plan->experiment().variants)
            titles << QString::fromStdString(variant.title);
        m_dimensions.emplace_back(tr("Variant"), titles, std::vector<double>());
        m_axes.emplace_back();
    }
    if (m_dimensions.empty() && !grid.empty()) { // one point is a picture, too
        m_dimensions.push_back(axisOf(grid.front()));
        m_axes.emplace_back(0);
    }
}

void SweepModel::chooseGenerations(std::size_t metrics)
{
    const std::int64_t last = m_plan->experiment().generations;
    const double bytesEach = double(m_plan->chains()) * double(metrics) * sizeof(float);
    const auto affordable = std::max<std::int64_t>(2, static_cast<std::int64_t>(kMostBytes / bytesEach));
    const std::int64_t every = std::max<std::int64_t>(1, (last + affordable - 1) / affordable);
    m_generations.clear();
    for (std::int64_t generation = last; generation >= 0; generation -= every)
        m_generations.push_back(generation);
    std::reverse(m_generations.begin(), m_generations.end());
}

std::vector<std::string> SweepModel::metrics() const
{
    const auto& asked = m_plan->experiment().evaluation.metrics;
    const auto& measured = m_metrics.empty() ? asked : m_metrics;
    std::vector<std::string> offered;
    const auto offer = [&](const std::string& metric) {
        if (std::find(offered.begin(), offered.end(), metric) == offered.end())
            offered.push_back(metric);
    };
    for (const auto* wanted : {&m_plan->sweep().summary.metrics, &asked})
        for (const std::string& metric : *wanted)
            for (const std::string& name : measured)
                if (name == metric || name.starts_with(metric + '['))
                    offer(name);
    for (const std::string& name : measured)
        offer(name);
    return offered;
}

SweepChoice SweepModel::firstChoice() const
{
    SweepChoice choice;
    const auto offered = metrics();
    if (!offered.empty())
        choice.metric = offered.front();
    choice.generation = m_generations.back();
    const auto& wanted = m_plan->sweep().summary.generations;
    if (!wanted.empty() && wanted.front() != kLastGeneration)
        choice.generation =
            *std::min_element(m_generations.begin(), m_generations.end(), [&](auto a, auto b) {
                return std::abs(a - wanted.front()) < std::abs(b - wanted.front());
            });
    if (m_dimensions.size() > 1)
        choice.up = 1;
    choice.fixed.assign(m_dimensions.size(), 0);
    const MetricInfo* info = findMetric(choice.metric);
    choice.isLog = info && info->preferLog;
    const auto& asked = m_plan->sweep().summary.statistics;
    const auto isMean = [](const SweepStatistic& one) { return one.kind == SweepStatistic::Kind::Mean; };
    if (!asked.empty() && std::all_of(asked.begin(), asked.end(), isMean)) // a summary of nothing else
        choice.spread = Spread::StandardError;
    return choice;
}

std::size_t SweepModel::columnOf(const std::string& metric)
{
    const auto found = std::find(m_metrics.begin(), m_metrics.end(), metric);
    if (found != m_metrics.end())
        return static_cast<std::size_t>(found - m_metrics.begin());
    m_metrics.push_back(metric);
    return m_metrics.size() - 1;
}

void SweepModel::add(const ChainValues& chain)
{
    if (m_metrics.empty())
        chooseGenerations(std::max<std::size_t>(1, chain.metrics.size()));
    std::vector<std::size_t> columns;
    for (const MetricName& metric : chain.metrics)
        columns.push_back(columnOf(*metric));
    const std::size_t width = m_metrics.size(), given = chain.metrics.size();
    std::vector<float> kept(m_generations.size() * width, std::nanf(""));
    for (std::size_t g = 0; g < m_generations.size(); ++g)
        if (m_generations[g] < chain.generations())
            for (std::size_t m = 0; m < given; ++m)
                kept[g * width + columns[m]] =
                    static_cast<float>(chain.values[static_cast<std::size_t>(m_generations[g]) * given + m]);
    Replicates& replicates = m_values[static_cast<std::size_t>(chain.point)];
    replicates.resize(static_cast<std::size_t>(m_plan->replicates()));
    auto& place = replicates[static_cast<std::size_t>(chain.replicate)];
    m_done += place.empty() ? 1 : 0;
    place = std::move(kept);
}

std::function<bool(std::int64_t, std::int64_t)> SweepModel::doneChains() const
{
    const auto replicates = static_cast<std::size_t>(m_plan->replicates());
    std::vector<bool> done(m_values.size() * replicates);
    for (std::size_t point = 0; point < m_values.size(); ++point)
        for (std::size_t r = 0; r < m_values[point].size(); ++r)
            done[point * replicates + r] = !m_values[point][r].empty();
    return [done = std::move(done), replicates](std::int64_t point, std::int64_t replicate) {
        return done[static_cast<std::size_t>(point) * replicates + static_cast<std::size_t>(replicate)];
    };
}

void SweepModel::fail(std::int64_t point, const QString& why)
{
    m_failures.emplace(point, why);
}

std::int64_t SweepModel::pointAt(const SweepChoice& choice, std::size_t column, std::size_t row) const
{
    std::vector<std::size_t> place = choice.fixed;
    place[choice.across] = column;
    if (choice.up)
        place[*choice.up] = row;
    return m_points.at(place);
}

QString SweepModel::nameOf(std::int64_t point) const
{
    QStringList parts;
    for (std::size_t d = 0; d < m_dimensions.size(); ++d)
        if (const auto value = valueOf(point, d))
            parts << tr("%1 %2").arg(m_dimensions[d].title(),
                                     m_dimensions[d].labels()[static_cast<qsizetype>(*value)]);
    return listed(parts);
}

std::optional<std::size_t> SweepModel::valueOf(std::int64_t point, std::size_t dimension) const
{
    const auto& axis = m_axes[dimension];
    return axis ? m_plan->valueOf(point, *axis) : std::optional(m_plan->variantOf(point));
}

SweepCell SweepModel::cell(std::int64_t point, const SweepChoice& choice, std::size_t kept,
                           std::size_t metric) const
{
    SweepCell made;
    std::vector<double> values;
    for (const std::vector<float>& chain : m_values[static_cast<std::size_t>(m_plan->firstLike(point))]) {
        const std::size_t width = chain.size() / m_generations.size(); // a later chain may have more metrics
        if (metric < width && std::isfinite(chain[kept * width + metric]))
            values.push_back(double(chain[kept * width + metric]));
        made.chains += chain.empty() ? 0 : 1;
    }
    if (const auto failed = m_failures.find(m_plan->firstLike(point)); failed != m_failures.end()) {
        made.state = SweepCell::State::Failed;
        made.why = failed->second;
    } else if (made.chains == m_plan->replicates())
        made.state = SweepCell::State::Done;
    if (values.empty())
        return made;
    made.measured = std::ssize(values);
    std::sort(values.begin(), values.end());
    if (choice.spread == Spread::StandardError) {
        made.centre = meanOf(values);
        if (values.size() > 1) {
            const double error = standardErrorOf(values, made.centre);
            made.low = made.centre - error;
            made.high = made.centre + error;
        }
        return made;
    }
    const double tail = choice.spread == Spread::Quartiles ? 0.25 : 0.1;
    made.centre = quantileOf(values, 0.5);
    if (values.size() > 1) {
        made.low = quantileOf(values, tail);
        made.high = quantileOf(values, 1 - tail);
    }
    return made;
}

/// "20", while some are missing "12 to 15 of 20", over the points that have a value.
QString SweepModel::chainsOf(const std::vector<SweepCell>& cells) const
{
    const std::int64_t all = m_plan->replicates();
    std::int64_t fewest = all, most = 0;
    for (const SweepCell& cell : cells)
        if (cell.measured > 0) {
            fewest = std::min(fewest, cell.measured);
            most = std::max(most, cell.measured);
        }
    if (most == 0)
        return tr("up to %1").arg(all);
    if (fewest == all)
        return QString::number(all);
    return fewest == most ? tr("%1 of %2").arg(most).arg(all)
                          : tr("%1 to %2 of %3").arg(fewest).arg(most).arg(all);
}

QString SweepModel::statisticOf(const SweepChoice& choice, const std::vector<SweepCell>& cells) const
{
    if (m_plan->replicates() == 1)
        return tr("in generation %1").arg(choice.generation);
    return (choice.spread == Spread::StandardError ? tr("mean of %1 chains in generation %2")
                                                   : tr("median of %1 chains in generation %2"))
        .arg(chainsOf(cells))
        .arg(choice.generation);
}

QString SweepModel::fixedOf(const SweepChoice& choice) const
{
    QStringList parts;
    for (std::size_t d = 0; d < m_dimensions.size(); ++d)
        if (d != choice.across && choice.up != d)
            parts << tr("%1 %2").arg(m_dimensions[d].title(),
                                     m_dimensions[d].labels()[static_cast<qsizetype>(choice.fixed[d])]);
    return listed(parts);
}

SweepPicture SweepModel::picture(const SweepChoice& choice) const
{
    SweepPicture made{metricTitle(choice.metric),
                      {},
                      {},
                      {},
                      choice.isLog,
                      m_dimensions[choice.across],
                      {},
                      {},
                      m_plan->replicates(),
                      fixedOf(choice)};
    if (choice.up)
        made.up = m_dimensions[*choice.up];
    if (m_plan->replicates() > 1)
        made.centreIs = choice.spread == Spread::StandardError ? tr("mean") : tr("median");
    if (m_plan->replicates() > 1)
        made.band = choice.spread == Spread::StandardError ? tr("mean ± standard error")
                    : choice.spread == Spread::Quartiles   ? tr("25–75% of chains")
                                                           : tr("10–90% of chains");
    const auto kept = static_cast<std::size_t>(
        std::lower_bound(m_generations.begin(), m_generations.end(), choice.generation) -
        m_generations.begin());
    const auto metric = static_cast<std::size_t>(
        std::find(m_metrics.begin(), m_metrics.end(), choice.metric) - m_metrics.begin());
    for (std::size_t row = 0; row < made.rows(); ++row)
        for (std::size_t column = 0; column < made.across.size(); ++column)
            made.cells.push_back(cell(pointAt(choice, column, row), choice, kept, metric));
    made.statistic = statisticOf(choice, made.cells);
    addTheory(made, choice);
    return made;
}

// Theory says of some points what the mean is and of others what the median is: one line can follow one of
// them.
void SweepModel::addTheory(SweepPicture& picture, const SweepChoice& choice) const
{
    const auto theory = m_theory.find(choice.metric);
    if (theory == m_theory.end())
        return;
    const auto at = static_cast<std::size_t>(choice.generation);
    std::map<QString, int> points;
    for (std::size_t i = 0; i < picture.cells.size(); ++i) {
        const std::size_t columns = picture.across.size();
        const auto point = static_cast<std::size_t>(pointAt(choice, i % columns, i / columns));
        const auto& prediction = theory->second[point];
        if (!prediction || at >= prediction->values.size())
            continue;
        picture.cells[i].theory = prediction->values[at];
        picture.cells[i].theoryIs = theoryWords(prediction->statistic);
        ++points[picture.cells[i].theoryIs];
    }
    const auto most = std::max_element(points.begin(), points.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != points.end())
        picture.theory = most->first;
}

} // namespace hareloom::ui
