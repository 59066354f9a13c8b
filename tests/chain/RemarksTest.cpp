// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/Remarks.h"
#include "core/forecast/Estimate.h"
#include "core/training/OpenSource.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

#include <QtTest>

using namespace hareloom;

namespace {

QStringList remarks(const QByteArray& json)
{
    const Experiment experiment = experimentOf(json);
    QStringList found;
    for (const std::string& remark : remarksOn(experiment, *openSource(experiment)))
        found << QString::fromStdString(remark);
    return found;
}

QByteArray withShare(const char* share, int size, const char* schedule = "constant")
{
    return QByteArray(R"({"family": "gaussian", "samples": {"size": )") + QByteArray::number(size) +
           R"(, "schedule": ")" + schedule + R"("}, "policy": )" + share + "}";
}

} // namespace

class RemarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShareOfNoRowIsSaid()
    {
        const QStringList found = remarks(withShare(R"({"realShare": 0.01})", 20));
        QCOMPARE(found.size(), 1);
        QVERIFY2(
            found[0].startsWith("policy.realShare: 0.01 of the 20 training rows of generation 1 is 0.2 rows, "
                                "which rounds to none."),
            qPrintable(found[0]));
        for (const char* share : {R"({"freshShare": 0.01})", R"({"betaPrevious": 0.01})"})
            QCOMPARE(remarks(withShare(share, 20)).size(), 1);
    }

    void aShareThatRoundsByMoreThanHalfIsSaid()
    {
        const QStringList found = remarks(withShare(R"({"realShare": 0.01})", 50));
        QCOMPARE(found.size(), 1);
        QVERIFY2(found[0].endsWith("is 0.5 rows, which rounds to 1: a share of 0.02."), qPrintable(found[0]));
    }

    void otherSharesAreNot()
    {
        QVERIFY(remarks(withShare(R"({"realShare": 0})", 20)).isEmpty());
        QVERIFY(remarks(withShare(R"({"realShare": 0.1, "freshShare": 0.1})", 20)).isEmpty());
        QVERIFY(remarks(withShare(R"({"realShare": 0.07})", 20)).isEmpty()); // 1.4 rows are 1
        QVERIFY(remarks(withShare(R"({"realShare": 0.01})", 1000)).isEmpty());
        // Infinitely many rows are divided exactly.
        QVERIFY(remarks(R"({"family": "gaussian", "samples": {"size": 20}, "policy": {"realShare": 0.01},
                        "errors": {"statistical": false}})")
                    .isEmpty());
    }

    // With sizes that grow it is the first generations that have too few rows.
    void theGenerationIsNamed()
    {
        const QByteArray falling =
            R"({"family": "gaussian", "samples": {"schedule": "list", "list": [100, 100, 10]},
                                   "policy": {"realShare": 0.04}})";
        QVERIFY(remarks(falling).value(0).contains("of generation 2 is 0.4 rows"));
    }

    void aFloorThatBuriesTheDataIsSaid()
    {
        const auto onTinyPoints = [](const char* kind) {
            return remarks(
                QByteArray(
                    R"({"family": "mixture", "source": {"kind": "points", "points": [[1e-8, 1], [2e-8, 2],
                           [4e-8, 3], [5e-8, 5]]}, "samples": {"size": 0}, "model": {"regularisationKind": ")") +
                kind + "\"}}");
        };
        for (const char* kind : {"floor", "added"}) {
            QCOMPARE(onTinyPoints(kind).size(), 1);
            QVERIFY2(onTinyPoints(kind)[0].contains("variance of x1"), qPrintable(onTinyPoints(kind)[0]));
        }
        QVERIFY(onTinyPoints("relativeFloor").isEmpty());
    }

    void anEstimateHasThemWithTheirVariant()
    {
        Experiment experiment = experimentOf(withShare(R"({"realShare": 0.01})", 20));
        experiment.variants = {{"Few", {}}, {"Many", {{"samples.size", "1000"}}}};
        const auto found = counted(experiment, 1);
        QVERIFY(found && found->remarks.size() == 1 &&
                found->remarks[0].starts_with("Few: policy.realShare"));
    }

    // One chain has nearly all of the work: seven more threads do not help it. Shared among all eight it
    // would be an eighth; a measurement that is off by a factor of three is still told from that.
    void theLongestChainDecidesHowLongItTakes()
    {
        Experiment alone =
            experimentOf(R"({"family": "gaussian", "samples": {"size": 100000}, "generations": 2000})");
        Experiment uneven = alone;
        for (const char* size : {"100000", "100", "101", "102", "103", "104", "105", "106"})
            uneven.variants.push_back({size, {{"samples.size", size}}});
        EstimateOptions options;
        options.threads = 8;
        options.probeTime = std::chrono::milliseconds(300);
        options.countsProcessorTime = true;
        const auto one = estimate(alone, options), all = estimate(uneven, options);
        QVERIFY(one && all);
        QVERIFY2(all->seconds > one->seconds / 3,
                 qPrintable(QString("%1 s of %2 s").arg(all->seconds).arg(one->seconds)));
    }
};

HARELOOM_TEST(RemarksTest)
#include "RemarksTest.moc"
