// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/PageFlow.h"
#include "ui/export/Report.h"
#include "ui/plot/PlotFrame.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kColumns = 3, kSettingColumns = 4;
constexpr double kSettingScale = 0.85;
constexpr double kGap = 12, kRowHeight = 15, kCaption = 15, kValueWidth = 110, kLeastHeading = 90;

QString tr(const char* text)
{
    return QCoreApplication::translate("Report", text);
}

/// Sets a report block by block.
class Setter
{
public:
    explicit Setter(PageFlow& flow) : m_flow(flow) {}

    void head(const Report& report)
    {
        m_flow.paragraph(report.title, themeFont(TextSize::Title, QFont::DemiBold), m_theme.text);
        m_flow.paragraph(report.question, themeFont(TextSize::Body), m_theme.text);
        m_flow.space(2);
    }

    /// `needs`: height of what must not be parted from it.
    void heading(const QString& words, double needs = kLeastHeading)
    {
        m_flow.keepTogether(needs);
        m_flow.space(6);
        m_flow.block(22, [&](QPainter& painter, const QRectF& area) {
            painter.setPen(QPen(m_theme.line, 1));
            painter.drawLine(area.topLeft(), area.topRight());
            painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
            painter.setPen(m_theme.text);
            paintText(painter, area.topLeft() + QPointF(0, 5), Qt::AlignLeft | Qt::AlignTop, words);
        });
    }

    void note(const QString& words) { m_flow.paragraph(words, themeFont(TextSize::Small), m_theme.muted); }

    void sentences(const QStringList& all)
    {
        for (const QString& sentence : all)
            m_flow.paragraph(QStringLiteral("•  ") + sentence, themeFont(TextSize::Small), m_theme.text);
    }

    void text(const ReportText& text)
    {
        m_flow.space(4);
        m_flow.paragraph(text.prompt, themeFont(TextSize::Small, QFont::DemiBold), m_theme.text);
        for (const QStringList& answer : text.answers)
            m_flow.paragraph(answer.join(QStringLiteral(": ")), themeFont(TextSize::Small), m_theme.text, kGap);
    }

    void figures(const std::vector<ReportFigure>& all)
    {
        const double width = (m_flow.width() - (kColumns - 1) * kGap) / kColumns;
        for (std::size_t first = 0; first < all.size(); first += kColumns) {
            const auto count = std::min<std::size_t>(kColumns, all.size() - first);
            const double scale = width / all[first].figure.size.width();
            const double height = all[first].figure.size.height() * scale;
            const double caption = all[first].caption.isEmpty() ? 4 : kCaption;
            m_flow.block(height + caption, [&](QPainter& painter, const QRectF& area) {
                for (std::size_t i = 0; i < count; ++i)
                    figure(painter, {area.left() + double(i) * (width + kGap), area.top()}, scale,
                           all[first + i]);
            });
        }
    }

    void legend(const ReportFigure& one)
    {
        const double scale = m_flow.width() / one.figure.size.width();
        m_flow.block(one.figure.size.height() * scale, [&](QPainter& painter, const QRectF& area) {
            figure(painter, area.topLeft(), scale, one);
        });
    }

    void table(const ReportTable& table)
    {
        row(table, table.header, m_theme.muted);
        for (const QStringList& cells : table.rows)
            row(table, cells, m_theme.text);
    }

    static double settingsHeight(const std::vector<ReportSetting>& all)
    {
        return std::ceil(double(all.size()) / kSettingColumns) * kRowHeight * kSettingScale;
    }

    void settings(const std::vector<ReportSetting>& all)
    {
        const auto rows = static_cast<std::size_t>(std::ceil(double(all.size()) / kSettingColumns));
        m_flow.block(settingsHeight(all), [&](QPainter& painter, const QRectF& area) {
            painter.translate(area.topLeft());
            painter.scale(kSettingScale, kSettingScale);
            const double width =
                (area.width() / kSettingScale - (kSettingColumns - 1) * kGap) / kSettingColumns;
            for (std::size_t i = 0; i < all.size(); ++i)
                setting(painter,
                        QRectF(double(i / rows) * (width + kGap), double(i % rows) * kRowHeight, width,
                               kRowHeight),
                        all[i]);
        });
    }

    void pairs(const ReportTable& table)
    {
        QStringList parts;
        for (const QStringList& cells : table.rows)
            parts << cells[0] + QStringLiteral(": ") + cells[1];
        m_flow.paragraph(parts.join(QStringLiteral("   ·   ")), themeFont(TextSize::Small), m_theme.text);
    }

private:
    void figure(QPainter& painter, const QPointF& at, double scale, const ReportFigure& one)
    {
        painter.save();
        painter.translate(at);
        painter.scale(scale, scale);
        one.figure.paint(painter, QRectF(QPointF(0, 0), one.figure.size), m_theme);
        painter.restore();
        painter.setFont(themeFont(TextSize::Small));
        painter.setPen(m_theme.muted);
        if (!one.caption.isEmpty())
            paintText(painter,
                      at + QPointF(one.figure.size.width() * scale / 2, one.figure.size.height() * scale),
                      Qt::AlignHCenter | Qt::AlignTop, one.caption);
    }

