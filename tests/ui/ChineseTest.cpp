// SPDX-License-Identifier: GPL-3.0-or-later
// Stages and figures in Chinese: what they say, and in which typeface.
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/StageRuns.h"
#include "ui/export/Figures.h"
#include "ui/export/StageFigure.h"
#include "ui/language/LanguageControl.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

/// Of the program, and what has no Chinese name.
const QStringList& names()
{
    static const QStringList all{"Hareloom", "Inter", "Zipf", "Wasserstein", "Wright", "Fisher"};
    return all;
}

QStringList englishIn(QString text)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>|&[a-z]+;|%[1-9n]"));
    static const QRegularExpression word(QStringLiteral("(?<![\\w./=:-])[A-Za-z][a-z]{2,}(?![\\w./=:-])"));
    text.remove(tag).remove(QLatin1Char('&'));
    QStringList left;
    for (auto at = word.globalMatch(text); at.hasNext();)
        if (const QString found = at.next().captured(); !names().contains(found))
            left << found;
    return left;
}

/// Writes down the words that are painted on it.
class WordEngine final : public QPaintEngine
{
public:
    WordEngine() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawPath(const QPainterPath&) override {}
    void drawTextItem(const QPointF&, const QTextItem& item) override { words << item.text(); }
    Type type() const override { return User; }

    QStringList words;
};

class WordDevice final : public QPaintDevice
{
public:
    explicit WordDevice(QSize size) : m_size(size) {}
    QPaintEngine* paintEngine() const override { return &m_engine; }
    const QStringList& words() const { return m_engine.words; }

protected:
    int metric(PaintDeviceMetric which) const override
    {
        switch (which) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return 0;
        }
    }

private:
    QSize m_size;
    mutable WordEngine m_engine;
};

QString leftOf(const QStringList& words)
{
    QStringList found;
    for (const QString& each : words)
        if (const QStringList left = englishIn(each); !left.isEmpty())
            found << each + QStringLiteral("   [") + left.join(QLatin1Char(' ')) + u']';
    found.removeDuplicates();
    return found.join(QLatin1Char('\n'));
}

} // namespace

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
    }
    void noWordOfAStageIsEnglish()
    {
        QFETCH(QByteArray, experiment);
        StageRun run(experiment);
        run.look(0);
        QVERIFY(run.scene.modes().size() > 1);
        for (int mode = 0; mode < run.scene.modes().size(); ++mode) {
            StageOptions options;
            options.mode = mode;
            WordDevice device({1024, 600});
            QPainter painter(&device);
            run.scene.paint(painter, QRectF(0, 0, 1024, 600), 12, options, lightTheme());
            painter.end();
            QVERIFY(!device.words().isEmpty());
            const QString left = leftOf(device.words() + QStringList{run.scene.summary(12, options)});
            QVERIFY2(left.isEmpty(), qPrintable(run.scene.modes()[mode] + QLatin1Char('\n') + left));
        }
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
    std::unique_ptr<LanguageControl> m_languages;
};

HARELOOM_UI_TEST(ChineseTest)
#include "ChineseTest.moc"
