// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/PrintArguments.h"

#include "app/window/Options.h"
#include "ui/export/AxisText.h"
#include "ui/export/FigurePresets.h"
#include "ui/export/Typeface.h"
#include "ui/theme/FigureThemes.h"

#include <QCommandLineParser>

#include <utility>

namespace hareloom::app {

namespace {

constexpr double kLeastRaster = 72, kMostRaster = 1200;

QString valueOf(const QCommandLineParser& parser, const char* option)
{
    return parser.value(QLatin1String(option)).trimmed();
}

/// A unit of a number, and how many of the first one it is.
using Unit = std::pair<QString, double>;

/// A number with one of the units; without one it is of the first. What is not given stays as it is.
Result<void> readNumber(const QCommandLineParser& parser, const char* option, const QList<Unit>& units,
                        double least, double most, double& number)
{
    const QString given = valueOf(parser, option);
    if (given.isEmpty())
        return {};
    QString text = given;
    double factor = 1;
    for (const auto& [unit, size] : units)
        if (text.endsWith(unit)) {
            text.chop(unit.size());
            factor = size;
            break;
        }
    bool isNumber = false;
    const double value = factor * text.toDouble(&isNumber);
    if (isNumber && value >= least && value <= most) {
        number = value;
        return {};
    }
    return wrong(QStringLiteral("--%1 %2: give %3 to %4 %5.")
                     .arg(QLatin1String(option), given)
                     .arg(least)
                     .arg(most)
                     .arg(units.front().first));
}

Result<void> readPreset(const QCommandLineParser& parser, Arguments& arguments)
{
    const QString name = valueOf(parser, "for");
    if (name.isEmpty())
        return {};
    const ui::FigurePreset* preset = ui::findFigurePreset(name);
    if (!preset || preset->width == 0)
        return wrong(QStringLiteral("--for %1: give column, page or slide.").arg(name));
    arguments.width = preset->width;
    arguments.chartHeight = preset->height;
    arguments.look.parts = preset->parts;
    arguments.hasFooter = preset->hasFooter;
    arguments.hasCode = preset->hasCode;
    arguments.look.points = preset->points;
    arguments.look.linePoints = preset->linePoints;
    return {};
}

Result<void> readSize(const QCommandLineParser& parser, Arguments& arguments)
{
    const QList<Unit> lengths{
        {QStringLiteral("mm"), 1}, {QStringLiteral("cm"), 10}, {QStringLiteral("in"), 25.4}};
    const QList<Unit> points{{QStringLiteral("pt"), 1}};
    if (!valueOf(parser, "width").isEmpty())
        arguments.chartHeight = 0; // another width than the preset's has the shape of the chart
    for (const auto& [option, number] : {std::pair("width", &arguments.width), {"height", &arguments.height}})
        if (const auto read = readNumber(parser, option, lengths, ui::kLeastMm, ui::kMostMm, *number); !read)
            return read;
    if (const auto read =
            readNumber(parser, "font-size", points, ui::kLeastPoints, ui::kMostPoints, arguments.look.points);
        !read)
        return read;
    return readNumber(parser, "line-width", points, ui::kLeastLinePoints, ui::kMostLinePoints,
                      arguments.look.linePoints);
}

Result<void> readWords(const QCommandLineParser& parser, Arguments& arguments)
{
    arguments.look.outlinesText = parser.isSet(QStringLiteral("outlines"));
    const QString name = valueOf(parser, "font");
    if (name.isEmpty())
        return {};
    auto family = ui::installedFamily(name);
    if (!family)
        return invalidInput("--font: " + family.error().message);
    arguments.look.family = *family;
    return {};
}

Result<void> readColours(const QCommandLineParser& parser, Arguments& arguments)
{
    const QStringList known{QStringLiteral("standard"), QStringLiteral("colour-blind"),
                            QStringLiteral("grey")}; // in the order of ui::FigureColours
    const QString name = valueOf(parser, "colours");
    const qsizetype at = known.indexOf(name);
    if (at < 0)
        return wrong(QStringLiteral("--colours %1: give standard, colour-blind or grey.").arg(name));
    arguments.look.theme = &ui::figureTheme(static_cast<ui::FigureColours>(at),
                                            valueOf(parser, "theme") == QLatin1String("dark"));
    return {};
}

Result<void> readDots(const QCommandLineParser& parser, Arguments& arguments)
{
    if (valueOf(parser, "dots-dpi") == QLatin1String("0")) {
        arguments.look.rasterDpi = 0;
        return {};
    }
    if (const auto read = readNumber(parser, "dots-dpi", {{QStringLiteral("dpi"), 1}}, kLeastRaster,
                                     kMostRaster, arguments.look.rasterDpi);
        !read)
        return invalidInput(read.error().message + " 0 draws each dot as a shape.");
    return {};
}

Result<void> readAxes(const QCommandLineParser& parser, Arguments& arguments)
{
    ui::AxisWishes& axes = arguments.look.axes;
    for (const auto& [option, wish] : {std::pair("x-range", &axes.x), {"y-range", &axes.y}}) {
        auto range = ui::readAxisRange(valueOf(parser, option));
        if (!range)
            return invalidInput(std::string("--") + option + ": " + range.error().message);
        wish->range = *range;
    }
    axes.x.title = valueOf(parser, "x-title");
    axes.y.title = valueOf(parser, "y-title");
    const QString scale = valueOf(parser, "y-scale");
    if (scale == QLatin1String("log") || scale == QLatin1String("linear"))
        axes.y.isLog = scale == QLatin1String("log");
    else if (!scale.isEmpty())
        return wrong(QStringLiteral("--y-scale %1: give log or linear.").arg(scale));
    return {};
}

Result<void> readSheet(const QCommandLineParser& parser, Arguments& arguments)
{
    const QStringList known{QStringLiteral("none"), QStringLiteral("a"), QStringLiteral("A"),
                            QStringLiteral("(a)")}; // in the order of ui::PanelLetters
    const QString letters = valueOf(parser, "letters"), columns = valueOf(parser, "sheet");
    const qsizetype at = known.indexOf(letters);
    if (at < 0)
        return wrong(QStringLiteral("--letters %1: give a, A, (a) or none.").arg(letters));
    arguments.sheet.letters = static_cast<ui::PanelLetters>(at);
    if (columns.isEmpty())
        return {};
    bool isNumber = false;
    arguments.sheet.columns = columns.toInt(&isNumber);
    if (!isNumber || arguments.sheet.columns < 1 || arguments.sheet.columns > ui::kMostSheetColumns)
        return wrong(QStringLiteral("--sheet %1: give the number of columns, 1 to %2.")
                         .arg(columns)
                         .arg(ui::kMostSheetColumns));
    arguments.hasSheet = true;
    return {};
}

} // namespace

void declarePrint(QCommandLineParser& parser)
{
    const auto value = [&parser](auto... words) { declareValue(parser, words...); };
    value("for",
          "column or page of a paper, or slide: size, look, words and lines that suit it; what else is given "
          "holds.",
          "NAME");
    value("width", "Width of each figure, as 85mm, 8.5cm or 3.3in; mm unless it says so.", "LENGTH");
    value("height", "Height of each figure.", "LENGTH");
    value("font", "Typeface of all words, one that is installed; Inter unless given.", "NAME");
    value("font-size", "Size of labels and legends in points.", "PT");
    value("line-width", "Width of a chart's lines in points; other lines change with them.", "PT");
    value("colours", "standard, colour-blind, or grey.", "NAME", "standard");
    value("x-range", "The ends of the horizontal axis, as 0:50; for one chart.", "LOW:HIGH");
    value("y-range", "The ends of the vertical axis.", "LOW:HIGH");
    value("x-title", "The title of the horizontal axis.", "WORDS");
    value("y-title", "The title of the vertical axis.", "WORDS");
    value("y-scale", "log or linear: the vertical axis of a metric's chart.", "NAME");
    value("sheet", "All figures as panels of one, in so many columns, in the order of --chart.", "COLUMNS");
    value("letters", "How the panels of a sheet are called: a, A, (a) or none.", "HOW", "a");
    value(
        "dots-dpi",
        "SVG and PDF: resolution of the picture that 1000 dots and more become; 0 draws each dot as a shape.",
        "N");
    parser.addOption(
        {QStringLiteral("outlines"), QStringLiteral("Words in SVG and PDF as outlines of their letters.")});
}

Result<void> readPrint(const QCommandLineParser& parser, Arguments& arguments)
{
    for (const auto& read : {readPreset, readSize, readWords, readColours, readDots, readAxes, readSheet})
        if (const auto done = read(parser, arguments); !done)
            return done;
    return {};
}

} // namespace hareloom::app
