// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/ModelSettings.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

namespace {

struct First
{
    int number = 3;
};
struct Second
{
    std::string word = "usual";
};

} // namespace

class ModelSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNeverWrittenIsUsual()
    {
        const ModelSettings settings;
        QCOMPARE(settings.of<First>().number, 3);
        QCOMPARE(settings.of<Second>().word, std::string("usual"));
    }

    void structsDoNotKnowOfEachOther()
    {
        ModelSettings settings;
        settings.of<First>().number = 7;
        settings.of<Second>().word = "mine";
        settings.of<First>().number += 1;
        QCOMPARE(std::as_const(settings).of<First>().number, 8);
        QCOMPARE(std::as_const(settings).of<Second>().word, std::string("mine"));
    }

    void copiesAreIndependent()
    {
        ModelSettings one;
        one.of<First>().number = 7;
        ModelSettings two = one;
        two.of<First>().number = 9;
        QCOMPARE(std::as_const(one).of<First>().number, 7);
        one.of<First>().number = 5;
        QCOMPARE(std::as_const(two).of<First>().number, 9);
    }
};

HARELOOM_TEST(ModelSettingsTest)
#include "ModelSettingsTest.moc"
