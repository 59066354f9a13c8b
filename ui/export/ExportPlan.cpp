// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/ExportPlan.h"

#include "ui/export/WriteFile.h"
#include "ui/language/EngineSentence.h"

#include <QCoreApplication>
#include <QDir>
#include <QMimeData>

#include <algorithm>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

QStringList chartNames(const ExportMaterial& material, ExportWhat what)
{
    switch (what) {
    case ExportWhat::CurrentChart:
        return {material.charts.front().name};
    case ExportWhat::Sheet:
        return {QStringLiteral("sheet")};
    case ExportWhat::ReportPage:
        return {QStringLiteral("report")};
    case ExportWhat::ShownTable:
        return {QStringLiteral("metrics-shown")};
    case ExportWhat::WholeTable:
        return {QStringLiteral("metrics")};
    case ExportWhat::Texts:
        return {QStringLiteral("texts")};
    case ExportWhat::EveryChart:
        break;
    }
    QStringList names;
    for (const NamedFigure& chart : material.charts)
        names << chart.name;
    return names;
}

QByteArray chartBytes(const NamedFigure& chart, const ExportChoice& choice)
{
    FigureOptions options = choice.look;
    options.scale = choice.dpi / 96;
    const FigureFormat format = choice.format == ExportFormat::Svg   ? FigureFormat::Svg
                                : choice.format == ExportFormat::Pdf ? FigureFormat::Pdf
                                                                     : FigureFormat::Png;
    return encodeFigure(chosenFigure(chart, choice), format, options);
}

TextFormat textFormat(ExportFormat format)
{
    return format == ExportFormat::Html       ? TextFormat::Html
           : format == ExportFormat::Csv      ? TextFormat::Csv
           : format == ExportFormat::Markdown ? TextFormat::Markdown
                                              : TextFormat::Text;
}

QByteArray bytesOf(const ExportMaterial& material, const ExportChoice& choice, std::size_t index)
{
    switch (choice.what) {
    case ExportWhat::CurrentChart:
    case ExportWhat::EveryChart:
    case ExportWhat::Sheet:
        if (const auto figures = chosenFigures(material, choice))
            return chartBytes((*figures)[index], choice);
        return {};
    case ExportWhat::ReportPage:
        return choice.format == ExportFormat::Html       ? reportHtml(material.report())
               : choice.format == ExportFormat::Markdown ? reportMarkdown(material.report())
                                                         : reportPdf(material.report());
    case ExportWhat::ShownTable:
        return material.shownTable();
    case ExportWhat::WholeTable:
        return material.table();
    case ExportWhat::Texts:
        return material.texts(textFormat(choice.format));
    }
    return {};
}

} // namespace

bool isChart(ExportWhat what)
{
    return what == ExportWhat::CurrentChart || what == ExportWhat::EveryChart || what == ExportWhat::Sheet;
}

QList<ExportFormat> formatsOf(ExportWhat what)
{
    switch (what) {
    case ExportWhat::CurrentChart:
    case ExportWhat::EveryChart:
    case ExportWhat::Sheet:
        return {ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf};
    case ExportWhat::ReportPage:
        return {ExportFormat::Pdf, ExportFormat::Html, ExportFormat::Markdown};
    case ExportWhat::Texts:
        return {ExportFormat::Markdown, ExportFormat::Html, ExportFormat::Text, ExportFormat::Csv};
    case ExportWhat::ShownTable:
    case ExportWhat::WholeTable:
        break;
    }
    return {ExportFormat::Csv};
}

QString endingOf(ExportFormat format)
{
    static const QStringList endings{QStringLiteral("png"),  QStringLiteral("svg"), QStringLiteral("pdf"),
                                     QStringLiteral("html"), QStringLiteral("csv"), QStringLiteral("md"),
                                     QStringLiteral("txt")};
    return endings[static_cast<int>(format)];
}

