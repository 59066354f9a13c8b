// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Render.h"

#include "app/window/Drawing.h"
#include "app/window/RenderPage.h"
#include "app/window/RenderSweep.h"
#include "core/sweep/SweepFolder.h"
#include "ui/export/Report.h"
#include "ui/export/RunCharts.h"
#include "ui/export/StageFigure.h"
#include "ui/export/WriteFile.h"
#include "ui/families/Faces.h"
#include "ui/paths/PathBytes.h"
#include "ui/stage/StageScene.h"
#include "ui/vitals/VitalFigure.h"
#include "ui/vitals/VitalsColumn.h"

#include <QDir>
#include <QTextStream>

#include <algorithm>
#include <memory>
#include <utility>

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
    if (const auto real = ui::RealRows::read(drawing.session, drawing.chain)) {
        sayOfData(*real, drawing.session.experimentOf(drawing.chain));
        drawing.scene.setRealData(*real);
        drawing.variables = real->variableNames;
    }
}

void addStages(Drawing& drawing)
{
    if (!drawing.scene.stage())
        return;
    for (const int index : drawing.generations) {
        ui::Figure figure = ui::stageFigure(drawing.scene, index, {});
        ui::setOrigin(figure, drawing.session, drawing.chain);
        ui::setAddress(figure, drawing.session, drawing.chain, index);
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
    const auto charts =
        ui::RunCharts::of(drawing.session, ui::theoryOf,
                          {drawing.metrics, kNoLimit, drawing.variables, drawing.arguments.spread});
    if (charts->count() == 0)
        return;
    ui::Figure figure = charts->overview(std::min(kMostInOne, charts->count()));
    drawing.setSize(figure, false);
    const ui::FigureSpace space = ui::figureSpace(drawing.arguments.look);
    const ui::FontScaleScope words(space.font);
    sayLeftOut(*charts,
               std::min({kMostInOne, charts->count(), ui::chartsThatFit(figure.size.height() / space.unit)}));
    drawing.figures.push_back({QStringLiteral("vitals"), figure});
}

void addSingle(Drawing& drawing, const std::vector<std::string>& metrics)
{
    constexpr QSizeF kUsualSize(640, 400);
    if (metrics.empty())
        return;
    const auto charts =
        ui::RunCharts::of(drawing.session, ui::theoryOf,
                          {metrics, metrics.size(), drawing.variables, drawing.arguments.spread});
    for (std::size_t i = 0; i < charts->count(); ++i)
        drawing.add(charts->name(i), charts->figure(i, kUsualSize));
}

/// In the order in which they were asked for.
void addCharts(Drawing& drawing)
{
    const QStringList& asked = drawing.arguments.charts;
    if (asked.isEmpty()) {
        addStages(drawing);
        addVitals(drawing);
    }
    for (qsizetype i = 0; i < asked.size(); ++i) {
        if (asked[i] == QLatin1String("stage"))
            addStages(drawing);
        else if (asked[i] == QLatin1String("vitals"))
            addVitals(drawing);
        addSingle(drawing, drawing.single[static_cast<std::size_t>(i)]);
    }
}

/// All figures become one.
Result<void> joinSheet(Drawing& drawing)
{
    if (!drawing.arguments.hasSheet || drawing.figures.empty())
        return {};
    if (drawing.figures.size() > ui::kMostPanels)
        return invalidInput(
            QStringLiteral(
                "--sheet: %1 figures are asked for, but a sheet has at most %2 panels; choose with "
                "--chart and --generation.")
                .arg(drawing.figures.size())
                .arg(ui::kMostPanels)
                .toStdString());
    std::vector<ui::Figure> panels;
    for (ui::NamedFigure& each : drawing.figures)
        panels.push_back(std::move(each.figure));
    drawing.figures.clear();
    ui::Figure sheet = ui::sheetOf(std::move(panels), drawing.arguments.sheet);
    drawing.setSize(sheet, false);
    drawing.figures.push_back({QStringLiteral("sheet"), std::move(sheet)});
    return {};
}

Result<void> checkFigures(const Drawing& drawing)
{
    for (const ui::NamedFigure& each : drawing.figures)
        if (const auto possible = ui::checkFigure(each.figure, drawing.arguments.look); !possible)
            return invalidInput(each.name.toStdString() + ": " + possible.error().message);
    return {};
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
                    .arg(each.name, QString::number(qRound(pixels.width())),
                         QString::number(qRound(pixels.height())))
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

using Sessions = std::vector<std::unique_ptr<ui::LabSession>>;

/// Those that stand beside the drawing's in its report. Errors: those of the files; InvalidInput where there
/// is no report.
Result<Sessions> readBeside(const Drawing& drawing)
{
    Sessions sessions;
    if (drawing.arguments.film.isAsked() && drawing.arguments.formats.isEmpty())
        return sessions; // they stand in the film
    if (!drawing.arguments.beside.isEmpty() && !(drawing.draws("report") && drawing.writesReport()))
        return invalidInput("--beside: sessions are compared in a report; give --format html, pdf or md.");
    for (const QString& path : drawing.arguments.beside) {
        const auto contents = ui::readSession(path);
        if (!contents)
            return contents.error();
        sessions.push_back(std::make_unique<ui::LabSession>());
        sessions.back()->setFinished(*contents, path);
        if (sessions.back()->history().isEmpty())
            return invalidFile(QStringLiteral("%1 holds no finished generation to compare with.")
                                   .arg(ui::shownPath(path))
                                   .toStdString());
    }
    return sessions;
}

Result<void> renderReport(Drawing& drawing, const Sessions& beside)
{
    if (!drawing.draws("report") || !drawing.writesReport())
        return {};
    ui::ReportRequest request{
        drawing.session, drawing.chain, drawing.generations, {}, ui::theoryOf, ui::markCollapse, {}};
    if (const auto made = ui::readProvenance(drawing.arguments.render))
        request.made = *made;
    for (const auto& each : beside)
        request.beside.push_back(each.get());
    const ui::Report report = ui::makeReport(request);
    for (const auto& [format, make] :
         {std::pair("html", &ui::reportHtml), {"pdf", &ui::reportPdf}, {"md", &ui::reportMarkdown}})
        if (drawing.arguments.formats.contains(QLatin1String(format)))
            if (const auto written =
                    write(make(report), QStringLiteral("report.") + QLatin1String(format), drawing.arguments);
                !written)
                return written;
    return {};
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
        if (const auto joined = joinSheet(sweep); !joined)
            return joined;
        if (const auto checked = checkFigures(sweep); !checked)
            return checked;
        return writeFigures(sweep);
    }
    Drawing drawing(arguments);
    const bool drawsFiguresAlone =
        !(drawing.draws("report") && drawing.writesReport()) && !arguments.formats.contains(QLatin1String("page"));
    const auto contents =
        drawsFiguresAlone ? ui::readSessionToDraw(arguments.render) : ui::readSession(arguments.render);
    if (!contents)
        return contents.error();
    drawing.session.setFinished(*contents, arguments.render);
    if (const auto chosen = choose(drawing); !chosen)
        return chosen.error();
    const auto beside = readBeside(drawing);
    if (!beside)
        return beside.error();
    lookAtData(drawing);
    addCharts(drawing);
    if (const auto joined = joinSheet(drawing); !joined)
        return joined;
    if (const auto checked = checkFigures(drawing); !checked)
        return checked;
    if (const auto written = writeFigures(drawing); !written)
        return written;
    if (const auto written = renderPage(drawing); !written)
        return written;
    return renderReport(drawing, *beside);
}

} // namespace hareloom::app
