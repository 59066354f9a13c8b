// SPDX-License-Identifier: GPL-3.0-or-later
// Stages and figures in Chinese: what they say, and in which typeface.
#include "core/lesson/LessonReader.h"
#include "tests/TestProgram.h"
#include "tests/ui/ChineseWords.h"
#include "tests/ui/DiffusionChain.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/ImageChain.h"
#include "tests/ui/PaintedWords.h"
#include "tests/ui/StageRuns.h"
#include "ui/export/Figures.h"
#include "ui/export/StageFigure.h"
#include "ui/export/WorksheetFile.h"
#include "ui/language/LanguageControl.h"

#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;
using namespace hareloom::ui::chinese;

class ChineseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        fixtures::isolate();
        m_languages = std::make_unique<LanguageControl>();
        m_languages->choose(QStringLiteral("zh_CN"));
    }
    void cleanupTestCase()
    {
        m_languages->choose({});
        m_languages.reset();
    }

    void noWordOfAStageIsEnglish_data()
    {
        QTest::addColumn<QByteArray>("experiment");
        QTest::newRow("a bell curve") << QByteArray(kGaussian);
        QTest::newRow("chains") << QByteArray(kTwelveGaussians);
        QTest::newRow("a kernel density") << QByteArray(kKde);
        QTest::newRow("two clouds") << QByteArray(kTwoClouds);
        QTest::newRow("states") << QByteArray(kTenStates);
        QTest::newRow("a line") << QByteArray(
            R"({"family": "regression", "source": {"kind": "linear", "inputs": 1,
            "noise": 0.5}, "samples": {"size": 20}, "generations": 13, "seed": 1})");
        QTest::newRow("coefficients") << QByteArray(R"({"family": "regression", "source": {"kind": "linear",
            "inputs": 6, "noise": 1}, "samples": {"size": 40}, "generations": 13, "seed": 1})");
    }
    void noWordOfAStageIsEnglish()
    {
        QFETCH(QByteArray, experiment);
        StageRun run(experiment);
        run.look(0);
        readEveryMode(run.scene, 12);
    }

    void noWordOfANetworksStageIsEnglish_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("diffusion, points") << 0;
        QTest::newRow("diffusion, digits") << 1;
        QTest::newRow("images") << 2;
    }
    void noWordOfANetworksStageIsEnglish()
    {
        QFETCH(int, kind);
        LabSession session;
        session.setFinished(kind == 2 ? imageSession() : diffusionSession(kind == 1), {});
        StageScene scene(session, faceOf);
        scene.setChain(0);
        RealData data;
        data.classNames = {"shirt", "bag", "ankle boot", "coat"};
        scene.setRealData(data);
        readEveryMode(scene, 3);
    }

    void noWordOfASheetIsEnglish_data()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<bool>("isNotes");
        QTest::addColumn<bool>("hasKey");
        for (const std::string& id : shippedLessons()) {
            QTest::addRow("%s", id.c_str()) << QString::fromStdString(id) << false << false;
            QTest::addRow("%s, for the teacher", id.c_str()) << QString::fromStdString(id) << true << false;
        }
        QTest::newRow("with a key") << QStringLiteral("copy-of-a-copy") << false << true;
    }
    void noWordOfASheetIsEnglish()
    {
        QFETCH(QString, lesson);
        QFETCH(bool, isNotes);
        QFETCH(bool, hasKey);
        WorksheetWish wish{lesson.toStdString(), {}, hasKey, isNotes, true};
        const auto source = worksheetSource(wish);
        QVERIFY(source.ok());
        QString page = QString::fromUtf8(worksheetBytes(**source, wish));
        page = page.mid(page.indexOf(QStringLiteral("<body>")));
        if (isNotes) { // works are called by their own titles
            const auto works = page.indexOf(QStringLiteral("<h2>文献</h2>"));
            QVERIFY(works > 0 && page.contains(QStringLiteral("<h2>目标</h2>")));
            page.truncate(works);
        }
        const QString left = leftOf(page.split(QLatin1Char('\n')));
        QVERIFY2(left.isEmpty(), qPrintable(left));
    }

    // What has no Chinese letters would leave boxes on another machine.
    void aFigureEmbedsAChineseTypeface()
    {
        const QString pdffonts = QStandardPaths::findExecutable(QStringLiteral("pdffonts"));
        if (pdffonts.isEmpty())
            QSKIP("pdffonts is not installed (poppler-utils)");
        StageRun run(kGaussian);
        run.look(0);
        const Figure figure = stageFigure(run.scene, 7, {});
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(encodeFigure(figure, FigureFormat::Pdf, {}));
        file.close();
        QProcess process;
        process.start(pdffonts, {file.fileName()});
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
        bool hasChinese = false;
        for (const QByteArray& line : process.readAllStandardOutput().split('\n').mid(2)) {
            const QByteArrayList columns = line.simplified().split(' ');
            if (columns.size() < 6)
                continue;
            QVERIFY2(columns[columns.size() - 5] == "yes", line.constData()); // embedded
            hasChinese = hasChinese || line.contains("CJK") || line.contains("WenQuanYi");
        }
        QVERIFY(hasChinese);
        const QByteArray svg = encodeFigure(figure, FigureFormat::Svg, {});
        QVERIFY(svg.contains("Noto Sans CJK SC"));
        QVERIFY(QString::fromUtf8(svg).contains(QStringLiteral("代")));
    }

private:
    void readEveryMode(StageScene& scene, int generation)
    {
        QVERIFY(scene.modes().size() > 1);
        for (int mode = 0; mode < scene.modes().size(); ++mode) {
            StageOptions options;
            options.mode = mode;
            WordDevice device({1024, 600});
            QPainter painter(&device);
            scene.paint(painter, QRectF(0, 0, 1024, 600), generation, options, lightTheme());
            painter.end();
            QVERIFY(!device.words().isEmpty());
            const QString left = leftOf(device.words() + QStringList{scene.summary(generation, options)});
            QVERIFY2(left.isEmpty(), qPrintable(scene.modes()[mode] + QLatin1Char('\n') + left));
        }
    }

    std::unique_ptr<LanguageControl> m_languages;
};

HARELOOM_UI_TEST(ChineseTest)
#include "ChineseTest.moc"
