// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese that people have written, in the English window: titles, names of categories and prompts come out
// as letters, in pictures, films, figures and pages.
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/StageRuns.h"
#include "tests/ui/TextChain.h"
#include "ui/export/Figures.h"
#include "ui/export/Report.h"
#include "ui/export/StageFigure.h"
#include "ui/film/FilmedRun.h"
#include "ui/page/Page.h"

#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

// As many letters each, all of one width. A typeface that lacks them draws the same box for each.
const QString kOne = QStringLiteral("天地玄黄"), kOther = QStringLiteral("宇宙洪荒");

SessionContents statesCalled(const QString& name)
{
    const Experiment experiment = experimentOf(
        QStringLiteral(
            R"({"title": "%1", "question": "%1", "family": "discrete", "source": {"kind": "categories",
        "weights": [5, 3, 2], "names": ["%1", "a", "b"]}, "samples": {"size": 30}, "generations": 4, "seed": 1})")
            .arg(name)
            .toUtf8());
    return {experiment, collected(experiment).generations, QStringLiteral("test")};
}

SessionContents textsSaying(const QString& words)
{
    SessionContents contents = textSession();
    for (GenerationPtr& link : contents.generations) {
        LanguageView view = textView(link->index);
        view.prompts.assign(2, words.toStdString());
        view.answers.assign(2, words.toStdString());
        link = textLink(link->index, std::move(view));
    }
    contents.experiment.title = words.toStdString();
    return contents;
}

QImage canvas(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

QImage stageOf(const SessionContents& contents)
{
    LabSession session;
    session.setFinished(contents, {});
    StageScene scene(session, faceOf);
    if (const auto real = RealRows::read(contents.experiment, 0))
        scene.setRealData(*real);
    scene.setChain(0);
    QImage image = canvas({640, 400});
    QPainter painter(&image);
    scene.paint(painter, QRectF(image.rect()), 2, {}, lightTheme());
    return image;
}

QImage frameOf(const SessionContents& contents)
{
    RunToFilm run{contents, 0, {}, {}, {}};
    if (const auto real = RealRows::read(contents.experiment, 0))
        run.real = *real;
    FilmedRun scene(run);
    FilmLook look;
    look.hasStory = false;
    QImage image = canvas(look.size);
    QPainter painter(&image);
    scene.paint(painter, 2, look);
    return image;
}

QByteArray figureOf(const SessionContents& contents, FigureFormat format)
{
    LabSession session;
    session.setFinished(contents, {});
    StageScene scene(session, faceOf);
    if (const auto real = RealRows::read(contents.experiment, 0))
        scene.setRealData(*real);
    scene.setChain(0);
    Figure figure = stageFigure(scene, 2, {});
    setOrigin(figure, session, 0);
    return encodeFigure(figure, format, {});
}

/// What another program makes of a file of this content: its output, or nothing where it is refused.
QByteArray readBy(const QString& program, const QStringList& arguments, const QByteArray& content)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    file.close();
    QStringList all = arguments;
    all.replaceInStrings(QStringLiteral("FILE"), file.fileName());
    QProcess process;
    process.start(program, all);
    return process.waitForFinished(60'000) && process.exitCode() == 0 ? process.readAllStandardOutput() + ' '
                                                                      : QByteArray();
}

QByteArray withoutBlanks(QByteArray text)
{
    return text.simplified().replace(' ', QByteArray());
}

} // namespace

class ChineseTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    // The same picture but for its letters: boxes would make both alike.
    void lettersAreDrawn_data()
    {
        QTest::addColumn<QImage>("one");
        QTest::addColumn<QImage>("other");
        QTest::newRow("categories on a stage")
            << stageOf(statesCalled(kOne)) << stageOf(statesCalled(kOther));
        QTest::newRow("prompts and answers") << stageOf(textsSaying(kOne)) << stageOf(textsSaying(kOther));
        QTest::newRow("a film's title") << frameOf(statesCalled(kOne)) << frameOf(statesCalled(kOther));
        const auto png = [](const QString& name) {
            return QImage::fromData(figureOf(statesCalled(name), FigureFormat::Png));
        };
        QTest::newRow("a figure") << png(kOne) << png(kOther);
    }
    void lettersAreDrawn()
    {
        QFETCH(QImage, one);
        QFETCH(QImage, other);
        QCOMPARE(one.size(), other.size());
        QVERIFY(!one.isNull() && one != other);
    }

    // What stands in no typeface is a box, and shows that the test above can fail.
    void boxesAreAlike()
    {
        const QString nowhere = QString::fromUcs4(U"\U000F0F01\U000F0F02\U000F0F03\U000F0F04"),
                      neither = QString::fromUcs4(U"\U000F0F05\U000F0F06\U000F0F07\U000F0F08");
        QCOMPARE(stageOf(statesCalled(nowhere)), stageOf(statesCalled(neither)));
    }

    void aVectorFigureNamesItsTypefaces()
    {
        const QByteArray svg = figureOf(statesCalled(kOne), FigureFormat::Svg);
        QVERIFY(svg.contains(kOne.toUtf8()));
        for (const char* family : {"Noto Sans CJK SC", "WenQuanYi Micro Hei"})
            QVERIFY2(svg.contains(family), family);
    }

    void othersReadIt_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("content");
        const SessionContents contents = statesCalled(kOne);
        LabSession session;
        session.setFinished(contents, {});
        const QStringList lint{"--nonet", "--huge", "--encode", "UTF-8", "FILE"};
        QTest::newRow("SVG") << "xmllint" << lint << figureOf(contents, FigureFormat::Svg);
        QTest::newRow("report") << "xmllint" << lint
                                << reportHtml(makeReport({session, 0, {0, 2}, {}, {}, {}, {}}));
        QTest::newRow("PDF") << "pdftotext" << QStringList{"FILE", "-"}
                             << figureOf(contents, FigureFormat::Pdf);
    }
    void othersReadIt()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, content);
        const QString path = QStandardPaths::findExecutable(program);
        if (path.isEmpty())
            QSKIP(qPrintable(program + QStringLiteral(" is not installed")));
        const QByteArray read = readBy(path, arguments, content);
        QVERIFY2(withoutBlanks(read).contains(kOne.toUtf8()), read.left(400).constData());
    }

    void aPageHoldsIt()
    {
        LabSession session;
        session.setFinished(statesCalled(kOne), {});
        PageRequest request;
        request.columns = columnsOf(session);
        const QByteArray html = pageHtml(makePage(request));
        QVERIFY(html.count(kOne.toUtf8()) >= 2); // its title, and the name of a category
        for (const char* family : {"Noto Sans CJK SC", "WenQuanYi Micro Hei"})
            QVERIFY2(html.contains(family), family);
    }
};

HARELOOM_UI_TEST(ChineseTextTest)
#include "ChineseTextTest.moc"
