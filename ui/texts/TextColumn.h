// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/texts/MarkedText.h"

#include <QFont>
#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// A text set into a column, line by line. It paints whole lines only, so that nothing is cut off where a
/// figure knows no clipping.
class TextColumn
{
public:
    /// `at`: the column; what does not fit in its height is reached by `firstLine`.
    TextColumn(QString text, const QFont& font, const QRectF& at, int firstLine = 0);

    int lineCount() const { return static_cast<int>(m_lines.size()); }
    int firstLine() const { return m_first; }
    /// Lines that have room.
    int visibleLines() const;
    /// How far `firstLine` can go.
    int mostFirstLine() const { return std::max(0, lineCount() - roomForLines()); }
    int linesAfter() const { return lineCount() - m_first - visibleLines(); }
    double lineHeight() const { return m_lineHeight; }
    const QFont& font() const { return m_font; }

    /// The visible part of a stretch, a box a line.
    std::vector<QRectF> boxes(int begin, int end) const;
    /// The visible part of a stretch in the painter's colour.
    void paint(QPainter& painter, int begin, int end) const;
    /// The place in the text under a point; nothing beside the text.
    std::optional<int> placeAt(const QPointF& point) const;

private:
    struct Line
    {
        int begin, end;
    };
    int roomForLines() const;
    double top(int line) const { return m_at.top() + (line - m_first) * m_lineHeight; }

    QString m_text;
    QFont m_font;
    QRectF m_at;
    std::shared_ptr<QTextLayout> m_layout;
    std::vector<Line> m_lines;
    int m_first = 0;
    double m_lineHeight = 1, m_ascent = 0;
};

} // namespace hareloom::ui
