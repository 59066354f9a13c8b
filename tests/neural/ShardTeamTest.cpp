// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/ShardTeam.h"
#include "core/neural/kernels/TinyNumbers.h"
#include "tests/TestProgram.h"
#include "tests/base/FewThreads.h"

#include <QtTest>

#include <array>
#include <limits>
#include <stdexcept>

using namespace hareloom::neural;

namespace {

/// The processor's product of two numbers, not the compiler's.
float product(float a, float b)
{
    volatile float left = a, right = b;
    return left * right;
}

constexpr float kTiny = std::numeric_limits<float>::min() / 4; // subnormal

} // namespace

class ShardTeamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPieceIsTakenOnce()
    {
        ShardTeam team(3);
        std::array<int, 1000> taken{};
        for (int round = 1; round <= 3; ++round) {
            team.run(std::ssize(taken), [&](std::int64_t i) { ++taken[static_cast<std::size_t>(i)]; });
            QVERIFY(std::all_of(taken.begin(), taken.end(), [&](int times) { return times == round; }));
        }
    }

    // Tiny results and tiny factors both; whoever calls the team computes as before.
    void itsThreadsFlushTinyNumbers()
    {
        std::array<float, 2> found = {1, 1};
        ShardTeam(1).run(1, [&](std::int64_t) { found = {product(1e-30F, 1e-10F), product(kTiny, 1e20F)}; });
#if defined(__x86_64__) || defined(__aarch64__)
        QVERIFY(found[0] == 0 && found[1] == 0);
#endif
        QVERIFY(product(1e-30F, 1e-10F) > 0 && product(kTiny, 1e20F) > 0);
    }

    void fewerThreadsDoAllOfIt()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("sanitizers take more address space than there is to limit");
#endif
        QVERIFY(hareloom::test::worksWithFewThreads([] {
            ShardTeam team(64);
            std::atomic<int> visits = 0;
            for (int round = 0; round < 3; ++round)
                team.run(1000, [&](std::int64_t) { ++visits; });
            return visits == 3000 && product(1e-30F, 1e-10F) > 0;
        }));
    }

    void anExceptionComesBack()
    {
        ShardTeam team(2);
        QVERIFY_EXCEPTION_THROWN(team.run(9,
                                          [](std::int64_t i) {
                                              if (i == 4)
                                                  throw std::runtime_error("four");
                                          }),
                                 std::runtime_error);
        int after = 0;
        team.run(1, [&](std::int64_t) { ++after; });
        QCOMPARE(after, 1);
    }
};

HARELOOM_TEST(ShardTeamTest)
#include "ShardTeamTest.moc"