    /// Left and right edge of a cell: words take what values leave.
    std::pair<double, double> edges(const ReportTable& table, qsizetype column) const
    {
        const double all = m_flow.width();
        const auto values = double(table.header.size() - table.wordColumns);
        const double value = std::min(kValueWidth, all * 0.7 / std::max(1.0, values));
        const double word = (all - values * value) / double(table.wordColumns);
        if (column < table.wordColumns)
            return {double(column) * word, double(column + 1) * word - kGap};
        const double right = all - (values - 1 - double(column - table.wordColumns)) * value;
        return {right - value + kGap / 2, right};
    }

    void row(const ReportTable& table, const QStringList& cells, const QColor& colour)
    {
        m_flow.block(kRowHeight, [&](QPainter& painter, const QRectF& area) {
            painter.setPen(QPen(m_theme.grid, 1));
            painter.drawLine(area.bottomLeft(), area.bottomRight());
            painter.setFont(themeFont(TextSize::Small));
            painter.setPen(colour);
            const QFontMetricsF metrics(painter.font());
            for (qsizetype i = 0; i < cells.size(); ++i) {
                const auto [left, right] = edges(table, i);
                const bool isWord = i < table.wordColumns;
                paintText(painter, {area.left() + (isWord ? left : right), area.center().y()},
                          (isWord ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                          metrics.elidedText(cells[i], Qt::ElideRight, right - left));
            }
        });
    }

    void setting(QPainter& painter, const QRectF& area, const ReportSetting& s)
    {
        painter.setFont(themeFont(TextSize::Small));
        painter.setPen(m_theme.muted);
        const QFontMetricsF metrics(painter.font());
        const QString label = metrics.elidedText(s.label, Qt::ElideRight, area.width() * 0.7);
        paintText(painter, area.topLeft(), Qt::AlignLeft | Qt::AlignTop, label);
        const double left = area.left() + metrics.horizontalAdvance(label) + 6;
        painter.setFont(themeFont(TextSize::Small, s.isChanged ? QFont::Bold : QFont::Normal));
        painter.setPen(m_theme.text);
        const QString value = s.before.isEmpty() ? s.value : s.value + tr(" (preset: %1)").arg(s.before);
        paintText(painter, {left, area.top()}, Qt::AlignLeft | Qt::AlignTop,
                  QFontMetricsF(painter.font()).elidedText(value, Qt::ElideRight, area.right() - left));
    }

    PageFlow& m_flow;
    const Theme& m_theme = lightTheme();
};

void setAll(Setter& setter, const Report& report)
{
    setter.head(report);
    if (!report.happened.isEmpty()) {
        setter.heading(tr("What happened"));
        setter.sentences(report.happened);
        setter.note(report.happenedNote);
    }
    if (!report.stages.empty()) {
        setter.heading(tr("The stage"));
        setter.note(report.stageNote);
        setter.figures(report.stages);
        if (report.legend)
            setter.legend(*report.legend);
    }
    if (!report.texts.empty()) {
        setter.heading(tr("What it writes"));
        for (const ReportText& text : report.texts)
            setter.text(text);
        setter.note(report.textsNote);
    }
    if (!report.charts.empty()) {
        setter.heading(tr("Vital signs"));
        if (report.chartLegend)
            setter.legend(*report.chartLegend);
        setter.figures(report.charts);
        setter.note(report.chartNote);
    }
    if (!report.metrics.rows.isEmpty()) {
        setter.heading(tr("Metrics"));
        setter.note(report.metricsNote);
        setter.table(report.metrics);
    }
    if (!report.variants.rows.isEmpty()) {
        setter.heading(tr("What the variants differ in"));
        setter.table(report.variants);
    }
    setter.heading(tr("Settings"), Setter::settingsHeight(report.settings) + 50);
    setter.settings(report.settings);
    setter.note(report.settingsNote);
    setter.heading(tr("Where it comes from"), 46);
    setter.pairs(report.provenance);
}

} // namespace

QByteArray reportPdf(const Report& report)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(report.title + QStringLiteral(" – ") + report.origin);
        pdf.setCreator(QStringLiteral("Hareloom ") + QCoreApplication::applicationVersion());
        pdf.addFileAttachment(QStringLiteral("experiment.json"), report.experiment,
                              QStringLiteral("application/json"));
        PageFlow flow(pdf, report.origin);
        Setter setter(flow);
        setAll(setter, report);
    }
    return bytes;
}

} // namespace hareloom::ui
