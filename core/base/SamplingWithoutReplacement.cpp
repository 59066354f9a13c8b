// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SamplingWithoutReplacement.h"

#include <algorithm>
#include <numeric>

namespace hareloom {
namespace {

using Numbers = std::vector<std::int64_t>;

constexpr std::int64_t kDense = 8;      // one in so many: stepping over all is cheaper than sorting the few
constexpr std::int64_t kBucketMean = 4; // numbers expected in a bucket of the sort

// Each number in turn is taken with the chance that is still owed: Knuth, TAOCP 2, 3.4.2, algorithm S.
Numbers bySelection(std::int64_t count, std::int64_t population, Seed seed)
{
    Numbers picked;
    picked.reserve(static_cast<std::size_t>(count));
    double luck[1024];
    for (std::int64_t i = 0; std::ssize(picked) < count; ++i) {
        if (i % 1024 == 0)
            fillUniforms(seed, static_cast<std::uint64_t>(i), luck);
        if (luck[i % 1024] * static_cast<double>(population - i) <
            static_cast<double>(count - std::ssize(picked)))
            picked.push_back(i);
    }
    return picked;
}

// Uniform numbers fall evenly into buckets, which leaves little to sort: O(n).
void sortUniform(Numbers& numbers, std::int64_t population)
{
    const auto buckets = static_cast<std::size_t>(std::ssize(numbers) / kBucketMean + 1);
    const double scale = static_cast<double>(buckets) / static_cast<double>(population);
    const auto bucketOf = [&](std::int64_t number) {
        return std::min(buckets - 1, static_cast<std::size_t>(static_cast<double>(number) * scale));
    };
    std::vector<std::uint32_t> ends(buckets + 1, 0);
    for (const std::int64_t number : numbers)
        ++ends[bucketOf(number) + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    Numbers sorted(numbers.size());
    std::vector<std::uint32_t> next(ends.begin(), ends.end() - 1);
    for (const std::int64_t number : numbers)
        sorted[next[bucketOf(number)]++] = number;
    for (std::size_t i = 1; i < sorted.size(); ++i) // insertion: no number is far from its place
        for (std::size_t k = i; k > 0 && sorted[k] < sorted[k - 1]; --k)
            std::swap(sorted[k], sorted[k - 1]);
    numbers = std::move(sorted);
}

// The first `count` different values of a stream of uniform numbers. A round draws just as many as are
// missing, so it never takes one too many.
Numbers byRejection(std::int64_t count, std::int64_t population, Seed seed)
{
    Numbers picked, fresh;
    std::vector<double> uniforms;
    std::uint64_t drawn = 0;
    while (std::ssize(picked) < count) {
        uniforms.resize(static_cast<std::size_t>(count) - picked.size());
        fillUniforms(seed, drawn, uniforms);
        drawn += uniforms.size();
        fresh.clear();
        for (const double u : uniforms)
            fresh.push_back(static_cast<std::int64_t>(u * static_cast<double>(population)));
        sortUniform(fresh, population);
        if (picked.empty()) {
            picked.swap(fresh);
        } else {
            const auto middle = picked.insert(picked.end(), fresh.begin(), fresh.end());
            std::inplace_merge(picked.begin(), middle, picked.end());
        }
        picked.erase(std::unique(picked.begin(), picked.end()), picked.end());
    }
    return picked;
}

} // namespace

std::vector<std::int64_t> sampleWithoutReplacement(std::int64_t count, std::int64_t population, Seed seed)
{
    return population / kDense < count ? bySelection(count, population, seed)
                                       : byRejection(count, population, seed);
}

} // namespace hareloom
