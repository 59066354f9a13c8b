// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/TextColumn.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kLeading = 1.36; // of the font's size from one line to the next, in font heights of 1.2

} // namespace

TextColumn::TextColumn(QString text, const QFont& font, const QRectF& at, int firstLine)
    : m_text(std::move(text)), m_font(font), m_at(at), m_layout(std::make_shared<QTextLayout>(m_text, font))
{
    const QFontMetricsF metrics(font);
    m_lineHeight = std::ceil(metrics.height() * kLeading / 1.2);
    m_ascent = metrics.ascent() + (m_lineHeight - metrics.height()) / 2;
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(std::max(1.0, at.width()));
        m_lines.push_back({line.textStart(), line.textStart() + line.textLength()});
    }
    m_layout->endLayout();
    if (m_text.isEmpty())
        m_lines.clear();
    m_first = std::clamp(firstLine, 0, mostFirstLine());
}

int TextColumn::roomForLines() const
{
    return std::max(0, static_cast<int>(m_at.height() / m_lineHeight));
}

int TextColumn::visibleLines() const
{
    return std::min(lineCount() - m_first, roomForLines());
}

std::vector<QRectF> TextColumn::boxes(int begin, int end) const
{
    std::vector<QRectF> boxes;
    for (int i = m_first; i < m_first + visibleLines(); ++i) {
        const Line& line = m_lines[static_cast<std::size_t>(i)];
        int from = std::max(begin, line.begin), to = std::min(end, line.end);
        while (to > from && m_text.at(to - 1).isSpace())
            --to;
        while (from < to && m_text.at(from).isSpace())
            ++from;
        if (from >= to)
            continue;
        const QTextLine laid = m_layout->lineAt(i);
        const double a = laid.cursorToX(from), b = laid.cursorToX(to);
        boxes.emplace_back(m_at.left() + std::min(a, b), top(i), std::abs(b - a), m_lineHeight);
    }
    return boxes;
}

void TextColumn::paint(QPainter& painter, int begin, int end) const
{
    painter.setFont(m_font);
    for (int i = m_first; i < m_first + visibleLines(); ++i) {
        const Line& line = m_lines[static_cast<std::size_t>(i)];
        const int from = std::max(begin, line.begin), to = std::min(end, line.end);
        if (from >= to)
            continue;
        QString part = m_text.mid(from, to - from);
        part.remove(QChar(QChar::LineSeparator));
        const double x = m_layout->lineAt(i).cursorToX(from);
        painter.drawText(QPointF(m_at.left() + x, top(i) + m_ascent), part);
    }
}

std::optional<int> TextColumn::placeAt(const QPointF& point) const
{
    const int line = m_first + static_cast<int>(std::floor((point.y() - m_at.top()) / m_lineHeight));
    if (point.y() < m_at.top() || line >= m_first + visibleLines() || point.x() < m_at.left() ||
        point.x() > m_at.right())
        return std::nullopt;
    const QTextLine laid = m_layout->lineAt(line);
    const double x = point.x() - m_at.left();
    if (x > laid.naturalTextWidth() + m_lineHeight / 2)
        return std::nullopt;
    return laid.xToCursor(x, QTextLine::CursorOnCharacter);
}

} // namespace hareloom::ui
