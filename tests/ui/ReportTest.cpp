// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Report.h"
#include "core/address/AddressedExperiment.h"
#include "core/recipe/Differences.h"
#include "core/recipe/Presets.h"
#include "tests/QrReading.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/ImageChain.h"
#include "tests/ui/TextChain.h"
#include "ui/export/Happened.h"
#include "ui/export/LineBreaks.h"
#include "ui/export/ReportSources.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
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

    /// What pdftotext reads, a form feed behind each page; empty where it is not installed.
    static QString textOf(const QByteArray& pdf)
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath("report.pdf"));
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            return {};
        file.close();
        QProcess reader;
        reader.start("pdftotext", {"-enc", "UTF-8", file.fileName(), "-"});
        return reader.waitForFinished() ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
    }

    static QString findDoi(const QString& work)
    {
        static const QRegularExpression doi("doi:\\S+[^\\s.]");
        return doi.match(work).captured();
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

    void anAddressLeadsBackToTheMoment()
    {
        LabSession session;
        session.setFinished(withVariances({8, 7, 6, 5}), {});
        const Report report = reportOf(session);
        QVERIFY2(report.address.startsWith("hareloom:?preset="), qPrintable(report.address));
        const auto address = parseAddress(report.address.toStdString());
        QVERIFY(address);
        QCOMPARE(address->generation, std::optional<std::int64_t>(3));
        const auto named = experimentOf(*address);
        QVERIFY(named);
        QCOMPARE(differingPaths(named->experiment, session.experiment()), std::vector<std::string>());
        const QString html = QString::fromUtf8(reportHtml(report)), shown = report.address.toHtmlEscaped();
        QVERIFY(html.contains("<a href=\"" + shown + "\">" + shown + "</a>"));
        QVERIFY(html.contains("alt=\"QR code of this address\""));
        QVERIFY(QString::fromUtf8(reportMarkdown(report)).contains('<' + report.address + '>'));
    }

    void aRunThatNoAddressNamesHasNone()
    {
        LabSession session;
        SessionContents contents = withVariances({8, 7});
        contents.experiment.source.kind = "csv";
        contents.experiment.source.path = "own.csv";
        session.setFinished(contents, {});
        const Report report = reportOf(session);
        QCOMPARE(report.address, QString());
        QVERIFY(!reportHtml(report).contains("hareloom:?"));
    }

    void thePrintedCodeIsRead()
    {
        const QString pdftoppm = QStandardPaths::findExecutable("pdftoppm");
        if (!qr::canRead())
            QSKIP(qr::kNoReader);
        if (pdftoppm.isEmpty())
            QSKIP("pdftoppm is not installed (poppler-utils)");
        LabSession session;
        session.setFinished(withVariances({8, 7, 6, 5}), {});
        const Report report = reportOf(session);
        const QTemporaryDir folder;
        QFile pdf(folder.filePath("report.pdf"));
        QVERIFY(pdf.open(QIODevice::WriteOnly) && pdf.write(reportPdf(report)) > 0);
        pdf.close();
        QCOMPARE(QProcess::execute(
                     pdftoppm, {"-r", "200", "-png", "-singlefile", pdf.fileName(), folder.filePath("page")}),
                 0);
        QCOMPARE(qr::textIn(folder.filePath("page.png")), std::optional(report.address));
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
        QCOMPARE(images, 3 + 1 + 1 + 1); // stages, their legend, the chart, the address
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

    void aPresetOfSeveralVariantsIsOnePage_data()
    {
        QTest::addColumn<bool>("areModels");
        for (const char* preset : {"discrete-zipf", "taste-groups", "taste-kinds", "three-errors"})
            QTest::newRow(preset) << false;
        for (const char* preset : {"islands", "two-readers"})
            QTest::newRow(preset) << true;
    }

    /// As somebody who copies from it gets it: pdftotext shares no code with what wrote it.
    void aPresetOfSeveralVariantsIsOnePage()
    {
        QFETCH(bool, areModels);
        auto preset = loadPreset(QTest::currentDataTag());
        QVERIFY(preset);
        preset->generations = 10;
        preset->chains = 3;
        LabSession session;
        session.setFinished({*preset, collected(*preset).generations, "test"}, {});
        const Report report = reportOf(session);
        QCOMPARE(report.variants.rows.first().first() == "Learns from", areModels);
        if (areModels) {
            QCOMPARE(report.variants.rows.first().size(), qsizetype(1 + session.variants().size()));
            QVERIFY(QString::fromUtf8(reportHtml(report)).contains("Learns from"));
        }
        QString text = textOf(reportPdf(report));
        if (text.isEmpty())
            QSKIP("pdftotext is not installed (poppler-utils)");
        QCOMPARE(text.count('\f'), 1);
        QVERIFY2(!report.address.isEmpty() && text.contains(report.address), qPrintable(text));
        for (const ReportSource& source : report.sources)
            if (const auto doi = findDoi(source.work); !doi.isEmpty())
                QVERIFY2(text.contains(doi), qPrintable(doi + '\n' + text));
        QVERIFY(text.simplified().contains(report.story.left(100)));
        QCOMPARE(text.contains("Learns"), areModels); // in a narrow column "from" stands below it
    }

    /// Inter has other hyphens, brackets and colons beside capitals and digits.
    void everyCharacterIsCopiedFromThePdf()
    {
        LabSession session;
        session.setFinished(withVariances({8, 4, 1}), {});
        Report report = reportOf(session);
        const QStringList awkward{"A-B (C) [D] {E} 1-2 3:4 5x6 -> <- A->B 1/2 (1) @A 7*8 +9 N\u2013M",
                                  "doi:10.1016/S0092-8674(00)80674-1.",
                                  "doi:10.1111/j.2517-6161.1977.tb01600.x."};
        report.question = awkward[0];
        report.sources.clear();
        for (int i = 0; i < 12; ++i) // wherever in its line it stands
            report.sources.push_back(
                {QString(4 * i, 'n') + " names, a well-known title: " + awkward[1] + ' ' + awkward[2],
                 {},
                 {}});
        const QString text = textOf(reportPdf(report));
        if (text.isEmpty())
            QSKIP("pdftotext is not installed (poppler-utils)");
        QVERIFY2(text.simplified().contains(awkward[0]), qPrintable(text));
        for (const QString& doi : {awkward[1], awkward[2]})
            QVERIFY2(text.count(doi) == 12, qPrintable(text));
        QCOMPARE(text.count("well-known"), 12);
    }

    void linesEndAtSpacesAndNeverInAnAddress()
    {
        const QFont font = themeFont(TextSize::Small);
        const QString doi = "doi:10.1111/j.2517-6161.1977.tb01600.x";
        const double width = QFontMetricsF(font).horizontalAdvance(doi) + 1;
        QCOMPARE(brokenIntoLines("A text before the " + doi + " and a word after", font, width)
                     .split('\n')
                     .count(doi),
                 1);
        for (const QString& line :
             brokenIntoLines("one two-three four-five six " + QString(200, 'w'), font, width).split('\n'))
            QVERIFY2(QFontMetricsF(font).horizontalAdvance(line) <= width + 1 && !line.endsWith('-'),
                     qPrintable(line));
        QCOMPARE(brokenIntoLines("a\n\nb", font, width), QString("a\n\nb"));
        QCOMPARE(brokenIntoLines({}, font, width), QString());
        const QString chinese = QString::fromUtf8("模型崩溃").repeated(30);
        QCOMPARE(brokenIntoLines(chinese, font, width).remove('\n'), chinese);
        QVERIFY(brokenIntoLines(chinese, font, width).contains('\n'));
    }

    void aReportOfManyVariantsIsOnePage()
    {
        LabSession session;
        session.setFinished(withManyVariants(), {});
        QCOMPARE(int(session.variants().size()), 6);
        const Report report = reportOf(session);
        QCOMPARE(report.happened.size(), 7); // a bullet each, and the answer of all
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

    void storyAndSourcesAreInIt()
    {
        LabSession session;
        SessionContents contents = withVariances({8, 4, 1});
        contents.experiment.story = "What Villani (2009) calls a distance.";
        session.setFinished(contents, {});
        const Report report = reportOf(session);
        QCOMPARE(report.story, QString("What Villani (2009) calls a distance."));
        QVERIFY(report.sources.size() >= 2);
        QVERIFY(report.sources.front().work.contains("Hareloom, version"));
        bool isLoopCited = false;
        for (const ReportSource& source : report.sources) {
            QVERIFY2(!source.work.contains('{') && !source.work.contains('\\'), qPrintable(source.work));
            isLoopCited =
                isLoopCited || (source.work.startsWith("Shumailov, Shumaylov, Zhao, Papernot, Anderson and "
                                                       "Gal (2024): ") &&
                                source.work.contains("Nature 631, 755–759"));
        }
        QVERIFY(isLoopCited);
        for (const QByteArray& text : {reportHtml(report), reportMarkdown(report)})
            for (const char* part : {"Shumailov", "What Villani (2009) calls a distance.", "Cited for: "})
                QVERIFY2(text.contains(part), part);
        QCOMPARE(
            referenceText(*findPaper("bonneel2015")),
            QString("Bonneel, Rabin, Peyré and Pfister (2015): Sliced and Radon Wasserstein Barycenters of "
                    "Measures. Journal of Mathematical Imaging and Vision 51, 22–45. "
                    "doi:10.1007/s10851-014-0506-3."));
        for (const Paper& paper : papers())
            QVERIFY2(!referenceText(paper).contains(QRegularExpression("[{}\\\\]|--")),
                     qPrintable(referenceText(paper)));
    }

    void alternativeTextsSayWhatIsSeen()
    {
        LabSession session;
        session.setFinished(withVariances({8, 4, 1}), {});
        const Report report = reportOf(session);
        QCOMPARE(report.charts[0].alt, QString("Variance is 1 in generation 2; it was 8 in generation 0."));
        for (const ReportFigure& stage : report.stages)
            QVERIFY2(stage.alt.contains("standard deviation"), qPrintable(stage.alt));
        QVERIFY(report.stages[0].alt != report.stages[2].alt || report.stages[0].alt.contains("eneration 0"));
        QVERIFY2(report.legend->alt.startsWith("Legend: generation 0, this generation"),
                 qPrintable(report.legend->alt));
        const QString html = QString::fromUtf8(reportHtml(report));
        static const QRegularExpression image("<img alt=\"([^\"]*)\"");
        for (auto found = image.globalMatch(html); found.hasNext();)
            QVERIFY2(found.next().captured(1).size() > 20, "a sentence");
        LabSession variants;
        variants.setFinished(withManyVariants(), {});
        QVERIFY2(reportOf(variants).charts[0].alt.count("Variant with a name of ") == 6,
                 qPrintable(reportOf(variants).charts[0].alt));
    }

    void allImagesAreShownAsWideAsThePage()
    {
        LabSession session;
        session.setFinished(fixtures::imageSession(), {});
        const Report report = reportOf(session);
        QVERIFY(report.hasWideStages);
        QCOMPARE(encodeFigure(report.stages[2].figure, FigureFormat::Svg, {}).count("<image"),
                 2 * fixtures::kImages); // beside generation 0's
        QVERIFY(reportHtml(report).contains("<div class=\"wide-figures\">"));
        LabSession normal;
        normal.setFinished(withVariances({8, 4}), {});
        QVERIFY(!reportOf(normal).hasWideStages);
    }

    void textsStandInTheReportOnce()
    {
        LabSession session;
        session.setFinished(fixtures::textSession(), {});
        const Report report = reportOf(session);
        QVERIFY(report.stages.empty()); // the stage would show their beginnings only
        QVERIFY(!report.writings.prompts.empty());
    }

    void sessionsAreCompared()
    {
        LabSession session, other;
        session.setFinished(withVariances({8, 4, 1}), {});
        SessionContents contents = withVariances({8, 7, 6, 5});
        contents.experiment.samples.size = 12345;
        contents.experiment.title = "Larger";
        other.setFinished(contents, {});
        ReportRequest request{session, 0, {0, 1, 2}, {}, {}, {}, {}};
        request.beside = {&other};
        const Report report = makeReport(request);
        QCOMPARE(report.differences.header, QStringList({"Setting", "Variance fades", "Larger"}));
        QVERIFY(report.differences.rows.contains(QStringList({"Sample size", "100", "12345"})));
        QCOMPARE(report.besides.rows.size(), 1); // the mean was not measured
        QCOMPARE(report.besides.rows[0], QStringList({"Variance", "8 → 1", "8 → 5"}));
        for (const QByteArray& text : {reportHtml(report), reportMarkdown(report)})
            for (const char* part : {"Larger", "12345", "8 → 5"})
                QVERIFY2(text.contains(part), part);
        QVERIFY(makeReport({session, 0, {0, 1, 2}, {}, {}, {}, {}}).differences.rows.isEmpty());
        contents.experiment.title = "Variance fades";
        other.setFinished(contents, {});
        QCOMPARE(makeReport(request).differences.header[2], QString("Variance fades (seed 1)"));
    }

    /// Whatever a model wrote, and however long.
    void aReportOfLongTextsIsOnePage()
    {
        LabSession session;
        session.setFinished(withManyVariants(), {});
        Report report = reportOf(session);
        const QString text = QString("The hare ran over the hill and came back again. ").repeated(60);
        for (int i = 0; i < 3; ++i)
            report.writings.prompts.push_back({"Once", {{"Generation 0", text}, {"Generation 3", text}}});
        report.story = text;
        const QByteArray pdf = reportPdf(report);
        QCOMPARE(pdf.count("/Type /Page\n") + pdf.count("/Type /Page\r"), 1);
        const Report last = shortened(report, 9);
        QCOMPARE(last.writings.prompts.size(), std::size_t(1));
        QVERIFY(last.writings.note.startsWith("The first prompt"));
        QVERIFY(last.writings.prompts[0].answers[0][1].endsWith("…"));
        QVERIFY(!last.shortNote.isEmpty() && report.shortNote.isEmpty());
        QVERIFY(shortened(report, kMostShortening).writings.prompts.empty());
        QVERIFY(last.settings.size() < report.settings.size());
        for (const ReportSetting& setting : last.settings)
            QVERIFY(setting.isChanged || !setting.before.isEmpty());
        QVERIFY(reportHtml(report).contains("came back again. </dd>")); // whole where there is room
    }

    void markdownKeepsWordsAsTheyAre()
    {
        LabSession session;
        SessionContents contents = withVariances({8, 4, 1});
        contents.experiment.title = "# <b>*a*|`b`</b> [c](d) \x1b";
        contents.experiment.question = "1. Is it - a list?";
        contents.experiment.story = "- no\nline";
        session.setFinished(contents, {});
        const QString text = QString::fromUtf8(reportMarkdown(reportOf(session)));
        QVERIFY2(text.startsWith("# \\# \\<b\\>\\*a\\*\\|\\`b\\`\\</b\\> \\[c\\](d) �\n\n1\\. Is it - a "
                                 "list?\n\n\\- no line\n"),
                 qPrintable(text.left(120)));
        QVERIFY(text.contains(
            "| Metric | Generation 0 | Generation 1 | Generation 2 |\n| --- | ---: | ---: | ---: |\n"));
        QVERIFY(text.contains("| Variance | 8 | 4 | 1 |"));
        QVERIFY(text.contains("![Variance is 1 in generation 2; it was 8 in generation 0.][figure-5]"));
        QVERIFY(text.contains("[figure-5]: data:image/svg+xml;base64,"));
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
