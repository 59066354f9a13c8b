// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/TextReport.h"
#include "ui/export/Figures.h"
#include "ui/export/Naming.h"
#include "ui/export/Report.h"
#include "ui/export/Sheet.h"
#include "ui/vitals/VitalSeries.h"

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace hareloom::ui {

struct NamedFigure
{
    QString name; // {chart} of a file's name: "stage", "variance"
    Figure figure;
};

/// What the window has to give, at the moment it is asked.
struct ExportMaterial
{
    int generations = 0; // that the charts can show: 0 ... generations - 1
    /// The same of another generation, its charts with another spread; empty: there is no choice.
    std::function<ExportMaterial(int, Spread)> at;
    bool hasChains = false;                           // several of a variant: there is a spread
    NameValues values;                                // all but `chart`
    std::vector<NamedFigure> charts;                  // the current one first; never empty
    std::vector<NamedFigure> panels = {};             // of a sheet: panelsOf(); empty: the charts
    std::function<Report()> report;                   // empty: there is none to be had
    bool comparesSessions = false;                    // the report does, on as many pages as it needs
    std::function<QByteArray()> shownTable, table;    // metrics as CSV; shownTable may be empty
    std::function<QByteArray(TextFormat)> texts = {}; // prompts and answers; empty: there are none
};

enum class ExportWhat { CurrentChart, EveryChart, Sheet, ReportPage, ShownTable, WholeTable, Texts };
enum class ExportFormat { Png, Svg, Pdf, Html, Csv, Markdown, Text };

/// Whether it is drawn, in a size of one's choice.
bool isChart(ExportWhat what);
/// The formats in which a thing can be written, the usual one first.
QList<ExportFormat> formatsOf(ExportWhat what);
/// "png", "svg", ...
QString endingOf(ExportFormat format);

struct ExportChoice
{
    ExportWhat what = ExportWhat::CurrentChart;
    ExportFormat format = ExportFormat::Png;
    double dpi = 192;      // PNG; 96 is one pixel a device-independent pixel
    QSizeF size{960, 600}; // of each chart's file, device-independent pixels
    FigureOptions look;    // theme, parts, words; its scale is that of `dpi`
    bool hasFooter = true, hasCode = false;
    std::vector<std::size_t> panels = {}; // of a sheet: indices in the material's
    SheetChoice sheet = {};
    QString folder, pattern = kUsualNameTemplate;
};

/// The files that a choice makes, by full path, in order. Errors: InvalidInput (the name; several charts of
/// one name; no folder).
Result<QStringList> exportPaths(const ExportMaterial& material, const ExportChoice& choice);

struct ExportOutcome
{
    QStringList written;
    qint64 bytes = 0;
    QString error; // empty when all are written; those in `written` are whole
};

/// What can be a panel of a sheet: the charts, the first of them also at the first and the last generation.
std::vector<NamedFigure> panelsOf(const ExportMaterial& material);

/// What is drawn: the chart, each of them, or the sheet. Errors: InvalidInput (no panels, too many, axes that
/// a chart cannot have).
Result<std::vector<NamedFigure>> chosenFigures(const ExportMaterial& material, const ExportChoice& choice);

/// A chart's figure as the choice has it.
Figure chosenFigure(const NamedFigure& chart, const ExportChoice& choice);

/// Writes them, each at once or not at all, replacing what is there; the folder is made when it is not there.
ExportOutcome writeExport(const ExportMaterial& material, const ExportChoice& choice);

/// The figure as a picture and as SVG, for the clipboard. The caller owns it.
QMimeData* clipboardFigure(const Figure& figure);

} // namespace hareloom::ui
