// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/VectorFigures.h"

#include "core/text/Markup.h"
#include "ui/theme/Theme.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace hareloom::ui {

namespace {

/// An element with words.
QByteArray element(const char* name, const QByteArray& words)
{
    return QByteArray("<") + name + '>' + QByteArray::fromStdString(xmlText(words.toStdString())) + "</" +
           name + '>';
}

/// JSON may hold two characters that XML may not: written as JSON's escapes they come back unchanged.
QByteArray withoutNonCharacters(QByteArray json)
{
    return json.replace("\xEF\xBF\xBE", "\\ufffe").replace("\xEF\xBF\xBF", "\\uffff");
}

/// Qt gives a drawing whole pixels.
void setExactSize(QByteArray& svg, const QSizeF& size)
{
    const qsizetype from = svg.indexOf("<svg width="), to = svg.indexOf("viewBox", from);
    if (from < 0 || to < 0)
        return;
    const auto mm = [](double length) { return QByteArray::number(length / kPixelsPerMm, 'g', 6); };
    svg.replace(from, to - from,
                "<svg width=\"" + mm(size.width()) + "mm\" height=\"" + mm(size.height()) + "mm\"\n ");
}

QByteArray drawn(const Figure& figure, const FigureOptions& options)
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
    paintWhole(painter, figure, options);
    painter.end();
    return bytes;
}

/// Qt names the first typeface alone, which has no Chinese: the others come after it, and then any.
void nameFamilies(QByteArray& svg)
{
    QByteArray others;
    for (const QString& family : themeFont(TextSize::Body).families().mid(1))
        others += ", '" + family.toUtf8() + '\'';
    others += ", sans-serif";
    static const QByteArray attribute("font-family=\"");
    for (qsizetype at = svg.indexOf(attribute); at >= 0; at = svg.indexOf(attribute, at)) {
        at = svg.indexOf('"', at + attribute.size());
        svg.insert(at, others);
    }
}

} // namespace

QByteArray svgOf(const Figure& figure, const FigureOptions& options)
{
    QByteArray bytes = drawn(figure, options);
    setExactSize(bytes, wholeSize(figure));
    nameFamilies(bytes);
    QByteArray words = element("desc", figure.origin.toUtf8());
    if (!figure.experiment.isEmpty())
        words += '\n' + element("metadata", withoutNonCharacters(figure.experiment));
    bytes.replace("<title>figure</title>", element("title", figure.title.toUtf8()))
        .replace("<desc>figure</desc>", words);
    // Names are painted in many places, and Qt writes what they hold as it is: this is where all of it
    // passes.
    return QByteArray::fromStdString(xmlCharacters(bytes.toStdString()));
}

} // namespace hareloom::ui