Result<QStringList> exportPaths(const ExportMaterial& material, const ExportChoice& choice)
{
    if (choice.folder.trimmed().isEmpty())
        return invalidInput(tr("No folder is given; choose the one to write to.").toStdString());
    QStringList paths;
    NameValues values = material.values;
    if (choice.what == ExportWhat::ShownTable || choice.what == ExportWhat::WholeTable) {
        values.generation = 0; // a table has them all
        values.through = std::max(0, material.generations - 1);
    }
    if (choice.what == ExportWhat::WholeTable)
        values.chain = -1;
    for (const QString& chart : chartNames(material, choice.what)) {
        values.chart = chart;
        const auto name = nameFrom(choice.pattern, values);
        if (!name)
            return name.error();
        const QString path = QDir(choice.folder).filePath(*name + QLatin1Char('.') + endingOf(choice.format));
        if (paths.contains(path))
            return invalidInput(tr("Several charts would be called %1; write {chart} into the name.")
                                    .arg(*name)
                                    .toStdString());
        paths << path;
    }
    return paths;
}

std::vector<NamedFigure> panelsOf(const ExportMaterial& material)
{
    std::vector<NamedFigure> panels = material.charts;
    if (!material.at || material.generations < 2)
        return panels;
    const QString name = panels.front().name;
    const auto named = [&](int generation) {
        return tr("%1, generation %2").arg(name, QString::number(generation));
    };
    panels.front().name = named(material.values.generation);
    for (const int generation : {material.generations - 1, 0})
        if (generation != material.values.generation)
            panels.insert(
                panels.begin() + (generation == 0 ? 0 : 1),
                {named(generation), material.at(generation, Spread::Deciles).charts.front().figure});
    return panels;
}

Result<std::vector<NamedFigure>> chosenFigures(const ExportMaterial& material, const ExportChoice& choice)
{
    if (choice.what == ExportWhat::EveryChart)
        return material.charts;
    if (choice.what != ExportWhat::Sheet) {
        if (const auto possible = checkFigure(material.charts.front().figure, choice.look); !possible)
            return possible.error();
        return std::vector<NamedFigure>{material.charts.front()};
    }
    if (choice.panels.empty())
        return invalidInput(tr("The sheet has no panels; tick the charts that belong on it.").toStdString());
    if (choice.panels.size() > kMostPanels)
        return invalidInput(tr("A sheet has at most %1 panels; %2 charts are ticked.")
                                .arg(kMostPanels)
                                .arg(choice.panels.size())
                                .toStdString());
    const std::vector<NamedFigure>& all = material.panels.empty() ? material.charts : material.panels;
    std::vector<Figure> panels;
    for (const std::size_t index : choice.panels)
        panels.push_back(all[std::min(index, all.size() - 1)].figure);
    return std::vector<NamedFigure>{{QStringLiteral("sheet"), sheetOf(std::move(panels), choice.sheet)}};
}

Figure chosenFigure(const NamedFigure& chart, const ExportChoice& choice)
{
    Figure figure = chart.figure;
    figure.hasFooter = figure.hasFooter && choice.hasFooter;
    figure.hasCode = choice.hasCode;
    setWholeSize(figure, choice.size);
    return figure;
}

ExportOutcome writeExport(const ExportMaterial& material, const ExportChoice& choice)
{
    ExportOutcome outcome;
    const auto paths = exportPaths(material, choice);
    if (!paths) {
        outcome.error = engineSentence(paths.error().message);
        return outcome;
    }
    if (isChart(choice.what))
        if (const auto figures = chosenFigures(material, choice); !figures) {
            outcome.error = engineSentence(figures.error().message);
            return outcome;
        }
    if (!QDir().mkpath(choice.folder)) {
        outcome.error = tr("The folder %1 could not be made.").arg(choice.folder);
        return outcome;
    }
    for (qsizetype i = 0; i < paths->size(); ++i) {
        const QByteArray bytes = bytesOf(material, choice, static_cast<std::size_t>(i));
        if (const auto written = writeBytes(bytes, paths->at(i)); !written) {
            outcome.error = engineSentence(written.error().message);
            return outcome;
        }
        outcome.written << paths->at(i);
        outcome.bytes += bytes.size();
    }
    return outcome;
}

QMimeData* clipboardFigure(const Figure& figure)
{
    auto* data = new QMimeData;
    data->setImageData(renderFigure(figure, {}));
    data->setData(QStringLiteral("image/svg+xml"), encodeFigure(figure, FigureFormat::Svg, {}));
    return data;
}

} // namespace hareloom::ui
