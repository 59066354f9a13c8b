// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Report.h"

#include "core/address/QrCode.h"
#include "core/text/Markup.h"
#include "ui/language/Languages.h"

#include <QCoreApplication>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

// Light whatever the reader's scheme is: figures are drawn on white.
const char* const kStyle = R"(
:root { color-scheme: light; }
@page { size: A4; margin: 9mm 12mm; }
body { font: 13px/1.45 Inter, "Helvetica Neue", Arial, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; font-variant-numeric: tabular-nums; color: @text;
    background: #fff; max-width: 720px; margin: 24px auto; padding: 0 16px; }
h1 { font-size: 22px; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 14px; margin: 20px 0 6px; padding-top: 8px; border-top: 1px solid @line; }
p { margin: 4px 0; overflow-wrap: anywhere; }
.muted, figcaption, th, footer { color: @muted; }
.muted, figcaption, footer { font-size: 12px; }
.settings { columns: 3; column-gap: 24px; font-size: 12px; padding: 0; margin: 0; list-style: none; }
.settings li { break-inside: avoid; overflow-wrap: anywhere; }
.settings b { color: @text; }
.figures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px 12px; }
.wide-figures { display: grid; gap: 8px; }
.story { max-width: 68ch; } .sources { font-size: 12px; }
figure { margin: 0; break-inside: avoid; }
figcaption { text-align: center; }
img { width: 100%; height: auto; display: block; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 12px; }
th, td { text-align: right; padding: 2px 8px 2px 0; border-bottom: 1px solid @grid; font-weight: normal; }
th.word, td.word { text-align: left; }
tr { break-inside: avoid; }
ul { margin: 0; padding-left: 18px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 16px; margin: 0; font-size: 12px; }
.prompt { border-left: 3px solid @text; padding-left: 10px; margin-top: 10px; }
.address { font-size: 12px; overflow-wrap: anywhere; } img.qr { width: 32mm; }
dt { color: @muted; } dd { margin: 0; }
footer { margin-top: 16px; border-top: 1px solid @line; padding-top: 6px; }
@media print {
    body { margin: 0; padding: 0; max-width: none; font-size: 7.8pt; line-height: 1.22; }
    h1 { font-size: 15pt; } h2 { break-after: avoid; font-size: 8.5pt; margin: 4px 0 2px; padding-top: 3px; }
    p { margin: 2px 0; } .muted, figcaption, footer, table, .settings, dl { font-size: 7.2pt; }
    td, th { padding-top: 0; padding-bottom: 0; } .figures { gap: 2px 12px; }
    dl { display: block; } dt, dd { display: inline; } dt::after { content: " "; white-space: pre; }
    dd::after { content: "   "; white-space: pre; }
    footer { margin-top: 4px; padding-top: 2px; }
}
)";

QString style()
{
    const Theme& theme = lightTheme();
    QString sheet = QString::fromLatin1(kStyle);
    for (const auto& [name, colour] : {std::pair("@text", theme.text),
                                       {"@muted", theme.muted},
                                       {"@line", theme.line},
                                       {"@grid", theme.grid}})
        sheet.replace(QLatin1String(name), colour.name());
    return sheet;
}

QString image(const ReportFigure& one)
{
    const QByteArray svg = encodeFigure(one.figure, FigureFormat::Svg, {});
    return QStringLiteral("<img alt=\"%1\" src=\"data:image/svg+xml;base64,%2\"/>")
        .arg(one.alt.toHtmlEscaped(), QString::fromLatin1(svg.toBase64()));
}

QString figures(const std::vector<ReportFigure>& all, const char* kind = "figures")
{
    QString html = QStringLiteral("<div class=\"%1\">\n").arg(QLatin1String(kind));
    for (const ReportFigure& one : all) {
        html += QStringLiteral("<figure>") + image(one);
        if (!one.caption.isEmpty())
            html += QStringLiteral("<figcaption>%1</figcaption>").arg(one.caption.toHtmlEscaped());
        html += QStringLiteral("</figure>\n");
    }
    return html + QStringLiteral("</div>\n");
}

QString table(const ReportTable& table)
{
    const auto row = [&table](const QStringList& cells, const char* tag) {
        QString html = QStringLiteral("<tr>");
        for (qsizetype i = 0; i < cells.size(); ++i)
            html += QStringLiteral("<%1%2>%3</%1>")
                        .arg(QLatin1String(tag),
                             i < table.wordColumns ? QStringLiteral(" class=\"word\"") : QString(),
                             cells[i].toHtmlEscaped());
        return html + QStringLiteral("</tr>\n");
    };
    QString html = QStringLiteral("<div class=\"wide\"><table>\n<thead>%1</thead>\n<tbody>\n")
                       .arg(row(table.header, "th"));
    for (const QStringList& cells : table.rows)
        html += row(cells, "td");
    return html + QStringLiteral("</tbody></table></div>\n");
}

QString settings(const Report& report)
{
    QString html = QStringLiteral("<ul class=\"settings\">\n");
    for (const ReportSetting& s : report.settings) {
        const QString value = s.value.toHtmlEscaped();
        html += QStringLiteral("<li><span class=\"muted\">%1</span> ").arg(s.label.toHtmlEscaped());
        html += s.isChanged ? QStringLiteral("<b>%1</b>").arg(value) : value;
        if (!s.before.isEmpty())
            html += QStringLiteral(" <span class=\"muted\">%1</span>")
                        .arg(tr("(preset: %1)").arg(s.before).toHtmlEscaped());
        html += QStringLiteral("</li>\n");
    }
    return html + QStringLiteral("</ul>\n");
}

