// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teller/StoryText.h"

#include "ui/language/Joining.h"
#include "ui/theme/PlainWords.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

QString wholeOf(const ChainStory::Line& line)
{
    return inARow({line.sentence, line.reason});
}

/// Breaks a text into lines of this width; `wanted` at most, the last with all that is left.
QStringList brokenAt(const QString& text, const QFont& font, double width, int wanted)
{
    QTextLayout layout(text, font);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == wanted) {
            lines.last() += text.mid(line.textStart());
            break;
        }
        lines << text.mid(line.textStart(), line.textLength());
    }
    layout.endLayout();
    return lines;
}

} // namespace

int storyLines(const ChainStory::Line& line, const QFont& font, double width)
{
    return static_cast<int>(brokenAt(wholeOf(line), font, width, 1000).size());
}

void paintStory(QPainter& painter, const QRectF& area, const ChainStory::Line& line, const QFont& font,
                const Theme& theme, int lines)
{
    painter.save();
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    qsizetype left = line.sentence.size(); // of the sentence
    double y = area.top() + metrics.ascent();
    for (const QString& broken : brokenAt(wholeOf(line), font, area.width(), lines)) {
        // The space at which a line was broken has no room to have.
        const QString inked = broken.endsWith(QLatin1Char(' ')) ? broken.chopped(1) : broken;
        const QString shown = metrics.elidedText(inked, Qt::ElideRight, area.width() + 1);
        const qsizetype ink = std::clamp<qsizetype>(left, 0, shown.size());
        painter.setPen(theme.text);
        painter.drawText(QPointF(area.left(), y), shown.left(ink));
        painter.setPen(theme.muted);
        painter.drawText(QPointF(area.left() + metrics.horizontalAdvance(shown.left(ink)), y), shown.mid(ink));
        left -= broken.size();
        y += metrics.lineSpacing();
    }
    painter.restore();
}

StoryText::StoryText(QWidget* parent) : QAbstractButton(parent)
{
    setAccessibleName(tr("What happens"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void StoryText::setTheme(const Theme& theme)
{
    m_theme = &theme;
    updateGeometry();
    update();
}

void StoryText::setLine(const ChainStory::Line& line)
{
    if (line == m_line)
        return;
    m_line = line;
    if (underMouse() && QToolTip::isVisible())
        QToolTip::hideText(); // it spoke of the line before
    const bool isEvent = line.generation >= 0;
    setAccessibleName(line.sentence.isEmpty() ? tr("What happens") : wholeOf(line));
    setFocusPolicy(isEvent ? Qt::TabFocus : Qt::NoFocus);
    setAccessibleDescription(isEvent ? tr("Shows generation %1").arg(line.generation) : QString());
    setCursor(isEvent ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    if (!isEvent || !isVisible() || !QAccessible::isActive())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void StoryText::setLines(int lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    updateGeometry();
    update();
}

void StoryText::setTextSize(TextSize size)
{
    m_size = size;
    updateGeometry();
    update();
}

QSize StoryText::sizeHint() const
{
    const double height = m_lines * QFontMetricsF(themeFont(m_size)).lineSpacing();
    return {600, static_cast<int>(std::ceil(height)) + 2 * kPad};
}

bool StoryText::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty())
        return QAbstractButton::event(event);
    const double room = width() - 2.0 * kPad;
    if (storyLines(m_line, themeFont(m_size), room) > m_lines)
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), folded(wholeOf(m_line)), this);
    else
        QToolTip::hideText();
    return true;
}

void StoryText::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme->accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
    const QRectF inside = QRectF(rect()).adjusted(kPad, kPad, -kPad, -kPad);
    const int lines = std::min(m_lines, storyLines(m_line, themeFont(m_size), inside.width()));
    const double used = lines * QFontMetricsF(themeFont(m_size)).lineSpacing();
    paintStory(painter, inside.adjusted(0, (inside.height() - used) / 2, 0, 0), m_line, themeFont(m_size),
               *m_theme, m_lines);
}

} // namespace hareloom::ui
