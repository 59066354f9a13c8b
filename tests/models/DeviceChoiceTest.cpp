// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/DeviceChoice.h"
#include "core/family/NeuralLibrary.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

class DeviceChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closedFormsRunOnTheProcessor()
    {
        for (const char* asked : {"auto", "cpu"}) {
            const auto chosen = chooseDevice("gaussian", asked);
            QVERIFY(chosen.ok() && chosen->name == "cpu" && chosen->note.empty());
            QCOMPARE(chosen->words(), "cpu");
        }
        for (const char* asked : {"cuda", "cuda:1"}) {
            const auto refused = chooseDevice("gaussian", asked);
            QVERIFY(!refused.ok() && refused.error().message.find("closed form") != std::string::npos);
        }
        QVERIFY(chooseDevice("gaussian", "tpu").error().message.starts_with("device tpu: there is no such"));
    }

    void networksRunWhereTheyCan()
    {
        const auto library = torchLibrary();
        QCOMPARE(library.ok(), bool(HARELOOM_HAS_TORCH));
        const bool hasCard = library && (*library)->checkDevice("cuda:0").ok();
        const auto chosen = chooseDevice("language", "auto");
        QVERIFY2(chosen.ok(), chosen ? "" : chosen.error().message.c_str());
        QCOMPARE(chosen->name, hasCard ? "cuda:0" : "cpu");
        QVERIFY(!chosen->note.empty()); // which card, or why none
        QCOMPARE(chosen->description.empty(), !hasCard);
        QCOMPARE(chooseDevice("language", "cuda").ok(), hasCard);
        QVERIFY(chooseDevice("language", "cpu")->note.empty());
        QCOMPARE(networkDevices().front().name, "cpu");
        const auto missing = chooseDevice("language", "cuda:77");
        QVERIFY(!missing.ok() && missing.error().message.starts_with("device cuda:77: "));
    }

    void imagesNeedLibTorch()
    {
        const auto chosen = chooseDevice("image", "auto");
        QCOMPARE(chosen.ok(), bool(HARELOOM_HAS_TORCH));
        if (!chosen)
            QVERIFY2(QString::fromStdString(chosen.error().message)
                         .startsWith("Image models and graphics cards need Hareloom's LibTorch library"),
                     chosen.error().message.c_str());
    }
};

HARELOOM_TEST(DeviceChoiceTest)
#include "DeviceChoiceTest.moc"
