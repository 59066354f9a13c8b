// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "ui/plot/AxisWishes.h"
#include "ui/plot/FigureParts.h"
#include "ui/session/LabSession.h"
#include "ui/stage/Dots.h"
#include "ui/theme/Theme.h"

#include <QImage>
#include <QSizeF>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hareloom::ui {

inline constexpr double kUsualPoints = 9, kLeastPoints = 5, kMostPoints = 24;
inline constexpr double kUsualLinePoints = 1.35, kLeastLinePoints = 0.1,
                        kMostLinePoints = 10;          // of a chart's line
inline constexpr double kPixelsPerMm = 96 / 25.4;      // device-independent ones
inline constexpr double kLeastMm = 30, kMostMm = 1000; // of a figure's width and height
inline constexpr double kMostPixels = 1e8;             // of a PNG: 400 MB of picture

struct FigureOptions
{
    const Theme* theme = &lightTheme(); // always legible on white unless asked otherwise
    double scale = 2;                   // PNG: pixels per device-independent pixel
    FigureParts parts = {};
    double points = kUsualPoints; // of labels and legends; a heading grows with them
    bool outlinesText = false;    // SVG, PDF: words as outlines, not as text
    QString family = {};          // an installed typeface (installedFamily()); empty: the window's
    double linePoints =
        0; // the width of a chart's lines, with which other lines, dots and gaps grow; 0: usual
    double rasterDpi = kUsualDotDpi; // SVG, PDF: of the picture that many dots become; 0: each dot is a shape
    AxisWishes axes = {};            // what the figure can have of it: checkFigure()
};

/// A legend that charts of one run have in common: on a sheet it stands once.
class CommonLegend
{
public:
    virtual ~CommonLegend() = default;
    /// What these parts of it (Figure::legendPart) show, from the top of `area`. Returns the height that is
    /// used or, without a painter, needed.
    virtual double paintLegendOf(QPainter* painter, const QRectF& area, const std::vector<std::size_t>& parts,
                                 const Theme& theme) const = 0;
};

/// A picture to be written: what paints it, how large, and where it comes from.
struct Figure
{
    std::function<void(QPainter&, const QRectF&, const FigureOptions&)> paint;
    QSizeF size{960, 600};                          // device-independent pixels, without the footer
    QString title;                                  // of the experiment
    QString origin;                                 // "Variance fades · seed 1 · Hareloom 0.1.0"
    FigureParts offered = {true, true, true, true}; // that it has: to ask for the others changes nothing
    bool hasFooter = true;                          // with the origin
    QString address = {};                           // of the moment that it shows; empty: none leads there
    bool hasCode = false;                           // with the address as a QR code, where there is one
    QByteArray experiment; // as JSON: goes with the figure, so that it can be made again
    /// Whether its axes can be as somebody wants them; a sentence where not. Empty: they are always its own.
    std::function<Result<void>(const FigureOptions&)> checkAxes = {};
    std::shared_ptr<const CommonLegend> legend = {}; // null: its legend says what it alone shows
    std::size_t legendPart = 0;
};

enum class FigureFormat { Png, Svg, Pdf };

/// "title · seed n · Hareloom version", for a figure's footer and its metadata.
QString figureOrigin(const Experiment& experiment);

/// Puts origin and experiment into a figure: of the run as a whole, or of one chain of it.
void setOrigin(Figure& figure, const LabSession& session, std::optional<ChainIndex> chain = {});
/// The same of what no session holds.
void setOrigin(Figure& figure, const Experiment& experiment);

/// The units in which a figure is painted. Lines, dots and gaps have their usual size in them; words do at
/// this font scale.
struct FigureSpace
{
    double font = 1, unit = 1; // a unit in device-independent pixels
};
FigureSpace figureSpace(const FigureOptions& options);

/// The address of a moment of the session, for the figure's code. Where none can be written, there is no
/// code.
void setAddress(Figure& figure, const LabSession& session, ChainIndex chain, int generation);

/// With the footer: what a file of it measures.
QSizeF wholeSize(const Figure& figure);
/// Sizes the figure so that a file of it measures this.
void setWholeSize(Figure& figure, const QSizeF& size);

/// Whether the figure can be drawn so. Errors: InvalidInput, one sentence (a range that the figure has no
/// axis for, a logarithmic axis that would begin at 0).
Result<void> checkFigure(const Figure& figure, const FigureOptions& options);

/// With the footer. The painter counts in device-independent pixels.
void paintWhole(QPainter& painter, const Figure& figure, const FigureOptions& options);
/// With the footer; the origin also as text inside the PNG (Title, Source, Experiment).
QImage renderFigure(const Figure& figure, const FigureOptions& options);
/// The file's bytes, the same ones whenever it is made: of a PDF where SOURCE_DATE_EPOCH says when that is.
/// What the figure is and where it comes from is inside: PNG text chunks; title, desc and metadata of an SVG;
/// title and an attached experiment.json of a PDF.
QByteArray encodeFigure(const Figure& figure, FigureFormat format, const FigureOptions& options);
/// As PNG, SVG or PDF by the path's ending; replaces the file at once or not at all. Errors: System,
/// InvalidInput.
Result<void> writeFigure(const Figure& figure, const QString& path, const FigureOptions& options);

} // namespace hareloom::ui
