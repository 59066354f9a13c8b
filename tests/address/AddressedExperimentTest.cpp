// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address/AddressedExperiment.h"
#include "core/recipe/Differences.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Overrides.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

namespace {

Experiment preset(std::string_view id)
{
    auto experiment = loadPreset(id);
    if (!experiment)
        qFatal("%s", experiment.error().message.c_str());
    return *std::move(experiment);
}

Experiment changed(Experiment experiment, const SettingList& settings)
{
    if (const auto notes = applyOverrides(experiment, settings, ""); !notes)
        qFatal("%s", notes.error().message.c_str());
    return experiment;
}

std::string addressed(const Experiment& experiment)
{
    const auto address = addressOf(experiment);
    if (!address)
        qFatal("%s", address.error().message.c_str());
    return addressText(*address);
}

/// What is other in the experiment that the address of `experiment` opens.
QString lostIn(const Experiment& experiment)
{
    const auto opened = parseAddress(addressed(experiment)).and_then(experimentOf);
    if (!opened)
        return QString::fromStdString(opened.error().message);
    QStringList paths;
    for (const std::string& path : differingPaths(experiment, opened->experiment))
        paths << QString::fromStdString(path);
    return paths.join(' ');
}

QString refusalOf(const std::string& text)
{
    const auto opened = parseAddress(text).and_then(experimentOf);
    return opened ? QString() : QString::fromStdString(opened.error().message);
}

} // namespace

class AddressedExperimentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPresetHasItsOwnAddress_data()
    {
        QTest::addColumn<QString>("id");
        for (const Preset& each : presets())
            QTest::newRow(std::string(each.id).c_str())
                << QString::fromLatin1(each.id.data(), static_cast<qsizetype>(each.id.size()));
    }

    void everyPresetHasItsOwnAddress()
    {
        QFETCH(QString, id);
        const Experiment experiment = preset(id.toStdString());
        QCOMPARE(lostIn(experiment), QString());
        QCOMPARE(addressed(experiment), "hareloom:?preset=" + id.toStdString());
        // Another seed, another length, other metrics: each goes into the address and comes out again.
        const Experiment other =
            changed(experiment, {{"seed", "9007199254740991"},
                                 {"generations", std::to_string(experiment.generations + 1)},
                                 {"evaluation.metrics", "[\"elapsedMs\"]"}});
        QCOMPARE(lostIn(other), QString());
        const auto address = addressOf(other);
        QVERIFY(address);
        QVERIFY2(address->set.size() == 3, addressText(*address).c_str());
    }

    void aChangeOfFamilyAndSourceComesThrough()
    {
        const Experiment experiment = changed(
            preset("old-faithful"), {{"family", "kde"}, {"source.kind", "normal"}, {"samples.size", "77"}});
        QCOMPARE(lostIn(experiment), QString());
    }

    void wordsComeThrough()
    {
        Experiment experiment = preset("church-quick");
        experiment.variants.clear();
        experiment.evaluation.prompts = {"A \"hare\" & a loom = 50%", "日本"};
        QCOMPARE(lostIn(experiment), QString());
    }

    void branchesComeThrough()
    {
        auto once = withBranch(preset("old-faithful"), 0, {20, {{"policy.realShare", "0.1"}}});
        QVERIFY2(once, once ? "" : once.error().message.c_str());
        QCOMPARE(lostIn(*once), QString());
        QVERIFY(addressed(*once).find("&branch=20&set=policy.realShare=0.1") != std::string::npos);
        auto twice = withBranch(*once, 1, {60, {{"policy.realShare", "0.0"}, {"samples.size", "100"}}});
        QVERIFY2(twice, twice ? "" : twice.error().message.c_str());
        QCOMPARE(lostIn(*twice), QString());
        auto beside = withBranch(preset("accumulate-or-replace"), 1, {50, {{"samples.size", "20"}}});
        QVERIFY2(beside, beside ? "" : beside.error().message.c_str());
        QCOMPARE(lostIn(*beside), QString());
    }

    void aVariantByItselfIsFoundInAnotherPreset()
    {
        const auto only = onlyVariant(preset("accumulate-or-replace"), "2");
        QVERIFY(only);
        QCOMPARE(lostIn(*only), QString());
    }

    void aFileHasNoAddress()
    {
        Experiment experiment = preset("old-faithful");
        experiment.source.kind = "csv";
        experiment.source.path = "/home/someone/secret.csv";
        const auto address = addressOf(experiment);
        QVERIFY(!address);
        QVERIFY2(address.error().message.find("secret.csv") != std::string::npos,
                 address.error().message.c_str());
    }

    void whatDiffersInVariantsOfItsOwnIsSaid()
    {
        Experiment experiment = preset("old-faithful");
        experiment.variants = {{"a", {{"samples.size", "50"}}, {}}, {"b", {{"samples.size", "60"}}, {}}};
        const auto address = addressOf(experiment);
        QVERIFY(!address);
        QVERIFY2(address.error().message.find("as JSON") != std::string::npos,
                 address.error().message.c_str());
    }

    void hostileAddressesAreRefused_data()
    {
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("says");
        QTest::newRow("no such preset") << "?preset=old-fathful"
                                        << "old-faithful";
        QTest::newRow("a path as preset") << "?preset=..%2F..%2Fetc%2Fpasswd"
                                          << "there is no preset";
        QTest::newRow("no such setting") << "?preset=old-faithful&set=out=x"
                                         << "no such setting";
        QTest::newRow("a value that is not allowed") << "?preset=old-faithful&set=policy.realShare=2"
                                                     << "between 0 and 1";
        QTest::newRow("nested without end")
            << "?preset=old-faithful&set=evaluation.metrics=" + QString("%5B").repeated(500)
            << "evaluation.metrics";
        QTest::newRow("a file to read")
            << "?preset=old-faithful&set=source.kind=csv&set=source.path=%2Fetc%2Fpasswd"
            << "names no file";
        QTest::newRow("a file of the folder")
            << "?preset=old-faithful&set=source.kind=csv&set=source.path=faithful.csv"
            << "names no file";
        QTest::newRow("a file in a branch") << "?preset=church-quick&branch=2&set=source.path=%2Fdev%2Fzero"
                                            << "names no file";
        QTest::newRow("a model's folder") << "?preset=church-quick&set=model.base=%2Ftmp"
                                          << "names no file";
        QTest::newRow("a variant that is not there") << "?preset=accumulate-or-replace&variant=9"
                                                     << "no variant";
        QTest::newRow("a chain that is not there") << "?preset=old-faithful&chain=2000"
                                                   << "points at chain 2000";
        QTest::newRow("a generation that is not there") << "?preset=old-faithful&generation=201"
                                                        << "ends with generation 200";
        QTest::newRow("a branch of nothing") << "?preset=old-faithful&branch=20,3&set=policy.realShare=0.1"
                                             << "no variant 3";
        QTest::newRow("a branch that changes nothing")
            << "?preset=old-faithful&branch=20&set=policy.realShare=0"
            << "nothing changes";
    }

    void hostileAddressesAreRefused()
    {
        QFETCH(QString, rest);
        QFETCH(QString, says);
        const QString refusal = refusalOf("hareloom:" + rest.toStdString());
        QVERIFY2(refusal.contains(says), qPrintable(refusal));
        QVERIFY2(!refusal.contains('\n'), qPrintable(refusal));
    }

    void whatComesWithTheProgramMayBeNamed()
    {
        QCOMPARE(refusalOf("hareloom:?preset=ngram-devil&set=source.path=tang-poems"), QString());
    }

    void aPlaceIsSaidInWords()
    {
        const auto address = parseAddress(
            "hareloom:?preset=accumulate-or-replace&variant=2&chain=3&generation=37&view=chains");
        QVERIFY(address);
        const auto opened = experimentOf(*address);
        QVERIFY(opened);
        QCOMPARE(QString::fromStdString(placeText(*address, opened->experiment)),
                 QString("generation 37 of chain 3 of the variant \"Accumulate\", the view chains"));
    }
};

HARELOOM_TEST(AddressedExperimentTest)
#include "AddressedExperimentTest.moc"
