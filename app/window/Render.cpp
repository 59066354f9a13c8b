// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Render.h"

#include "app/window/Drawing.h"
#include "app/window/RenderPage.h"
#include "app/window/RenderSweep.h"
#include "core/sweep/SweepFolder.h"
#include "ui/export/Report.h"
#include "ui/export/RunCharts.h"
#include "ui/export/WriteFile.h"
#include "ui/families/Faces.h"
#include "ui/paths/PathBytes.h"
#include "ui/stage/StageScene.h"
#include "ui/vitals/VitalFigure.h"
#include "ui/vitals/VitalsColumn.h"

#include <QDir>
#include <QTextStream>

#include <algorithm>

namespace hareloom::app {

namespace {

Result<void> write(const QByteArray& bytes, const QString& name, const Arguments& arguments)
{
    const QString path = QDir(arguments.out).filePath(name);
    if (const auto written = ui::writeBytes(bytes, path); !written)
        return written;
    QTextStream(stdout) << path << Qt::endl;
    return {};
}

/// Puts the chain on the stage, with the data that it began from.
void lookAtData(Drawing& drawing)
{
    drawing.scene.setChain(drawing.chain);
    const Experiment& experiment = drawing.session.experimentOf(drawing.chain);
    const int replicate = static_cast<int>(drawing.chain % std::max<std::int64_t>(1, experiment.chains));
    if (const auto real = ui::RealRows::read(experiment, replicate)) {
        drawing.scene.setRealData(*real);
        drawing.variables = real->variableNames;
    }
}

void addStages(Drawing& drawing)
{
    if (!drawing.draws("stage") || !drawing.scene.stage())
        return;
    for (const int index : drawing.generations) {
        ui::Figure figure;
        ui::setOrigin(figure, drawing.session, drawing.chain);
        figure.paint = [&scene = drawing.scene, index](QPainter& painter, const QRectF& area,
                                                       const ui::FigureOptions& look) {
            scene.paint(painter, area, index, {}, *look.theme, look.parts);
        };
        QString name = QStringLiteral("stage-%1").arg(index, 4, 10, QLatin1Char('0'));
        if (drawing.chain > 0)
            name += QStringLiteral("-chain-%1").arg(drawing.chain);
        drawing.add(name, std::move(figure));
    }
}

/// Says which metrics have no room in the figure of all.
void sayLeftOut(const ui::RunCharts& charts, std::size_t shown)
{
    if (shown >= charts.count())
        return;
    QStringList names;
    for (std::size_t i = shown; i < charts.count(); ++i)
        names << QString::fromStdString(charts.series(i).metric());
    QTextStream(stderr) << "hareloom: vitals has room for " << shown << " of " << charts.count()
                        << " metrics and leaves out " << names.join(QStringLiteral(", "))
                        << "; --height gives it more, --metric chooses, --chart NAME draws one by itself."
                        << Qt::endl;
}

void addVitals(Drawing& drawing)
{
    constexpr std::size_t kMostInOne = 12, kNoLimit = 100'000;
    if (!drawing.draws("vitals"))
        return;
    const auto charts =
        ui::RunCharts::of(drawing.session, ui::theoryOf,
                          {drawing.metrics, kNoLimit, drawing.variables, drawing.arguments.spread});
    if (charts->count() == 0)
        return;
    ui::Figure figure = charts->overview(std::min(kMostInOne, charts->count()));
    drawing.setSize(figure);
    const ui::FontScaleScope words(drawing.arguments.look.points / ui::kUsualPoints);
    sayLeftOut(*charts, std::min({kMostInOne, charts->count(), ui::chartsThatFit(figure.size.height())}));
    drawing.figures.push_back({QStringLiteral("vitals"), figure});
}

void addSingle(Drawing& drawing)
{
    constexpr QSizeF kUsualSize(640, 400);
    if (drawing.single.empty())
        return;
    const auto charts = ui::RunCharts::of(
        drawing.session, ui::theoryOf,
        {drawing.single, drawing.single.size(), drawing.variables, drawing.arguments.spread});
    for (std::size_t i = 0; i < charts->count(); ++i)
        drawing.add(charts->name(i), charts->figure(i, kUsualSize));
}

Result<void> writeFigures(Drawing& drawing)
{
    ui::FigureOptions options = drawing.arguments.look;
    options.scale = drawing.arguments.dpi / 96;
    const auto wants = [&](const char* ending) {
        return drawing.arguments.formats.contains(QLatin1String(ending));
    };
    for (const ui::NamedFigure& each : drawing.figures) {
        const QSizeF pixels = ui::wholeSize(each.figure) * options.scale;
        if (wants("png") && pixels.width() * pixels.height() > ui::kMostPixels)
            return invalidInput(
                QStringLiteral("%1.png would have %2 × %3 pixels; at most 100 million are allowed. Give a "
                               "smaller --dpi, --width or --height.")
                    .arg(each.name)
                    .arg(qRound(pixels.width()))
                    .arg(qRound(pixels.height()))
                    .toStdString());
    }
    if (!QDir().mkpath(drawing.arguments.out))
        return systemError(QStringLiteral("%1 could not be made.").arg(drawing.arguments.out).toStdString());
    for (const ui::NamedFigure& each : drawing.figures)
        for (const auto& [ending, format] : {std::pair("png", ui::FigureFormat::Png),
                                             {"svg", ui::FigureFormat::Svg},
                                             {"pdf", ui::FigureFormat::Pdf}})
            if (wants(ending))
                if (const auto written =
                        write(ui::encodeFigure(each.figure, format, options),
                              each.name + QLatin1Char('.') + QLatin1String(ending), drawing.arguments);
                    !written)
                    return written;
    return {};
}

Result<void> renderReport(Drawing& drawing)
{
    if (!drawing.draws("report") || !drawing.writesReport())
        return {};
    const bool asHtml = drawing.arguments.formats.contains(QLatin1String("html")),
               asPdf = drawing.arguments.formats.contains(QLatin1String("pdf"));
    ui::ReportRequest request{
        drawing.session, drawing.chain, drawing.generations, {}, ui::theoryOf, ui::markCollapse, {}};
    if (const auto made = ui::readProvenance(drawing.arguments.render))
        request.made = *made;
    const ui::Report report = ui::makeReport(request);
    if (asHtml)
        if (const auto written =
                write(ui::reportHtml(report), QStringLiteral("report.html"), drawing.arguments);
            !written)
            return written;
    return asPdf ? write(ui::reportPdf(report), QStringLiteral("report.pdf"), drawing.arguments)
                 : Result<void>{};
}

} // namespace

Result<void> renderFigures(const Arguments& arguments)
{
    if (SweepFolder::isOne(ui::bytesOf(arguments.render))) {
        if (arguments.formats.contains(QLatin1String("page")))
            return invalidInput(
                "--format page: a page plays one run, not a sweep; give the session of a point.");
        Drawing sweep(arguments);
        if (const auto added = addSweep(sweep); !added)
            return added.error();
        return writeFigures(sweep);
    }
    const auto contents = ui::readSession(arguments.render);
    if (!contents)
        return contents.error();
    Drawing drawing(arguments);
    drawing.session.setFinished(*contents, arguments.render);
    if (const auto chosen = choose(drawing); !chosen)
        return chosen.error();
    lookAtData(drawing);
    for (const auto& add : {addStages, addVitals, addSingle})
        add(drawing);
    if (const auto written = writeFigures(drawing); !written)
        return written;
    if (const auto written = renderPage(drawing); !written)
        return written;
    return renderReport(drawing);
}

} // namespace hareloom::app
