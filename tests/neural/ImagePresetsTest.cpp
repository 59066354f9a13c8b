// SPDX-License-Identifier: GPL-3.0-or-later
// What resources/presets/images-imbalanced.json tells, on its own seed and as far as its story goes.
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "tests/TestProgram.h"
#include "tests/neural/Runs.h"

#include <QtTest>

using namespace hareloom;
using namespace hareloom::runs;

class ImagePresetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
