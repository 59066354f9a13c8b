// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Variants.h"

#include "core/recipe/Presets.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace hareloom;

class VariantsTest : public QObject
{
    Q_OBJECT

    static std::vector<std::string> titles(const Experiment& experiment)
    {
        std::vector<std::string> all;
        for (const Variant& variant : experiment.variants)
            all.push_back(variant.title);
        return all;
    }

private Q_SLOTS:
    void aChangeBecomesAVariantBesideWhatWasThere()
    {
        const Experiment present = *loadPreset("old-faithful");
        Experiment draft = present;
        draft.policy.realShare = 0.1;
        draft.samples.size = 50;
        draft.seed = 9;
        const auto wider = withVariant(present, 0, draft);
        QVERIFY2(wider.ok(), wider.ok() ? "" : wider.error().message.c_str());
        QCOMPARE(wider->variants.size(), std::size_t(2));
        QCOMPARE(wider->seed, Seed(9));
        const auto both = *expandVariants(*wider);
        QCOMPARE(both[0].policy.realShare, 0.0);
        QCOMPARE(both[0].samples.size, present.samples.size);
        QCOMPARE(both[1].policy.realShare, 0.1);
        QCOMPARE(both[1].samples.size, std::int64_t(50));
        QVERIFY2(wider->variants[1].title.find("0.1") != std::string::npos, wider->variants[1].title.c_str());
        QVERIFY(wider->variants[0].title != wider->variants[1].title);
    }

    /// The recipe's own value gives way to the variant's everywhere else; what was changed now is what
    /// counts.
    void besideVariantsItStartsFromTheShownOne()
    {
        const Experiment present = *loadPreset("accumulate-or-replace");
        Experiment draft = present;
        draft.samples.size = 500;
        const auto wider = withVariant(present, 1, draft);
        QVERIFY2(wider.ok(), wider.ok() ? "" : wider.error().message.c_str());
        QCOMPARE(wider->variants.size(), present.variants.size() + 1);
        const auto all = *expandVariants(*wider);
        QCOMPARE(all[3].policy.pool, all[1].policy.pool);
        QCOMPARE(all[3].samples.size, std::int64_t(500));
        QCOMPARE(all[1].samples.size, present.samples.size);
        const auto again = withVariant(*wider, 1, [&] {
            Experiment same = *wider;
            same.samples.size = 500;
            return same;
        }());
        QVERIFY(again.ok());
        const auto names = titles(*again);
        QCOMPARE(std::set<std::string>(names.begin(), names.end()).size(), names.size());
    }

    void anotherFamilyTakesItsSettingsWithIt()
    {
        const Experiment present = *loadPreset("mixture-two-blobs");
        Experiment draft = present;
        draft.family = "kde";
        draft.evaluation.metrics = {"mean", "variance"};
        const auto wider = withVariant(present, 0, draft);
        QVERIFY2(wider.ok(), wider.ok() ? "" : wider.error().message.c_str());
        QCOMPARE((*expandVariants(*wider))[1].family, std::string("kde"));
    }

    void withoutAChangeThereIsNothingToRunBeside()
    {
        const Experiment present = *loadPreset("old-faithful");
        QVERIFY(!withVariant(present, 0, present).ok());
        Experiment draft = present;
        draft.variants = {{"Mine", {}}, {"Yours", {}}};
        QVERIFY(!withVariant(present, 0, draft).ok());
    }

    void everyPresetHasOnePlaceInTheGallery()
    {
        const PresetOrder& order = presetOrder();
        std::multiset<std::string> named(order.path.begin(), order.path.end());
        for (const PresetOrder::Question& question : order.questions) {
            QVERIFY(question.question.ends_with("?"));
            named.insert(question.presets.begin(), question.presets.end());
        }
        for (const Preset& preset : presets())
            QVERIFY2(named.count(std::string(preset.id)) == 1, preset.id.data());
        QCOMPARE(named.size(), presets().size());
        QVERIFY(!order.path.empty());
    }

    void whatOpensComparedHasVariantsToCompare()
    {
        QVERIFY(!presetOrder().compared.empty());
        for (const std::string& id : presetOrder().compared) {
            const auto experiment = loadPreset(id);
            QVERIFY2(experiment.ok() && experiment->variants.size() > 1, id.c_str());
        }
    }
};

HARELOOM_TEST(VariantsTest)
#include "VariantsTest.moc"
