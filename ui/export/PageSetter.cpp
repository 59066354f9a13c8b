// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/PageSetter.h"

#include "ui/export/LineBreaks.h"
#include "ui/language/Joining.h"
#include "ui/plot/PlotFrame.h"
#include "ui/plot/QrPaint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr std::size_t kColumns = 3, kSettingColumns = 3, kWideColumns = 1;
constexpr qsizetype kMostCellLines = 4;
constexpr double kGap = 12, kCellGap = 14, kTightGap = 8, kLeastHeading = 90;
constexpr double kFigureScale = 0.85; // words in a figure are 7.6 points high
constexpr double kStageHeight = 116, kWideStageHeight = 120, kChartHeight = 62;
constexpr double kCodeSize = 84; // 22 mm: a telephone reads the longest address of a preset

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::PageSetter", text);
}

double widthOf(const QString& words, const QFont& font)
{
    return QFontMetricsF(font).horizontalAdvance(words);
}

QString valueOf(const ReportSetting& setting)
{
    return setting.before.isEmpty()
               ? setting.value
               : QCoreApplication::translate("hareloom::ui::PageSetter", "%1 (preset: %2)")
                     .arg(setting.value, setting.before);
}

QFont valueFont(const ReportSetting& setting)
{
    return themeFont(TextSize::Small, setting.isChanged ? QFont::Bold : QFont::Normal);
}

double widthOf(const ReportSetting& setting)
{
    return widthOf(setting.label, themeFont(TextSize::Small)) + 6 +
           widthOf(valueOf(setting), valueFont(setting));
}

/// A header may stand in two lines, so it needs little more than half of its width.
double foldedWidth(const QString& header, const QFont& font)
{
    double longest = 0;
    for (const QString& word : header.split(QLatin1Char(' ')))
        longest = std::max(longest, widthOf(word, font));
    return std::max(longest, 0.6 * widthOf(header, font));
}

std::vector<double> columnWidths(const ReportTable& table, bool foldsHeader, double gap)
{
    const QFont font = themeFont(TextSize::Small);
    std::vector<double> widths;
    for (qsizetype i = 0; i < table.header.size(); ++i) {
        double width = foldsHeader ? foldedWidth(table.header[i], font) : widthOf(table.header[i], font);
        for (const QStringList& cells : table.rows)
            if (i < cells.size())
                width = std::max(width, widthOf(cells[i], font));
        widths.push_back(width + gap);
    }
    return widths;
}

/// Right edges of the columns: what the others leave is the first one's.
std::vector<double> rightEdges(const ReportTable& table, double all)
{
    std::vector<double> widths = columnWidths(table, false, kCellGap);
    const auto used = [&widths] { return std::accumulate(widths.begin(), widths.end(), 0.0); };
    if (used() > all)
        widths = columnWidths(table, true, kTightGap);
    if (const double sum = used(); sum > all)
        for (double& width : widths)
            width *= all / sum;
    else
        widths.front() += all - sum;
    std::partial_sum(widths.begin(), widths.end(), widths.begin());
    return widths;
}

void paintFigure(QPainter& painter, const QRectF& area, const ReportFigure& one, const Theme& theme)
{
    const FontScaleScope asPrinted(1);
    painter.save();
    painter.translate(area.topLeft());
    painter.scale(kFigureScale, kFigureScale);
    one.figure.paint(painter, QRectF(QPointF(0, 0), area.size() / kFigureScale), {&theme});
    painter.restore();
}

} // namespace

void PageSetter::set(const Report& report)
{
    m_flow.paragraph(report.title, themeFont(TextSize::Title, QFont::DemiBold), m_theme.text);
    m_flow.paragraph(report.question, themeFont(TextSize::Body), m_theme.text);
    note(report.story);
    if (!report.happened.isEmpty()) {
        heading(tr("What happened"), kLeastHeading);
        for (const QString& sentence : report.happened)
            m_flow.paragraph(QStringLiteral("•  ") + sentence, themeFont(TextSize::Small), m_theme.text);
        note(report.happenedNote);
    }
    if (!report.stages.empty()) {
        heading(tr("The stage"), kLeastHeading);
        note(report.stageNote);
        if (report.hasWideStages)
            figures(report.stages, report.stages.size(), kWideStageHeight * m_density.figures, kWideColumns);
        else
            figures(report.stages, report.stages.size(), kStageHeight * m_density.figures, kColumns);
        if (report.legend)
            legend(*report.legend);
    }
    if (!report.writings.prompts.empty())
        texts(report);
    if (!report.charts.empty()) {
        heading(tr("Vital signs"), kLeastHeading);
        if (report.chartLegend)
            legend(*report.chartLegend);
        figures(report.charts, m_density.charts, kChartHeight * m_density.figures, kColumns);
        note(report.chartNote);
    }
    tables(report);
    settings(report.settings);
    note(report.settingsNote);
    if (!report.sources.empty()) {
        heading(tr("Sources"), 46);
        for (const ReportSource& source : report.sources)
            m_flow.paragraph(source.words(), themeFont(TextSize::Small), m_theme.text);
    }
    heading(tr("Where it comes from"), kCodeSize + 40 * m_density.text);
    origin(report);
}

