// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace hareloom {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kBits = 21; // of an id; three fit into 64

/// The n-grams of one block, n in 1 ... 3, each as one exact number.
void appendPacked(std::span<const int> block, int n, std::vector<std::uint64_t>& grams)
{
    const std::uint64_t mask = n == 3 ? ~(1ULL << 63) : (1ULL << (kBits * n)) - 1;
    std::uint64_t gram = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        gram = (gram << kBits | static_cast<std::uint64_t>(block[i])) & mask;
        if (i + 1 >= static_cast<std::size_t>(n))
            grams.push_back(gram);
    }
}

std::size_t different(std::vector<std::uint64_t>& grams)
{
    std::sort(grams.begin(), grams.end());
    return static_cast<std::size_t>(std::unique(grams.begin(), grams.end()) - grams.begin());
}

/// How many n-grams of a block, any n, stand in it before.
std::size_t repeatedIn(std::span<const int> block, int n, std::vector<std::size_t>& places)
{
    const auto size = static_cast<std::size_t>(n);
    places.clear();
    for (std::size_t i = 0; i + size <= block.size(); ++i)
        places.push_back(i);
    const auto gram = [&](std::size_t at) { return block.subspan(at, size); };
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return std::lexicographical_compare(gram(a).begin(), gram(a).end(), gram(b).begin(), gram(b).end());
    });
    std::size_t repeated = 0;
    for (std::size_t i = 1; i < places.size(); ++i)
        repeated += std::equal(gram(places[i]).begin(), gram(places[i]).end(), gram(places[i - 1]).begin());
    return repeated;
}

Vector sharesOf(const std::vector<std::int64_t>& counts, const std::vector<int>& sizes)
{
    Vector shares(static_cast<Eigen::Index>(sizes.size()));
    for (std::size_t j = 0; j < sizes.size(); ++j)
        shares[static_cast<Eigen::Index>(j)] =
            sizes[j] > 0 ? static_cast<double>(counts[j]) / sizes[j] : kNaN;
    return shares;
}

std::vector<bool> standing(const FrequencyClasses& real, std::span<const int> ids)
{
    std::vector<bool> stands(real.counts.size());
    for (const int id : ids)
        if (id >= 0 && static_cast<std::size_t>(id) < stands.size())
            stands[static_cast<std::size_t>(id)] = true;
    return stands;
}

} // namespace

double distinctShare(const TokenBlocks& blocks, int n)
{
    std::vector<std::uint64_t> grams;
    if (n < 1 || n > 3)
        return kNaN;
    for (std::int64_t i = 0; i < blocks.count(); ++i)
        appendPacked(blocks[i], n, grams);
    const auto all = static_cast<double>(grams.size());
    return all > 0 ? static_cast<double>(different(grams)) / all : kNaN;
}

double typeTokenRatio(const TokenBlocks& blocks)
{
    double sum = 0;
    std::vector<std::uint64_t> tokens;
    for (std::int64_t i = 0; i < blocks.count(); ++i) {
        tokens.clear();
        appendPacked(blocks[i], 1, tokens);
        sum += static_cast<double>(different(tokens)) / static_cast<double>(blocks.length);
    }
    return blocks.count() > 0 ? sum / static_cast<double>(blocks.count()) : kNaN;
}

double repeatedShare(const TokenBlocks& blocks, int n)
{
    if (n < 1 || blocks.length < n || blocks.count() == 0)
        return kNaN;
    double repeated = 0;
    std::vector<std::size_t> places;
    for (std::int64_t i = 0; i < blocks.count(); ++i)
        repeated += static_cast<double>(repeatedIn(blocks[i], n, places));
    return repeated / static_cast<double>(blocks.length - n + 1) / static_cast<double>(blocks.count());
}

FrequencyClasses frequencyClassesOf(std::span<const int> realIds, int vocabulary)
{
    const auto size = static_cast<std::size_t>(std::max(0, vocabulary));
    FrequencyClasses real{std::vector<std::int64_t>(size), std::vector<int>(size, -1), {}};
    for (const int id : realIds)
        if (id >= 0 && id < vocabulary)
            ++real.counts[static_cast<std::size_t>(id)];
    for (std::size_t id = 0; id < size; ++id) {
        int j = -1;
        for (std::int64_t left = real.counts[id]; left > 0; left /= 10)
            ++j;
        real.classes[id] = j;
        if (j >= static_cast<int>(real.sizes.size()))
            real.sizes.resize(static_cast<std::size_t>(j) + 1);
        if (j >= 0)
            ++real.sizes[static_cast<std::size_t>(j)];
    }
    return real;
}

Vector vanishedShares(const FrequencyClasses& real, std::span<const int> ids)
{
    const std::vector<bool> stands = standing(real, ids);
    std::vector<std::int64_t> vanished(real.sizes.size());
    for (std::size_t id = 0; id < real.classes.size(); ++id)
        if (real.classes[id] >= 0 && !stands[id])
            ++vanished[static_cast<std::size_t>(real.classes[id])];
    return sharesOf(vanished, real.sizes);
}

Vector expectedVanished(const FrequencyClasses& real, std::int64_t drawn)
{
    double total = 0;
    for (const std::int64_t count : real.counts)
        total += static_cast<double>(count);
    Vector sums = Vector::Zero(static_cast<Eigen::Index>(real.sizes.size()));
    for (std::size_t id = 0; id < real.classes.size(); ++id)
        if (real.classes[id] >= 0)
            sums[real.classes[id]] +=
                std::pow(1 - static_cast<double>(real.counts[id]) / total, static_cast<double>(drawn));
    for (Eigen::Index j = 0; j < sums.size(); ++j) {
        const int size = real.sizes[static_cast<std::size_t>(j)];
        sums[j] = size > 0 ? sums[j] / size : kNaN;
    }
    return sums;
}

std::int64_t survivingTokens(const FrequencyClasses& real, std::span<const int> ids)
{
    const std::vector<bool> stands = standing(real, ids);
    std::int64_t surviving = 0;
    for (std::size_t id = 0; id < stands.size(); ++id)
        surviving += stands[id] && real.counts[id] > 0;
    return surviving;
}

} // namespace hareloom
