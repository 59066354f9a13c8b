// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/WorksheetPdf.h"

#include "core/lesson/WorksheetParts.h"
#include "ui/export/PageFlow.h"
#include "ui/export/SteadyOrder.h"
#include "ui/export/VectorFigures.h"
#include "ui/plot/PlotFrame.h"
#include "ui/theme/PlainGlyphScope.h"
#include "ui/theme/Theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kWords = 1.25; // of the screen's: a sheet is read on a desk, and written on
constexpr double kLine = 30, kAxes = 230, kGenerations = 70, kGap = 10, kLetter = 24;
const QColor kKey(0xb0, 0x3a, 0x2e);

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

QString words(const std::string& text)
{
    return QString::fromStdString(text);
}

QFont body(QFont::Weight weight = QFont::Normal)
{
    return themeFont(TextSize::Body, weight);
}

void paintAxes(QPainter& painter, const QRectF& area, const SheetPart& part)
{
    const Question& question = *part.question;
    const auto first = double(question.generations.front()), last = double(question.generations.back());
    const AxisRange x{first, last, false}, y{question.least, question.most, question.isLogarithmic};
    PlotFrame::Axis across{x, tr("generation"), {}}, up{y, words(part.text), niceTicks(y, 5)};
    for (const std::int64_t generation : question.generations)
        across.ticks.push_back({double(generation), QString::number(generation)});
    painter.setFont(themeFont(TextSize::Small));
    const QRectF inner =
        area.adjusted(roomLeftOf(up) + kGap, kGap + roomAbove(up), -2 * kGap, -roomBelow(across));
    const PlotFrame plot(inner, across, up);
    plot.paintGrid(painter, lightTheme());
    plot.paintAxes(painter, lightTheme());
    QPolygonF curve;
    for (std::size_t i = 0; i < part.outcome.size(); ++i)
        curve << plot.at(double(question.generations[i]),
                         std::clamp(part.outcome[i], question.least, question.most));
    painter.setPen(QPen(kKey, 2.2));
    painter.drawPolyline(curve);
}

void paintGenerations(QPainter& painter, const QRectF& area, const SheetPart& part)
{
    const AxisRange x{0, std::max(1.0, double(part.count)), false};
    PlotFrame::Axis across{x, tr("generation"), wholeTicks(x, 10)};
    painter.setFont(themeFont(TextSize::Small));
    const QRectF inner = area.adjusted(2 * kGap, kGap, -2 * kGap, -roomBelow(across));
    const PlotFrame plot(inner, across, {{0, 1, false}, {}, {}});
    plot.paintAxes(painter, lightTheme());
    if (part.outcome.empty() || !(part.outcome.front() <= x.high)) // never
        return;
    painter.setPen(QPen(kKey, 2.2));
    painter.drawLine(plot.at(part.outcome.front(), 0), plot.at(part.outcome.front(), 1));
}

/// Sets the parts one below the other.
class SheetSetter
{
public:
    explicit SheetSetter(PageFlow& flow) : m_flow(flow) {}

    void set(const SheetPart& part)
    {
        using Kind = SheetPart::Kind;
        const QColor ink = part.isKey ? kKey : lightTheme().text;
        switch (part.kind) {
        case Kind::Heading:
            m_flow.keepTogether(4 * kLine);
            m_flow.space(kGap);
            return m_flow.paragraph(words(part.text), themeFont(TextSize::Title, QFont::DemiBold), ink);
        case Kind::Field:
            return m_flow.paragraph(QCoreApplication::translate("hareloom::ui", "%1: %2")
                                        .arg(words(part.text), words(part.value)),
                                    body(QFont::DemiBold), ink);
        case Kind::Words:
            for (const QString& paragraph : words(plainOf(part.text)).split(QLatin1Char('\n')))
                setParagraph(paragraph, ink);
            return;
        case Kind::Options:
            for (std::size_t i = 0; i < part.entries.size(); ++i)
                setParagraph(QStringLiteral("☐  %1  %2").arg(QChar('A' + int(i))).arg(words(part.entries[i])),
                             ink, kLetter);
            return;
        case Kind::List:
            for (const std::string& entry : part.entries)
                setParagraph(QStringLiteral("•  ") + words(entry), ink, kLetter);
            return;
        case Kind::Outcome:
            return m_flow.paragraph(
                QCoreApplication::translate("hareloom::ui", "In this run: %1").arg(words(part.text)),
                body(QFont::DemiBold), ink);
        case Kind::Lines:
            for (std::int64_t i = 0; i < part.count; ++i)
                m_flow.block(kLine, [](QPainter& painter, const QRectF& area) {
                    painter.setPen(QPen(lightTheme().muted, 0.8));
                    painter.drawLine(area.bottomLeft(), area.bottomRight());
                });
            return m_flow.space(kGap);
        case Kind::Axes:
            return m_flow.block(kAxes,
                                [&part](QPainter& p, const QRectF& area) { paintAxes(p, area, part); });
        case Kind::Generations:
            return m_flow.block(
                kGenerations, [&part](QPainter& p, const QRectF& area) { paintGenerations(p, area, part); });
        }
    }

    /// What the part takes of a page, nearly enough to keep a question together.
    double heightOf(const SheetPart& part) const
    {
        using Kind = SheetPart::Kind;
        if (part.kind == Kind::Axes || part.kind == Kind::Generations)
            return part.kind == Kind::Axes ? kAxes : kGenerations;
        if (part.kind == Kind::Lines)
            return double(part.count) * kLine + kGap;
        double height = m_flow.heightOf(words(plainOf(part.text)), body(), m_flow.width());
        for (const std::string& entry : part.entries)
            height += m_flow.heightOf(words(entry), body(), m_flow.width() - 2 * kLetter) + kGap / 2;
        return height + kGap;
    }

private:
    void setParagraph(const QString& paragraph, const QColor& ink, double indent = 0)
    {
        m_flow.paragraph(paragraph, body(), ink, indent);
        m_flow.space(kGap / 2);
    }

    PageFlow& m_flow;
};

} // namespace

QByteArray worksheetPdf(const Lesson& lesson, const WorksheetOptions& options)
{
    const SteadyOrder order;
    const PlainGlyphScope readable;
    const FontScaleScope printed(kWords); // whatever the screen's is
    const QString title = words(plainOf(lesson.texts["title"]));
    const QString origin = (options.key ? tr("%1: key · Hareloom %2") : tr("%1: worksheet · Hareloom %2"))
                               .arg(title, QCoreApplication::applicationVersion());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(origin);
        pdf.setCreator(QStringLiteral("Hareloom ") + QCoreApplication::applicationVersion());
        PageFlow flow(pdf, origin);
        flow.paragraph(title, themeFont(TextSize::Title, QFont::Bold), lightTheme().text);
        flow.paragraph(words(plainOf(lesson.texts["question"])), body(), lightTheme().muted);
        flow.space(kGap);
        const std::vector<SheetPart> parts = worksheetParts(lesson, options);
        SheetSetter setter(flow);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].asked >= 0 && (i == 0 || parts[i - 1].asked != parts[i].asked)) {
                double height = 0;
                for (std::size_t j = i; j < parts.size() && parts[j].asked == parts[i].asked; ++j)
                    height += setter.heightOf(parts[j]);
                flow.keepTogether(height);
            }
            setter.set(parts[i]);
        }
    }
    return dated(std::move(bytes));
}

} // namespace hareloom::ui