void PageSetter::tables(const Report& report)
{
    if (!report.metrics.rows.isEmpty()) {
        heading(tr("Metrics"), kLeastHeading);
        note(report.metricsNote);
        table(report.metrics);
    }
    if (!report.tests.rows.isEmpty()) {
        heading(tr("Differences from the first variant"), 3 * rowHeight());
        note(report.testsNote);
        table(report.tests);
    }
    if (!report.variants.rows.isEmpty()) {
        heading(tr("What the variants differ in"), 3 * rowHeight());
        table(report.variants);
    }
    if (!report.differences.rows.isEmpty()) {
        heading(tr("What the sessions differ in"), 3 * rowHeight());
        table(report.differences);
    }
    if (!report.besides.rows.isEmpty()) {
        heading(tr("The sessions side by side"), 3 * rowHeight());
        note(report.besidesNote);
        table(report.besides);
    }
}

void PageSetter::texts(const Report& report)
{
    heading(tr("What it writes"), kLeastHeading);
    for (const AnsweredPrompt& text : report.writings.prompts) {
        m_flow.space(4);
        m_flow.paragraph(text.prompt, themeFont(TextSize::Small, QFont::DemiBold), m_theme.text);
        for (const QStringList& answer : text.answers)
            m_flow.paragraph(named(answer.value(0), answer.value(1)), themeFont(TextSize::Small),
                             m_theme.text, 2 * kGrid);
    }
    note(report.writings.note);
}

void PageSetter::heading(const QString& words, double needs)
{
    m_flow.keepTogether(needs);
    m_flow.space(6 * m_density.text);
    m_flow.block(22 * m_density.text, [&](QPainter& painter, const QRectF& area) {
        painter.setPen(QPen(m_theme.line, 1));
        painter.drawLine(area.topLeft(), area.topRight());
        painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
        painter.setPen(m_theme.text);
        paintText(painter, area.topLeft() + QPointF(0, 4), Qt::AlignLeft | Qt::AlignTop, words);
    });
}

void PageSetter::note(const QString& words)
{
    m_flow.paragraph(words, themeFont(TextSize::Small), m_theme.muted);
}

void PageSetter::figures(const std::vector<ReportFigure>& all, std::size_t most, double height,
                         std::size_t columns)
{
    const double width = (m_flow.width() - double(columns - 1) * kGap) / double(columns);
    const std::size_t shown = std::min(most, all.size());
    for (std::size_t first = 0; first < shown; first += columns) {
        const double caption = all[first].caption.isEmpty() ? 4 : rowHeight();
        m_flow.block(height + caption, [&](QPainter& painter, const QRectF& area) {
            for (std::size_t i = first; i < std::min(shown, first + columns); ++i) {
                const QRectF place(area.left() + double(i - first) * (width + kGap), area.top(), width,
                                   height);
                paintFigure(painter, place, all[i], m_theme);
                painter.setFont(themeFont(TextSize::Small));
                painter.setPen(m_theme.muted);
                paintText(painter, {place.center().x(), place.bottom()}, Qt::AlignHCenter | Qt::AlignTop,
                          all[i].caption);
            }
        });
    }
}

void PageSetter::legend(const ReportFigure& one)
{
    m_flow.block(one.figure.size.height() * kFigureScale,
                 [&](QPainter& painter, const QRectF& area) { paintFigure(painter, area, one, m_theme); });
}

void PageSetter::table(const ReportTable& table)
{
    const std::vector<double> rights = rightEdges(table, m_flow.width());
    row(table, table.header, rights, true);
    for (const QStringList& cells : table.rows)
        row(table, cells, rights, false);
}

