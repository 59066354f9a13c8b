// SPDX-License-Identifier: GPL-3.0-or-later
// Names come from files of all kinds: whatever they hold, what is written is XML and holds nothing but text.
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/ImageChain.h"
#include "tests/ui/StageRuns.h"
#include "tests/ui/TextChain.h"
#include "ui/export/Report.h"
#include "ui/export/RunCharts.h"

#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

const std::string kNasty[] = {
    "<script>alert(1)</script> & \"two\" 'one'",
    "\"><svg onload=alert(5)>",
    "]]> <!-- &#0; &amp; <?xml?>",
    std::string("bell\x07 escape\x1b[31m nul\0 end", 27),
    "U+FFFE \xEF\xBF\xBE, U+FFFF \xEF\xBF\xBF, a surrogate \xED\xA0\x80, Latin-1 \xE9",
    "%1 %2 %L3 %n",
    "two\r\nlines\tand a tab",
    "turned \xE2\x80\xAE round, \xF0\x9F\x90\x87",
    "<title>figure</title><desc>figure</desc>",
};

/// An experiment's own words are UTF-8, or it is refused.
std::string utf8(const std::string& name)
{
    return QString::fromStdString(name).toStdString();
}

/// A session that calls everything `name`.
SessionContents renamed(SessionContents contents, const std::string& name)
{
    contents.experiment.title = contents.experiment.question = utf8(name);
    return contents;
}

SessionContents contentsOf(const char* kind, const std::string& name)
{
    if (kind == std::string("images"))
        return renamed(imageSession(), name);
    if (kind == std::string("texts")) {
        SessionContents contents = textSession();
        for (GenerationPtr& link : contents.generations) {
            LanguageView view = textView(link->index);
            view.prompts.assign(2, name);
            view.answers.assign(2, name + ' ' + name);
            view.passages.assign(2, name);
            view.passagePrompts.assign(2, name);
            auto other = std::make_shared<Generation>(*textLink(link->index, std::move(view)));
            other->note = name;
            link = other;
        }
        return renamed(std::move(contents), name);
    }
    const Experiment experiment = experimentOf(kind);
    SessionContents contents{experiment, collected(experiment).generations, QStringLiteral("test")};
    if (experiment.chains > 1) {
        const auto half = static_cast<ChainIndex>(experiment.chains / 2);
        contents.experiment.chains = half;
        contents.experiment.variants = {{utf8(name), {}}, {utf8(name) + " 2", {}}};
    }
    return renamed(std::move(contents), name);
}

} // namespace

class NastyNamesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    /// Parsed here, and kept for another parser.
    void check(const QByteArray& xml, const char* ending)
    {
        QXmlStreamReader reader(xml);
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement())
                continue;
            const QString name = reader.name().toString();
            QVERIFY2(name != QLatin1String("script"), qPrintable(name));
            if (name == QLatin1String("a")) // the one link is the program's own
                QVERIFY2(reader.attributes().value(QLatin1String("href")).startsWith(QLatin1String("hareloom:?")),
                         qPrintable(reader.attributes().value(QLatin1String("href")).toString()));
            for (const QXmlStreamAttribute& attribute : reader.attributes())
                QVERIFY2(!attribute.name().startsWith(QLatin1String("on")),
                         qPrintable(attribute.name().toString()));
        }
        QVERIFY2(
            !reader.hasError(),
            qPrintable(QStringLiteral("%1 in line %2").arg(reader.errorString()).arg(reader.lineNumber())));
        QFile file(m_folder.filePath(QStringLiteral("%1.%2").arg(++m_files).arg(QLatin1String(ending))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(xml), xml.size());
    }

    void checkAllOf(const LabSession& session, const std::string& name)
    {
        StageScene scene(session, faceOf);
        RealData data;
        data.variableNames.assign(600, name);
        data.classNames.assign(10, name);
        scene.setRealData(data);
        scene.setChain(0);
        QVERIFY(scene.stage());
        for (int mode = 0; mode < scene.modes().size(); ++mode) {
            StageOptions options;
            options.mode = mode;
            Figure figure;
            setOrigin(figure, session, 0);
            figure.paint = [&](QPainter& painter, const QRectF& area, const FigureOptions& look) {
                scene.paint(painter, area, 3, options, *look.theme);
            };
            check(encodeFigure(figure, FigureFormat::Svg, {}), "svg");
            QVERIFY(!QImage::fromData(encodeFigure(figure, FigureFormat::Png, {})).isNull());
            QVERIFY(encodeFigure(figure, FigureFormat::Pdf, {}).startsWith("%PDF-"));
        }
        const auto charts = RunCharts::of(session, {}, {{}, 3, std::vector<std::string>(9, name)});
        for (std::size_t i = 0; i < charts->count(); ++i)
            check(encodeFigure(charts->figure(i, {640, 360}), FigureFormat::Svg, {}), "svg");
        check(reportHtml(makeReport({session, 0, {0, 2}, {}, {}, {}, {}})), "html");
        check(textsOf(session, 0, TextFormat::Html), "html");
    }

private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void everyFigureAndReportIsXml_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char* kind : {kTwelveGaussians, kTwoClouds, kTenStates, "images", "texts"})
            QTest::addRow("%.24s", kind) << QByteArray(kind);
    }
    void everyFigureAndReportIsXml()
    {
        QFETCH(QByteArray, kind);
        for (const std::string& name : kNasty) {
            LabSession session;
            session.setFinished(contentsOf(kind.constData(), name), {});
            checkAllOf(session, name);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QString::fromStdString(name)));
        }
    }

    /// What a figure carries comes back as it was, for its experiment is made again from it.
    void theExperimentInsideIsUnchanged()
    {
        for (const std::string& name : {kNasty[0], kNasty[3], std::string("\xEF\xBF\xBE and \xEF\xBF\xBF")}) {
            LabSession session;
            session.setFinished(renamed(fixtures::normalSession(3), name), {});
            Figure figure;
            setOrigin(figure, session);
            figure.paint = [](QPainter&, const QRectF&, const FigureOptions&) {};
            QXmlStreamReader xml(encodeFigure(figure, FigureFormat::Svg, {}));
            QString inside;
            while (!xml.atEnd())
                if (xml.readNext() == QXmlStreamReader::StartElement &&
                    xml.name() == QLatin1String("metadata"))
                    inside = xml.readElementText();
            const auto experiment = parseExperiment(inside.toStdString(), "figure");
            QVERIFY2(experiment.ok(), experiment ? "" : experiment.error().message.c_str());
            QCOMPARE(experiment->title, utf8(name));
        }
    }

    void anotherParserAgrees()
    {
        const QString xmllint = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
        if (xmllint.isEmpty())
            QSKIP("xmllint is not installed (libxml2-utils)");
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(xmllint, QStringList{"--noout", "--huge", "--nonet"} +
                                   QDir(m_folder.path()).entryList(QDir::Files));
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().left(2000).constData());
    }
};

HARELOOM_UI_TEST(NastyNamesTest)
#include "NastyNamesTest.moc"
