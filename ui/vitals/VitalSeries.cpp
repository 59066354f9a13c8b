// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalSeries.h"

#include "core/base/Quantile.h"
#include "core/family/RealValues.h"
#include "core/metrics/Catalogue.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Stretches.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace hareloom::ui {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// The order in which metrics tell a collapse.
constexpr std::string_view kTelling[] = {"variance",        "logVariance",   "survivingStates",
                                         "tailMass",        "risk",          "heterozygosity",
                                         "survivingGroups", "l2ToFirst",     "entropyNats",
                                         "minorityShare",   "w2Squared",     "klNats",
                                         "heldOutNll",      "jsNats",        "mean[0]",
                                         "logLikelihood",   "emIterations",  "testPerplexity",
                                         "distinct2",       "repeatedShare", "firstModelPerplexity",
                                         "survivingTokens"};

std::size_t rankOf(const std::string& metric)
{
    return static_cast<std::size_t>(std::find(std::begin(kTelling), std::end(kTelling), metric) -
                                    std::begin(kTelling));
}

/// "mean" is reported once a variable: the first one stands for it.
std::string nameOfFirst(const std::string& metric)
{
    const MetricInfo* info = findMetric(metric);
    return info && info->perVariable && metric == info->name ? metric + "[0]" : metric;
}

struct Summary
{
    double centre, low, high;
};

/// Of at least one finite value.
Summary summaryOf(std::vector<double> values, Spread spread)
{
    if (spread == Spread::StandardError) {
        const auto n = double(values.size());
        double mean = 0, squares = 0;
        for (const double value : values)
            mean += value / n;
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        const double error = n > 1 ? std::sqrt(squares / (n - 1) / n) : 0;
        return {mean, mean - error, mean + error};
    }
    std::sort(values.begin(), values.end());
    const double out = spread == Spread::Quartiles ? 0.25 : 0.1;
    return {quantileOf(values, 0.5), quantileOf(values, out), quantileOf(values, 1 - out)};
}

/// Values one after the other, of which two for every `2 * every` stay.
class Thinner
{
public:
    Thinner(int every, std::vector<double>& into) : m_every(every), m_into(into) {}

    void add(double value)
    {
        if (m_every == 1) {
            m_into.push_back(value);
            return;
        }
        if (m_seen == 0 && m_into.empty())
            m_origin = value;
        if (std::isfinite(value)) {
            if (!(value >= m_least))
                m_least = value, m_leastAt = m_seen;
            if (!(value <= m_greatest))
                m_greatest = value, m_greatestAt = m_seen;
        }
        if (++m_seen == 2 * m_every)
            end();
    }

    /// After the last.
    void end()
    {
        if (m_seen == 0)
            return;
        double first = m_leastAt <= m_greatestAt ? m_least : m_greatest,
               second = m_leastAt <= m_greatestAt ? m_greatest : m_least;
        if (m_into.empty()) { // generation 0 itself, and what lies farthest from it
            second = std::abs(first - m_origin) > std::abs(second - m_origin) ? first : second;
            first = m_origin;
        }
        m_into.push_back(first);
        m_into.push_back(second);
        m_seen = 0;
        m_least = m_greatest = kNaN;
    }

private:
    int m_every;
    std::vector<double>& m_into;
    int m_seen = 0, m_leastAt = 0, m_greatestAt = 0;
    double m_origin = kNaN, m_least = kNaN, m_greatest = kNaN;
};

/// One standard deviation to either side of theory's curve; empty where it is not known.
std::pair<Curve, Curve> edgesOf(const Prediction& curve)
{
    std::pair<Curve, Curve> edges;
    for (std::size_t g = 0; g < std::min(curve.values.size(), curve.deviation.size()); ++g) {
        edges.first.push_back(curve.values[g] - curve.deviation[g]);
        edges.second.push_back(curve.values[g] + curve.deviation[g]);
    }
    return edges;
}

std::vector<double> thinned(std::vector<double>& values, int every)
{
    if (every == 1)
        return std::move(values);
    std::vector<double> some;
    Thinner thinner(every, some);
    for (const double value : values)
        thinner.add(value);
    thinner.end();
    return some;
}

