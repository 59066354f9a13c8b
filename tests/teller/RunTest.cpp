// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teller/RunTeller.h"
#include "tests/TestProgram.h"
#include "tests/teller/Chains.h"

#include <QtTest>

using namespace hareloom;
using namespace hareloom::told;

namespace {

GenerationPtr of(ChainIndex chain, int index, double variance)
{
    auto generation = link(index, normal(0, variance));
    generation->chain = chain;
    return generation;
}

} // namespace

class RunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalChainsAreSummedUpTogether()
    {
        Experiment experiment = experimentOf("gaussian", 2);
        experiment.chains = 3;
        RunTeller run({experiment});
        for (ChainIndex chain = 0; chain < 3; ++chain) {
            run.add(of(chain, 0, 2));
            run.add(of(chain, 1, 3));
            run.add(of(chain, 2, chain == 0 ? 0.5 : chain == 1 ? 1 : 4));
        }
        const auto summary = run.summary(0);
        QCOMPARE(summary.size(), std::size_t(3));
        QCOMPARE(sentence(summary[0]), "Over 3 chains, the variance ends at 0.5 times that of generation 0 in the "
                                       "median, from 0.25 to 2 times.");
        QCOMPARE(keysOf(run.of(0).events()), QStringList{"varianceHalf@2"});
    }

    void variantsAreToldApartAndComparedWithEachOther()
    {
        Experiment replace = experimentOf("gaussian", 1), accumulate = replace;
        accumulate.policy.pool = Pool::All;
        RunTeller run({replace, accumulate});
        for (ChainIndex chain = 0; chain < 2; ++chain) {
            run.add(of(chain, 0, 1));
            run.add(of(chain, 1, chain == 0 ? 0.4 : 0.95));
        }
        QCOMPARE(run.of(0).events().size(), std::size_t(1));
        QVERIFY(run.of(1).events().empty());
        QCOMPARE(run.summary(0)[1].key, std::string_view("why.replaced"));
        QCOMPARE(run.summary(1)[1].key, std::string_view("why.accumulated"));
        QCOMPARE(run.summary(1)[2].key, std::string_view("try.variants"));
    }

    void aChainThatIsNotOfTheRunIsIgnored()
    {
        RunTeller run({experimentOf("gaussian", 1)});
        run.add(of(7, 0, 1));
        QVERIFY(run.summary(0).empty());
    }

    void kindsAreCountedOverChains()
    {
        Experiment experiment = experimentOf("discrete", 1);
        experiment.chains = 2;
        RunTeller run({experiment});
        for (ChainIndex chain = 0; chain < 2; ++chain) {
            auto first = link(0, states({0.5, 0.25, 0.25}));
            auto last = link(1, chain == 0 ? states({1, 0, 0}) : states({0.5, 0.25, 0.25}));
            first->chain = last->chain = chain;
            run.add(first);
            run.add(last);
        }
        QCOMPARE(sentence(run.summary(0)[0]), "Over 2 chains, 2 kinds are left in the median, from 1 to 3; "
                                              "generation 0 had 3 in the median.");
    }
};

HARELOOM_TEST(RunTest)
#include "RunTest.moc"
