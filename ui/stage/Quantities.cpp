// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/Quantities.h"

#include "ui/plot/MetricTitle.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QString tr(const char* text)
{
    return QCoreApplication::translate("Quantities", text);
}

template<class OfMixture>
auto ofMixture(OfMixture value)
{
    return [value](const Generation& generation) {
        const NormalMixture* mixture = generation.snapshot ? generation.snapshot->normalMixture() : nullptr;
        return mixture ? value(*mixture) : kNaN;
    };
}

template<class OfStates>
auto ofStates(OfStates value)
{
    return [value](const Generation& generation) {
        const Categorical* states = generation.snapshot ? generation.snapshot->categorical() : nullptr;
        return states ? value(states->probabilities) : kNaN;
    };
}

double entropy(const Vector& p)
{
    double sum = 0;
    for (const double share : p)
        sum -= share > 0 ? share * std::log(share) : 0;
    return sum;
}

std::vector<Quantity> fromSnapshot(const Snapshot& snapshot, const std::vector<std::string>& variables)
{
    if (const NormalMixture* mixture = snapshot.normalMixture()) {
        const bool isLine = mixture->dimension() == 1;
        return {{"standardDeviation", isLine ? tr("Standard deviation") : tr("Root of the total variance"),
                 ofMixture([](const NormalMixture& m) { return std::sqrt(covarianceOf(m).trace()); })},
                {"mean", isLine ? tr("Mean") : metricTitle("mean[0]", variables),
                 ofMixture([](const NormalMixture& m) { return meanOf(m)[0]; })},
                {"variance", isLine ? tr("Variance") : tr("Total variance"),
                 ofMixture([](const NormalMixture& m) { return covarianceOf(m).trace(); })}};
    }
    if (snapshot.categorical())
        return {
            {"survivingStates", tr("Surviving states"),
             ofStates([](const Vector& p) { return double((p.array() > 0).count()); })},
            {"entropyNats", tr("Entropy (nats)"), ofStates(entropy)},
            {"largest", tr("Largest probability"), ofStates([](const Vector& p) { return p.maxCoeff(); })}};
    return {};
}

} // namespace

std::vector<Quantity> quantitiesOf(const Generation& first, const std::vector<std::string>& variables)
{
    std::vector<Quantity> result =
        first.snapshot ? fromSnapshot(*first.snapshot, variables) : std::vector<Quantity>();
    for (const MetricValue& metric : first.metrics) {
        const std::string& name = *metric.name;
        const bool isKnown = std::any_of(result.begin(), result.end(), [&](const Quantity& q) {
            return q.key == name || (q.key == "mean" && name == "mean[0]");
        });
        if (!isKnown && name != "elapsedMs")
            result.push_back(
                {name, metricTitle(name, variables), [name](const Generation& g) { return g.metric(name); }});
    }
    return result;
}

} // namespace hareloom::ui
