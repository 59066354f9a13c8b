// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace hareloom {
namespace {

constexpr int kLongest = 4;

/// N-grams of one length of one block: each different one with its number, in ascending order.
using Gram = std::array<int, kLongest>; // padded by -1
using Counts = std::vector<std::pair<Gram, int>>;
using AllCounts = std::array<Counts, kLongest>;

Counts countsOf(std::span<const int> block, int n)
{
    std::vector<Gram> grams;
    for (std::size_t i = 0; i + static_cast<std::size_t>(n) <= block.size(); ++i) {
        Gram gram;
        gram.fill(-1);
        std::copy_n(block.begin() + static_cast<std::ptrdiff_t>(i), n, gram.begin());
        grams.push_back(gram);
    }
    std::sort(grams.begin(), grams.end());
    Counts counts;
    for (const Gram& gram : grams)
        if (counts.empty() || counts.back().first != gram)
            counts.emplace_back(gram, 1);
        else
            ++counts.back().second;
    return counts;
}

/// Raises most[k] to how often the k-th n-gram of `text` stands in `reference`.
void raise(const Counts& text, const Counts& reference, std::vector<int>& most)
{
    auto other = reference.begin();
    for (std::size_t k = 0; k < text.size() && other != reference.end(); ++k) {
        while (other != reference.end() && other->first < text[k].first)
            ++other;
        if (other != reference.end() && other->first == text[k].first)
            most[k] = std::max(most[k], other->second);
    }
}

double bleu(const AllCounts& text, std::span<const AllCounts* const> references, int length)
{
    double sum = 0;
    for (int n = 1; n <= kLongest; ++n) {
        const Counts& counts = text[static_cast<std::size_t>(n - 1)];
        std::vector<int> most(counts.size());
        for (const AllCounts* reference : references)
            raise(counts, (*reference)[static_cast<std::size_t>(n - 1)], most);
        double common = n > 1, all = length - n + 1 + common;
        for (std::size_t k = 0; k < counts.size(); ++k)
            common += std::min(counts[k].second, most[k]);
        sum += std::log(common / all);
    }
    return std::exp(sum / kLongest);
}

/// `count` different numbers below n, and not `without`.
std::vector<std::int64_t> drawn(std::int64_t n, std::int64_t count, std::int64_t without, Rng& rng)
{
    std::vector<std::int64_t> numbers;
    while (std::ssize(numbers) < count) {
        const auto number = static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(n)));
        if (number != without && std::find(numbers.begin(), numbers.end(), number) == numbers.end())
            numbers.push_back(number);
    }
    return numbers;
}

/// The counts of each block that is asked for, made once.
class Counted
{
public:
    explicit Counted(const TokenBlocks& blocks) : m_blocks(blocks) {}
    const AllCounts& of(std::int64_t i)
    {
        const auto [place, isNew] = m_counts.try_emplace(i);
        for (int n = 1; isNew && n <= kLongest; ++n)
            place->second[static_cast<std::size_t>(n - 1)] = countsOf(m_blocks[i], n);
        return place->second;
    }

private:
    const TokenBlocks& m_blocks;
    std::map<std::int64_t, AllCounts> m_counts;
};

} // namespace

double selfBleu(const TokenBlocks& blocks, const SelfBleuSample& sample)
{
    const std::int64_t n = blocks.count();
    if (n < 2 || blocks.length < kLongest || sample.texts < 1 || sample.references < 1)
        return std::numeric_limits<double>::quiet_NaN();
    Rng rng(sample.seed);
    Counted counted(blocks);
    double sum = 0;
    const auto texts = drawn(n, std::min<std::int64_t>(n, sample.texts), -1, rng);
    for (const std::int64_t text : texts) {
        std::vector<const AllCounts*> references;
        for (const std::int64_t i : drawn(n, std::min<std::int64_t>(n - 1, sample.references), text, rng))
            references.push_back(&counted.of(i));
        sum += bleu(counted.of(text), references, blocks.length);
    }
    return sum / static_cast<double>(texts.size());
}

} // namespace hareloom
