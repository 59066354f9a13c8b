// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Figures.h"

#include "core/recipe/ExperimentJson.h"
#include "core/text/Markup.h"
#include "ui/export/FigureDevice.h"
#include "ui/export/MomentAddress.h"
#include "ui/export/VectorFigures.h"
#include "ui/export/WriteFile.h"
#include "ui/plot/PlotFrame.h"
#include "ui/plot/QrPaint.h"
#include "ui/session/ChainName.h"
#include "ui/theme/FontFamilyScope.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kFooter = 28;
constexpr double kCode = 92; // 24 mm: a telephone reads the longest usual address from a slide
constexpr double kLeastFontScale = 0.5, kMostFontScale = 4; // of themeFont()
constexpr double kLeastUnit = 0.5, kMostUnit = 2.5; // beyond them only lines change, not what is around them

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

/// Where there is no room for all of it, the title gives way: seed and version are what finds the run again.
QString footerWords(const Figure& figure, const QFontMetricsF& metrics, double room)
{
    if (metrics.horizontalAdvance(figure.origin) <= room || !figure.origin.startsWith(figure.title))
        return metrics.elidedText(figure.origin, Qt::ElideRight, room);
    const QString rest = figure.origin.mid(figure.title.size());
    const double left = room - metrics.horizontalAdvance(rest);
    return left > 0 ? metrics.elidedText(figure.title, Qt::ElideRight, left) + rest
                    : metrics.elidedText(rest, Qt::ElideRight, room);
}

QByteArray pngOf(const Figure& figure, const FigureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    renderFigure(figure, options).save(&buffer, "PNG");
    return bytes;
}

bool showsCode(const Figure& figure)
{
    return figure.hasCode && !figure.address.isEmpty();
}

double footerHeight(const Figure& figure)
{
    return showsCode(figure) ? kCode : figure.hasFooter ? kFooter : 0;
}

/// `footer`: what is left below the chart. The words stand at its left, the code at its right.
void paintFooter(QPainter& painter, const QRectF& footer, const Figure& figure, const Theme& theme)
{
    double room = footer.width() - 4 * kGrid;
    if (showsCode(figure)) {
        const double side = footer.height() - kGrid;
        paintQr(painter, QRectF(footer.right() - side - kGrid, footer.top(), side, side), figure.address);
        room -= side + kGrid;
    }
    if (!figure.hasFooter)
        return;
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    paintText(painter, {footer.left() + 2 * kGrid, footer.center().y()}, Qt::AlignLeft | Qt::AlignVCenter,
              footerWords(figure, QFontMetricsF(painter.font()), room));
}

void paintScaled(QPainter& painter, const Figure& figure, const FigureOptions& options,
                 const FigureSpace& space)
{
    painter.fillRect(QRectF(QPointF(0, 0), wholeSize(figure)),
                     options.theme->dark ? options.theme->surface : QColor(Qt::white));
    painter.scale(space.unit, space.unit);
    FigureOptions asked = options;
    asked.parts.keepsWords |= options.points != kUsualPoints;
    painter.save();
    figure.paint(painter, QRectF(QPointF(0, 0), figure.size / space.unit), asked);
    painter.restore();
    const QRectF whole(QPointF(0, 0), wholeSize(figure) / space.unit);
    if (const double height = footerHeight(figure) / space.unit; height > 0)
        paintFooter(painter, whole.adjusted(0, whole.height() - height, 0, 0), figure, *options.theme);
}

} // namespace

Result<void> checkFigure(const Figure& figure, const FigureOptions& options)
{
    if (options.axes == AxisWishes())
        return {};
    if (!figure.checkAxes)
        return invalidInput(
            tr("The axes of this figure cannot be set: ranges and titles are for one chart of a metric, "
               "or for a stage that has axes.")
                .toStdString());
    return figure.checkAxes(options);
}

// Letters are whole pixels high: the unit is such that they have the wanted points, and near to what makes
// lines as wide as they are wanted.
FigureSpace figureSpace(const FigureOptions& options)
{
    const FontScaleScope plain(1);
    const double usual = themeFont(TextSize::Small).pixelSize(),
                 wanted = usual * options.points / kUsualPoints;
    const double lines = options.linePoints > 0 ? options.linePoints / kUsualLinePoints : 1;
    const double unit =
        std::clamp(lines, wanted / (kMostFontScale * usual), wanted / (kLeastFontScale * usual));
    const double whole = std::round(wanted / std::clamp(unit, kLeastUnit, kMostUnit));
    return {whole / usual, wanted / whole};
}