/// Centre, spread and, where they are drawn, the chains of a line from their values, which are taken.
void summariseAll(VitalLine& line, std::span<std::vector<double>> chains, Spread spread)
{
    std::size_t longest = 0;
    for (const std::vector<double>& chain : chains)
        longest = std::max(longest, chain.size());
    line.every = static_cast<int>((longest + kMostStoredValues - 1) / kMostStoredValues);
    line.every = std::max(1, line.every);
    line.centre.clear(), line.low.clear(), line.high.clear();
    Thinner centre(line.every, line.centre), low(line.every, line.low), high(line.every, line.high);
    std::vector<double> finite;
    for (std::size_t g = 0; g < longest; ++g) {
        finite.clear();
        for (const std::vector<double>& chain : chains)
            if (g < chain.size() && std::isfinite(chain[g]))
                finite.push_back(chain[g]);
        const Summary summary = finite.empty() ? Summary{kNaN, kNaN, kNaN} : summaryOf(finite, spread);
        centre.add(summary.centre), low.add(summary.low), high.add(summary.high);
    }
    centre.end(), low.end(), high.end();
    for (std::size_t c = 0; c < line.each.size(); ++c)
        line.each[c] = thinned(chains[c], line.every);
}

} // namespace

VitalExtent VitalExtent::joined(const VitalExtent& other) const
{
    using Ends = std::optional<std::pair<double, double>>;
    const auto both = [](const Ends& a, const Ends& b) -> Ends {
        if (!a || !b)
            return a ? a : b;
        return std::pair(std::min(a->first, b->first), std::max(a->second, b->second));
    };
    return {both(all, other.all), both(positive, other.positive)};
}

std::vector<double> VitalLine::own(std::vector<double> values) const
{
    const auto shared = std::min(values.size(), static_cast<std::size_t>(std::max(0, from - 1) / every));
    std::fill_n(values.begin(), shared, kNaN);
    return values;
}

VitalSeries::VitalSeries(std::string metric, const std::vector<Experiment>& variants, Spread spread)
    : m_metric(std::move(metric)),
      m_spread(spread),
      m_variants(variants),
      m_lines(variants.size()),
      m_counted(variants.size()),
      m_from(variants.size())
{
    const Forks forks = forksOf(variants);
    for (std::size_t v = 0; v < variants.size(); ++v) {
        if (forks[v]) {
            m_lines[v].from = static_cast<int>(forks[v]->at);
            m_lines[v].parent = static_cast<int>(forks[v]->from);
        }
        const auto stretches = stretchesOf(variants[v]);
        for (std::size_t s = 1; s < stretches.size(); ++s)
            m_lines[v].changes.emplace_back(static_cast<int>(stretches[s].from),
                                            changesText(variants[v], stretches[s].from));
        m_lines[v].title = variants.size() > 1 ? variants[v].title : std::string();
        m_lines[v].chains = static_cast<int>(variants[v].chains);
        if (spread == Spread::Chains && variants[v].chains > 1 && variants[v].chains <= kMostSingleChains)
            m_lines[v].each.resize(static_cast<std::size_t>(variants[v].chains));
    }
}

void VitalSeries::update(const History& history)
{
    if (history.isStored())
        return takeStored(history);
    for (std::size_t v = 0; v < m_lines.size(); ++v) {
        VitalLine& line = m_lines[v];
        const int chains = line.chains, first = static_cast<int>(v) * chains;
        if (const GenerationPtr origin = history.at(first, 0); origin && std::isnan(line.real))
            line.real = realValueOf(origin->snapshot, m_metric);
        int longest = 0;
        for (int c = first; c < first + chains; ++c)
            longest = std::max(longest, history.count(c));
        m_from[v] = std::min(m_from[v], longest); // a run may make its last generations again
        const auto size = static_cast<std::size_t>(longest);
        for (auto* values : {&line.centre, &line.low, &line.high})
            values->resize(size, kNaN);
        for (std::vector<double>& chain : line.each)
            chain.resize(size, kNaN);
        m_counted[v].resize(size, 0);
        for (int g = m_from[v]; g < longest; ++g)
            summarise(line, v, g, history);
        while (m_from[v] < longest && m_counted[v][static_cast<std::size_t>(m_from[v])] == chains)
            ++m_from[v];
    }
}

void VitalSeries::summarise(VitalLine& line, std::size_t variant, int generation, const History& history)
{
    const int first = static_cast<int>(variant) * line.chains;
    const auto g = static_cast<std::size_t>(generation);
    int present = 0;
    for (int c = first; c < first + line.chains; ++c)
        present += generation < history.count(c) ? 1 : 0;
    if (present == m_counted[variant][g])
        return;
    m_counted[variant][g] = present;
    std::vector<double> values;
    for (int c = first; c < first + line.chains; ++c)
        if (const GenerationPtr link = history.at(c, generation)) {
            const double value = link->metric(m_metric);
            if (!line.each.empty())
                line.each[static_cast<std::size_t>(c - first)][g] = value;
            if (std::isfinite(value))
                values.push_back(value);
        }
    if (values.empty())
        return;
    const Summary summary = summaryOf(std::move(values), m_spread);
    line.centre[g] = summary.centre;
    line.low[g] = summary.low;
    line.high[g] = summary.high;
}

