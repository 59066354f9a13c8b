// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Figures.h"

#include "core/recipe/ExperimentJson.h"
#include "ui/export/WriteFile.h"
#include "ui/plot/PlotFrame.h"
#include "ui/session/ChainName.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kFooter = 28;
constexpr int kPdfDpi = 1200;

QString tr(const char* text)
{
    return QCoreApplication::translate("Figures", text);
}

void paintWhole(QPainter& painter, const Figure& figure, const Theme& theme)
{
    const QRectF whole(QPointF(0, 0), wholeSize(figure));
    painter.fillRect(whole, theme.dark ? theme.surface : QColor(Qt::white));
    const FontScaleScope asPrinted(1); // a figure is the same whatever the screen's text is
    painter.save();
    figure.paint(painter, QRectF(QPointF(0, 0), figure.size), theme);
    painter.restore();
    if (!figure.hasFooter)
        return;
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    paintText(
        painter, {whole.left() + 2 * kGrid, whole.bottom() - kFooter / 2}, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(figure.origin, Qt::ElideRight, whole.width() - 4 * kGrid));
}

QByteArray pngOf(const Figure& figure, const FigureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    renderFigure(figure, options).save(&buffer, "PNG");
    return bytes;
}

/// An element with words, escaped.
QByteArray element(const char* name, const QString& words)
{
    return QStringLiteral("<%1>%2</%1>").arg(QLatin1String(name), words.toHtmlEscaped()).toUtf8();
}

QByteArray svgOf(const Figure& figure, const FigureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    // Qt 6.4 writes both as they are, so a title with a < would be no XML: they are filled in afterwards.
    svg.setTitle(QStringLiteral("figure"));
    svg.setDescription(QStringLiteral("figure"));
    svg.setResolution(96); // as everywhere: Qt takes the screen's, and a drawing's centimetres with it
    svg.setSize(wholeSize(figure).toSize());
    svg.setViewBox(QRectF(QPointF(0, 0), wholeSize(figure)));
    QPainter painter(&svg);
    paintWhole(painter, figure, *options.theme);
    painter.end();
    QByteArray words = element("desc", figure.origin);
    if (!figure.experiment.isEmpty())
        words += '\n' + element("metadata", QString::fromUtf8(figure.experiment));
    return bytes.replace("<title>figure</title>", element("title", figure.title))
        .replace("<desc>figure</desc>", words);
}

QByteArray pdfOf(const Figure& figure, const FigureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setTitle(figure.title + QStringLiteral(" – ") + figure.origin);
    pdf.setCreator(QStringLiteral("Hareloom ") + QCoreApplication::applicationVersion());
    if (!figure.experiment.isEmpty())
        pdf.addFileAttachment(QStringLiteral("experiment.json"), figure.experiment,
                              QStringLiteral("application/json"));
    pdf.setResolution(kPdfDpi);
    pdf.setPageSize(QPageSize(wholeSize(figure) * 0.75, QPageSize::Point)); // 96 pixels are 72 points
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&pdf);
    painter.scale(kPdfDpi / 96.0, kPdfDpi / 96.0);
    paintWhole(painter, figure, *options.theme);
    painter.end();
    return bytes;
}

} // namespace

QSizeF wholeSize(const Figure& figure)
{
    return figure.size + QSizeF(0, figure.hasFooter ? kFooter : 0);
}

void setWholeSize(Figure& figure, const QSizeF& size)
{
    figure.size = size - QSizeF(0, figure.hasFooter ? kFooter : 0);
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
    figure.title = QString::fromStdString(named.title);
    figure.origin = figureOrigin(named);
    figure.experiment = QByteArray::fromStdString(toText(session.experiment()));
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
    paintWhole(painter, figure, *options.theme);
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
