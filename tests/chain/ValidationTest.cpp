// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/MetricAvailability.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

#include <QtTest>

using namespace hareloom;

class ValidationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void combinations_data()
    {
        QTest::addColumn<QString>("path"); // where it is refused; empty: it is not
        const auto row = [](const char* json, const char* path) { QTest::newRow(json) << path; };
        row(R"({"family": "gaussian"})", "");
        row(R"({"family": "gaussian", "source": {"kind": "zipf"}})", "source.kind");
        row(R"({"family": "discrete", "source": {"kind": "normal"}, "evaluation": {"metrics": []}})",
            "source.kind");
        row(R"({"family": "gaussian", "source": {"kind": "uniform", "low": 1, "high": 1}})", "source.high");
        row(R"({"family": "gaussian", "source": {"mean": [0, 0]}})", "source.covariance");
        row(R"({"family": "gaussian", "samples": {"size": 0}})", "samples.size");
        row(R"({"family": "gaussian", "samples": {"size": 0}, "source": {"kind": "faithful"}})", "");
        row(R"({"family": "gaussian", "samples": {"size": 1}})", "samples.size");
        row(R"({"family": "gaussian", "samples": {"size": 2}})", "");
        row(R"({"family": "discrete", "source": {"kind": "zipf"}, "samples": {"size": 1}, "evaluation": {"metrics": []}})",
            "");
        row(R"({"family": "mixture", "model": {"components": 3}, "samples": {"size": 2}})", "samples.size");
        row(R"({"family": "gaussian", "samples": {"schedule": "list"}})", "samples.list");
        row(R"({"family": "gaussian", "samples": {"schedule": "list", "list": [5, 1]}})", "samples.list");
        row(R"({"family": "gaussian", "policy": {"realShare": 0.6, "freshShare": 0.5}})", "policy");
        row(R"({"family": "gaussian", "policy": {"realShare": 0.7, "freshShare": 0.2, "betaPrevious": 0.1}})",
            "");
        row(R"({"family": "gaussian", "policy": {"pool": "all", "realShare": 0.1}})", "policy.pool");
        row(R"({"family": "gaussian", "policy": {"pool": "all", "realShare": 0.1, "subsample": 50}})", "");
        row(R"({"family": "gaussian", "policy": {"freshShare": 0.1}, "source": {"kind": "faithful"}})",
            "policy.freshShare");
        row(R"({"family": "gaussian", "policy": {"subsample": 101}})", "policy.subsample");
        row(R"({"family": "gaussian", "policy": {"subsample": 101, "pool": "all"}})", "");
        row(R"({"family": "discrete", "source": {"kind": "zipf"}, "policy": {"lambda": 0.5}, "evaluation": {"metrics": []}})",
            "policy.lambda");
        // Names of categories: none, or one for each, plain and told apart.
        row(R"({"family": "discrete", "source": {"kind": "categories", "names": ["a", "b"]}, "evaluation": {"metrics": []}})",
            "");
        row(R"({"family": "discrete", "source": {"kind": "categories", "names": ["a"]}, "evaluation": {"metrics": []}})",
            "source.names");
        row(R"({"family": "discrete", "source": {"kind": "categories", "names": ["a", ""]}, "evaluation": {"metrics": []}})",
            "source.names[1]");
        row(R"({"family": "discrete", "source": {"kind": "categories", "names": ["a", "a"]}, "evaluation": {"metrics": []}})",
            "source.names[1]");
        row(R"({"family": "discrete", "source": {"kind": "categories", "names": ["a", "b\tc"]}, "evaluation": {"metrics": []}})",
            "source.names[1]");
        row(R"({"family": "discrete", "source": {"kind": "categories", "names": [" a", "b"]}, "evaluation": {"metrics": []}})",
            "source.names[0]");
        row(R"({"family": "discrete", "source": {"kind": "points", "points": [[1], [2], [3]]}, "evaluation": {"metrics": []}})",
            "source.kind");
        row(R"({"family": "gaussian", "source": {"kind": "points", "points": [[1]]}})", "source.points");
        row(R"({"family": "gaussian", "source": {"kind": "curve", "heights": [0, 2, 1]}})", "");
        row(R"({"family": "gaussian", "source": {"kind": "curve", "heights": [1]}})", "source.heights");
        row(R"({"family": "gaussian", "source": {"kind": "curve", "heights": [0, 0]}})", "source.heights");
        row(R"({"family": "kde", "source": {"kind": "curve", "low": 1}})", "source.high");
        row(R"({"family": "discrete", "source": {"kind": "curve"}, "evaluation": {"metrics": []}})",
            "source.kind");
        // Inputs and their response are one normal together.
        row(R"({"family": "gaussian", "source": {"kind": "linear"}, "evaluation": {"metrics": ["hellinger", "klNats"]}})",
            "");
        row(R"({"family": "gaussian", "source": {"kind": "mixture"}, "evaluation": {"metrics": ["hellinger"]}})",
            "evaluation.metrics");
        // Generation 2 of a linear schedule is the first that wants more than 100 real rows, so 1 is allowed.
        row(R"({"family": "gaussian", "samples": {"schedule": "linear"}, "policy": {"realShare": 0.4}})",
            "policy.realShare");
        row(R"({"family": "gaussian", "samples": {"schedule": "linear"}, "policy": {"realShare": 0.4}, "generations": 1})",
            "");
        row(R"({"family": "gaussian", "samples": {"schedule": "linear"}, "policy": {"realShare": 0.4}, "stopWhen": {"metric": "variance"}})",
            "");
        row(R"({"family": "gaussian", "samples": {"schedule": "list", "list": [10, 10, 90]}, "policy": {"realShare": 0.2}})",
            "policy.realShare");
        row(R"({"family": "gaussian", "samples": {"schedule": "list", "list": [10, 50, 90]}, "policy": {"realShare": 0.1}})",
            "");
        row(R"({"family": "gaussian", "source": {"kind": "faithful"}, "samples": {"size": 0, "schedule": "linear"}, "policy": {"realShare": 0.1}})",
            "policy.realShare");
        row(R"({"family": "gaussian", "policy": {"pool": "all", "subsample": 500, "realShare": 0.5}})",
            "policy.realShare");
        row(R"({"family": "gaussian", "samples": {"schedule": "linear"}, "policy": {"betaPrevious": 0.6}})",
            "policy.betaPrevious");
        row(R"({"family": "gaussian", "samples": {"schedule": "linear"}, "policy": {"betaPrevious": 0.5}})",
            "");
        row(R"({"family": "gaussian", "samples": {"schedule": "list", "list": [90, 80, 400]}, "policy": {"betaPrevious": 0.3}})",
            "policy.betaPrevious");
        row(R"({"family": "gaussian", "errors": {"statistical": false}, "policy": {"pool": "all"}})",
            "errors.statistical");
        row(R"({"family": "gaussian", "errors": {"statistical": false}, "policy": {"filter": {"keepWrong": 0.5}}})",
            "errors.statistical");
        row(R"({"family": "mixture", "errors": {"statistical": false}, "policy": {"realShare": 0.5}})",
            "errors.statistical");
        row(R"({"family": "gaussian", "errors": {"statistical": false}, "policy": {"realShare": 0.5}})", "");
        row(R"({"family": "gaussian", "errors": {"expressive": false}, "source": {"kind": "mixture"}})",
            "errors.expressive");
        row(R"({"family": "gaussian", "errors": {"expressive": false}})", "");
        row(R"({"family": "kde", "errors": {"expressive": false}})", "errors.expressive");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["perplexity"]}})", "evaluation.metrics");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["survivingStates"]}})",
            "evaluation.metrics");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["heldOutNll"]}})", "evaluation.metrics");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["klNats", "reverseKlNats"]}})", "");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["jsNats"]}})", "evaluation.metrics");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["jsNats"], "heldOut": 10}})", "");
        row(R"({"family": "kde", "evaluation": {"metrics": ["klNats"]}})", "evaluation.metrics");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["variance", "variance"]}})",
            "evaluation.metrics");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["mean", "mean[0]"]}})",
            "evaluation.metrics");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["mean[0]", "variance"]}})", "");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["variance[0]"]}})", "evaluation.metrics");
        row(R"({"family": "gaussian", "stopWhen": {"metric": "risk"}})", "stopWhen.metric");
        row(R"({"family": "gaussian", "stopWhen": {"metric": "variance"}})", "");
        row(R"({"family": "gaussian", "variants": [{"title": "A", "set": {"samples.size": 1}}]})",
            "variants[0]");
        row(R"({"family": "gaussian", "variants": [{"title": "A", "set": {"family": "mixture"}}]})", "");
    }
    void combinations()
    {
        QFETCH(QString, path);
        const QString message = refusalOf(QTest::currentDataTag());
        if (path.isEmpty()) {
            QCOMPARE(message, QString());
            return;
        }
        QVERIFY2(message.startsWith("test: " + path) && message.endsWith('.') &&
                     message.size() > path.size() + 20,
                 qPrintable(message));
    }

    // What only an opened table or a running chain can know is still a sentence, and no crash.
    void refusedWhenItRuns_data()
    {
        QTest::addColumn<QString>("path");
        const auto row = [](const char* json, const char* path) { QTest::newRow(json) << path; };
        row(R"({"family": "discrete", "source": {"kind": "faithful"}, "evaluation": {"metrics": []}})",
            "source.columns");
        row(R"({"family": "gaussian", "source": {"kind": "csv", "path": "nowhere.csv"}})", "nowhere.csv");
        row(R"({"family": "gaussian", "source": {"kind": "faithful"}, "evaluation": {"heldOut": 271}})",
            "source");
        row(R"({"family": "gaussian", "source": {"kind": "faithful"}, "samples": {"size": 0}, "policy": {"subsample": 1000}})",
            "policy.subsample");
        row(R"({"family": "gaussian", "samples": {"schedule": "list", "list": [100, 10]}, "policy": {"subsample": 50}})",
            "policy.subsample");
        row(R"({"family": "gaussian", "samples": {"schedule": "list", "list": [100, 10]}, "policy": {"subsample": 50, "filter": {"keepWrong": 0}}})",
            "policy.subsample");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["mean[1]"]}})", "evaluation.metrics");
        row(R"({"family": "gaussian", "source": {"kind": "points", "points": [[1e200], [-1e200], [0]]}, "samples": {"size": 0}})",
            "source");
    }
    void refusedWhenItRuns()
    {
        QFETCH(QString, path);
        const Experiment experiment = experimentOf(QTest::currentDataTag());
        const QString message = failureOf(experiment);
        QVERIFY2(message.contains(path) && message.endsWith('.'), qPrintable(message));
    }

    void availabilityAndValidationAgree()
    {
        for (const char* json :
             {R"({"family": "gaussian"})",
              R"({"family": "kde", "source": {"kind": "curve"}, "evaluation": {"heldOut": 10}})",
              R"({"family": "kde", "evaluation": {"heldOut": 10}})",
              R"({"family": "mixture", "source": {"kind": "faithful"}})",
              R"({"family": "discrete", "source": {"kind": "zipf"}, "evaluation": {"metrics": []}})"}) {
            Experiment experiment = experimentOf(json);
            for (const auto& metric : availableMetrics(experiment)) {
                QVERIFY(!whyUnavailable(metric, experiment));
                experiment.evaluation.metrics = {metric};
                QVERIFY2(validate(experiment).ok(), metric.c_str());
            }
        }
    }
};

HARELOOM_TEST(ValidationTest)
#include "ValidationTest.moc"
