// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

namespace hareloom::ui {

/// Bins of equal width on a logarithmic axis of perplexities, from 1, which is text that the model knows by
/// heart.
struct PerplexityBins
{
    static constexpr int kCount = 48;

    double high = 10; // upper edge of the last bin, in which what is above counts, too

    /// Perplexity at the lower edge of a bin; of kCount: `high`.
    double edge(int bin) const;
    int of(double perplexity) const;
};
/// Up to a round number (1, 2 or 5 times a power of ten) that no perplexity of exp(mostNats) is above.
PerplexityBins perplexityBins(double mostNats);

/// Perplexities of generated blocks under generation 0's model. Shares of all blocks.
struct PerplexityHistogram
{
    std::vector<double> shares;  // (PerplexityBins::kCount), sum 1; empty: not measured
    double below = 0, above = 0; // shares below generation 0's 1% point and above its 99% point
};

/// Where generation 0's rarest blocks begin: perplexities that 1% are below, and 1% above.
struct PerplexityTails
{
    double low = 1, high = 1;
};
PerplexityTails perplexityTails(const std::vector<float>& nats);
PerplexityHistogram perplexityHistogram(const std::vector<float>& nats, const PerplexityTails& tails,
                                        const PerplexityBins& bins);

/// Those made so far: a chain of a thousand generations is drawn again and again. GUI thread.
class PerplexityHistograms
{
public:
    /// Of one chain's tails. `nats` stays where it is until clear(); other bins forget all.
    const PerplexityHistogram& of(const std::vector<float>& nats, const PerplexityTails& tails,
                                  const PerplexityBins& bins);
    void clear() { m_known.clear(); }

private:
    std::unordered_map<const std::vector<float>*, PerplexityHistogram> m_known;
    double m_high = 0; // of the bins
};

} // namespace hareloom::ui
