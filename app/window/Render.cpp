// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Render.h"

#include "core/base/Text.h"
#include "ui/export/Report.h"
#include "ui/export/WriteFile.h"
#include "ui/families/Faces.h"
#include "ui/paths/PathBytes.h"
#include "ui/stage/StageScene.h"
#include "ui/vitals/VitalsColumn.h"

#include <QDir>
#include <QTextStream>

#include <algorithm>

namespace hareloom::app {

namespace {

/// One session, and what of it is drawn: all checked before anything is written.
struct Drawing
{
    explicit Drawing(const Arguments& given) : arguments(given) {}

    const Arguments& arguments;
    ui::LabSession session;
    ChainIndex chain = 0;
    QList<int> generations;
};

Error refused(const QString& sentence)
{
    return invalidInput(sentence.toStdString());
}

/// Number of the variant asked for; -1 when none is.
Result<int> variantOf(const ui::LabSession& session, const QString& wanted)
{
    const auto& all = session.variants();
    if (wanted.isEmpty())
        return -1;
    for (std::size_t v = 0; v < all.size(); ++v)
        if (QString::fromStdString(all[v].title) == wanted || QString::number(v + 1) == wanted)
            return static_cast<int>(v);
    QStringList titles;
    for (const Experiment& variant : all)
        titles << QString::fromStdString(variant.title);
    return refused(all.size() < 2
                       ? QStringLiteral("--variant %1: the session has no variants.").arg(wanted)
                       : QStringLiteral("--variant %1: allowed is a number from 1 to %2, or a title: %3.")
                             .arg(wanted)
                             .arg(all.size())
                             .arg(titles.join(QStringLiteral("; "))));
}

Result<void> chooseChain(Drawing& drawing)
{
    const auto variant = variantOf(drawing.session, drawing.arguments.variant);
    if (!variant)
        return variant.error();
    const int each = static_cast<int>(drawing.session.experiment().chains);
    const int all = each * static_cast<int>(drawing.session.variants().size());
    const int allowed = *variant < 0 ? all : each, wanted = std::max(0, drawing.arguments.chain);
    if (wanted >= allowed)
        return refused(QStringLiteral("--chain %1: %2 has chains 0 to %3.")
                           .arg(wanted)
                           .arg(*variant < 0
                                    ? ui::shownPath(drawing.arguments.render)
                                    : QStringLiteral("the variant \"%1\"").arg(drawing.arguments.variant))
                           .arg(allowed - 1));
    drawing.chain = std::max(0, *variant) * each + wanted;
    if (*variant < 0 && drawing.arguments.chain < 0 && all > 1)
        QTextStream(stderr)
            << "hareloom: chain 0"
            << (drawing.session.variants().size() > 1
                    ? QStringLiteral(" of the variant \"%1\"")
                          .arg(QString::fromStdString(printable(drawing.session.variants().front().title)))
                    : QString())
            << " is on the stage (chains count from 0 here, from 1 in figures); --variant and "
               "--chain choose another."
            << Qt::endl;
    return {};
}

Result<void> chooseGenerations(Drawing& drawing)
{
    const int count = drawing.session.history().count(drawing.chain);
    if (count == 0)
        return invalidFile(QStringLiteral("%1 holds no finished generation of chain %2 to draw.")
                               .arg(ui::shownPath(drawing.arguments.render))
                               .arg(drawing.chain)
                               .toStdString());
    for (const int index : drawing.arguments.generations)
        if (index >= count)
            return refused(QStringLiteral("--generation %1: chain %2 of %3 has generations 0 to %4.")
                               .arg(index)
                               .arg(drawing.chain)
                               .arg(ui::shownPath(drawing.arguments.render))
                               .arg(count - 1));
    drawing.generations = drawing.arguments.generations;
    std::sort(drawing.generations.begin(), drawing.generations.end());
    drawing.generations.erase(std::unique(drawing.generations.begin(), drawing.generations.end()),
                              drawing.generations.end());
    if (drawing.generations.isEmpty())
        drawing.generations = ui::usualGenerations(count);
    return {};
}

Result<void> write(const QByteArray& bytes, const QString& name, const Arguments& arguments)
{
    const QString path = QDir(arguments.out).filePath(name);
    if (const auto written = ui::writeBytes(bytes, path); !written)
        return written;
    QTextStream(stdout) << path << Qt::endl;
    return {};
}

Result<void> writeAll(const ui::Figure& figure, const QString& name, const Arguments& arguments)
{
    ui::FigureOptions options;
    options.theme = arguments.dark ? &ui::darkTheme() : &ui::lightTheme();
    options.scale = arguments.dpi / 96;
    for (const auto& [ending, format] : {std::pair("png", ui::FigureFormat::Png),
                                         {"svg", ui::FigureFormat::Svg},
                                         {"pdf", ui::FigureFormat::Pdf}})
        if (arguments.formats.contains(QLatin1String(ending)))
            if (const auto written = write(ui::encodeFigure(figure, format, options),
                                           name + QLatin1Char('.') + QLatin1String(ending), arguments);
                !written)
                return written;
    return {};
}

Result<void> renderStages(Drawing& drawing)
{
    ui::StageScene scene(drawing.session, ui::faceOf);
    scene.setChain(drawing.chain);
    const Experiment& experiment = drawing.session.experimentOf(drawing.chain);
    const int replicate = static_cast<int>(drawing.chain % std::max<std::int64_t>(1, experiment.chains));
    if (const auto real = ui::RealRows::read(experiment, replicate))
        scene.setRealData(*real);
    if (!scene.stage())
        return {};
    for (const int index : drawing.generations) {
        ui::Figure figure;
        ui::setOrigin(figure, drawing.session, drawing.chain);
        figure.paint = [&scene, index](QPainter& painter, const QRectF& area, const ui::Theme& theme) {
            scene.paint(painter, area, index, {}, theme);
        };
        QString name = QStringLiteral("stage-%1").arg(index, 4, 10, QLatin1Char('0'));
        if (drawing.chain > 0)
            name += QStringLiteral("-chain-%1").arg(drawing.chain);
        if (const auto written = writeAll(figure, name, drawing.arguments); !written)
            return written;
    }
    return {};
}

Result<void> renderVitals(Drawing& drawing)
{
    ui::VitalsColumn vitals(drawing.session);
    vitals.setChain(drawing.chain);
    vitals.reload();
    vitals.waitForTheory();
    vitals.setPosition(drawing.session.history().count(drawing.chain) - 1);
    ui::Figure figure;
    ui::setOrigin(figure, drawing.session);
    figure.size = QSizeF(480, 180 * std::max(1, vitals.chartCount()));
    figure.paint = [&vitals](QPainter& painter, const QRectF& area, const ui::Theme& theme) {
        vitals.paintCharts(painter, area, theme);
    };
    return writeAll(figure, QStringLiteral("vitals"), drawing.arguments);
}

Result<void> renderReport(Drawing& drawing)
{
    const bool asHtml = drawing.arguments.formats.contains(QLatin1String("html")),
               asPdf = drawing.arguments.formats.contains(QLatin1String("pdf"));
    if (!asHtml && !asPdf)
        return {};
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
    const auto contents = ui::readSession(arguments.render);
    if (!contents)
        return contents.error();
    Drawing drawing(arguments);
    drawing.session.setFinished(*contents, arguments.render);
    for (const auto& check : {chooseChain, chooseGenerations})
        if (const auto checked = check(drawing); !checked)
            return checked.error();
    if (!QDir().mkpath(arguments.out))
        return systemError(QStringLiteral("%1 could not be made.").arg(arguments.out).toStdString());
    for (const auto& render : {renderStages, renderVitals, renderReport})
        if (const auto rendered = render(drawing); !rendered)
            return rendered.error();
    return {};
}

} // namespace hareloom::app
