// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/PerplexityHistogram.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

double PerplexityBins::edge(int bin) const
{
    return std::pow(high, double(bin) / kCount);
}

int PerplexityBins::of(double perplexity) const
{
    const double at = std::log(std::max(1.0, perplexity)) / std::log(high) * kCount;
    return static_cast<int>(std::min(kCount - 1.0, std::floor(at + 1e-9)));
}

PerplexityBins perplexityBins(double mostNats)
{
    constexpr double kMost = 1e12;                                        // of a model that has diverged
    const double most = std::min(kMost, std::exp(mostNats)) * (1 - 1e-9); // which was rounded
    const double power = std::pow(10, std::floor(std::log10(std::max(1.0, most))));
    for (const double factor : {2.0, 5.0})
        if (most <= factor * power)
            return {factor * power};
    return {10 * power};
}

PerplexityTails perplexityTails(const std::vector<float>& nats)
{
    if (nats.empty())
        return {};
    std::vector<float> sorted = nats;
    std::sort(sorted.begin(), sorted.end());
    const auto point = [&](double share) {
        const auto rank = static_cast<std::size_t>(std::lround(share * double(sorted.size() - 1)));
        return std::exp(double(sorted[rank]));
    };
    return {point(0.01), point(0.99)};
}

PerplexityHistogram perplexityHistogram(const std::vector<float>& nats, const PerplexityTails& tails,
                                        const PerplexityBins& bins)
{
    PerplexityHistogram histogram;
    if (nats.empty())
        return histogram;
    histogram.shares.resize(PerplexityBins::kCount);
    const double one = 1 / double(nats.size());
    for (const float each : nats) {
        const double perplexity = std::exp(double(each));
        histogram.shares[static_cast<std::size_t>(bins.of(perplexity))] += one;
        histogram.below += perplexity < tails.low ? one : 0;
        histogram.above += perplexity > tails.high ? one : 0;
    }
    return histogram;
}

const PerplexityHistogram& PerplexityHistograms::of(const std::vector<float>& nats,
                                                    const PerplexityTails& tails, const PerplexityBins& bins)
{
    if (bins.high != m_high)
        m_known.clear();
    m_high = bins.high;
    const auto [found, isNew] = m_known.try_emplace(&nats);
    if (isNew)
        found->second = perplexityHistogram(nats, tails, bins);
    return found->second;
}

} // namespace hareloom::ui
