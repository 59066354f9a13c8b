// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Published.h"
#include "core/family/NetworkSettings.h"
#include "core/recipe/Presets.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;

namespace {

constexpr std::string_view kFile = R"({
  "source": "A paper, Fig. 1", "note": "as printed",
  "curves": [
    {"label": "replace", "metric": "variance", "when": {"family": "gaussian", "policy.realShare": 0},
     "values": {"0": 1.5, "2": 0.5}},
    {"label": "keep", "metric": "variance", "when": {"family": "gaussian", "policy.realShare": 0.1},
     "values": {"1": 1}}
  ]
})";

Experiment withRealShare(double share)
{
    Experiment experiment;
    experiment.policy.realShare = share;
    return experiment;
}

} // namespace

class PublishedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void curvesBelongToTheirSettings()
    {
        const auto replace = publishedCurves(withRealShare(0), "variance", kFile, "file");
        QVERIFY(replace.ok());
        QCOMPARE(replace->size(), std::size_t(1));
        QCOMPARE(replace->front().label, std::string("replace"));
        QCOMPARE(replace->front().source, std::string("A paper, Fig. 1"));
        const auto keep = publishedCurves(withRealShare(0.1), "variance", kFile, "file");
        QCOMPARE(keep->front().label, std::string("keep"));
        QVERIFY(publishedCurves(withRealShare(0.5), "variance", kFile, "file")->empty());
        QVERIFY(publishedCurves(withRealShare(0), "risk", kFile, "file")->empty());
    }

    void whatIsNotPrintedIsAbsent()
    {
        const auto curves = publishedCurves(withRealShare(0), "variance", kFile, "file");
        const auto& values = curves->front().values;
        QCOMPARE(values.size(), std::size_t(3));
        QCOMPARE(values[0], 1.5);
        QVERIFY(std::isnan(values[1]));
        QCOMPARE(values[2], 0.5);
    }

    void aDamagedFileIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not JSON") << QByteArray("{");
        QTest::newRow("no curves") << QByteArray(R"({"source": "x"})");
        QTest::newRow("no source") << QByteArray(
            R"({"curves": [{"label": "a", "metric": "variance", "when": {}, "values": {}}]})");
        QTest::newRow("a word for a generation") << QByteArray(
            R"({"source": "s", "note": "n", "curves": [{"label": "a", "metric": "variance", "when": {}, "values": {"x": 1}}]})");
        QTest::newRow("a far generation") << QByteArray(
            R"({"source": "s", "note": "n", "curves": [{"label": "a", "metric": "variance", "when": {}, "values": {"99999999": 1}}]})");
    }
    void aDamagedFileIsNamed()
    {
        QFETCH(QByteArray, text);
        const auto curves = publishedCurves({}, "variance", text.toStdString(), "curves.json");
        QVERIFY(!curves.ok());
        QCOMPARE(curves.error().kind, ErrorKind::InvalidFile);
        QVERIFY(curves.error().message.starts_with("curves.json"));
    }

    // The paper's series, by the settings that they were measured with.
    void whatShipsCanBeRead_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("metric");
        QTest::addColumn<double>("realShare");
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("last");
        QTest::newRow("images") << "image"
                                << "latentStd" << 0.0 << 0.680 << 0.286;
        QTest::newRow("language, replace") << "language"
                                           << "testPerplexity" << 0.0 << 33.83 << 52.25;
        QTest::newRow("language, keep") << "language"
                                        << "testPerplexity" << 0.1 << 33.83 << 36.96;
    }
    void whatShipsCanBeRead()
    {
        QFETCH(QString, family);
        QFETCH(QString, metric);
        QFETCH(double, realShare);
        QFETCH(double, first);
        QFETCH(double, last);
        Experiment experiment;
        if (family == QLatin1String("image"))
            experiment = *loadPreset("images-paper");
        else
            experiment = *loadPreset(realShare > 0 ? "church-paper-10" : "church-paper");
        const auto curves = publishedCurves(experiment, metric.toStdString());
        QCOMPARE(curves.size(), std::size_t(1));
        QCOMPARE(curves.front().values.size(), std::size_t(10));
        QCOMPARE(curves.front().values.front(), first);
        QCOMPARE(curves.front().values.back(), last);
        QVERIFY(!curves.front().source.empty() && !curves.front().note.empty());
    }

    // The paper's digits say nothing about clothes, nor about a smaller network.
    void onlyThePapersSettingHasItsCurve()
    {
        QCOMPARE(publishedCurves(*loadPreset("images-quick"), "latentStd").size(), std::size_t(0));
        Experiment shorter = *loadPreset("images-paper");
        shorter.model.of<NetworkSettings>().epochs = 5;
        QCOMPARE(publishedCurves(shorter, "latentStd").size(), std::size_t(0));
    }
};

HARELOOM_TEST(PublishedTest)
#include "PublishedTest.moc"
