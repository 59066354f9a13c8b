// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/Run.h"
#include "core/family/MarkValues.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

#include <QtTest>

#include <map>

using namespace hareloom;

namespace {

/// The marks of every chain of a run, without keeping its generations.
struct Marked : ChainObserver
{
    std::map<ChainIndex, CollapseFinder> finders;
    void onGeneration(const GenerationPtr& generation) override
    {
        finders[generation->chain].add(generation->index,
                                       markValues(*generation, markMetrics(RowKind::Numbers)));
    }
    qsizetype early() const
    {
        return std::count_if(finders.begin(), finders.end(), [](const auto& each) { return each.second.early(); });
    }
    qsizetype late() const
    {
        return std::count_if(finders.begin(), finders.end(), [](const auto& each) { return each.second.late(); });
    }
};

Marked markedOf(const char* policy)
{
    const Experiment experiment = experimentOf(
        QByteArray(R"({"family":"gaussian","samples":{"size":100},"generations":200,"chains":4000,"seed":7,)") +
        R"("evaluation":{"metrics":["variance","tailMass"]},"policy":)" + policy + "}");
    Marked marked;
    if (!run(experiment, marked, {}, {1, {}}))
        qFatal("the run failed");
    return marked;
}

} // namespace

class MarksRateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Nothing collapses where all data are kept: at most 1 of 100 chains is marked. About 1 of 1,000 is, so that more than
    // 40 of 4,000 have a probability of 1e-25.
    void chainsThatKeepAllDataAreHardlyEverMarked()
    {
        const Marked marked = markedOf(R"({"pool":"all"})");
        QCOMPARE(marked.finders.size(), std::size_t(4000));
        QVERIFY2(marked.early() <= 40, qPrintable(QString::number(marked.early())));
        QCOMPARE(marked.late(), qsizetype(0));
    }

    // And where data are replaced most are. Of a share of 0.62 fewer than half have a probability below 1e-50.
    void mostChainsThatReplaceTheirDataAre()
    {
        QVERIFY(markedOf("{}").early() >= 2000);
    }
};

HARELOOM_TEST(MarksRateTest)
#include "MarksRateTest.moc"
