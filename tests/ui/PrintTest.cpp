// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for print, read by other programs than ours: pdffonts, pdftotext, pdfimages, xmllint.
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/export/AxisText.h"
#include "ui/export/FigurePresets.h"
#include "ui/export/RunCharts.h"
#include "ui/export/Sheet.h"
#include "ui/export/StageFigure.h"
#include "ui/export/Typeface.h"
#include "ui/families/Faces.h"
#include "ui/theme/FigureThemes.h"
#include "ui/theme/OkLab.h"

#include <QFontDatabase>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <array>
#include <cmath>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

/// What a program prints of a file; the test skips where it is not installed.
struct Reader
{
    QString program;
    QStringList before = {}, after = {};
};

QString told(const Reader& reader, const QByteArray& bytes)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("figure")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room");
    file.close();
    QProcess process;
    process.start(reader.program, reader.before + QStringList{file.fileName()} + reader.after);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return QStringLiteral("failed: ") + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString wordsOf(const QByteArray& pdf)
{
    return told({QStringLiteral("pdftotext"), {}, {QStringLiteral("-")}}, pdf);
}

bool isThere(const QString& program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

/// Two variables, so many rows a generation.
SessionContents scatter(std::int64_t rows)
{
    SessionContents contents{fixtures::normalExperiment(2, 1, rows), {}, "test"};
    contents.experiment.source.mean = {0, 0};
    contents.experiment.source.covariance = {{1, 0}, {0, 1}};
    for (int g = 0; g < 3; ++g) {
        Matrix covariance(2, 2);
        covariance << 1, 0.3, 0.3, 1;
        auto link = std::make_shared<Generation>(
            *fixtures::link(g, std::make_shared<NormalMixtureSnapshot>(
                                   NormalMixture::single(Vector::Constant(2, 0.1 * g), covariance))));
        link->sampleRows = rows;
        link->seed = 7;
        contents.generations.push_back(link);
    }
    return contents;
}

/// Linear light of a colour as people without one kind of cone see it (G. Machado, M. Oliveira, L. Fernandes,
/// IEEE TVCG 15, 1291-1298, 2009; severity 1).
using Simulation = std::array<std::array<double, 3>, 3>;
constexpr std::array<Simulation, 4> kSights{
    Simulation{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    Simulation{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    Simulation{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    Simulation{
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}};

OkLab seenBy(const Simulation& sight, const QColor& colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const auto coded = [](double c) {
        return c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
    };
    const double rgb[] = {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    double seen[3];
    for (std::size_t i = 0; i < 3; ++i)
        seen[i] =
            coded(std::clamp(sight[i][0] * rgb[0] + sight[i][1] * rgb[1] + sight[i][2] * rgb[2], 0.0, 1.0));
    return toOkLab(QColor::fromRgbF(float(seen[0]), float(seen[1]), float(seen[2])));
}

double distance(const OkLab& one, const OkLab& other)
{
    return std::hypot(one.lightness - other.lightness, one.a - other.a, one.b - other.b);
}

/// The widths of an SVG's lines in points, and the corners of each polyline and path by its colour.
struct Drawn
{
    QList<double> points;
    QMap<QString, QList<QList<QPointF>>> lines;
};

Drawn drawnIn(const QByteArray& svg)
{
    Drawn drawn;
    QXmlStreamReader xml(svg);
    QString stroke;
    double scale = 1, width = 1;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto value = [&](const char* name) {
            return xml.attributes().value(QLatin1String(name)).toString();
        };
        if (xml.name() == QLatin1String("g") && !value("stroke").isEmpty()) {
            stroke = value("stroke").toLower();
            width = value("stroke-width").isEmpty() ? 1 : value("stroke-width").toDouble();
            scale = value("transform").isEmpty()
                        ? 1
                        : value("transform").section('(', 1).section(',', 0, 0).toDouble();
        }
        QString corners;
        if (xml.name() == QLatin1String("polyline"))
            corners = value("points");
        else if (xml.name() == QLatin1String("path"))
            corners = value("d").remove('M').remove('L');
        if (corners.isEmpty() || stroke == QLatin1String("none"))
            continue;
        drawn.points << 0.75 * scale * width;
        QList<QPointF> line;
        for (const QString& corner : corners.split(' ', Qt::SkipEmptyParts))
            if (corner.count(',') == 1)
                line << QPointF(corner.section(',', 0, 0).toDouble(), corner.section(',', 1).toDouble());
        drawn.lines[stroke] << line;
    }
    return drawn;
}

} // namespace

class PrintTest : public QObject
{
    Q_OBJECT

    LabSession m_session, m_wide;
    StageScene m_scene{m_session, faceOf}, m_rows{m_wide, faceOf};
    std::shared_ptr<RunCharts> m_charts;

    Figure chart()
    {
        Figure figure = m_charts->figure(0, {321, 227});
        figure.hasFooter = false;
        return figure;
    }

    Figure stage(int generation)
    {
        Figure figure = stageFigure(m_scene, generation, {});
        setOrigin(figure, m_session);
        figure.size = {321, 227};
        return figure;
    }

    static QString refusal(const Figure& figure, const FigureOptions& options)
    {
        const auto checked = checkFigure(figure, options);
        return checked ? QString() : QString::fromStdString(checked.error().message);
    }

    /// What the axes say when the figure is painted.
    static std::pair<AxisRange, AxisRange> axesOf(const Figure& figure, const FigureOptions& options)
    {
        QImage image(figure.size.toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        const AxisWishScope seen(options.axes);
        figure.paint(painter, image.rect(), options);
        return {seen.paintedX().value_or(AxisRange()), seen.paintedY().value_or(AxisRange())};
    }

private Q_SLOTS:
    void initTestCase()
    {
        fixtures::isolate();
        m_session.setFinished(fixtures::normalSession(12), {});
        m_scene.setChain(0);
        m_wide.setFinished(scatter(5000), {});
        m_rows.setChain(0);
        m_charts = RunCharts::of(m_session, {}, {{"variance"}, 1, {}, Spread::Deciles, {}});
    }

    void aPdfEmbedsItsTypefaceAndHoldsWholeWords_data()
    {
        QTest::addColumn<QString>("family");
        QTest::newRow("the window's") << QString();
        QTest::newRow("another") << QStringLiteral("DejaVu Serif");
    }
    void aPdfEmbedsItsTypefaceAndHoldsWholeWords()
    {
        QFETCH(QString, family);
        if (!isThere("pdffonts"))
            QSKIP("poppler-utils is not installed");
        if (!family.isEmpty() && !installedFamily(family))
            QSKIP("DejaVu Serif is not installed");
        FigureOptions options;
        options.family = family;
        options.linePoints = 0.75; // through the device that filters, too
        options.axes.y.title = "Spread of the efficient fit";
        for (const bool isStage : {true, false}) {
            const QByteArray pdf = encodeFigure(isStage ? stage(7) : chart(), FigureFormat::Pdf, options);
            QVERIFY2(pdf.startsWith("%PDF-1.4") || pdf.startsWith("%PDF-1.5"),
                     pdf.left(9).constData()); // pdfTeX's
            const QStringList fonts = told({"pdffonts"}, pdf).split('\n', Qt::SkipEmptyParts).mid(2);
            QVERIFY(!fonts.isEmpty());
            for (const QString& font : fonts) {
                QVERIFY2(!font.contains("Type 3"), qPrintable(font));
                const QStringList columns = font.simplified().split(' ');
                QVERIFY2(columns[columns.size() - 5] == "yes", qPrintable(font)); // emb
                QVERIFY2(columns[columns.size() - 3] == "yes", qPrintable(font)); // uni: it can be searched
                if (!family.isEmpty())
                    QVERIFY2(font.contains("DejaVuSerif"), qPrintable(font));
            }
            const QString words = wordsOf(pdf);
            QVERIFY2(words.contains("Spread of the efficient fit"), qPrintable(words)); // no ligatures
            QVERIFY2(words.contains(isStage ? "Generation 7" : "generation"), qPrintable(words));
        }
    }

    void anSvgIsReadByAnotherParser()
    {
        if (!isThere("xmllint"))
            QSKIP("libxml2-utils is not installed");
        FigureOptions options;
        options.axes.y.title = "a < b & \"c\" \x1b[31m";
        options.linePoints = 2;
        for (const bool isOutlined : {false, true}) {
            options.outlinesText = isOutlined;
            const QByteArray svg = encodeFigure(sheetOf({stage(0), chart()}, {}), FigureFormat::Svg, options);
            const QString words = told({"xmllint", {"--xpath", "count(//*[local-name()='text'])"}}, svg);
            QVERIFY2(isOutlined ? words.trimmed() == "0" : words.trimmed().toInt() > 10, qPrintable(words));
            if (!isOutlined)
                QVERIFY(svg.contains(">Generation 0</text>"));
        }
    }

    void wordsAndLinesHaveThePointsThatWereAsked()
    {
        for (const double points : {5.0, 7.0, 8.0, 9.0, 9.5, 18.0, 24.0}) {
            Figure figure;
            double painted = 0;
            figure.size = {321, 227};
            figure.hasFooter = false;
            figure.paint = [&](QPainter& painter, const QRectF& area, const FigureOptions&) {
                painted = 0.75 * painter.worldTransform().m11() * themeFont(TextSize::Small).pixelSize();
                QVERIFY(qAbs(area.width() * painter.worldTransform().m11() - 321) < 1e-9);
                painter.setPen(QPen(Qt::red, 1.8));
                painter.drawPolyline(QPolygonF({{10, 10}, {20, 30}, {40, 30}}));
            };
            FigureOptions options;
            options.points = points;
            for (const double line : {0.25, 0.75, 1.0, 3.0}) {
                options.linePoints = line;
                const Drawn drawn = drawnIn(encodeFigure(figure, FigureFormat::Svg, options));
                QVERIFY2(qAbs(painted - points) < 1e-9, qPrintable(QString::number(painted)));
                QCOMPARE(drawn.points.size(), 1);
                QVERIFY2(qAbs(drawn.points.front() - line) < 1e-3 * line,
                         qPrintable(QString::number(drawn.points.front())));
            }
        }
    }

    /// The curve of a drawing, in the numbers of the session.
    void aCurveIsDrawnWhereItsNumbersAre()
    {
        FigureOptions options;
        options.axes.y.range = AxisWish::Range{0, 3};
        options.axes.y.isLog = false;
        const Drawn drawn = drawnIn(encodeFigure(chart(), FigureFormat::Svg, options));
        QList<QPointF> curve;
        for (const QList<QPointF>& line : drawn.lines[lightTheme().variant(0).name()])
            if (line.size() == 12)
                curve = line;
        QCOMPARE(curve.size(), 12);
        const auto value = [&](int g) { return m_charts->series(0).lines()[0].centre[std::size_t(g)]; };
        for (int g = 1; g < 12; ++g) {
            QVERIFY(qAbs((curve[g].x() - curve[0].x()) / (curve[11].x() - curve[0].x()) - g / 11.0) < 1e-3);
            const double rise = (curve[g].y() - curve[0].y()) / (curve[11].y() - curve[0].y());
            QVERIFY2(qAbs(rise - (value(g) - value(0)) / (value(11) - value(0))) < 5e-3,
                     qPrintable(QString::number(rise)));
        }
    }

    void manyDotsAreAPictureBelowAxesOfLines()
    {
        if (!isThere("pdfimages"))
            QSKIP("poppler-utils is not installed");
        StageOptions rows;
        rows.mode = 1; // without the density, which is a picture anyway
        Figure figure = stageFigure(m_rows, 2, rows);
        figure.size = {640, 400};
        FigureOptions options;
        qsizetype bytes[3];
        int i = 0;
        for (const double dpi : {0.0, 300.0, 600.0}) {
            options.rasterDpi = dpi;
            const QByteArray pdf = encodeFigure(figure, FigureFormat::Pdf, options);
            bytes[i++] = pdf.size();
            QStringList images;
            for (const QString& line : told({"pdfimages", {"-list"}}, pdf).split('\n').mid(2))
                if (line.contains(" image "))
                    images << line.simplified();
            QVERIFY2(wordsOf(pdf).contains("Generation 2"), "words stay words");
            if (dpi == 0) {
                QVERIFY(images.isEmpty());
                continue;
            }
            QVERIFY(!images.isEmpty());
            for (const QString& image : images) {
                const QStringList columns = image.split(' ');
                QVERIFY2(qAbs(columns[12].toInt() - dpi) <= 0.01 * dpi, qPrintable(image)); // x-ppi
                QVERIFY2(columns[8] == "image" && columns[7] != "jpeg",
                         qPrintable(image)); // enc: without loss
            }
        }
        QVERIFY2(bytes[1] < bytes[0] && bytes[1] < bytes[2],
                 qPrintable(QString("%1 %2 %3").arg(bytes[0]).arg(bytes[1]).arg(bytes[2])));
        const QByteArray svg = encodeFigure(figure, FigureFormat::Svg, {});
        QVERIFY(svg.contains("<image") && svg.size() < 1'000'000);
        options.rasterDpi = 0;
        QVERIFY(!encodeFigure(figure, FigureFormat::Svg, options).contains("<image"));
    }

    void coloursAreToldApart()
    {
        for (const bool isDark : {false, true}) {
            const Theme& theme = figureTheme(FigureColours::ColourBlind, isDark);
            for (const Simulation& sight : kSights) {
                for (std::size_t i = 0; i < theme.variants.size(); ++i)
                    for (std::size_t j = 0; j < i; ++j) {
                        const double apart =
                            distance(seenBy(sight, theme.variants[i]), seenBy(sight, theme.variants[j]));
                        QVERIFY2(apart > 0.1, qPrintable(QString("%1 %2: %3").arg(i).arg(j).arg(apart)));
                    }
                QVERIFY(distance(seenBy(sight, theme.oldest), seenBy(sight, theme.newest)) > 0.15);
            }
        }
        for (const FigureColours colours : {FigureColours::ColourBlind, FigureColours::Grey})
            for (const bool isDark : {false, true}) {
                const Theme& theme = figureTheme(colours, isDark);
                for (const QColor& line : theme.variants)
                    QVERIFY2(contrastRatio(line, theme.surface) >= 3, qPrintable(line.name()));
                for (const QColor& words : {theme.text, theme.muted})
                    QVERIFY2(contrastRatio(words, theme.surface) >= 4.5, qPrintable(words.name()));
                QVERIFY(contrastRatio(theme.oldest, theme.surface) >= 3);
            }
    }

    void greyFiguresHoldNothingButGrey()
    {
        FigureOptions options;
        options.theme = &figureTheme(FigureColours::Grey);
        for (const Figure& figure : {stage(7), chart(), stageFigure(m_rows, 1, {})}) {
            const QImage image = renderFigure(figure, options).convertToFormat(QImage::Format_RGB32);
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const QRgb pixel = image.pixel(x, y);
                    QVERIFY(qAbs(qRed(pixel) - qGreen(pixel)) <= 2 &&
                            qAbs(qGreen(pixel) - qBlue(pixel)) <= 2);
                }
        }
    }

    void axesHaveTheRangesAndTitlesThatWereAsked()
    {
        FigureOptions options;
        options.axes.x.range = AxisWish::Range{2, 8};
        options.axes.y.range = AxisWish::Range{0.5, 2};
        options.axes.y.isLog = true;
        QCOMPARE(refusal(chart(), options), QString());
        const auto [x, y] = axesOf(chart(), options);
        QCOMPARE(x, (AxisRange{2, 8, false}));
        QCOMPARE(y, (AxisRange{0.5, 2, true}));
        options.axes = {};
        options.axes.x.range = AxisWish::Range{-10, 2.5}; // beyond what the stage shows by itself
        options.axes.y.range = AxisWish::Range{0, 0.25};
        QCOMPARE(refusal(stage(7), options), QString());
        const auto [across, up] = axesOf(stage(7), options);
        QVERIFY(qAbs(across.low + 10) < 1e-9 && qAbs(across.high - 2.5) < 1e-9);
        QVERIFY(qAbs(up.low) < 1e-9 && qAbs(up.high - 0.25) < 1e-9);
        options.axes.x.title = "waiting time (minutes)";
        const QByteArray svg = encodeFigure(stage(7), FigureFormat::Svg, options);
        QVERIFY(svg.contains(">waiting time (minutes)</text>") && svg.contains(">density</text>"));
    }

    void whatAFigureCannotHaveIsOneSentence()
    {
        const auto error = [](const char* range) {
            const auto read = readAxisRange(range);
            return read ? QString() : QString::fromStdString(read.error().message);
        };
        QCOMPARE(error("5:1"),
                 QString("\"5:1\" is no range: the first number must be smaller than the second."));
        QCOMPARE(error("5:5"),
                 QString("\"5:5\" is no range: the first number must be smaller than the second."));
        for (const char* text : {"5", "a:b", "1:2:3", ":", "1:nan"})
            QCOMPARE(error(text),
                     QString("\"%1\" is no range; give the two ends of the axis, as 0:50.").arg(text));
        QCOMPARE(error(" 1e-3 : 2"), QString());
        QCOMPARE(axisRangeText(readAxisRange("-0.1:1e300").value()), QString("-0.1:1e+300"));

        FigureOptions options;
        options.axes.y.range = AxisWish::Range{0, 2};
        options.axes.y.isLog = true;
        QCOMPARE(
            refusal(chart(), options),
            QString(
                "The vertical axis is logarithmic: its range must begin above 0, or its scale be linear."));
        options.axes = {};
        options.axes.x.range = AxisWish::Range{0, 9};
        options.parts.logGenerations = true;
        QCOMPARE(refusal(chart(), options),
                 QString("The axis of generations is logarithmic: its range must begin above 0."));
        options.axes.x.range = AxisWish::Range{2, 9};
        QCOMPARE(refusal(chart(), options), QString());
        QCOMPARE(axesOf(chart(), options).first, (AxisRange{2, 9, true}));
        options.axes = {};
        options.axes.y.range = AxisWish::Range{0.1, 2};
        QCOMPARE(
            refusal(stage(7), options),
            QString("The vertical axis of this stage begins at 0: areas and bars are read from their base."));
        options.axes = {};
        options.axes.y.isLog = true;
        QVERIFY(refusal(stage(7), options).contains("charts of metrics only"));
        QVERIFY(refusal(m_charts->overview(1), options).contains("cannot be set"));

        const auto family = installedFamily("Intre");
        QVERIFY(!family);
        QCOMPARE(QString::fromStdString(family.error().message),
                 QString("No typeface is called \"Intre\" here; the nearest is Inter."));
        QCOMPARE(*installedFamily(" inter "), QString("Inter"));
    }

    /// The figure in its own size on the page, its words and typefaces still what they were.
    void latexTakesAFigureAsItIs()
    {
        if (!isThere("pdflatex") || !isThere("pdftotext"))
            QSKIP("pdflatex is not installed here (texlive-latex-base), or poppler-utils");
        const QTemporaryDir folder;
        Figure figure = chart();
        setWholeSize(figure, QSizeF(89, 63) * kPixelsPerMm);
        FigureOptions options;
        options.parts = kPaperParts;
        QVERIFY(writeFigure(figure, folder.filePath("variance.pdf"), options));
        QFile text(folder.filePath("paper.tex"));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("\\documentclass{article}\\usepackage{graphicx}\\newsavebox\\figurebox\\begin{document}"
                   "\\sbox\\figurebox{\\includegraphics{variance}}\\typeout{Width: \\the\\wd\\figurebox}"
                   "\\usebox\\figurebox\\end{document}");
        text.close();
        QProcess latex;
        latex.setWorkingDirectory(folder.path());
        latex.start("pdflatex", {"-halt-on-error", "-no-shell-escape", "paper.tex"});
        QVERIFY(latex.waitForFinished(120'000));
        const QString log = QString::fromUtf8(latex.readAllStandardOutput());
        QVERIFY2(latex.exitCode() == 0, qPrintable(log));
        QVERIFY2(!log.contains("PDF inclusion"), qPrintable(log)); // nothing to warn of
        const double width = log.section("Width: ", 1).section("pt", 0, 0).toDouble();
        QVERIFY2(std::abs(width - 89 / 25.4 * 72.27) < 1, qPrintable(log)); // TeX's points
        QFile paper(folder.filePath("paper.pdf"));
        QVERIFY(paper.open(QIODevice::ReadOnly));
        const QByteArray pdf = paper.readAll();
        QVERIFY2(wordsOf(pdf).contains("generation"), qPrintable(wordsOf(pdf)));
        for (const QString& font : told({"pdffonts"}, pdf).split('\n', Qt::SkipEmptyParts).mid(2))
            QVERIFY2(font.contains(" yes "), qPrintable(font));
    }

    void panelsAreLettered()
    {
        if (!isThere("pdftotext"))
            QSKIP("poppler-utils is not installed");
        Figure sheet = sheetOf({stage(0), stage(11), chart()}, {2, PanelLetters::Bracketed});
        setWholeSize(sheet, QSizeF(178, 120) * kPixelsPerMm);
        FigureOptions options;
        options.parts = kPaperParts;
        const QByteArray pdf = encodeFigure(sheet, FigureFormat::Pdf, options);
        const QString words = wordsOf(pdf);
        for (const char* letter : {"(a)", "(b)", "(c)"})
            QCOMPARE(words.count(letter), 1);
        QVERIFY(!words.contains("(d)"));
        const QString info = told({"pdfinfo"}, pdf);
        QVERIFY2(info.contains(QRegularExpression("Page size: +50[45][^ ]* x 340")),
                 qPrintable(info)); // 178 x 120 mm in points
        QCOMPARE(panelLetter(25, PanelLetters::Capital), QString("Z"));
        QCOMPARE(panelLetter(1, PanelLetters::None), QString());
    }

    /// Two charts of one run, in any order beside a stage, and one legend beneath them.
    void panelsShareTheirLegend()
    {
        if (!isThere("pdftotext"))
            QSKIP("poppler-utils is not installed");
        SessionContents two = fixtures::normalSession(12);
        two.experiment.evaluation.metrics = {"variance", "mean"};
        LabSession session;
        session.setFinished(two, {});
        const auto run = RunCharts::of(session, {}, {{}, 2, {}, Spread::Deciles, {}});
        QCOMPARE(run->count(), std::size_t(2));
        FigureOptions options;
        const auto legends = [&](const std::vector<Figure>& panels) {
            Figure sheet = sheetOf(panels, {2, PanelLetters::Small});
            setWholeSize(sheet, QSizeF(178, 120) * kPixelsPerMm);
            return wordsOf(encodeFigure(sheet, FigureFormat::Pdf, options)).count("generation 0");
        };
        const Figure variance = run->figure(0, {321, 227}), mean = run->figure(1, {321, 227});
        QCOMPARE(legends({variance}), 1);
        QCOMPARE(legends({variance, mean}), 1);
        QCOMPARE(legends({variance, stage(3), mean}), 2); // the stage has its own
        QCOMPARE(legends({variance, chart()}), 2); // of another run
        options.parts.legend = false;
        QCOMPARE(legends({variance, mean}), 0);
    }

    /// In a paper the data have more than half of the height, on a slide, which names the generation, more
    /// than a third.
    void usualSizesAreMostlyData()
    {
        for (const FigurePreset& preset : figurePresets()) {
            if (preset.width == 0)
                continue;
            FigureOptions options;
            options.points = preset.points;
            options.linePoints = preset.linePoints;
            const FigureSpace space = figureSpace(options);
            const QRectF area(QPointF(0, 0), QSizeF(preset.width, preset.height) * kPixelsPerMm / space.unit);
            const FontScaleScope words(space.font);
            FigureParts parts = preset.parts;
            parts.keepsWords = true;
            const StageHead head = stageHead(area, m_scene.legend(7, {}, lightTheme()), 0, parts);
            const QRectF plot = m_scene.stage()->plot(head.plot, m_scene.frameAt(7), {}).area;
            QVERIFY2(plot.height() > (parts.heading ? 0.35 : 0.5) * area.height() &&
                         plot.width() > 0.65 * area.width(),
                     qPrintable(QString("%1: %2 x %3").arg(preset.id).arg(plot.width()).arg(plot.height())));
        }
    }
};

HARELOOM_UI_TEST(PrintTest)
#include "PrintTest.moc"