QString heading(const QString& words)
{
    return QStringLiteral("<h2>%1</h2>\n").arg(words.toHtmlEscaped());
}

QString paragraph(const QString& words, const char* kind = "")
{
    return words.isEmpty()
               ? QString()
               : QStringLiteral("<p class=\"%1\">%2</p>\n").arg(QLatin1String(kind), words.toHtmlEscaped());
}

QString list(const QStringList& sentences, const char* kind = "")
{
    QString html = QStringLiteral("<ul class=\"%1\">\n").arg(QLatin1String(kind));
    for (const QString& sentence : sentences)
        html += QStringLiteral("<li>%1</li>\n").arg(sentence.toHtmlEscaped());
    return html + QStringLiteral("</ul>\n");
}

QString texts(const Report& report)
{
    QString html;
    for (const AnsweredPrompt& text : report.writings.prompts) {
        html += paragraph(text.prompt, "prompt") + QStringLiteral("<dl>\n");
        for (const QStringList& answer : text.answers)
            html += QStringLiteral("<dt>%1</dt><dd>%2</dd>\n")
                        .arg(answer[0].toHtmlEscaped(), answer[1].toHtmlEscaped());
        html += QStringLiteral("</dl>\n");
    }
    return html;
}

QString provenance(const ReportTable& rows)
{
    QString html = QStringLiteral("<dl>\n");
    for (const QStringList& row : rows.rows)
        html +=
            QStringLiteral("<dt>%1</dt><dd>%2</dd>\n").arg(row[0].toHtmlEscaped(), row[1].toHtmlEscaped());
    return html + QStringLiteral("</dl>\n");
}

/// To be clicked on a screen, and to be scanned from paper.
QString address(const Report& report)
{
    if (report.address.isEmpty())
        return {};
    const QString text = report.address.toHtmlEscaped();
    QString html = QStringLiteral("<p class=\"address\">%1 <a href=\"%2\">%2</a></p>\n")
                       .arg(tr("To open this moment in Hareloom, click or scan:").toHtmlEscaped(), text);
    if (const auto svg = qrSvg(report.address.toStdString()))
        html += QStringLiteral("<img class=\"qr\" alt=\"%1\" src=\"data:image/svg+xml;base64,%2\"/>\n")
                    .arg(tr("QR code of this address").toHtmlEscaped(),
                         QString::fromLatin1(QByteArray::fromStdString(*svg).toBase64()));
    return html;
}

QStringList sourceWords(const Report& report)
{
    QStringList words;
    for (const ReportSource& source : report.sources)
        words << source.words();
    return words;
}

} // namespace

QByteArray reportHtml(const Report& report)
{
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                                  "<meta name=\"viewport\" content=\"width=device-width\"/>\n")
                       .arg(spokenLanguage().replace(QLatin1Char('_'), QLatin1Char('-')));
    html += QStringLiteral("<meta name=\"generator\" content=\"Hareloom %1\"/>\n")
                .arg(QCoreApplication::applicationVersion().toHtmlEscaped());
    html += QStringLiteral("<title>%1</title>\n<style>%2</style>\n</head>\n<body>\n")
                .arg(report.origin.toHtmlEscaped(), style());
    html += QStringLiteral("<h1>%1</h1>\n").arg(report.title.toHtmlEscaped()) + paragraph(report.question) +
            paragraph(report.story, "muted story");
    if (!report.happened.isEmpty())
        html +=
            heading(tr("What happened")) + list(report.happened) + paragraph(report.happenedNote, "muted");
    if (!report.stages.empty()) {
        html += heading(tr("The stage")) + paragraph(report.stageNote, "muted");
        html += figures(report.stages, report.hasWideStages ? "wide-figures" : "figures");
        if (report.legend)
            html += image(*report.legend);
    }
    if (!report.writings.prompts.empty())
        html += heading(tr("What it writes")) + texts(report) + paragraph(report.writings.note, "muted");
    if (!report.charts.empty())
        html += heading(tr("Vital signs")) + (report.chartLegend ? image(*report.chartLegend) : QString()) +
                figures(report.charts) + paragraph(report.chartNote, "muted");
    if (!report.metrics.rows.isEmpty())
        html += heading(tr("Metrics")) + paragraph(report.metricsNote, "muted") + table(report.metrics);
    if (!report.tests.rows.isEmpty())
        html += heading(tr("Differences from the first variant")) + paragraph(report.testsNote, "muted") +
                table(report.tests);
    if (!report.variants.rows.isEmpty())
        html += heading(tr("What the variants differ in")) + table(report.variants);
    if (!report.differences.rows.isEmpty())
        html += heading(tr("What the sessions differ in")) + table(report.differences);
    if (!report.besides.rows.isEmpty())
        html += heading(tr("The sessions side by side")) + paragraph(report.besidesNote, "muted") +
                table(report.besides);
    html += heading(tr("Settings")) + settings(report) + paragraph(report.settingsNote, "muted");
    if (!report.sources.empty())
        html += heading(tr("Sources")) + list(sourceWords(report), "sources");
    html += heading(tr("Where it comes from")) + provenance(report.provenance) +
            address(report);
    html += QStringLiteral("<footer>%1</footer>\n</body>\n</html>\n").arg(report.origin.toHtmlEscaped());
    return QByteArray::fromStdString(xmlCharacters(html.toUtf8().toStdString()));
}

} // namespace hareloom::ui
