// SPDX-License-Identifier: GPL-3.0-or-later
// What resources/presets/digits-quick.json, images-imbalanced.json, images-repair.json and rescue-clothes.json tell, on their own seeds and as far
// as their stories go.
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "tests/TestProgram.h"
#include "tests/neural/Runs.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::runs;

class ImagePresetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void digitsDriftIntoOneAnother()
    {
        Collector heard;
        const auto end = run(*loadPreset("digits-quick"), heard, {}, {2, {}, "cpu"});
        QVERIFY2(end, end ? "" : end.error().message.c_str());
        QCOMPARE(heard.all.size(), std::size_t{16});
        QCOMPARE(heard.all.front()->metric("survivingClasses"), 10.0);
        QVERIFY(heard.all.back()->metric("survivingClasses") <= 3);
        QVERIFY(heard.all.back()->metric("classEntropyNats") < 0.2); // nearly all are of one class
    }

    void onlyPhotographsRescueClothes()
    {
        constexpr int kLast = 6; // before the fork
        Experiment preset = *loadPreset("rescue-clothes");
        preset.generations = kLast + 1;
        preset.evaluation.metrics = {"latentStd", "featureRecall"};
        Collector heard;
        const auto end = run(preset, heard, {}, {2, {}, "cpu"});
        QVERIFY2(end, end ? "" : end.error().message.c_str());
        const auto at = [&](int variant, int generation, const char* metric) {
            for (const GenerationPtr& each : heard.all)
                if (each->chain == variant && each->index == generation)
                    return each->metric(metric);
            return std::nan("");
        };
        const double first = at(0, 0, "latentStd"), before = at(0, kLast, "latentStd");
        QVERIFY2(before < 0.6 * first, qPrintable(QString("%1 of %2").arg(before).arg(first)));
        QVERIFY(at(0, kLast, "featureRecall") < 0.02);
        QVERIFY(at(1, kLast + 1, "latentStd") < before && at(1, kLast + 1, "featureRecall") < 0.02);
        const double rescued = at(2, kLast + 1, "latentStd"), recall = at(2, kLast + 1, "featureRecall");
        QVERIFY2(rescued > before + 0.5 * (first - before) && rescued < first,
                 qPrintable(QString::number(rescued)));
        QVERIFY2(recall > 0.25 && recall < 0.35 && recall < at(0, 0, "featureRecall"),
                 qPrintable(QString::number(recall)));
    }

    void repairThatGoesOnGoesTooFar()
    {
        Experiment preset = *loadPreset("images-repair");
        preset.evaluation.metrics = {"rarestClassShare", "survivingClasses"};
        Collector heard;
        const auto end = run(preset, heard, {}, {2, {}, "cpu"});
        QVERIFY2(end, end ? "" : end.error().message.c_str());
        const auto at = [&](int variant, int generation, const char* metric) {
            for (const GenerationPtr& each : heard.all)
                if (each->chain == variant && each->index == generation)
                    return each->metric(metric);
            return std::nan("");
        };
        QVERIFY(std::abs(at(0, 0, "rarestClassShare") - 1.0 / 16) < 0.01);
        QVERIFY(at(0, 6, "rarestClassShare") < 0.02);
        QVERIFY(at(1, 1, "rarestClassShare") > at(1, 0, "rarestClassShare"));
        QVERIFY2(at(1, 5, "rarestClassShare") > 0.88, qPrintable(QString::number(at(1, 5, "rarestClassShare"))));
        for (const int variant : {0, 1})
            QVERIFY(at(variant, 6, "survivingClasses") <= 5);
    }

    void trousersGoAsSoonWhereTheyAreCommon()
    {
        constexpr int kTold = 6;
        Experiment preset = *loadPreset("images-imbalanced");
        preset.generations = kTold;
        preset.evaluation.metrics = {"classShare"};
        const auto variants = expandVariants(preset);
        QVERIFY(variants && variants->size() == 2);
        const double first[] = {1.0 / 50, 1.0 / 13}; // as the story says
        for (std::size_t v = 0; v < 2; ++v) {
            Collector heard;
            const auto end = run((*variants)[v], heard, {}, {2, {}, "cpu"});
            QVERIFY2(end, end ? "" : end.error().message.c_str());
            std::vector<double> share;
            for (const GenerationPtr& generation : heard.all)
                share.push_back(generation->metric("classShare[1]"));
            QCOMPARE(share.size(), std::size_t{kTold + 1});
            QVERIFY2(share[0] > 0.8 * first[v] && share[0] < 1.2 * first[v], qPrintable(QString::number(share[0])));
            QVERIFY2(share[kTold] < 1.0 / 500, qPrintable(QString::number(share[kTold])));
        }
    }
};

HARELOOM_TEST(ImagePresetsTest)
#include "ImagePresetsTest.moc"
