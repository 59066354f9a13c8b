// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/NamedPolicies.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

#include <QtTest>

using namespace hareloom;

class NamedPoliciesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsKnownAgainAndRuns()
    {
        for (const NamedPolicy& named : namedPolicies()) {
            Experiment experiment = experimentOf(R"({"family": "gaussian", "generations": 3})");
            experiment.policy.lambda = 0.9;
            experiment.policy = namedPolicy(named.id, experiment);
            QCOMPARE(policyName(experiment), named.id);
            QCOMPARE(experiment.policy.lambda, 0.9);
            QCOMPARE(failureOf(experiment), QString());
        }
    }

    void anyOtherHasNoName()
    {
        Experiment experiment;
        QCOMPARE(policyName(experiment), std::string_view("replace"));
        experiment.policy.realShare = 0.2;
        QVERIFY(policyName(experiment).empty());
        experiment.policy.realShare = 0;
        experiment.policy.subsample = 50;
        QVERIFY(policyName(experiment).empty());
        experiment.policy.pool = Pool::All;
        QCOMPARE(policyName(experiment), std::string_view("accumulate-subsample"));
    }
};

HARELOOM_TEST(NamedPoliciesTest)
#include "NamedPoliciesTest.moc"