// A pass over the whole file: what is held meanwhile is one number a generation.
void VitalSeries::takeStored(const History& history)
{
    std::vector<std::vector<double>> values; // by chain, by generation
    for (const VitalLine& line : m_lines)
        for (int c = 0; c < line.chains; ++c)
            values.emplace_back(
                static_cast<std::size_t>(history.count(static_cast<ChainIndex>(values.size()))), kNaN);
    history.forEach([&](const GenerationPtr& link) {
        values[static_cast<std::size_t>(link->chain)][static_cast<std::size_t>(link->index)] =
            link->metric(m_metric);
    });
    auto first = values.begin();
    for (VitalLine& line : m_lines) {
        const std::span chains(first, static_cast<std::size_t>(line.chains));
        first += line.chains;
        if (const GenerationPtr origin =
                history.at(static_cast<ChainIndex>(chains.data() - values.data()), 0))
            line.real = realValueOf(origin->snapshot, m_metric);
        summariseAll(line, chains, m_spread);
    }
}

void VitalSeries::setTheory(std::vector<Prediction> curves)
{
    for (std::size_t v = 0; v < std::min(m_lines.size(), curves.size()); ++v) {
        Prediction& curve = curves[v];
        auto [low, high] = edgesOf(curve);
        m_lines[v].theory = thinned(curve.values, m_lines[v].every);
        m_lines[v].theoryLow = thinned(low, m_lines[v].every);
        m_lines[v].theoryHigh = thinned(high, m_lines[v].every);
        m_lines[v].theoryStatistic = curve.statistic;
    }
}

std::optional<std::pair<double, double>> VitalSeries::ends(bool positiveOnly, std::size_t generations) const
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    const auto take = [&](double value) {
        if (std::isfinite(value) && (!positiveOnly || value > 0)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    const auto include = [&](const std::vector<double>& values) {
        const auto count = static_cast<std::ptrdiff_t>(std::min(values.size(), generations));
        std::for_each(values.begin(), values.begin() + count, take);
    };
    for (const VitalLine& line : m_lines) {
        for (const auto* values : {&line.low, &line.high, &line.theory, &line.theoryLow, &line.theoryHigh})
            include(*values);
        for (const std::vector<double>& chain : line.each)
            include(chain);
        take(line.real);
    }
    for (const PublishedCurve& curve : m_published)
        include(curve.values);
    if (low > high)
        return std::nullopt;
    return std::pair(low, high);
}

std::size_t VitalSeries::measured() const
{
    std::size_t longest = 0;
    for (const VitalLine& line : m_lines)
        longest = std::max(longest, line.centre.size());
    return longest;
}

std::vector<PublishedCurve> publishedOf(const std::vector<Experiment>& variants, const std::string& metric)
{
    std::vector<PublishedCurve> published;
    for (const Experiment& variant : variants)
        for (PublishedCurve& curve : publishedCurves(variant, metric))
            if (std::find(published.begin(), published.end(), curve) == published.end())
                published.push_back(std::move(curve));
    return published;
}

std::vector<std::string> offeredVitals(const Experiment& experiment, const Generation* first)
{
    std::vector<std::string> offered;
    if (first)
        for (const MetricValue& value : first->metrics)
            offered.push_back(*value.name);
    else
        for (const std::string& wanted : experiment.evaluation.metrics)
            offered.push_back(nameOfFirst(wanted));
    std::stable_sort(offered.begin(), offered.end(),
                     [](const std::string& a, const std::string& b) { return rankOf(a) < rankOf(b); });
    offered.erase(std::unique(offered.begin(), offered.end()), offered.end());
    return offered;
}

// What nobody has put in an order, the usual metrics, has ours.
std::vector<std::string> chooseVitals(const Experiment& experiment, const Generation* first, std::size_t most)
{
    const std::vector<std::string> offered = offeredVitals(experiment, first);
    const auto& measured = experiment.evaluation.metrics;
    std::vector<std::string> wanted;
    for (const std::string& metric : measured)
        wanted.push_back(nameOfFirst(metric));
    if (measured == Evaluation().metrics)
        std::stable_sort(wanted.begin(), wanted.end(),
                         [](const std::string& a, const std::string& b) { return rankOf(a) < rankOf(b); });
    std::vector<std::string> chosen;
    for (const std::string& name : wanted)
        if (name != "elapsedMs" && chosen.size() < most &&
            std::find(offered.begin(), offered.end(), name) != offered.end() &&
            std::find(chosen.begin(), chosen.end(), name) == chosen.end())
            chosen.push_back(name);
    return chosen;
}

} // namespace hareloom::ui
