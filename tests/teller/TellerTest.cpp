// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/teller/Chains.h"

#include <QtTest>

using namespace hareloom;
using namespace hareloom::told;

class TellerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeGenerationOneThereIsNothingToTell()
    {
        Teller teller(runOf(experimentOf("gaussian")));
        QVERIFY(teller.add(link(0, normal(0, 1))).empty());
        QVERIFY(teller.summary().empty());
    }

    void addReturnsWhatIsNew()
    {
        Teller teller(runOf(experimentOf("gaussian")));
        teller.add(link(0, normal(0, 1)));
        QCOMPARE(teller.add(link(1, normal(0, 0.4))).size(), std::size_t(1));
        QVERIFY(teller.add(link(2, normal(0, 0.4))).empty());
        QVERIFY(teller.add(link(1, normal(0, 0.4))).empty()); // heard already
    }

    // Fifteen, and its end.
    void aLongEventfulRunHasFewSentences()
    {
        Experiment experiment = experimentOf("discrete", 1000);
        experiment.policy.realShare = 0.1;
        std::vector<SnapshotPtr> models = {states({0.4, 0.3, 0.3})};
        for (int g = 1; g < 1000; ++g)
            models.push_back(g % 2 == 1 ? states({0.7, 0.3, 0}) : states({0.4, 0.3, 0.3}));
        const Teller teller = heard(runOf(experiment), models);
        QVERIFY(teller.events().size() <= Teller::kMost);
        QVERIFY(teller.events().size() >= 5);
    }

    void aGenerationHasTwoSentencesAtMost()
    {
        Experiment experiment = experimentOf("gaussian");
        const Teller teller = heard(runOf(experiment), {normal(0, 1), normal(50, 1e-9)});
        QCOMPARE(teller.events().size(), Teller::kMostOfGeneration - 0);
        QCOMPARE(teller.events()[0].key, std::string_view("variancePoint")); // the most telling one first
    }

    void anEndThatCameTooEarlyIsTold()
    {
        Teller teller(runOf(experimentOf("gaussian")));
        teller.add(link(0, normal(0, 1)));
        auto last = link(1, nullptr);
        last->note = "too few rows are left to be fitted";
        const auto told = teller.add(last);
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(sentence(told[0]), "Generation 1: the chain ends here, because too few rows are left to be fitted.");
    }

    // In which generation something happened is not known where models are missing.
    void withoutModelsOnlyMetricsTell()
    {
        Experiment experiment = experimentOf("gaussian");
        experiment.evaluation.metrics = {"variance", "tailMass"};
        Teller teller(runOf(experiment));
        for (int g = 0; g < 12; ++g) {
            auto generation = link(g, g == 0 || g == 11 ? normal(0, g == 0 ? 1 : 0.05) : nullptr);
            measure(*generation, "variance", g == 0 ? 1 : 0.05);
            teller.add(generation);
        }
        QCOMPARE(keysOf(teller.events()), QStringList{"late.spread@1"});
        QCOMPARE(sentence(teller.summary()[0]), "The variance is 0.05 in generation 11; it was 1 in generation 0.");
    }

    void theSummaryNamesTheHabit_data()
    {
        QTest::addColumn<double>("realShare");
        QTest::addColumn<Pool>("pool");
        QTest::addColumn<int>("subsample");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("what");
        QTest::newRow("replace") << 0.0 << Pool::Latest << 0 << "why.replaced" << "try.real";
        QTest::newRow("real") << 0.1 << Pool::Latest << 0 << "why.real" << "try.latest";
        QTest::newRow("accumulate") << 0.0 << Pool::All << 0 << "why.accumulated" << "try.latest";
        QTest::newRow("control") << 0.0 << Pool::First << 0 << "why.first" << "try.latest";
        QTest::newRow("pick") << 0.0 << Pool::All << 100 << "why.picked" << "try.latest";
    }
    void theSummaryNamesTheHabit()
    {
        QFETCH(double, realShare);
        QFETCH(Pool, pool);
        QFETCH(int, subsample);
        QFETCH(QString, why);
        QFETCH(QString, what);
        Experiment experiment = experimentOf("gaussian");
        experiment.policy.realShare = realShare;
        experiment.policy.pool = pool;
        experiment.policy.subsample = subsample;
        const Teller teller = heard(runOf(experiment), {normal(0, 1), normal(0, 1)});
        const auto summary = teller.summary();
        QCOMPARE(summary.size(), std::size_t(3));
        QCOMPARE(QString::fromStdString(std::string(summary[1].key)), why);
        QCOMPARE(QString::fromStdString(std::string(summary[2].key)), what);
    }
};

HARELOOM_TEST(TellerTest)
#include "TellerTest.moc"
