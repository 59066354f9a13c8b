// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/TimeLeft.h"
#include "core/prediction/Predictions.h"
#include "core/recipe/Differences.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Stretches.h"
#include "core/recipe/Variants.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

#include <set>

using namespace hareloom;

class EventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areWrittenAndReadBack()
    {
        const auto experiment = experimentOf(R"({"family": "gaussian", "generations": 9,
            "events": [{"at": 2, "set": {"samples.schedule": "list", "samples.list": [5, 6]}}],
            "variants": [{"title": "a", "set": {"policy.realShare": 0.1}},
                         {"title": "b", "set": {}, "events": [{"at": 4, "set": {"policy.realShare": 0.5}},
                                                              {"at": 4, "set": {"policy.lambda": 0.9}},
                                                              {"at": 7, "set": {"policy.realShare": 0}}]}]})");
        QCOMPARE(experiment.events.size(), std::size_t{1});
        QCOMPARE(experiment.variants[1].events.size(), std::size_t{3});
        const auto again = parseExperiment(toText(experiment), "again");
        QVERIFY(again.ok());
        QCOMPARE(QString::fromStdString(toText(*again)), QString::fromStdString(toText(experiment)));
        QVERIFY(differingPaths(experiment, *again).empty());
    }

    void sayWhichSettingsAreInForce()
    {
        const auto experiment = experimentOf(R"({"family": "gaussian", "generations": 9,
            "events": [{"at": 2, "set": {"samples.size": 10}}],
            "variants": [{"title": "a", "set": {}, "events": [{"at": 2, "set": {"policy.realShare": 0.1}},
                                                              {"at": 5, "set": {"samples.size": 50}}]}]})");
        const Experiment variant = expandVariants(experiment)->front();
        const auto stretches = stretchesOf(variant);
        QCOMPARE(stretches.size(), std::size_t{3});
        const std::int64_t sizes[] = {100, 100, 10, 10, 10, 50, 50};
        for (std::int64_t g = 0; g < 7; ++g) {
            QCOMPARE(experimentAt(variant, g).samples.size, sizes[g]);
            QCOMPARE(experimentAt(variant, g).policy.realShare, g < 2 ? 0.0 : 0.1);
        }
        QCOMPARE(stretches[2].from, std::int64_t{5});
        QVERIFY(stretches[2].experiment.events.empty());
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* rest, const char* said) {
            QTest::addRow("%s", name) << QByteArray(rest) << QString(said);
        };
        row("no list", R"("events": {})", "events is {}. It must be a list");
        row("no place", R"("events": [{"set": {"samples.size": 10}}])", "events[0]");
        row("nothing set", R"("events": [{"at": 3, "set": {}}])", "events[0]");
        row("more", R"("events": [{"at": 3, "set": {"samples.size": 10}, "why": 1}])", "events[0]");
        row("half a generation", R"("events": [{"at": 2.5, "set": {"samples.size": 10}}])", "events[0].at");
        row("generation 0", R"("events": [{"at": 0, "set": {"samples.size": 10}}])", "events[0].at");
        row("too late", R"("events": [{"at": 10, "set": {"samples.size": 10}}])", "between 1 and 9");
        row("backwards",
            R"("events": [{"at": 3, "set": {"samples.size": 10}}, {"at": 2, "set": {"samples.size": 20}}])",
            "events[1].at");
        row("no such setting", R"("events": [{"at": 3, "set": {"policy.realShar": 0.1}}])",
            "policy.realShare");
        row("out of range", R"("events": [{"at": 3, "set": {"policy.realShare": 7}}])",
            "events, generation 3: policy.realShare");
        row("the family", R"("events": [{"at": 3, "set": {"family": "kde"}}])",
            "cannot change in the course of a chain");
        row("the source", R"("events": [{"at": 3, "set": {"source.mean": [1]}}])", "cannot change");
        row("the length", R"("events": [{"at": 3, "set": {"generations": 4}}])", "cannot change");
        row("what does not go together",
            R"("events": [{"at": 3, "set": {"policy.pool": "all", "policy.realShare": 0.1}}])",
            "events, generation 3: policy.pool");
        row("real rows that are not there",
            R"("events": [{"at": 3, "set": {"samples.size": 1000, "policy.realShare": 0.5}}])",
            "wants more real rows than the 100");
        row("previous rows that are not there",
            R"("events": [{"at": 3, "set": {"samples.size": 1000, "policy.betaPrevious": 0.5}}])",
            "generation 3 wants more rows than the 100 that generation 2");
        row("of a variant",
            R"("variants": [{"title": "a", "set": {}, "events": [{"at": 3, "set": {"seed": 2}}]}])",
            "seed: this cannot change");
        row("a variant's place",
            R"("variants": [{"title": "a", "set": {}, "events": [{"at": "x", "set": {"seed": 2}}]}])",
            "variants[0].events[0].at");
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(QByteArray, rest);
        QFETCH(QString, said);
        const QString refusal = refusalOf(R"({"family": "gaussian", "generations": 9, )" + rest + "}");
        QVERIFY2(refusal.contains(said), qPrintable(refusal));
    }

    // Whoever adds a setting decides whether it may change: none is forgotten.
    void everyModelSettingIsDecided()
    {
        const std::set<std::string> stay = {
            "model.components",     "model.covariance", "model.regularisationKind",
            "model.regularisation", "model.network",    "model.latent",
            "model.hidden",         "model.sampling",   "model.base",
            "model.precision",      "model.keepEvery",  "model.keepBest",
            "model.order",          "model.units",      "model.tokenizer",
            "model.addK",           "model.prompted",   "model.features",
            "model.featureCount",   "model.intercept",  "model.width",
            "model.layers",         "model.schedule"};
        for (const ExperimentField& field : experimentFields()) {
            const std::string room = field.path.substr(0, field.path.find('.'));
            if (room == "model")
                QVERIFY2(mayChange(field) != stay.contains(field.path), field.path.c_str());
            else
                QVERIFY2(mayChange(field) == (room == "policy" || room == "samples" || room == "stopWhen" ||
                                              (room == "errors" && field.path != "errors.expressive")),
                         field.path.c_str());
        }
        for (const ExperimentField* field : settingsThatMayChange(experimentOf(R"({"family": "gaussian"})")))
            QVERIFY(mayChange(*field) && field->path != "policy.prompts");
    }

    void differencesTellThem()
    {
        const auto experiment = experimentOf(R"({"family": "gaussian", "generations": 9,
            "variants": [{"title": "a", "set": {}},
                         {"title": "b", "set": {}, "events": [{"at": 4, "set": {"policy.realShare": 0.5}}]}]})");
        const auto variants = *expandVariants(experiment);
        const Experiment* both[] = {&variants[0], &variants[1]};
        const auto rows = differingSettings(both);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(rows.front().values[0]), QString("0"));
        QCOMPARE(QString::fromStdString(rows.front().values[1]), QString("0, from 4 on: 0.5"));
        QVERIFY(!differingPaths(variants[0], variants[1]).empty());
        QCOMPARE(QString::fromStdString(changesText(variants[1], 4)), QString("Real share 0.5"));
    }

    void theoryEndsBeforeTheFirst()
    {
        const auto plain = experimentOf(R"({"family": "gaussian", "generations": 9})");
        const auto changed = experimentOf(R"({"family": "gaussian", "generations": 9,
            "events": [{"at": 4, "set": {"samples.size": 10}}]})");
        const auto whole = predict(plain, "variance"), cut = predict(changed, "variance");
        QVERIFY(whole && cut);
        QCOMPARE(whole->values.size(), std::size_t{10});
        QCOMPARE(cut->values.size(), std::size_t{4});
        for (std::size_t g = 0; g < 4; ++g)
            QCOMPARE(cut->values[g], whole->values[g]);
    }

    void whatIsSharedCostsNothing()
    {
        const auto experiment =
            experimentOf(R"({"family": "gaussian", "generations": 9, "samples": {"size": 1000},
            "variants": [{"title": "a", "set": {}},
                         {"title": "b", "set": {}, "events": [{"at": 4, "set": {"samples.size": 4000}}]}]})");
        TimeLeft left;
        left.begin(*expandVariants(experiment), 1);
        QCOMPARE(left.shareOf(1, 3), 0.0);
        QVERIFY(left.shareOf(1, 4) > 2 * left.shareOf(0, 4));
        QCOMPARE(left.shareOf(0, 3), left.shareOf(0, 4));
    }

    void oneSettingForAllVariantsLeavesEventsAlone()
    {
        auto experiment = experimentOf(R"({"family": "gaussian", "generations": 9,
            "variants": [{"title": "a", "set": {}},
                         {"title": "b", "set": {}, "events": [{"at": 4, "set": {"policy.realShare": 0.5}}]}]})");
        QVERIFY(overrideField(experiment, "samples.size", "50").ok());
        QCOMPARE(experiment.variants.size(), std::size_t{2});
        QCOMPARE(experiment.variants[1].events.size(), std::size_t{1});
    }
};

HARELOOM_TEST(EventsTest)
#include "EventsTest.moc"
