// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Groups.h"
#include "tests/TestProgram.h"
#include "tests/teller/Chains.h"

#include <QtTest>

using namespace hareloom;
using namespace hareloom::told;

namespace {

const SnapshotPtr kTwo = humps({{0.75, 5, 1}, {0.25, -5, 1}});
const SnapshotPtr kOne = humps({{0.4, 4.5, 1}, {0.6, 5.5, 1}});

std::vector<SnapshotPtr> after(std::vector<SnapshotPtr> first, const SnapshotPtr& rest, std::size_t count)
{
    first.insert(first.end(), count, rest);
    return first;
}

} // namespace

class GroupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGroupIsGivenUpWhenBothComponentsShareTheOther()
    {
        const Teller teller = heard(runOf(experimentOf("mixture"), {"waiting"}), after({kTwo, kTwo}, kOne, 5));
        QVERIFY(keysOf(teller.events()).contains("groupLost@2"));
        const Event event = *std::find_if(teller.events().begin(), teller.events().end(),
                                          [](const Event& e) { return e.key == "groupLost"; });
        QCOMPARE(sentence(event), "Generation 2: the model has given up the group at waiting -5.");
        QCOMPARE(reason(event), "In generation 1 it held 25% of the model, about 25 of 100 rows. Now 2 components "
                                "share the group at waiting 5, and no real row brings the lost one back.");
        QCOMPARE(sentence(teller.summary()[0]),
                 "Groups left in generation 6: 1 of 2. Lost, in this order: waiting -5.");
    }

    void fourGenerationsAreNotEnough()
    {
        const Teller teller = heard(runOf(experimentOf("mixture")), after({kTwo, kTwo}, kOne, 4));
        QVERIFY(!keysOf(teller.events()).join(' ').contains("groupLost"));
    }

    void theOrderOfComponentsDoesNotMatter()
    {
        const SnapshotPtr swapped = humps({{0.25, -5, 1}, {0.75, 5, 1}});
        QVERIFY(heard(runOf(experimentOf("mixture")), after({kTwo}, swapped, 8)).events().empty());
    }

    void aGroupComesBack()
    {
        Experiment experiment = experimentOf("mixture");
        experiment.policy.realShare = 0.1;
        const Teller teller =
            heard(runOf(experiment), after(after({kTwo}, kOne, 5), kTwo, 5));
        const QStringList keys = keysOf(teller.events());
        QVERIFY2(keys.contains("groupLost@1") && keys.contains("groupBack@6"), qPrintable(keys.join(' ')));
    }

    // Two components of one cloud are no groups: nothing can be given up.
    void componentsThatOverlapAreOneGroup()
    {
        const Groups groups(*humps({{0.5, 0, 1}, {0.5, 1.5, 1}})->normalMixture());
        QCOMPARE(groups.count(), 1);
        const Groups apart(*humps({{0.5, 0, 1}, {0.5, 2.5, 1}})->normalMixture());
        QCOMPARE(apart.count(), 2);
    }

    void whatGroupsHoldSumsToOne()
    {
        const Groups groups(*kTwo->normalMixture());
        const Vector shares = groupShares(*humps({{0.3, 4, 2}, {0.7, -9, 0.1}})->normalMixture(), groups);
        QCOMPARE(shares.size(), 2);
        QCOMPARE(shares[0], 0.3);
        QCOMPARE(shares[1], 0.7);
    }

    // Within the groups 1 and 1; as one cloud 0.4 * 0.36 + 0.6 * 0.16 + 1 = 1.24.
    void theVarianceWithinGroupsIgnoresTheirDistance()
    {
        const Groups groups(*kTwo->normalMixture());
        QCOMPARE(groupVariance(*kTwo->normalMixture(), groups), 1.0);
        QCOMPARE(groupVariance(*kOne->normalMixture(), groups), 1.24);
    }

    void aLineHasNoVarianceWithin()
    {
        NormalMixture cloud = NormalMixture::single(Vector::Zero(2), Matrix::Identity(2, 2));
        NormalMixture line = cloud;
        line.covariances[0](0, 0) = 0;
        QCOMPARE(groupVariance(line, Groups(cloud)), 0.0);
        QCOMPARE(groupVariance(cloud, Groups(cloud)), 1.0);
    }
};

HARELOOM_TEST(GroupsTest)
#include "GroupsTest.moc"
