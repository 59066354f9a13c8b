// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Catalogue.h"

#include <algorithm>
#include <array>

namespace hareloom {

namespace {

constexpr std::string_view kNature = "Shumailov et al., Nature 631, 755 (2024)";

constexpr std::array kCatalogue = {
    MetricInfo{.name = "mean",
               .title = "Mean",
               .unit = "",
               .equation = "E[x_j] under the model",
               .source = kNature,
               .perVariable = true},
    MetricInfo{.name = "variance",
               .title = "Variance",
               .unit = "",
               .equation = "Tr Sigma_n",
               .source = kNature,
               .preferLog = true},
    MetricInfo{.name = "logVariance",
               .title = "Log variance",
               .unit = "nats",
               .equation = "ln Tr Sigma_n",
               .source = "derived; see docs/theory.md"},
    MetricInfo{.name = "varianceRatio",
               .title = "Variance relative to generation 0",
               .unit = "",
               .equation = "Tr Sigma_n / Tr Sigma_0",
               .source = "arXiv 2410.16713",
               .preferLog = true},
    MetricInfo{.name = "risk",
               .title = "Risk",
               .unit = "",
               .equation = "|mu - mu_n|^2 + |sigma - sigma_n|^2",
               .source = "Nature 631, 755 (2024), theory section",
               .preferLog = true},
    MetricInfo{.name = "meanError",
               .title = "Error of the mean",
               .unit = "",
               .equation = "|mu - mu_n|",
               .source = "Nature 631, 755 (2024), Fig. 4",
               .preferLog = true},
    MetricInfo{.name = "stdError",
               .title = "Error of the standard deviation",
               .unit = "",
               .equation = "|sigma - sigma_n|",
               .source = "Nature 631, 755 (2024), Fig. 4",
               .preferLog = true},
    MetricInfo{.name = "w2Squared",
               .title = "Squared Wasserstein-2 distance",
               .unit = "",
               .equation = "min over couplings of E|x - y|^2; sliced over directions when d > 1",
               .source = "Villani 2003; Bonneel et al. 2015",
               .preferLog = true},
    MetricInfo{.name = "w2NoiseFloor",
               .title = "Noise floor of the squared Wasserstein-2 distance",
               .unit = "",
               .equation = "w2Squared with an independent sample of the truth in the model's place",
               .source = "docs/metrics.md",
               .preferLog = true},
    MetricInfo{.name = "klNats",
               .title = "KL divergence, truth to model",
               .unit = "nats",
               .equation = "E_truth[ln p_truth - ln p_model]",
               .source = "Kullback and Leibler 1951",
               .preferLog = true,
               .needs = "truth"},
    MetricInfo{.name = "reverseKlNats",
               .title = "KL divergence, model to truth",
               .unit = "nats",
               .equation = "E_model[ln p_model - ln p_truth]",
               .source = "Kullback and Leibler 1951",
               .preferLog = true,
               .needs = "truth"},
    MetricInfo{.name = "jsNats",
               .title = "Jensen-Shannon divergence",
               .unit = "nats",
               .equation = "KL(truth|m)/2 + KL(model|m)/2, m = (truth + model)/2",
               .source = "Lin 1991",
               .needs = "truth"},
    MetricInfo{.name = "l2ToFirst",
               .title = "Squared L2 distance to generation 0",
               .unit = "",
               .equation = "integral of (f_n - f_0)^2",
               .source = "Nature 631, 755 (2024), Fig. 7",
               .preferLog = true,
               .needs = "mixture"},
    MetricInfo{.name = "logLikelihood",
               .title = "Log-likelihood of the rows fitted on",
               .unit = "nats",
               .equation = "sum over the fitted rows of ln p_n(x)",
               .source = "Dempster, Laird, Rubin 1977"},
    MetricInfo{.name = "heldOutNll",
               .title = "Held-out negative log-likelihood",
               .unit = "nats a row",
               .equation = "-mean over held-out real rows of ln p_n(x)",
               .source = "arXiv 2410.16713",
               .needs = "heldOut"},
    MetricInfo{.name = "tailMass",
               .title = "Tail mass",
               .unit = "",
               .equation = "mass beyond generation 0's 1% and 99% points, or on its rare states",
               .source = "docs/metrics.md; tails as in Nature 631"},
    MetricInfo{.name = "rareSurvivors",
               .title = "Rare states that survive",
               .unit = "states",
               .equation = "number of generation 0's rare states with p > 0",
               .source = "docs/metrics.md",
               .needs = "discrete"},
    MetricInfo{.name = "survivingStates",
               .title = "Surviving states",
               .unit = "states",
               .equation = "number of states with p > 0",
               .source = "Nature 631, 755 (2024), discrete case",
               .needs = "discrete"},
    MetricInfo{.name = "effectiveStates",
               .title = "Effective number of states",
               .unit = "states",
               .equation = "exp(-sum p ln p)",
               .source = "Hill 1973",
               .needs = "discrete"},
    MetricInfo{.name = "heterozygosity",
               .title = "Heterozygosity",
               .unit = "",
               .equation = "1 - sum p^2",
               .source = "Nei 1973; Wright 1931",
               .preferLog = true,
               .needs = "discrete"},
    MetricInfo{.name = "entropyNats",
               .title = "Entropy",
               .unit = "nats",
               .equation = "-sum p ln p",
               .source = "Shannon 1948",
               .needs = "discrete"},
    MetricInfo{.name = "minorityShare",
               .title = "Smallest component's share",
               .unit = "",
               .equation = "min over k of w_k",
               .source = "minorities as in Nature 631",
               .preferLog = true,
               .needs = "mixture"},
    MetricInfo{.name = "emIterations",
               .title = "EM iterations",
               .unit = "iterations",
               .equation = "EM steps of the start that was kept",
               .source = "Dempster, Laird, Rubin 1977",
               .needs = "mixture"},
    MetricInfo{.name = "elapsedMs",
               .title = "Time taken",
               .unit = "ms",
               .equation = "wall time of the generation's fit and measurements",
               .source = "clock"},
};

/// "mean[3]" gives "mean"; anything that is not NAME[digits] comes back unchanged.
std::string_view withoutIndex(std::string_view name)
{
    const auto open = name.find('[');
    if (open == std::string_view::npos || name.back() != ']')
        return name;
    const std::string_view digits = name.substr(open + 1, name.size() - open - 2);
    const bool isIndex = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
    return isIndex ? name.substr(0, open) : name;
}

} // namespace

std::span<const MetricInfo> metricCatalogue()
{
    return kCatalogue;
}

const MetricInfo* findMetric(std::string_view name)
{
    const std::string_view stem = withoutIndex(name);
    const auto found = std::find_if(kCatalogue.begin(), kCatalogue.end(),
                                    [stem](const MetricInfo& info) { return info.name == stem; });
    const bool fits = found != kCatalogue.end() && (stem == name || found->perVariable);
    return fits ? &*found : nullptr;
}

} // namespace hareloom
