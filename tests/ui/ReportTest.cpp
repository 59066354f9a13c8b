// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "ui/export/Report.h"
#include "tests/ui/Fixtures.h"
#include "ui/export/Happened.h"

#include <QRegularExpression>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

class ReportTest : public QObject
{
    Q_OBJECT

    /// A chain whose variance is what is asked for, generation by generation.
    static SessionContents withVariances(const std::vector<double>& variances)
    {
        SessionContents contents{fixtures::normalExperiment(std::int64_t(variances.size()) - 1), {}, "test"};
        contents.experiment.evaluation.metrics = {"variance", "mean"};
        const MetricName name{"variance"};
        for (std::size_t g = 0; g < variances.size(); ++g) {
            auto link = std::make_shared<Generation>(*fixtures::normalChain(1)[0]);
            link->index = static_cast<int>(g);
            link->metrics = {{name, variances[g]}};
            contents.generations.push_back(link);
        }
        return contents;
    }

    static Report reportOf(const LabSession& session)
    {
        return makeReport({session, 0, usualGenerations(session.history().count(0)), {}, {}, {}, {}});
    }

    /// Six variants with long names, a dozen metrics.
    static SessionContents withManyVariants()
    {
        SessionContents contents{fixtures::normalExperiment(3, 2), {}, "test"};
        contents.experiment.evaluation.metrics = {"variance",  "logVariance", "mean",
                                                  "meanError", "stdError",    "risk",
                                                  "tailMass",  "w2Squared",   "klNats"};
        for (int v = 1; v <= 6; ++v)
            contents.experiment.variants.push_back(
                {"Variant with a name of " + std::to_string(v), {{"samples.size", std::to_string(10 * v)}}});
        for (int chain = 0; chain < 12; ++chain)
            for (const GenerationPtr& link : fixtures::normalChain(4, 100, 1 + unsigned(chain), chain)) {
                auto wide = std::make_shared<Generation>(*link);
                wide->metrics.clear();
                for (const std::string& name : contents.experiment.evaluation.metrics)
                    wide->metrics.push_back({MetricName{name == "mean" ? "mean[0]" : name},
                                             0.001234 * (1 + chain + link->index)});
                contents.generations.push_back(wide);
            }
        return contents;
    }

private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void factorsAreThoseOfTheRun()
    {
        LabSession session;
        session.setFinished(withVariances({8, 7, 3.9, 5, 2}), {});
        const QStringList happened = whatHappened(session, *RunCharts::of(session, {}, {}), {});
        QCOMPARE(happened.size(), 1);
        QCOMPARE(happened[0],
                 QString("Variance fell by a factor of 4, from 8 in generation 0 to 2 in generation 4; "
                         "first below half in generation 2."));
    }

    void aMetricThatVanishesHasNoFactor()
    {
        LabSession session;
        session.setFinished(withVariances({8, 1, 0}), {});
        QCOMPARE(whatHappened(session, *RunCharts::of(session, {}, {}), {})[0],
                 QString("Variance fell from 8 in generation 0 to 0 in generation 2."));
        session.setFinished(withVariances({2, 2.02}), {});
        QCOMPARE(whatHappened(session, *RunCharts::of(session, {}, {}), {})[0],
                 QString("Variance stayed within 1%, from 2 in generation 0 to 2.02 in generation 1."));
        session.setFinished(withVariances({2, 2, 2}), {});
        QCOMPARE(whatHappened(session, *RunCharts::of(session, {}, {}), {})[0],
                 QString("Variance did not change: 2 from generation 0 to generation 2."));
        session.setFinished(withVariances({2, 1, 2.02}), {});
        QCOMPARE(whatHappened(session, *RunCharts::of(session, {}, {}), {})[0],
                 QString("Variance ended within 1% of where it began, from 2 in generation 0 to 2.02 in "
                         "generation 2."));
    }

    void collapseIsToldWhereItIsMarked()
    {
        LabSession session;
        session.setFinished(withVariances({8, 1, 0.5}), {});
        const CollapseMarker marker = [](const History&, ChainIndex) {
            return MarkedGenerations{1, std::nullopt, {}, {}};
        };
        QCOMPARE(whatHappened(session, *RunCharts::of(session, {}, {}), marker).last(),
                 QString("Early collapse from generation 1; late collapse not in this run."));
    }

    void settingsThatWereChangedAreMarked()
    {
        LabSession session;
        SessionContents contents = withVariances({8, 1});
        contents.experiment.samples.size = 12345;
        session.setFinished(contents, {});
        int changed = 0;
        for (const ReportSetting& setting : reportOf(session).settings) {
            QVERIFY(!setting.label.isEmpty() && !setting.value.isEmpty());
            if (setting.label == "Sample size") {
                QCOMPARE(setting.value, QString("12345 rows"));
                QVERIFY(setting.isChanged);
                ++changed;
            }
            if (setting.label == "Real share")
                QVERIFY(!setting.isChanged);
        }
        QCOMPARE(changed, 1);
    }

