// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teller/ChainStory.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>

QT_BEGIN_NAMESPACE
class QTextLayout;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Words in at most so many lines of a width, the last ending in "…" where there are more: the sentence in full ink, its
/// reason standing back. Leaves the painter as it was.
void paintStory(QPainter& painter, const QRectF& area, const ChainStory::Line& line, const QFont& font,
                const Theme& theme, int lines);
/// Lines that the words take in this width.
int storyLines(const ChainStory::Line& line, const QFont& font, double width);

/// A line of the story as a button that leads to its generation. What has no room is its tool tip, unless it
/// has one of its own; all of it is its accessible name.
class StoryText : public QAbstractButton
{
    Q_OBJECT
public:
    static constexpr int kPad = 6; // around the words, in pixels

    explicit StoryText(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setLine(const ChainStory::Line& line);
    const ChainStory::Line& line() const { return m_line; }
    void setLines(int lines);
    /// Body unless told otherwise.
    void setTextSize(TextSize size);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    ChainStory::Line m_line;
    int m_lines = 3;
    TextSize m_size = TextSize::Body;
    const Theme* m_theme = &lightTheme();
};

} // namespace hareloom::ui
