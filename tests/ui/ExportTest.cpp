// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Fixtures.h"
#include "ui/export/Figures.h"
#include "ui/export/MetricsCsv.h"
#include "ui/stage/StageScene.h"

#include <QTemporaryDir>
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
        m_figure.title = QStringLiteral("Variance fades");
        m_figure.origin = figureOrigin(m_session.experiment());
        m_figure.paint = [this](QPainter& painter, const QRectF& area, const Theme& theme) {
            m_scene.paint(painter, area, 7, {}, theme);
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
    StageScene m_scene{m_session};
    Figure m_figure;
};

QTEST_MAIN(ExportTest)
#include "ExportTest.moc"
