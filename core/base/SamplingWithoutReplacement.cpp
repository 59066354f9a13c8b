// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SamplingWithoutReplacement.h"

#include <algorithm>
#include <numeric>

namespace hareloom {
namespace {

using Numbers = std::vector<std::int64_t>;

constexpr std::int64_t kDense = 8;      // one in so many: stepping over all is cheaper than sorting the few
constexpr std::int64_t kBucketMean = 4; // numbers expected in a bucket of the sort
constexpr std::int64_t kBetweenPolls = 1 << 18; // numbers: some milliseconds

/// Whether work goes on with element i of a loop; polls at every kBetweenPolls-th.
bool goesOn(std::int64_t i, const StopToken& stop)
{
    return i % kBetweenPolls != 0 || stop.proceed();
}

// Each number in turn is taken with the chance that is still owed: Knuth, TAOCP 2, 3.4.2, algorithm S.
bool bySelection(Numbers& picked, std::int64_t count, std::int64_t population, Seed seed,
                 const StopToken& stop)
{
    picked.reserve(static_cast<std::size_t>(count));
    double luck[1024];
    for (std::int64_t i = 0; std::ssize(picked) < count; ++i) {
        if (i % 1024 == 0) {
            if (!goesOn(i, stop))
                return false;
            fillUniforms(seed, static_cast<std::uint64_t>(i), luck);
        }
        if (luck[i % 1024] * static_cast<double>(population - i) <
            static_cast<double>(count - std::ssize(picked)))
            picked.push_back(i);
    }
    return true;
}

// Uniform numbers fall evenly into buckets, which leaves little to sort: O(n).
bool sortUniform(Numbers& numbers, std::int64_t population, const StopToken& stop)
{
    const auto buckets = static_cast<std::size_t>(std::ssize(numbers) / kBucketMean + 1);
    const double scale = static_cast<double>(buckets) / static_cast<double>(population);
    const auto bucketOf = [&](std::int64_t number) {
        return std::min(buckets - 1, static_cast<std::size_t>(static_cast<double>(number) * scale));
    };
    std::vector<std::uint32_t> ends(buckets + 1, 0);
    for (std::int64_t i = 0; i < std::ssize(numbers); ++i) {
        if (!goesOn(i, stop))
            return false;
        ++ends[bucketOf(numbers[static_cast<std::size_t>(i)]) + 1];
    }
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    Numbers sorted(numbers.size());
    std::vector<std::uint32_t> next(ends.begin(), ends.end() - 1);
    for (std::int64_t i = 0; i < std::ssize(numbers); ++i) {
        if (!goesOn(i, stop))
            return false;
        const std::int64_t number = numbers[static_cast<std::size_t>(i)];
        sorted[next[bucketOf(number)]++] = number;
    }
    for (std::size_t i = 1; i < sorted.size(); ++i) { // insertion: no number is far from its place
        if (!goesOn(static_cast<std::int64_t>(i), stop))
            return false;
        for (std::size_t k = i; k > 0 && sorted[k] < sorted[k - 1]; --k)
            std::swap(sorted[k], sorted[k - 1]);
    }
    numbers = std::move(sorted);
    return true;
}

bool draw(Numbers& fresh, std::int64_t count, std::int64_t population, Seed seed, std::uint64_t first,
          const StopToken& stop)
{
    std::vector<double> uniforms;
    fresh.clear();
    fresh.reserve(static_cast<std::size_t>(count));
    for (std::int64_t done = 0; done < count; done += kBetweenPolls) {
        if (!stop.proceed())
            return false;
        uniforms.resize(static_cast<std::size_t>(std::min(kBetweenPolls, count - done)));
        fillUniforms(seed, first + static_cast<std::uint64_t>(done), uniforms);
        for (const double u : uniforms)
            fresh.push_back(static_cast<std::int64_t>(u * static_cast<double>(population)));
    }
    return sortUniform(fresh, population, stop);
}

// The first `count` different values of a stream of uniform numbers. A round draws just as many as are
// missing, so it never takes one too many.
bool byRejection(Numbers& picked, std::int64_t count, std::int64_t population, Seed seed,
                 const StopToken& stop)
{
    Numbers fresh;
    std::uint64_t drawn = 0;
    while (std::ssize(picked) < count) {
        const std::int64_t missing = count - std::ssize(picked);
        if (!draw(fresh, missing, population, seed, drawn, stop))
            return false;
        drawn += static_cast<std::uint64_t>(missing);
        if (picked.empty()) {
            picked.swap(fresh);
        } else {
            const auto middle = picked.insert(picked.end(), fresh.begin(), fresh.end());
            std::inplace_merge(picked.begin(), middle, picked.end());
        }
        picked.erase(std::unique(picked.begin(), picked.end()), picked.end());
    }
    return true;
}

} // namespace

std::vector<std::int64_t> sampleWithoutReplacement(std::int64_t count, std::int64_t population, Seed seed)
{
    return *sampleWithoutReplacement(count, population, seed, {});
}

Result<std::vector<std::int64_t>> sampleWithoutReplacement(std::int64_t count, std::int64_t population,
                                                           Seed seed, const StopToken& stop)
{
    Numbers picked;
    const bool isWhole = population / kDense < count ? bySelection(picked, count, population, seed, stop)
                                                     : byRejection(picked, count, population, seed, stop);
    return isWhole ? Result<Numbers>(std::move(picked)) : Result<Numbers>(stopped());
}

} // namespace hareloom