void PageSetter::row(const ReportTable& table, const QStringList& cells, const std::vector<double>& rights,
                     bool isHeader)
{
    const QFont font = themeFont(TextSize::Small);
    const auto widthAt = [&](qsizetype i) {
        const auto at = static_cast<std::size_t>(i);
        return rights[at] - (at > 0 ? rights[at - 1] : 0);
    };
    const auto brokenAt = [&](qsizetype i) {
        return brokenIntoLines(cells[i], font, widthAt(i) - kTightGap / 2);
    };
    qsizetype lines = 1;
    for (qsizetype i = 0; i < cells.size(); ++i)
        if (widthOf(cells[i], font) > widthAt(i) - kTightGap / 2)
            lines =
                isHeader ? 2 : std::clamp(brokenAt(i).count(QLatin1Char('\n')) + 1, lines, kMostCellLines);
    m_flow.block(double(lines) * rowHeight(), [&](QPainter& painter, const QRectF& area) {
        painter.setPen(QPen(m_theme.grid, 1));
        painter.drawLine(area.bottomLeft(), area.bottomRight());
        painter.setFont(font);
        painter.setPen(isHeader ? m_theme.muted : m_theme.text);
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const bool isWord = i < table.wordColumns;
            const double right = rights[static_cast<std::size_t>(i)], width = widthAt(i) - kTightGap / 2;
            const QRectF cell(isWord ? right - widthAt(i) : right - width, area.top(), width, area.height());
            QString words = cells[i];
            if (!isHeader && brokenAt(i).count(QLatin1Char('\n')) >= kMostCellLines)
                words =
                    QFontMetricsF(font).elidedText(words, Qt::ElideRight, double(kMostCellLines - 1) * width);
            painter.drawText(cell.adjusted(0, 0, 0, -1),
                             (isWord ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom | Qt::TextWordWrap,
                             isHeader ? words : brokenIntoLines(words, font, width));
        }
    });
}

// In columns; what is longer than one has lines of its own below them.
void PageSetter::settings(const std::vector<ReportSetting>& all)
{
    const double width = (m_flow.width() - double(kSettingColumns - 1) * kGap) / double(kSettingColumns);
    std::vector<const ReportSetting*> fitting, others;
    for (const ReportSetting& setting : all)
        (widthOf(setting) <= width ? fitting : others).push_back(&setting);
    const std::size_t rows = (fitting.size() + kSettingColumns - 1) / kSettingColumns;
    heading(tr("Settings"), double(rows) * rowHeight() + 40);
    m_flow.block(double(rows) * rowHeight(), [&](QPainter& painter, const QRectF& area) {
        for (std::size_t i = 0; i < fitting.size(); ++i) {
            const QPointF at(area.left() + double(i / rows) * (width + kGap),
                             area.top() + double(i % rows) * rowHeight());
            painter.setFont(themeFont(TextSize::Small));
            painter.setPen(m_theme.muted);
            paintText(painter, at, Qt::AlignLeft | Qt::AlignTop, fitting[i]->label);
            const double after = widthOf(fitting[i]->label, painter.font()) + 6;
            painter.setFont(valueFont(*fitting[i]));
            painter.setPen(m_theme.text);
            paintText(painter, at + QPointF(after, 0), Qt::AlignLeft | Qt::AlignTop, valueOf(*fitting[i]));
        }
    });
    for (const ReportSetting* setting : others)
        longSetting(*setting);
}

void PageSetter::longSetting(const ReportSetting& setting)
{
    const double indent = widthOf(setting.label, themeFont(TextSize::Small)) + 6;
    const double height = m_flow.heightOf(valueOf(setting), valueFont(setting), m_flow.width() - indent);
    m_flow.block(std::max(height, rowHeight()), [&](QPainter& painter, const QRectF& area) {
        painter.setFont(themeFont(TextSize::Small));
        painter.setPen(m_theme.muted);
        paintText(painter, area.topLeft(), Qt::AlignLeft | Qt::AlignTop, setting.label);
        painter.setFont(valueFont(setting));
        painter.setPen(m_theme.text);
        painter.drawText(area.adjusted(indent, 0, 0, 0), Qt::TextDontClip,
                         brokenIntoLines(valueOf(setting), valueFont(setting), m_flow.width() - indent));
    });
}

// Where the run comes from, and beside it the code that leads back to it.
void PageSetter::origin(const Report& report)
{
    QStringList parts;
    for (const QStringList& cells : report.provenance.rows)
        parts << named(cells[0], cells[1]);
    QString words = parts.join(QStringLiteral("   ·   "));
    const QFont font = themeFont(TextSize::Small);
    if (report.address.isEmpty()) {
        m_flow.paragraph(words, font, m_theme.text);
        note(report.shortNote);
        return;
    }
    words += QLatin1Char('\n') + tr("Scan the code to open this moment in Hareloom.");
    if (!report.shortNote.isEmpty())
        words += QLatin1Char('\n') + report.shortNote;
    const double width = m_flow.width() - kCodeSize - kGap;
    if (widthOf(report.address, font) <= width) // a longer one could not be copied whole
        words += QLatin1Char('\n') + report.address;
    const double height = std::max(kCodeSize, m_flow.heightOf(words, font, width));
    m_flow.block(height, [&](QPainter& painter, const QRectF& area) {
        painter.setFont(font);
        painter.setPen(m_theme.text);
        painter.drawText(QRectF(area.topLeft(), QSizeF(width, height)), Qt::TextDontClip,
                         brokenIntoLines(words, font, width));
        paintQr(painter, QRectF(area.right() - kCodeSize, area.top(), kCodeSize, kCodeSize), report.address);
    });
}

} // namespace hareloom::ui
