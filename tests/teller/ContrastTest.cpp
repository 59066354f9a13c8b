// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teller/Contrast.h"
#include "core/recipe/Variants.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/teller/Chains.h"

#include <QtTest>

using namespace hareloom;
using namespace hareloom::told;

namespace {

/// Sides that differ in these settings, one for each variant, with one chain each.
struct Compared
{
    std::vector<Experiment> experiments;
    std::vector<ContrastSide> sides;

    explicit Compared(const QByteArray& variants, const std::vector<std::pair<double, double>>& values,
                      const QByteArray& policy = "{}")
        : experiments(*expandVariants(hareloom::experimentOf(
              R"({"family":"gaussian","samples":{"size":100},"generations":50,"policy":)" + policy +
              R"(,"variants":)" + variants + "}")))
    {
        for (std::size_t i = 0; i < experiments.size(); ++i)
            sides.push_back({experiments[i].title, &experiments[i], {values[i].first}, {values[i].second}});
    }
};

const char* const kReal =
    R"([{"title":"None","set":{"policy.realShare":0}},{"title":"Some","set":{"policy.realShare":0.1}}])";
const char* const kRows =
    R"([{"title":"Few","set":{"samples.size":100}},{"title":"Many","set":{"samples.size":10000}}])";
const char* const kWhatIsKept =
    R"([{"title":"New","set":{"policy.pool":"latest"}},{"title":"All","set":{"policy.pool":"all"}}])";
const char* const kErrors =
    R"([{"title":"With","set":{"errors.expressive":true}},{"title":"Without","set":{"errors.expressive":false}}])";

} // namespace

class ContrastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIfATenthIsReal()
    {
        const Compared compared(kReal, {{1.02, 0.03}, {0.99, 0.95}});
        const auto event = contrastOf(compared.sides, "variance", 50);
        QVERIFY(event);
        QCOMPARE(sentence(*event),
                 "Variance, generation 0 → 50: “None” 1.02 → 0.03; “Some” 0.99 → 0.95. It changed most "
                 "with “None”, and least with “Some”.");
        QCOMPARE(reason(*event),
                 "Original or fresh rows in every generation pull it back to the data, so that errors do not "
                 "add up without end. Without such rows nothing pulls it back.");
    }

    // The root of 10,000 / 100.
    void doesMoreDataHelp()
    {
        const Compared compared(kRows, {{1, 0.2}, {1, 0.9}});
        QCOMPARE(reason(*contrastOf(compared.sides, "variance", 50)),
                 "With 10000 rows instead of 100 the random error of a step is about 10 times smaller: it "
                 "falls with the square "
                 "root of the rows. So the chain drifts more slowly. But each step adds its error, and "
                 "nothing takes any of "
                 "them back.");
        // Where original rows are kept something does.
        const Compared kept(kRows, {{1, 0.8}, {1, 0.9}}, R"({"realShare":0.2})");
        QVERIFY(reason(*contrastOf(kept.sides, "variance", 50)).isEmpty());
    }

    void whichErrorIsToBlame()
    {
        const Compared compared(kErrors, {{0.2, 0.21}, {0.001, 3}});
        const auto event = contrastOf(compared.sides, "klNats", 50);
        QVERIFY(sentence(*event).endsWith("It changed most with “Without”, and least with “With”."));
        QVERIFY(reason(*event).startsWith("A model that is too poor"));
    }

    void theReasonIsOfWhatDiffers()
    {
        QVERIFY(reason(*contrastOf(Compared(kWhatIsKept, {{1, 0.1}, {1, 0.9}}).sides, "variance", 50))
                    .startsWith("Where generations learn from the newest rows alone"));
        const Compared two(
            R"([{"title":"A","set":{"samples.size":100}},{"title":"B","set":{"policy.realShare":0.5,"samples.size":50}}])",
            {{1, 0.1}, {1, 0.9}});
        QVERIFY(contrastOf(two.sides, "variance", 50)->reason.empty());
    }

    // Ten times as wide is further than half as wide; of a distance it is the difference that counts.
    void aSpreadChangesByItsRatio()
    {
        const Compared fall(kReal, {{1, 0.05}, {1, 3}});
        QVERIFY(sentence(*contrastOf(fall.sides, "variance", 9)).contains("most with “None”"));
        QVERIFY(sentence(*contrastOf(fall.sides, "klNats", 9)).contains("most with “Some”"));
        const Compared gone(kReal, {{1, 0}, {1, 1e9}});
        QVERIFY(sentence(*contrastOf(gone.sides, "variance", 9)).contains("most with “None”"));
    }

    void ofSeveralChainsMediansAreTold()
    {
        Compared compared(kReal, {{1, 1}, {1, 1}});
        compared.sides[0].before = {1, 1, 1};
        compared.sides[0].after = {0.1, 0.2, 9};
        QVERIFY(sentence(*contrastOf(compared.sides, "variance", 9))
                    .startsWith(
                        "Variance, generation 0 → 9, medians over chains: “None” 1 → 0.2; “Some” 1 → 1."));
    }

    void whereNothingDiffersNothingIsTold()
    {
        QVERIFY(!contrastOf(Compared(kReal, {{1, 0.5}, {2, 1}}).sides, "variance", 9)); // both by half
        QVERIFY(!contrastOf(Compared(kReal, {{1, 0.5}, {1, 0.6}}).sides, "variance", 0));
        Compared one(kReal, {{1, 0.5}, {1, 0.6}});
        one.sides[1].before.clear();
        one.sides[1].after.clear();
        QVERIFY(!contrastOf(one.sides, "variance", 9));
    }

    void theFirstMetricThatAnswers()
    {
        QCOMPARE(contrastMetric({"elapsedMs", "mean", "logVariance", "klNats", "variance"}),
                 std::string("klNats"));
        QVERIFY(contrastMetric({"mean"}).empty());
    }
};

HARELOOM_TEST(ContrastTest)
#include "ContrastTest.moc"