void paintWhole(QPainter& painter, const Figure& figure, const FigureOptions& options)
{
    // A figure is the same whatever the screen's text is.
    const FontFamilyScope typeface(options.family);
    const FigureSpace space = figureSpace(options);
    const FontScaleScope asPrinted(space.font);
    const DotRasterScope dots(options.rasterDpi * space.unit);
    const AxisWishScope axes(options.axes);
    FigureFilter filter;
    if (options.linePoints > 0)
        filter.lineFactor = options.linePoints / kUsualLinePoints / space.unit;
    filter.outlinesText = options.outlinesText && painter.paintEngine()->type() != QPaintEngine::Raster;
    painter.save();
    if (std::abs(filter.lineFactor - 1) < 1e-9 && !filter.outlinesText) {
        paintScaled(painter, figure, options, space);
    } else {
        FigureDevice device(painter, filter);
        QPainter through(&device);
        through.setRenderHints(painter.renderHints());
        paintScaled(through, figure, options, space);
    }
    painter.restore();
}

QSizeF wholeSize(const Figure& figure)
{
    return figure.size + QSizeF(0, footerHeight(figure));
}

void setWholeSize(Figure& figure, const QSizeF& size)
{
    figure.size = size - QSizeF(0, footerHeight(figure));
}

QString figureOrigin(const Experiment& experiment)
{
    return tr("%1 · seed %2 · Hareloom %3")
        .arg(QString::fromStdString(experiment.title), QString::number(experiment.seed),
             QCoreApplication::applicationVersion());
}

void setOrigin(Figure& figure, const LabSession& session, std::optional<ChainIndex> chain)
{
    Experiment named = session.experiment();
    if (const QString which = chain ? chainName(session, *chain) : QString(); !which.isEmpty())
        named.title += ": " + which.toStdString();
    setOrigin(figure, named);
    figure.experiment = QByteArray::fromStdString(toText(session.experiment()));
}

void setOrigin(Figure& figure, const Experiment& experiment)
{
    Experiment named = experiment;
    named.title = xmlCharacters(named.title); // a PNG's text chunk and a PDF's title mind a NUL, too
    figure.title = QString::fromStdString(named.title);
    figure.origin = figureOrigin(named);
    figure.experiment = QByteArray::fromStdString(toText(experiment));
}

void setAddress(Figure& figure, const LabSession& session, ChainIndex chain, int generation)
{
    figure.address = momentAddress(session, chain, generation);
}

QImage renderFigure(const Figure& figure, const FigureOptions& options)
{
    QImage image((wholeSize(figure) * options.scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDotsPerMeterX(qRound(96 * options.scale / 0.0254));
    image.setDotsPerMeterY(qRound(96 * options.scale / 0.0254));
    image.setDevicePixelRatio(std::max(1.0, options.scale));
    QPainter painter(&image);
    if (options.scale < 1) // Qt knows no ratios below one
        painter.scale(options.scale, options.scale);
    paintWhole(painter, figure, options);
    painter.end();
    image.setText(QStringLiteral("Title"), figure.title);
    image.setText(QStringLiteral("Source"), figure.origin);
    if (!figure.experiment.isEmpty())
        image.setText(QStringLiteral("Experiment"), QString::fromUtf8(figure.experiment));
    image.setText(QStringLiteral("Software"),
                  QStringLiteral("Hareloom ") + QCoreApplication::applicationVersion());
    return image;
}

QByteArray encodeFigure(const Figure& figure, FigureFormat format, const FigureOptions& options)
{
    switch (format) {
    case FigureFormat::Png:
        return pngOf(figure, options);
    case FigureFormat::Svg:
        return svgOf(figure, options);
    case FigureFormat::Pdf:
        return pdfOf(figure, options);
    }
    return {};
}

Result<void> writeFigure(const Figure& figure, const QString& path, const FigureOptions& options)
{
    const QString format = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (format == QLatin1String("png"))
        bytes = pngOf(figure, options);
    else if (format == QLatin1String("svg"))
        bytes = svgOf(figure, options);
    else if (format == QLatin1String("pdf"))
        bytes = pdfOf(figure, options);
    else
        return invalidInput(tr("%1: a figure can be written as .png, .svg or .pdf.").arg(path).toStdString());
    return writeBytes(bytes, path);
}

} // namespace hareloom::ui
