// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/SteadyOrder.h"
#include "ui/export/VectorFigures.h"
#include "ui/theme/PlainGlyphScope.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>
#include <QPdfWriter>
#include <QTimeZone>

namespace hareloom::ui {

namespace {

constexpr int kPdfDpi = 1200;

} // namespace

QByteArray pdfOf(const Figure& figure, const FigureOptions& options)
{
    const SteadyOrder order;
    const PlainGlyphScope readable(!options.outlinesText);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setTitle(figure.origin); // it begins with the title
    pdf.setCreator(QStringLiteral("Hareloom ") + QCoreApplication::applicationVersion());
    if (!figure.experiment.isEmpty())
        pdf.addFileAttachment(QStringLiteral("experiment.json"), figure.experiment,
                              QStringLiteral("application/json"));
    pdf.setResolution(kPdfDpi);
    pdf.setPageSize(QPageSize(wholeSize(figure) * 0.75, QPageSize::Point, {}, QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0)); // 96 pixels are 72 points
    QPainter painter(&pdf);
    painter.scale(kPdfDpi / 96.0, kPdfDpi / 96.0);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    paintWhole(painter, figure, options);
    painter.end();
    return dated(std::move(bytes));
}

QByteArray dated(QByteArray pdf)
{
    bool isNumber = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    if (!isNumber)
        return pdf;
    // Of the same length: the file's table of contents counts bytes.
    const QByteArray mark = "/CreationDate (D:";
    const qsizetype from = pdf.indexOf(mark) + mark.size(), to = pdf.indexOf(')', from);
    if (from < mark.size() || to < 0)
        return pdf;
    QByteArray moment = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString("yyyyMMddHHmmss").toLatin1();
    moment += to - from - moment.size() == 1 ? "Z" : "+00'00'";
    return moment.size() == to - from ? pdf.replace(from, to - from, moment) : pdf;
}

} // namespace hareloom::ui
