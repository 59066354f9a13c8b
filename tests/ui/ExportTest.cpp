// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/ExperimentJson.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/export/Figures.h"
#include "ui/export/MetricsCsv.h"
#include "ui/families/Faces.h"
#include "ui/stage/StageScene.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

class ExportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        m_session.setFinished(fixtures::normalSession(12), {});
        m_scene.setChain(0);
        setOrigin(m_figure, m_session);
        m_figure.paint = [this](QPainter& painter, const QRectF& area, const FigureOptions& look) {
            m_scene.paint(painter, area, 7, {}, *look.theme);
        };
    }

    void pngIsTwiceAsLargeAndSaysWhereItIsFrom()
    {
        const QString path = m_folder.filePath(QStringLiteral("stage.png"));
        QVERIFY(writeFigure(m_figure, path, {}).ok());
        const QImage image(path);
        QCOMPARE(image.width(), 2 * 960);
        QVERIFY(image.text(QStringLiteral("Source")).contains(QStringLiteral("seed 1")));
        QVERIFY(image.text(QStringLiteral("Source")).contains(QStringLiteral("Variance fades")));
        QCOMPARE(image.pixelColor(3, 3), QColor(Qt::white));
    }

    void vectorFiguresAreVectors()
    {
        for (const char* name : {"stage.svg", "stage.pdf"}) {
            const QString path = m_folder.filePath(QString::fromLatin1(name));
            QVERIFY(writeFigure(m_figure, path, {}).ok());
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.size() > 4000);
            QVERIFY(!bytes.contains("<image"));
        }
    }

    void aSmallPictureHoldsTheWholeFigure()
    {
        m_figure.paint = [](QPainter& painter, const QRectF& area, const FigureOptions&) {
            painter.fillRect(QRectF(area.bottomRight() - QPointF(40, 40), area.bottomRight()), Qt::red);
        };
        for (const double scale : {0.5, 1.0, 3.0}) {
            const QImage image = renderFigure(m_figure, {&lightTheme(), scale});
            QCOMPARE(image.width(), qRound(960 * scale));
            QCOMPARE(image.pixelColor(QPoint(qRound(940 * scale), qRound(580 * scale))), QColor(Qt::red));
            QCOMPARE(image.pixelColor(QPoint(qRound(900 * scale), qRound(580 * scale))), QColor(Qt::white));
        }
    }

    // What a chart clips must be clipped in its data: Qt 6.4's SVG knows no clipping.
    void anSvgLooksLikeThePicture()
    {
        for (const int generation : {0, 7, 11}) {
            m_figure.paint = [&](QPainter& painter, const QRectF& area, const FigureOptions& look) {
                m_scene.paint(painter, area, generation, {}, *look.theme);
            };
            const QImage picture =
                renderFigure(m_figure, {&lightTheme(), 1}).convertToFormat(QImage::Format_RGB32);
            QSvgRenderer renderer(encodeFigure(m_figure, FigureFormat::Svg, {}));
            QVERIFY(renderer.isValid());
            QImage drawn(picture.size(), QImage::Format_RGB32);
            drawn.fill(Qt::white);
            QPainter painter(&drawn);
            renderer.render(&painter);
            painter.end();
            int differing = 0;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    differing += qAbs(qGray(picture.pixel(x, y)) - qGray(drawn.pixel(x, y))) > 96 ? 1 : 0;
            QVERIFY2(differing < picture.width() * picture.height() / 100,
                     qPrintable(QString::number(differing)));
        }
    }

    void everyFigureCarriesItsExperiment()
    {
        SessionContents contents = fixtures::normalSession(3);
        contents.experiment.title = "<b> & \"quotes\" 99%2";
        contents.experiment.seed = 4711;
        m_session.setFinished(contents, {});
        m_scene.setChain(0);
        setOrigin(m_figure, m_session);
        m_figure.paint = [this](QPainter& painter, const QRectF& area, const FigureOptions& look) {
            m_scene.paint(painter, area, 1, {}, *look.theme);
        };
        const auto read = [](const QString& text) {
            const auto experiment = parseExperiment(text.toStdString(), "figure");
            return experiment ? experiment->title + " " + std::to_string(experiment->seed)
                              : experiment.error().message;
        };
        const std::string expected = "<b> & \"quotes\" 99%2 4711";
        const QImage image = QImage::fromData(encodeFigure(m_figure, FigureFormat::Png, {}));
        QCOMPARE(read(image.text("Experiment")), expected);
        QVERIFY(image.text("Source").contains(QString::fromUtf8("99%2 · seed 4711")));
        QXmlStreamReader xml(encodeFigure(m_figure, FigureFormat::Svg, {}));
        QMap<QString, QString> elements;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement)
                if (const QString name = xml.name().toString();
                    name == "title" || name == "desc" || name == "metadata")
                    elements[name] = xml.readElementText();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(elements["title"], QString("<b> & \"quotes\" 99%2"));
        QVERIFY(elements["desc"].contains("seed 4711"));
        QCOMPARE(read(elements["metadata"]), expected);
        const QByteArray pdf = encodeFigure(m_figure, FigureFormat::Pdf, {});
        QVERIFY(pdf.contains("/EmbeddedFile"));
        QVERIFY(pdf.contains("/Title"));
    }

    void wordsOfADrawingAreWholeOrOutlines()
    {
        FigureOptions options;
        const QByteArray text = encodeFigure(m_figure, FigureFormat::Svg, options);
        QVERIFY(text.contains(">Generation 7</text>"));
        options.outlinesText = true;
        const QByteArray outlines = encodeFigure(m_figure, FigureFormat::Svg, options);
        QVERIFY(!outlines.contains("<text"));
        QVERIFY(outlines.contains("<title>"));
        QSvgRenderer renderers[2];
        QImage images[2];
        int i = 0;
        for (const QByteArray& svg : {text, outlines}) {
            QVERIFY(renderers[i].load(svg));
            images[i] = QImage(renderers[i].defaultSize(), QImage::Format_RGB32);
            images[i].fill(Qt::white);
            QPainter painter(&images[i]);
            renderers[i].render(&painter);
            ++i;
        }
        int differing = 0;
        for (int y = 0; y < images[0].height(); ++y)
            for (int x = 0; x < images[0].width(); ++x)
                differing += qAbs(qGray(images[0].pixel(x, y)) - qGray(images[1].pixel(x, y))) > 96 ? 1 : 0;
        QVERIFY2(differing < images[0].width() * images[0].height() / 100,
                 qPrintable(QString::number(differing)));
        QVERIFY(encodeFigure(m_figure, FigureFormat::Pdf, options).startsWith("%PDF-"));
    }

    /// Whoever builds a paper anew wants the same bytes.
    void aFigureIsTheSameWheneverItIsMade()
    {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf}) {
            const QByteArray first = encodeFigure(m_figure, format, {});
            QTest::qWait(1100); // a PDF's date has seconds
            QCOMPARE(encodeFigure(m_figure, format, {}), first);
        }
        const QByteArray pdf = encodeFigure(m_figure, FigureFormat::Pdf, {});
        QVERIFY(pdf.contains("D:20231114221320"));
        qunsetenv("SOURCE_DATE_EPOCH");
        QVERIFY(!encodeFigure(m_figure, FigureFormat::Pdf, {}).contains("D:20231114221320"));
    }

    void aNarrowFooterKeepsSeedAndVersion()
    {
        m_figure.title = QString(200, 'm');
        m_figure.origin = m_figure.title + QStringLiteral(" · seed 4711 · Hareloom");
        setWholeSize(m_figure, {321, 227});
        QVERIFY(encodeFigure(m_figure, FigureFormat::Svg, {}).contains(" · seed 4711 · Hareloom</text>"));
    }

    void unknownFormatsAndFoldersAreRefused()
    {
        QVERIFY(!writeFigure(m_figure, m_folder.filePath(QStringLiteral("stage.bmp")), {}).ok());
        QVERIFY(!writeFigure(m_figure, QStringLiteral("/nowhere/at/all.png"), {}).ok());
    }

    void csvIsTidyAndExact()
    {
        const QString path = m_folder.filePath(QStringLiteral("metrics.csv"));
        QVERIFY(writeMetricsCsv(m_session, path).ok());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + 12 * 2);
        QCOMPARE(lines[0], QByteArray("chain,generation,metric,value"));
        const QList<QByteArray> cells = lines[1 + 2 * 5].split(',');
        QCOMPARE(cells[1], QByteArray("5"));
        QCOMPARE(cells[3].toDouble(), m_session.history().at(0, 5)->metric("variance"));
    }

private:
    QTemporaryDir m_folder;
    LabSession m_session;
    StageScene m_scene{m_session, faceOf};
    Figure m_figure;
};

HARELOOM_UI_TEST(ExportTest)
#include "ExportTest.moc"
