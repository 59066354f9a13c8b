// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "tests/TestProgram.h"
#include "tests/base/Statistics.h"

#include <QtTest>

#include <numbers>
#include <numeric>
#include <unordered_set>

using namespace hareloom;

namespace {

constexpr Seed kSeed = 20240724;

std::vector<double> normals(Seed seed, std::uint64_t first, std::size_t count)
{
    std::vector<double> values(count);
    fillNormals(seed, first, values);
    return values;
}

std::vector<double> uniforms(Seed seed, std::uint64_t first, std::size_t count)
{
    std::vector<double> values(count);
    fillUniforms(seed, first, values);
    return values;
}

double meanOfPower(std::span<const double> values, int power)
{
    return std::accumulate(values.begin(), values.end(), 0.0,
                           [power](double sum, double x) { return sum + std::pow(x, power); }) /
           static_cast<double>(values.size());
}

} // namespace

class RngTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Random123's kat_vectors, philox4x32 with 10 rounds.
    void philoxGivesItsKnownAnswers()
    {
        using Words = std::array<std::uint32_t, 4>;
        constexpr std::uint32_t f = 0xffffffff;
        QCOMPARE(philox4x32({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        QCOMPARE(philox4x32({f, f, f, f}, {f, f}), (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QCOMPARE(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
                 (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }

    void readerFollowsPhilox()
    {
        const Seed seed = 0x299f31d0a4093822;
        Rng rng(seed);
        for (std::uint32_t block = 0; block < 5; ++block) {
            const auto x = philox4x32({block, 0, 0, 0}, {0xa4093822, 0x299f31d0});
            QCOMPARE(rng.next(), x[0] | std::uint64_t{x[1]} << 32);
            QCOMPARE(rng.next(), x[2] | std::uint64_t{x[3]} << 32);
        }
    }

    void splits_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("cut");
        for (const int first : {0, 1, 2, 7, 511, 513, 1024})
            for (const int cut : {0, 1, 2, 63, 128, 129, 511, 512, 513, 999, 1000})
                QTest::addRow("from %d, cut at %d", first, cut) << first << cut;
    }

    void anySplitOfARangeGivesTheSameBytes_data() { splits_data(); }
    void anySplitOfARangeGivesTheSameBytes()
    {
        QFETCH(int, first);
        QFETCH(int, cut);
        const auto start = static_cast<std::uint64_t>(first);
        for (const auto stream : {normals, uniforms}) {
            const auto all = stream(kSeed, 0, 4000);
            auto parts = stream(kSeed, start, static_cast<std::size_t>(cut));
            const auto rest =
                stream(kSeed, start + static_cast<std::uint64_t>(cut), static_cast<std::size_t>(1000 - cut));
            parts.insert(parts.end(), rest.begin(), rest.end());
            QVERIFY(std::equal(parts.begin(), parts.end(), all.begin() + first));
        }
    }

    void gatheringIsReadingInPlaces()
    {
        const auto all = normals(kSeed, 0, 3000);
        std::vector<std::uint64_t> places;
        for (std::uint64_t i = 0; i < 3000; i += 1 + i % 5)
            places.push_back(i);
        std::vector<double> gathered(places.size());
        gatherNormals(kSeed, places, gathered);
        for (std::size_t i = 0; i < places.size(); ++i)
            QCOMPARE(gathered[i], all[places[i]]);
        gatherNormals(kSeed, {}, {});
    }

    void readerAndFillAgree()
    {
        const auto z = normals(kSeed, 0, 301), u = uniforms(kSeed, 0, 301);
        Rng forNormals(kSeed), forUniforms(kSeed);
        for (std::size_t i = 0; i < z.size(); ++i) {
            QCOMPARE(forNormals.normal(), z[i]);
            QCOMPARE(forUniforms.uniform(), u[i]);
            QCOMPARE(uniformAt(kSeed, i), u[i]);
        }
    }

    void farPlacesAreReachedAtOnce()
    {
        const std::uint64_t far = (std::uint64_t{1} << 52) - 3;
        const auto two = normals(kSeed, far, 2);
        QCOMPARE(normals(kSeed, far + 1, 1)[0], two[1]);
        QVERIFY(std::isfinite(two[0]) && two[0] != two[1]);
        QCOMPARE(uniformAt(kSeed, far), uniforms(kSeed, far - 5, 6)[5]);
    }

    void uniformsLieBelowOne()
    {
        for (const double u : uniforms(kSeed, 0, 100'000)) {
            QVERIFY(u >= 0 && u < 1);
            QCOMPARE(u * 0x1p53, std::floor(u * 0x1p53));
        }
        Rng rng(kSeed);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(rng.uniformPositive() > 0);
    }

    // False alarm 1e-7 each.
    void uniformsAndNormalsHaveTheirDistributions()
    {
        QVERIFY(looksUniform(uniforms(kSeed, 0, 200'000)));
        auto z = normals(kSeed, 0, 200'000);
        for (double& x : z)
            x = 0.5 * std::erfc(-x / std::numbers::sqrt2);
        QVERIFY(looksUniform(z));
    }

    // Six standard errors of each power's mean: false alarm 2e-9 for the first, below 1e-6 for all together.
    void normalsHaveTheirMoments()
    {
        const auto z = normals(kSeed + 1, 0, 1'000'000);
        const double expected[] = {0, 1, 0, 3}, variance[] = {1, 2, 15, 96};
        for (int power = 1; power <= 4; ++power)
            QVERIFY(std::abs(meanOfPower(z, power) - expected[power - 1]) <
                    6 * std::sqrt(variance[power - 1] / 1e6));
    }

    // Both halves of a pair, neighbouring pairs and two seeds: six standard errors, false alarm 2e-9 each.
    void normalsAreUncorrelated()
    {
        constexpr std::size_t n = 400'000;
        const auto z = normals(kSeed, 0, n), other = normals(kSeed + 1, 0, n);
        double halves = 0, neighbours = 0, seeds = 0;
        for (std::size_t i = 0; i + 2 < n; i += 2) {
            halves += z[i] * z[i + 1];
            neighbours += z[i] * z[i + 2];
            seeds += z[i] * other[i];
        }
        const double limit = 6 * std::sqrt(n / 2.0);
        QVERIFY(std::abs(halves) < limit && std::abs(neighbours) < limit && std::abs(seeds) < limit);
    }

    // False alarm 1e-7 each.
    void belowIsUniform()
    {
        Rng rng(kSeed);
        for (const std::uint64_t n : {1u, 2u, 3u, 7u, 10u, 100u}) {
            std::vector<double> counts(n, 0.0);
            for (int i = 0; i < 60'000; ++i)
                ++counts.at(rng.below(n));
            if (n > 1)
                QVERIFY(fitsExpected(counts, std::vector<double>(n, 60'000.0 / static_cast<double>(n))));
        }
    }

    // Three quarters of the whole range: a plain modulo would land in the lowest third twice as often.
    void belowIsUnbiasedForHugeRanges()
    {
        Rng rng(kSeed);
        const std::uint64_t n = 3 * (std::uint64_t{1} << 62);
        std::vector<double> thirds(3, 0.0);
        for (int i = 0; i < 30'000; ++i)
            ++thirds.at(rng.below(n) / (std::uint64_t{1} << 62));
        QVERIFY(fitsExpected(thirds, std::vector<double>(3, 10'000.0)));
    }

    // 64-bit hashes of 160,000 names: two collide by chance with a probability below 1e-9.
    void seedsDoNotCollide()
    {
        std::unordered_set<Seed> seeds;
        std::size_t count = 0;
        for (Seed experiment = 0; experiment < 4; ++experiment)
            for (std::uint64_t replicate = 0; replicate < 50; ++replicate)
                for (std::uint64_t generation = 0; generation < 100; ++generation)
                    for (int purpose = 1; purpose <= 7; ++purpose, ++count)
                        seeds.insert(
                            deriveSeed(experiment, replicate, generation, static_cast<Purpose>(purpose)));
        for (std::uint64_t index = 0; index < 10'000; ++index, ++count)
            seeds.insert(childSeed(1, index));
        QCOMPARE(seeds.size(), count);
    }
};

HARELOOM_TEST(RngTest)
#include "RngTest.moc"
