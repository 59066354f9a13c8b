// SPDX-License-Identifier: GPL-3.0-or-later
// Which token follows: the rules of sampling, the list of the largest, what may not follow.
#include "core/neural/language/write/Sampling.h"
#include "core/base/Rng.h"
#include "core/neural/kernels/TopList.h"
#include "core/neural/language/write/LogitRules.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace hareloom;
using namespace hareloom::neural;

namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

std::vector<float> logitsOf(const std::vector<double>& probabilities)
{
    std::vector<float> logits;
    for (const double p : probabilities)
        logits.push_back(static_cast<float>(std::log(p)) + 3);
    return logits;
}

/// Shares of the tokens over an even grid of uniform numbers: exact to 1 / 1000.
std::vector<double> sharesOf(const GenerationConfig& config, const std::vector<float>& logits)
{
    std::vector<double> shares(logits.size());
    for (int i = 0; i < 1000; ++i) {
        std::vector<float> own = logits;
        shares[static_cast<std::size_t>(sampleToken(config, own, (i + 0.5) / 1000))] += 1e-3;
    }
    return shares;
}

bool isClose(const std::vector<double>& a, const std::vector<double>& b)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        if (std::abs(a[i] - b[i]) > 2e-3)
            return false;
    return a.size() == b.size();
}

} // namespace

class SamplingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensComeByTheirProbability()
    {
        const auto logits = logitsOf({0.1, 0.4, 0.2, 0.25, 0.05});
        GenerationConfig config;
        QVERIFY(isClose(sharesOf(config, logits), {0.1, 0.4, 0.2, 0.25, 0.05}));
        config.topK = 2;
        QVERIFY(isClose(sharesOf(config, logits), {0, 0.4 / 0.65, 0, 0.25 / 0.65, 0}));
        config.topK = 0;
        config.topP = 0.7; // 0.4 + 0.25 are too few
        QVERIFY(isClose(sharesOf(config, logits), {0, 0.4 / 0.85, 0.2 / 0.85, 0.25 / 0.85, 0}));
        config.topP = 1;
        config.temperature = 0.5; // squares
        const double all = 0.01 + 0.16 + 0.04 + 0.0625 + 0.0025;
        QVERIFY(isClose(sharesOf(config, logits),
                        {0.01 / all, 0.16 / all, 0.04 / all, 0.0625 / all, 0.0025 / all}));
    }

    // The entropy is 1.415 nats; the surprises are 2.303, 0.916, 1.609, 1.386 and 2.996.
    void typicalTokensComeFirst()
    {
        const auto logits = logitsOf({0.1, 0.4, 0.2, 0.25, 0.05});
        GenerationConfig config;
        config.typicalP = 0.4;
        QVERIFY(isClose(sharesOf(config, logits), {0, 0, 0.2 / 0.45, 0.25 / 0.45, 0}));
    }

    void aWideNucleusIsFoundInPieces()
    {
        std::vector<double> flat(5000, 1.0 / 5000);
        GenerationConfig config;
        config.topP = 0.5;
        const auto shares = sharesOf(config, logitsOf(flat));
        QVERIFY(std::abs(std::accumulate(shares.begin(), shares.begin() + 2510, 0.0) - 1) < 1e-9);
    }

    void whatIsForbiddenIsNeverDrawn()
    {
        GenerationConfig config;
        std::vector<float> logits = {kNever, 0, kNever, 0};
        QVERIFY(isClose(sharesOf(config, logits), {0, 0.5, 0, 0.5}));
        QCOMPARE(mostProbable(logits), 1);
    }

    void rulesFollowTheText()
    {
        GenerationConfig config;
        config.repetitionPenalty = 2;
        config.noRepeatNgram = 2;
        config.minNewTokens = 3;
        const std::vector<TokenId> text = {4, 5, 6, 4};
        std::vector<float> row = {1, 1, 1, 1, 1, -1, 1, 1};
        applyRules(config, text, 2, 7, row);
        // 4, 5, 6 were there; behind the last 4 came 5; two of three new tokens are written: no end yet.
        QCOMPARE(row, (std::vector<float>{1, 1, 1, 1, 0.5F, kNever, 0.5F, kNever}));
    }

    void theLargestAreThoseOfASort()
    {
        Rng rng(4);
        for (const std::int64_t size : {5, 130, 4099}) {
            std::vector<float> a, b;
            for (std::int64_t i = 0; i < size; ++i) {
                a.push_back(static_cast<float>(rng.below(50))); // many equals
                b.push_back(static_cast<float>(rng.below(50)));
            }
            TopList top(8);
            top.offer(a.data(), size, 0.5F, 0);
            top.offer(b.data(), size, -2, size);
            std::vector<TopList::Entry> wanted;
            for (std::int64_t i = 0; i < size; ++i)
                wanted.push_back({a[static_cast<std::size_t>(i)] + 0.5F, i});
            for (std::int64_t i = 0; i < size; ++i)
                wanted.push_back({b[static_cast<std::size_t>(i)] - 2, size + i});
            std::stable_sort(wanted.begin(), wanted.end(),
                             [](const auto& x, const auto& y) { return x.value > y.value; });
            QCOMPARE(top.entries().size(), std::size_t{8});
            for (std::size_t i = 0; i < 8; ++i)
                QVERIFY(top.entries()[i].value == wanted[i].value &&
                        top.entries()[i].place == wanted[i].place);
        }
    }
};

HARELOOM_TEST(SamplingTest)
#include "SamplingTest.moc"
