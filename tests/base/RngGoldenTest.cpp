// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/base/SamplingWithoutReplacement.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <bit>

using namespace hareloom;

namespace {

// Sessions keep seeds, not rows. When one of these changes, old sessions no longer give their rows back:
// raise kSamplingVersion, and write here what is new.
constexpr int kVersionOfTheseValues = 1;

std::uint64_t bits(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

} // namespace

class RngGoldenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionIsThatOfTheseValues() { QCOMPARE(kSamplingVersion, kVersionOfTheseValues); }

    void seeds()
    {
        QCOMPARE(deriveSeed(1, 0, 0, Purpose::RealRows), 0x3fa25e1657e024c1u);
        QCOMPARE(deriveSeed(1, 3, 7, Purpose::Sample), 0x743b5a044b8665bcu);
        QCOMPARE(childSeed(42, 1), 0xf34fe9248c9342e5u);
    }

    void normals()
    {
        const std::uint64_t expected[] = {0x3fcea30f7aa4707du, 0x3ff1944600a7fb31u, 0xbfdb3a47933af38au,
                                          0x3fe90487882793a2u, 0xbfebe6bf85a8b1f3u, 0xbff2d8c268abe880u,
                                          0xbfa3c7bff51eb3b4u, 0x3ff7d6828b2d5bdeu};
        double z[8];
        fillNormals(42, 0, z);
        for (int i = 0; i < 8; ++i)
            QCOMPARE(bits(z[i]), expected[i]);
    }

    void uniforms()
    {
        const std::uint64_t expected[] = {0x3fddfd524ee73abcu, 0x3fd5d0acf5c4afd4u, 0x3fd4ee9b3f7f36c8u,
                                          0x3fdd1381bee0e3d6u, 0x3fe510ebb97a6d80u, 0x3fe8c134ab3349adu,
                                          0x3fe575e1b57758e0u, 0x3fd84399fde58794u};
        double u[8];
        fillUniforms(42, 0, u);
        for (int i = 0; i < 8; ++i)
            QCOMPARE(bits(u[i]), expected[i]);
    }

    void integers()
    {
        Rng rng(42);
        for (const std::uint64_t expected : {468u, 340u, 327u, 454u, 658u, 773u})
            QCOMPARE(rng.below(1000), expected);
    }

    void selections()
    {
        QCOMPARE(sampleWithoutReplacement(5, 12, 42), (std::vector<std::int64_t>{1, 2, 7, 9, 10}));
        QCOMPARE(sampleWithoutReplacement(5, 1000, 42), (std::vector<std::int64_t>{327, 340, 454, 468, 658}));
    }
};

HARELOOM_TEST(RngGoldenTest)
#include "RngGoldenTest.moc"
