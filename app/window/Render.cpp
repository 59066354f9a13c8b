// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Render.h"

#include "app/window/Theory.h"
#include "ui/export/Figures.h"
#include "ui/stage/StageScene.h"
#include "ui/vitals/VitalsColumn.h"

#include <QDir>
#include <QTextStream>

#include <algorithm>

namespace hareloom::app {

namespace {

Result<void> writeAll(const ui::Figure& figure, const QString& name, const Arguments& arguments)
{
    ui::FigureOptions options;
    options.theme = arguments.dark ? &ui::darkTheme() : &ui::lightTheme();
    options.scale = arguments.dpi / 96;
    for (const QString& format : arguments.formats) {
        const QString path = QDir(arguments.out).filePath(name + QLatin1Char('.') + format);
        if (const auto written = ui::writeFigure(figure, path, options); !written)
            return written.error();
        QTextStream(stdout) << path << Qt::endl;
    }
    return {};
}

Result<void> renderStages(ui::StageScene& scene, const ui::LabSession& session, const Arguments& arguments)
{
    const int count = session.history().count(0);
    QList<int> wanted = arguments.generations;
    if (wanted.isEmpty())
        wanted = {0, count / 2, count - 1};
    for (const int index : wanted) {
        if (index >= count)
            return invalidInput(QStringLiteral("--generation %1: %2 has generations 0 to %3.")
                                    .arg(index)
                                    .arg(arguments.render)
                                    .arg(count - 1)
                                    .toStdString());
        ui::Figure figure;
        figure.title = QString::fromStdString(session.experiment().title);
        figure.origin = ui::figureOrigin(session.experimentOf(0));
        figure.paint = [&scene, index](QPainter& painter, const QRectF& area, const ui::Theme& theme) {
            scene.paint(painter, area, index, {}, theme);
        };
        const QString name = QStringLiteral("stage-%1").arg(index, 4, 10, QLatin1Char('0'));
        if (const auto written = writeAll(figure, name, arguments); !written)
            return written.error();
    }
    return {};
}

} // namespace

Result<void> renderFigures(const Arguments& arguments)
{
    const auto contents = ui::readSession(arguments.render);
    if (!contents)
        return contents.error();
    if (!QDir().mkpath(arguments.out))
        return systemError(QStringLiteral("%1 could not be made.").arg(arguments.out).toStdString());
    ui::LabSession session;
    session.setFinished(*contents, arguments.render);
    if (session.history().count(0) == 0)
        return invalidFile(
            QStringLiteral("%1 holds no finished generation to draw.").arg(arguments.render).toStdString());
    ui::StageScene scene(session);
    if (const auto real = ui::RealRows::read(session.experimentOf(0), 0))
        scene.setRealData(*real);
    scene.refresh();
    if (scene.stage())
        if (const auto stages = renderStages(scene, session, arguments); !stages)
            return stages.error();
    ui::VitalsColumn vitals(session);
    vitals.setTheory(theoryOf);
    vitals.reload();
    vitals.waitForTheory();
    vitals.setPosition(session.history().count(0) - 1);
    ui::Figure figure;
    figure.title = QString::fromStdString(session.experiment().title);
    figure.origin = ui::figureOrigin(session.experiment());
    figure.size = QSizeF(480, 180 * std::max(1, vitals.chartCount()));
    figure.paint = [&vitals](QPainter& painter, const QRectF& area, const ui::Theme& theme) {
        vitals.paintCharts(painter, area, theme);
    };
    return writeAll(figure, QStringLiteral("vitals"), arguments);
}

} // namespace hareloom::app
