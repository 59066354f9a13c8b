// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "ui/plot/FigureParts.h"
#include "ui/session/LabSession.h"
#include "ui/theme/Theme.h"

#include <QImage>
#include <QSizeF>
#include <QString>

#include <functional>
#include <optional>

namespace hareloom::ui {

inline constexpr double kUsualPoints = 9, kLeastPoints = 5, kMostPoints = 24;
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
};

/// A picture to be written: what paints it, how large, and where it comes from.
struct Figure
{
    std::function<void(QPainter&, const QRectF&, const FigureOptions&)> paint;
    QSizeF size{960, 600}; // device-independent pixels, without the footer
    QString title;         // of the experiment
    QString origin;        // "Variance fades · seed 1 · Hareloom 0.1.0"
    bool hasFooter = true; // with the origin
    QByteArray experiment; // as JSON: goes with the figure, so that it can be made again
};

enum class FigureFormat { Png, Svg, Pdf };

/// "title · seed n · Hareloom version", for a figure's footer and its metadata.
QString figureOrigin(const Experiment& experiment);

/// Puts origin and experiment into a figure: of the run as a whole, or of one chain of it.
void setOrigin(Figure& figure, const LabSession& session, std::optional<ChainIndex> chain = {});
/// The same of what no session holds.
void setOrigin(Figure& figure, const Experiment& experiment);

/// With the footer: what a file of it measures.
QSizeF wholeSize(const Figure& figure);
/// Sizes the figure so that a file of it measures this.
void setWholeSize(Figure& figure, const QSizeF& size);

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
