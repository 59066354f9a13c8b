// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Presets.h"
#include "tests/QrReading.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"

#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

/// `hareloom --render`, as a shell starts it.
class RenderTest : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        int status;
        QString out, err;
    };

    Outcome render(const QStringList& options)
    {
        QProcess process;
        process.start(HARELOOM_WINDOW, QStringList{"--render", m_session, "--out", m_out} + options);
        if (!process.waitForFinished(60'000))
            qFatal("hareloom has not ended");
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    /// A line of the shell, with $WIN for the program and without what tests say of the platform.
    Outcome shell(const QString& line)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("WIN", HARELOOM_WINDOW);
        for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
            environment.remove(name);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start("/bin/bash", {"-c", line});
        if (!process.waitForFinished(60'000))
            qFatal("hareloom has not ended");
        return {process.exitStatus() == QProcess::CrashExit ? -1 : process.exitCode(),
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    /// The files that it writes, by name.
    QMap<QString, QByteArray> rendered(const QStringList& options)
    {
        QMap<QString, QByteArray> bytes;
        if (render(options).status != 0)
            return bytes;
        for (const QString& name : written()) {
            QFile file(m_out + '/' + name);
            if (file.open(QIODevice::ReadOnly))
                bytes[name] = file.readAll();
        }
        return bytes;
    }

    QStringList written() const { return QDir(m_out).entryList(QDir::Files, QDir::Name); }

private Q_SLOTS:
    void aSweepsFolderGivesAFigureAMetricAndAGeneration()
    {
        fixtures::normalSweep(m_folder->filePath("grid"));
        m_session = m_folder->filePath("grid");
        const Outcome done = render({"--format", "png,svg", "--metric", "variance", "--generation", "1,3"});
        QVERIFY2(done.status == 0, qPrintable(done.err));
        QCOMPARE(written(), QStringList({"sweep-variance-0001.png", "sweep-variance-0001.svg",
                                         "sweep-variance-0003.png", "sweep-variance-0003.svg"}));
        QVERIFY(QImage(m_out + "/sweep-variance-0003.png").width() > 600);
        QFile svg(m_out + "/sweep-variance-0003.svg");
        QVERIFY(svg.open(QIODevice::ReadOnly) && svg.readAll().contains("in generation 3"));
        const Outcome unknown = render({"--metric", "klNats"});
        QCOMPARE(unknown.status, 2);
        QVERIFY2(unknown.err.contains("--metric klNats: the sweep has not measured it. It has variance"),
                 qPrintable(unknown.err));
        const Outcome beyond = render({"--generation", "9"});
        QVERIFY2(beyond.err.contains("--generation 9: the sweep has 0 to 3."), qPrintable(beyond.err));
    }

    void aPageOfAllVariantsOrOfOneChain()
    {
        const Outcome all = render({"--format", "page"});
        QVERIFY2(all.status == 0, qPrintable(all.err));
        QCOMPARE(written(), QStringList{"page.html"});
        QVERIFY2(!all.err.contains("is on the stage"), qPrintable(all.err));
        const auto columns = [this] {
            QFile page(m_out + "/page.html");
            return page.open(QIODevice::ReadOnly) ? page.readAll().count("\"moments\":") : -1;
        };
        QCOMPARE(columns(), 2);
        const Outcome one = render({"--format", "page", "--variant", "Many", "--chain", "1"});
        QVERIFY2(one.status == 0, qPrintable(one.err));
        QCOMPARE(columns(), 1);
        fixtures::normalSweep(m_folder->filePath("grid"));
        m_session = m_folder->filePath("grid");
        const Outcome sweep = render({"--format", "page"});
        QCOMPARE(sweep.status, 2);
        QVERIFY2(sweep.err.contains("a page plays one run, not a sweep"), qPrintable(sweep.err));
    }

    void init()
    {
        fixtures::isolate();
        m_folder = std::make_unique<QTemporaryDir>();
        m_session = m_folder->filePath("two.hareloom");
        m_out = m_folder->filePath("figures");
        Experiment experiment = fixtures::normalExperiment(11, 2);
        experiment.evaluation.metrics = {"variance", "mean"};
        experiment.variants = {{"Few", {}}, {"Many", {{"samples.size", "1000"}}}};
        const auto session = SessionFile::create(m_session, experiment, 3);
        if (!session)
            qFatal("%s", session.error().message.c_str());
        for (int chain = 0; chain < 4; ++chain)
            if (!(*session)->add(fixtures::normalChain(12, 100, 1 + unsigned(chain), chain)))
                qFatal("no generations");
    }

    void everyFormatIsWritten()
    {
        const Outcome outcome = render({"--format", "png,svg,pdf,html", "--generation", "0,5"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QCOMPARE(written(), (QStringList{"report.html", "report.pdf", "stage-0000.pdf", "stage-0000.png",
                                         "stage-0000.svg", "stage-0005.pdf", "stage-0005.png",
                                         "stage-0005.svg", "vitals.pdf", "vitals.png", "vitals.svg"}));
        QCOMPARE(outcome.out.count('\n'), written().size());
        QVERIFY2(outcome.err.contains("chain 0 of the variant \"Few\""), qPrintable(outcome.err));
        QFile html(m_out + "/report.html");
        QVERIFY(html.open(QIODevice::ReadOnly));
        const QByteArray text = html.readAll();
        for (const char* part : {"Generation 5", "<dd>3</dd>", "Few · chain 1", "Many"})
            QVERIFY2(text.contains(part), part);
    }

    void variantAndChainAreChosen()
    {
        QCOMPARE(render({"--variant", "Many", "--chain", "1", "--generation", "3"}).status, 0);
        QCOMPARE(written(), (QStringList{"stage-0003-chain-3.png", "vitals.png"}));
        const QString source = QImage(m_out + "/stage-0003-chain-3.png").text("Source");
        QVERIFY2(source.contains("Variance fades: Many · chain 2"), qPrintable(source));
        QCOMPARE(render({"--chain", "3", "--generation", "3"}).status, 0);
        QCOMPARE(written().size(), 2); // the same one
    }

    void sizeAndChartsAreChosen()
    {
        const Outcome outcome = render({"--chart", "variance,mean", "--width", "85mm", "--height", "60",
                                        "--dpi", "300", "--look", "paper", "--format", "png,svg"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QCOMPARE(written(), (QStringList{"mean-0.png", "mean-0.svg", "variance.png", "variance.svg"}));
        QCOMPARE(QImage(m_out + "/variance.png").size(), QSize(1004, 709)); // 85 x 60 mm at 300 dpi
        QFile svg(m_out + "/variance.svg");
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QVERIFY2(text.contains("width=\"85mm\" height=\"60mm\""), text.left(300).constData());
        QVERIFY(text.contains(">generation</text>"));
        static const QRegularExpression footer(QStringLiteral(">Variance fades[^<]*</text>"));
        QVERIFY(!footer.match(QString::fromUtf8(text)).hasMatch());
    }

    void aPresetGivesSizeAndLook()
    {
        const Outcome outcome =
            render({"--for", "column", "--chart", "stage,variance", "--generation", "3", "--dpi", "300"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QCOMPARE(QImage(m_out + "/variance.png").size(), QSize(1004, 709)); // 85 x 60 mm
        QCOMPARE(QImage(m_out + "/stage-0003.png").size(), QSize(1004, 709));
        QCOMPARE(render({"--for", "slide", "--width", "20cm", "--height", "4in", "--chart", "variance",
                         "--dpi", "96"})
                     .status,
                 0);
        QCOMPARE(QImage(m_out + "/variance.png").size(), QSize(756, 384));
    }

    /// Scanned from a slide, it leads to the moment that the slide shows; without the code the chart has its
    /// room.
    void aSlideHasTheCodeOfItsMoment()
    {
        if (!qr::canRead())
            QSKIP(qr::kNoReader);
        m_session = m_folder->filePath("preset.hareloom");
        const auto preset = loadPreset("gaussian-replace");
        QVERIFY(preset);
        auto session = SessionFile::create(m_session, *preset, 3);
        QVERIFY(session && (*session)->add(fixtures::normalChain(12, 100, 1, 0)));
        session->reset();
        const Outcome slide = render({"--for", "slide", "--chart", "stage", "--generation", "7"});
        QVERIFY2(slide.status == 0, qPrintable(slide.err));
        const QString picture = m_out + "/stage-0007.png";
        const QSize size = QImage(picture).size();
        const QString address = qr::textIn(picture).value_or("nothing was read");
        QVERIFY2(address.startsWith("hareloom:?preset=gaussian-replace") && address.endsWith("generation=7"),
                 qPrintable(address));
        QCOMPARE(
            render({"--for", "slide", "--chart", "stage", "--generation", "7", "--without", "code"}).status,
            0);
        QCOMPARE(qr::textIn(picture), std::optional(QString()));
        QCOMPARE(QImage(picture).size(), size);
    }

    void figuresBecomeTheSheetInTheirOrder()
    {
        const Outcome outcome = render({"--for", "page", "--chart", "variance,stage", "--generation", "0,5",
                                        "--sheet", "2", "--letters", "(a)", "--format", "svg"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QCOMPARE(written(), QStringList{"sheet.svg"});
        QFile svg(m_out + "/sheet.svg");
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        const qsizetype a = text.indexOf(">(a)<"), variance = text.indexOf(">Variance<"),
                        b = text.indexOf(">(b)<"), c = text.indexOf(">(c)<");
        QVERIFY(0 < a && a < variance && variance < b && b < c && !text.contains(">(d)<"));
    }

    void aReportComparesSessions()
    {
        const QString other = m_folder->filePath("other.hareloom");
        QVERIFY(QFile::copy(m_session, other));
        const Outcome outcome = render({"--chart", "report", "--format", "html,md", "--beside", other});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QCOMPARE(written(), (QStringList{"report.html", "report.md"}));
        QFile html(m_out + "/report.html");
        QVERIFY(html.open(QIODevice::ReadOnly));
        QVERIFY(html.readAll().contains("Few (seed 1)"));
    }

    /// In another process, too, at another time.
    void theSameSessionMakesTheSameBytes()
    {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        const QStringList options{"--format", "png,svg,pdf,html", "--generation", "3"};
        const auto once = rendered(options), again = rendered(options);
        qputenv("LC_ALL", "de_DE.UTF-8"); // where numbers have commas
        const auto inGerman = rendered(options);
        qunsetenv("LC_ALL");
        qunsetenv("SOURCE_DATE_EPOCH");
        QCOMPARE(once.size(), 8); // stage, vitals, report
        for (auto it = once.cbegin(); it != once.cend(); ++it) {
            QVERIFY2(it.value() == again[it.key()], qPrintable(it.key()));
            QVERIFY2(it.value() == inGerman[it.key()], qPrintable(it.key()));
        }
    }

    void whatHasNoRoomIsSaid()
    {
        const Outcome outcome = render({"--chart", "vitals", "--height", "40"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains("1 of 2 metrics and leaves out mean[0]"), qPrintable(outcome.err));
        const Outcome whole = render({"--chart", "vitals"});
        QVERIFY2(!whole.err.contains("leaves out"), qPrintable(whole.err));
    }

    void whatIsNotThereIsRefusedBeforeAnythingIsWritten_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("generation") << QStringList{"--generation", "0,99999"}
                                    << QStringList{"99999", "0 to 11"};
        QTest::newRow("chain") << QStringList{"--chain", "4"} << QStringList{"--chain 4", "0 to 3"};
        QTest::newRow("chain of a variant")
            << QStringList{"--variant", "2", "--chain", "2"} << QStringList{"--chain 2", "0 to 1"};
        QTest::newRow("variant") << QStringList{"--variant", "Some"}
                                 << QStringList{"Some", "1 to 2", "Few; Many"};
        QTest::newRow("format") << QStringList{"--format", "avi"} << QStringList{"avi", "html"};
        QTest::newRow("no number") << QStringList{"--chain", "one"} << QStringList{"--chain one"};
        QTest::newRow("metric") << QStringList{"--metric", "risk"}
                                << QStringList{"risk", "variance, mean[0]"};
        QTest::newRow("chart") << QStringList{"--chart", "stag"}
                               << QStringList{"stag", "stage, vitals and report"};
        QTest::newRow("size") << QStringList{"--width", "1cm"}
                              << QStringList{"--width 1cm: give 30 to 1000 mm."};
        QTest::newRow("unit") << QStringList{"--width", "8.5km"}
                              << QStringList{"--width 8.5km: give 30 to 1000 mm."};
        QTest::newRow("preset") << QStringList{"--for", "poster"}
                                << QStringList{"give column, page or slide"};
        QTest::newRow("typeface") << QStringList{"--font", "No Such Face"}
                                  << QStringList{"--font: No typeface is called \"No Such Face\" here"};
        QTest::newRow("colours") << QStringList{"--colours", "red"} << QStringList{"--colours red", "grey"};
        QTest::newRow("line") << QStringList{"--line-width", "0"}
                              << QStringList{"--line-width 0: give 0.1 to 10 pt."};
        QTest::newRow("range") << QStringList{"--chart", "variance", "--x-range", "9:3"}
                               << QStringList{"--x-range: \"9:3\" is no range"};
        QTest::newRow("range of two charts") << QStringList{"--chart", "variance,mean", "--x-range", "0:3"}
                                             << QStringList{"name it with --chart"};
        QTest::newRow("range of all charts")
            << QStringList{"--y-range", "0:3"} << QStringList{"name it with --chart"};
        QTest::newRow("log axis with 0")
            << QStringList{"--chart", "variance", "--y-scale", "log", "--y-range", "0:3"}
            << QStringList{"variance: The vertical axis is logarithmic: its range must begin above 0"};
        QTest::newRow("sheet") << QStringList{"--sheet", "9"} << QStringList{"--sheet 9", "1 to 6"};
        QTest::newRow("letters") << QStringList{"--letters", "x"} << QStringList{"--letters x", "(a)"};
        QTest::newRow("beside without a report")
            << QStringList{"--beside", m_session} << QStringList{"--format html, pdf or md"};
        QTest::newRow("too many pixels") << QStringList{"--width", "1000", "--dpi", "1200"}
                                         << QStringList{"stage-0000.png", "100 million"};
        QTest::newRow("style") << QStringList{"--look", "poster"} << QStringList{"poster", "paper"};
        QTest::newRow("part") << QStringList{"--without", "title"} << QStringList{"title", "heading"};
        QTest::newRow("spread") << QStringList{"--spread", "sd"} << QStringList{"sd", "quartiles"};
        QTest::newRow("a report as a picture")
            << QStringList{"--chart", "report"} << QStringList{"--format html"};
    }
    void whatIsNotThereIsRefusedBeforeAnythingIsWritten()
    {
        QFETCH(QStringList, options);
        QFETCH(QStringList, says);
        const Outcome outcome = render(options);
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QString());
        QVERIFY(!QFile::exists(m_out));
        for (const QString& word : says)
            QVERIFY2(outcome.err.contains(word), qPrintable(outcome.err));
    }

    void aSessionMayHaveAnyName()
    {
        const Outcome outcome =
            shell("mv two.hareloom $'y\\xe4.hareloom' && $WIN --render $'y\\xe4.hareloom' --out figures");
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(written().contains("vitals.png"));
        const Outcome missing = shell("$WIN --render $'z\\xe4.hareloom' --out figures");
        QCOMPARE(missing.status, 2);
        QVERIFY2(missing.err.contains("z\\xe4.hareloom"), qPrintable(missing.err));
        QVERIFY(shell("$WIN --render $'y\\xe4.hareloom' --out $'f\\xe4'").err.contains("--out f\\xe4"));
        QVERIFY(shell("$WIN --render $'y\\xe4.hareloom' --out -").err.contains("--out -: figures are files"));
        QCOMPARE(shell("rm $'y\\xe4.hareloom'").status, 0); // Qt would not find it
    }

    void wordsNeedNoDisplay()
    {
        for (const char* display : {"", "DISPLAY=:987 "}) {
            const Outcome version = shell(QString(display) + "$WIN --version");
            QVERIFY2(version.status == 0 && version.out.startsWith("hareloom "), qPrintable(version.err));
            QCOMPARE(version.err, QString());
            QVERIFY(shell(QString(display) + "$WIN --help").out.contains("--render"));
            QCOMPARE(shell(QString(display) + "$WIN a b").status, 2);
            const Outcome window = shell(QString(display) + "$WIN");
            QCOMPARE(window.status, 1);
            QVERIFY2(window.err.contains("There is no display"), qPrintable(window.err));
        }
    }

    void aMachineWithoutFontsIsTold()
    {
        const Outcome outcome =
            shell("mkdir none; echo \"<fontconfig><dir>$PWD/none</dir></fontconfig>\" > fonts.conf; "
                  "FONTCONFIG_FILE=$PWD/fonts.conf $WIN --render two.hareloom --out figures");
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("no font"), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(m_out));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_session, m_out;
};

HARELOOM_UI_TEST(RenderTest)
#include "RenderTest.moc"
