// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace hareloom {

/// Names one random stream. Derived, never drawn: see deriveSeed().
using Seed = std::uint64_t;

/// What a stream is for. Values are part of the session format: never renumber.
enum class Purpose : std::uint64_t {
    RealRows = 1,   // generation 0's rows, drawn from the source
    HeldOut = 2,    // real rows that no model sees
    Fit = 3,        // starts of EM, shuffles
    Sample = 4,     // what a generation's model generates
    Policy = 5,     // which rows train the next generation
    FreshRows = 6,  // rows newly drawn from the source for one generation
    Evaluation = 7, // projections and samples that only metrics use
};

/// The seed of one purpose of one generation of one replicate: a fixed hash of the four, so that no
/// result depends on the order or the thread in which generations are computed.
Seed deriveSeed(Seed experiment, std::uint64_t replicate, std::uint64_t generation, Purpose purpose);

/// deriveSeed() for one replicate of one experiment, whose part is hashed once.
class ReplicateSeeds
{
public:
    ReplicateSeeds(Seed experiment, std::uint64_t replicate);
    Seed operator()(std::uint64_t generation, Purpose purpose) const;

private:
    Seed m_root;
};

/// An independent stream beneath `seed`, numbered `index`.
Seed childSeed(Seed seed, std::uint64_t index);

/// Version of every sampling algorithm together; stored with a session, because rows are regenerated
/// from (snapshot, seed). Raise it when any sampler's output changes.
inline constexpr int kSamplingVersion = 1;

/// Philox4x32-10, a counter-based generator: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy
/// as 1, 2, 3", SC'11, doi:10.1145/2063384.2063405. Any position of any stream is reached at once.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key);

/// A sequential reader of the stream `seed`. Same seed, same values on every platform. One thread at a time.
class Rng
{
public:
    explicit Rng(Seed seed) : m_seed(seed) {}

    std::uint64_t next();
    /// In [0, 1), a multiple of 2^-53.
    double uniform();
    /// In (0, 1].
    double uniformPositive() { return 1.0 - uniform(); }
    /// Standard normal (Box-Muller, the same map as fillNormals()).
    double normal();
    /// Unbiased integer in [0, n), n >= 1 (Lemire 2019, doi:10.1145/3230636).
    std::uint64_t below(std::uint64_t n);

private:
    Seed m_seed;
    std::uint64_t m_block = 0;
    std::array<std::uint64_t, 2> m_words{};
    int m_left = 0;
    double m_spare = 0;
    bool m_hasSpare = false;
};

/// out[i] = standard normal number first + i of the stream `seed`. Seekable: any split of a range into
/// calls gives the same bytes, whatever the processor. Values lie within +-8.6 (Box-Muller from 53 bits).
void fillNormals(Seed seed, std::uint64_t first, std::span<double> out);

/// out[i] = standard normal number indices[i] of the stream `seed`.
void gatherNormals(Seed seed, std::span<const std::uint64_t> indices, std::span<double> out);

/// out[i] = uniform number first + i of the stream `seed`, in [0, 1).
void fillUniforms(Seed seed, std::uint64_t first, std::span<double> out);

/// The uniform number `index` of the stream `seed`, in [0, 1).
double uniformAt(Seed seed, std::uint64_t index);

} // namespace hareloom
