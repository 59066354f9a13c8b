// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"

#include "core/base/NormalKernel.h"

#include <algorithm>

namespace hareloom {
namespace {

// The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): a bijection that scatters neighbours.
std::uint64_t scatter(std::uint64_t x)
{
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

constexpr int kPairs = 256; // pairs in flight between the kernel and the caller's array

double toUnit(std::uint64_t word)
{
    return static_cast<double>(word >> 11) * 0x1p-53;
}

} // namespace

Seed deriveSeed(Seed experiment, std::uint64_t replicate, std::uint64_t generation, Purpose purpose)
{
    return ReplicateSeeds(experiment, replicate)(generation, purpose);
}

ReplicateSeeds::ReplicateSeeds(Seed experiment, std::uint64_t replicate)
    : m_root(scatter(scatter(experiment) ^ replicate))
{
}

Seed ReplicateSeeds::operator()(std::uint64_t generation, Purpose purpose) const
{
    return scatter(scatter(m_root ^ generation) ^ static_cast<std::uint64_t>(purpose));
}

Seed childSeed(Seed seed, std::uint64_t index)
{
    return scatter(scatter(seed) ^ index);
}

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> x, std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = std::uint64_t{x[0]} * 0xD2511F53u, p1 = std::uint64_t{x[2]} * 0xCD9E8D57u;
        x = {static_cast<std::uint32_t>(p1 >> 32) ^ x[1] ^ key[0], static_cast<std::uint32_t>(p1),
             static_cast<std::uint32_t>(p0 >> 32) ^ x[3] ^ key[1], static_cast<std::uint32_t>(p0)};
        key[0] += 0x9E3779B9u;
        key[1] += 0xBB67AE85u;
    }
    return x;
}

std::uint64_t Rng::next()
{
    if (m_left == 0) {
        const auto x =
            philox4x32({static_cast<std::uint32_t>(m_block), static_cast<std::uint32_t>(m_block >> 32), 0, 0},
                       {static_cast<std::uint32_t>(m_seed), static_cast<std::uint32_t>(m_seed >> 32)});
        m_words = {x[0] | std::uint64_t{x[1]} << 32, x[2] | std::uint64_t{x[3]} << 32};
        ++m_block;
        m_left = 2;
    }
    return m_words[static_cast<std::size_t>(2 - m_left--)];
}

double Rng::uniform()
{
    return toUnit(next());
}

double Rng::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    // A block of its own: pair number m_block of the stream, as fillNormals() has it.
    m_left = 0;
    double first = 0;
    detail::normalPairs(m_seed, &m_block, 1, &first, &m_spare);
    ++m_block;
    m_hasSpare = true;
    return first;
}

std::uint64_t Rng::below(std::uint64_t n)
{
    auto product = static_cast<unsigned __int128>(next()) * n;
    if (static_cast<std::uint64_t>(product) < n) {
        const std::uint64_t threshold = (0 - n) % n;
        while (static_cast<std::uint64_t>(product) < threshold)
            product = static_cast<unsigned __int128>(next()) * n;
    }
    return static_cast<std::uint64_t>(product >> 64);
}

void fillNormals(Seed seed, std::uint64_t first, std::span<double> out)
{
    double pair[2];
    if (first % 2 == 1 && !out.empty()) {
        detail::normalSequence(seed, first / 2, 1, pair);
        out.front() = pair[1];
        out = out.subspan(1);
        ++first;
    }
    const std::size_t pairs = out.size() / 2;
    detail::normalSequence(seed, first / 2, static_cast<std::int64_t>(pairs), out.data());
    if (out.size() % 2 == 1) {
        detail::normalSequence(seed, first / 2 + pairs, 1, pair);
        out.back() = pair[0];
    }
}

void gatherNormals(Seed seed, std::span<const std::uint64_t> indices, std::span<double> out)
{
    std::uint64_t pairs[kPairs];
    double a[kPairs], b[kPairs];
    for (std::size_t i = 0; i < indices.size(); i += kPairs) {
        const std::size_t count = std::min<std::size_t>(kPairs, indices.size() - i);
        for (std::size_t k = 0; k < count; ++k)
            pairs[k] = indices[i + k] / 2;
        detail::normalPairs(seed, pairs, static_cast<int>(count), a, b);
        for (std::size_t k = 0; k < count; ++k)
            out[i + k] = indices[i + k] % 2 == 0 ? a[k] : b[k];
    }
}

void fillUniforms(Seed seed, std::uint64_t first, std::span<double> out)
{
    std::uint64_t blocks[kPairs], a[kPairs], b[kPairs];
    const std::uint64_t end = first + out.size();
    for (std::uint64_t i = first; i < end;) {
        const std::uint64_t block = i / 2;
        const auto count = static_cast<int>(std::min<std::uint64_t>(kPairs, (end + 1) / 2 - block));
        for (int k = 0; k < count; ++k)
            blocks[k] = block + static_cast<std::uint64_t>(k);
        detail::philoxWords(seed, blocks, count, a, b);
        const std::uint64_t stop =
            std::min<std::uint64_t>(end, 2 * (block + static_cast<std::uint64_t>(count)));
        for (; i < stop; ++i)
            out[i - first] = toUnit(i % 2 == 0 ? a[i / 2 - block] : b[i / 2 - block]);
    }
}

double uniformAt(Seed seed, std::uint64_t index)
{
    double value = 0;
    fillUniforms(seed, index, {&value, 1});
    return value;
}

} // namespace hareloom
