// SPDX-License-Identifier: GPL-3.0-or-later
// Every stage leaves by the command line in every format, and programs that wrote none of them read them.
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/StageRuns.h"
#include "ui/plot/Ticks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

class EveryFormatTest : public QObject
{
    Q_OBJECT

    /// What a program prints; the test fails where it does not succeed.
    QByteArray outputOf(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        const bool isWell = process.waitForFinished(120'000) && process.exitCode() == 0;
        if (!isWell)
            QTest::qFail((program.toUtf8() + ": " + process.readAllStandardError()).constData(), __FILE__,
                         __LINE__);
        return process.readAllStandardOutput();
    }

    QByteArray contentOf(const QString& name)
    {
        QFile file(m_folder.filePath("out/" + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString path(const QString& name) const { return m_folder.filePath("out/" + name); }

    static double valueOf(const QJsonValue& written)
    {
        if (written.isString())
            return written.toString().startsWith('-') ? -std::numeric_limits<double>::infinity()
                                                      : std::numeric_limits<double>::infinity();
        return written.toDouble(std::nan(""));
    }

    static bool areSame(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

    /// The models that every chart of the page has a line of have the session's own numbers.
    void checkPage(const std::vector<GenerationPtr>& chain)
    {
        const QByteArray html = contentOf("page.html"), mark = "id=\"data\">";
        const qsizetype from = html.indexOf(mark) + mark.size();
        const QJsonObject data =
            QJsonDocument::fromJson(html.mid(from, html.indexOf("</script>", from) - from)).object();
        QCOMPARE(data["generations"].toArray().size(), qsizetype(chain.size()));
        QCOMPARE(data["columns"].toArray()[0].toObject()["moments"].toArray().size(),
                 qsizetype(chain.size()));
        QVERIFY(!data["charts"].toArray().isEmpty());
        for (const QJsonValue& chart : data["charts"].toArray()) {
            const std::string metric = chart["metric"].toString().toStdString();
            const QJsonArray values = chart["lines"][0]["values"].toArray();
            QCOMPARE(values.size(), qsizetype(chain.size()));
            for (std::size_t g = 0; g < chain.size(); ++g)
                QVERIFY2(areSame(valueOf(values[qsizetype(g)]), chain[g]->metric(metric)), metric.c_str());
        }
    }

    /// Each of the metrics of the report that was measured, as the report writes it.
    void checkReport(const QString& text, const std::vector<GenerationPtr>& chain,
                     const Experiment& experiment)
    {
        int told = 0;
        for (const std::string& metric : experiment.evaluation.metrics) {
            const double last = chain.back()->metric(metric);
            if (std::isnan(last) || metric == "elapsedMs")
                continue;
            QVERIFY2(text.contains(numberText(last, 4)),
                     qPrintable(QString::fromStdString(metric) + ' ' + numberText(last, 4) + '\n' + text));
            ++told;
        }
        QVERIFY(told > 0);
    }

    void checkFigures(int last)
    {
        const QString end = QString::number(last).rightJustified(4, '0');
        for (const QString& name : {"stage-" + end, QStringLiteral("vitals")}) {
            const QList<QByteArray> picture =
                outputOf("identify", {"-format", "%m %w %h %k", path(name + ".png")}).split(' ');
            QCOMPARE(picture.size(), 4);
            QCOMPARE(picture[0], "PNG");
            QVERIFY(picture[1].toInt() > 600 && picture[2].toInt() > 300);
            QVERIFY2(picture[3].toInt() > 16, "an empty picture has few colours");
            outputOf("xmllint", {"--noout", "--nonet", "--huge", path(name + ".svg")});
            const QString words = QString::fromUtf8(outputOf("pdftotext", {path(name + ".pdf"), "-"}));
            QCOMPARE(words.count('\f'), 1);
            QVERIFY2(words.contains("seed"), qPrintable(words));
        }
        const QString stage = QString::fromUtf8(outputOf("pdftotext", {path("stage-" + end + ".pdf"), "-"}));
        QVERIFY2(stage.contains(QString::number(last)), qPrintable(stage));
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init()
    {
        isolate();
        QDir(m_folder.filePath("out")).removeRecursively();
    }

    void everyStageInEveryFormat_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const auto& [name, json] : {std::pair("gaussian", kGaussian),
                                         {"kde", kKde},
                                         {"moons", kMoons},
                                         {"mixture", kTwoClouds},
                                         {"ten states", kTenStates},
                                         {"many states", kZipf},
                                         {"line", kLine},
                                         {"answers", kAnswers},
                                         {"words", kWords}})
            QTest::newRow(name) << QByteArray(json);
    }

    void everyStageInEveryFormat()
    {
        QFETCH(QByteArray, json);
        for (const char* tool : {"identify", "xmllint", "pdftotext"})
            if (QStandardPaths::findExecutable(tool).isEmpty())
                QSKIP(qPrintable(QString("%1 is not installed").arg(tool)));
        const Experiment experiment = experimentOf(json);
        const std::vector<GenerationPtr> chain = collected(experiment).generations;
        const QString file = m_folder.filePath(QString("%1.hareloom").arg(QTest::currentDataTag()));
        {
            const auto session = SessionFile::create(file, experiment, 1);
            QVERIFY(session);
            QVERIFY((*session)->add(chain));
        }
        const int last = static_cast<int>(chain.size()) - 1;
        outputOf(HARELOOM_WINDOW, {"--render", file, "--out", m_folder.filePath("out"), "--format",
                                   "png,svg,pdf,html,md,page", "--generation", QString("0,%1").arg(last)});
        if (QTest::currentTestFailed())
            return;
        checkFigures(last);
        checkPage(chain);
        outputOf("xmllint", {"--noout", "--nonet", "--huge", path("report.html")});
        checkReport(QString::fromUtf8(contentOf("report.html")), chain, experiment);
        checkReport(QString::fromUtf8(contentOf("report.md")).remove('\\'), chain, experiment); // 1\.5 is 1.5
        const QString pdf = QString::fromUtf8(outputOf("pdftotext", {path("report.pdf"), "-"}));
        QCOMPARE(pdf.count('\f'), 1);
        QVERIFY(pdf.contains("What happened"));
    }
};

HARELOOM_UI_TEST(EveryFormatTest)
#include "EveryFormatTest.moc"