    void htmlIsOneFileInWhichATitleIsText()
    {
        LabSession session;
        SessionContents contents = withVariances({8, 4, 1});
        contents.experiment.title = "<script>alert('x')</script> & \"more\"";
        contents.experiment.question = "Is 1 < 2?";
        session.setFinished(contents, {});
        const QString html = QString::fromUtf8(reportHtml(reportOf(session)));
        QVERIFY(!html.contains("<script"));
        QVERIFY(html.contains("&lt;script&gt;alert('x')&lt;/script&gt; &amp; &quot;more&quot;"));
        QVERIFY(html.contains("Is 1 &lt; 2?"));
        QVERIFY(!html.contains("http://") && !html.contains("https://"));
        static const QRegularExpression source("src=\"([^\"]{20})");
        int images = 0;
        for (auto found = source.globalMatch(html); found.hasNext(); ++images)
            QVERIFY(found.next().captured(1).startsWith("data:image/svg+xml;b"));
        QCOMPARE(images, 3 + 1 + 1); // stages, their legend, the chart
        for (const char* part : {"What happened", "Settings", "Metrics", "Seed", "Generation 2"})
            QVERIFY2(html.contains(part), part);
    }

    void pdfIsOnePageOfA4AndCarriesTheExperiment()
    {
        LabSession session;
        session.setFinished(fixtures::normalSession(30), {});
        const QByteArray pdf = reportPdf(reportOf(session));
        QVERIFY(pdf.startsWith("%PDF-"));
        QCOMPARE(pdf.count("/Type /Page\n") + pdf.count("/Type /Page\r"), 1);
        QVERIFY(pdf.contains("/EmbeddedFile"));
        QVERIFY(pdf.contains("experiment.json") || pdf.contains(QByteArray("\0e\0x\0p", 6)));
    }

    void aReportOfManyVariantsIsOnePage()
    {
        LabSession session;
        session.setFinished(withManyVariants(), {});
        QCOMPARE(int(session.variants().size()), 6);
        const Report report = reportOf(session);
        QCOMPARE(report.happened.size(), 6); // a bullet each
        QVERIFY2(report.happened[1].startsWith("Variant with a name of 2: Variance rose by a factor of "),
                 qPrintable(report.happened[1]));
        QCOMPARE(report.metrics.header.size(), 7);
        QCOMPARE(report.metrics.rows.first()[1], QString("0.00185 → 0.00555"));
        QCOMPARE(report.stageNote, QString("Variant with a name of 1 · chain 1"));
        const QByteArray pdf = reportPdf(report);
        QCOMPARE(pdf.count("/Type /Page\n") + pdf.count("/Type /Page\r"), 1);
    }

    void unitsAreSaidOnce()
    {
        LabSession session;
        SessionContents contents = withVariances({8, 8});
        for (GenerationPtr& link : contents.generations) {
            auto counted = std::make_shared<Generation>(*link);
            counted->metrics = {{MetricName{"survivingStates"}, 8}, {MetricName{"entropyNats"}, 2}};
            link = counted;
        }
        contents.experiment.evaluation.metrics = {"survivingStates", "entropyNats"};
        session.setFinished(contents, {});
        const auto charts = RunCharts::of(session, {}, {});
        QCOMPARE(charts->chart(0).title(), QString("Surviving states"));
        QCOMPARE(charts->chart(1).title(), QString("Entropy (nats)"));
    }

    /// Printed pages do not follow the screen's text.
    void theScreensFontScaleDoesNotCount()
    {
        LabSession session;
        session.setFinished(withManyVariants(), {});
        const FontScaleScope large(2);
        const QByteArray pdf = reportPdf(reportOf(session));
        QCOMPARE(pdf.count("/Type /Page\n") + pdf.count("/Type /Page\r"), 1);
    }

    void whoMadeItIsSaid()
    {
        LabSession session;
        session.setFinished(withVariances({8, 1}), {});
        ReportRequest request{
            session, 0, {0, 1}, {}, {}, {}, Provenance{"9.9", "cpu", 7, 1, "2026-01-02T03:04:05Z"}};
        const QString html = QString::fromUtf8(reportHtml(makeReport(request)));
        for (const char* part : {"Hareloom 9.9 on cpu", "<dt>Threads</dt><dd>7</dd>", "2026-01-02T03:04:05Z"})
            QVERIFY2(html.contains(part), part);
    }
};

HARELOOM_UI_TEST(ReportTest)
#include "ReportTest.moc"
