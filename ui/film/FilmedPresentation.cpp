// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/FilmedPresentation.h"

#include "ui/film/FilmLayout.h"
#include "ui/presenter/PresenterWords.h"
#include "ui/teller/StoryText.h"

#include <QPainter>

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kStoryPixels = 15, kLeastStoryPixels = 12;
constexpr int kStoryLines = 2;

} // namespace

void FilmedPresentation::present(std::unique_ptr<Presented> presented, Words words)
{
    m_presented = std::move(presented);
    m_words = std::move(words);
    connect(m_presented.get(), &Presented::changed, this, [this] { m_isStillOld = true; });
}

void FilmedPresentation::paint(QPainter& painter, double position, const FilmLook& look)
{
    const FontScaleScope asZoomed(1); // whatever the screen's words are
    moveTo(position);
    const Theme& theme = *look.theme;
    FilmLayout layout;
    layout.size = look.size;
    layout.hasTitle = look.hasTitle;
    layout.hasStory = look.hasStory;
    layout.hasCharts = look.hasCharts && m_presented->hasCharts();
    layout.chartsShare = m_presented->chartsShare();
    const int shown = static_cast<int>(std::ceil(position)), last = generations() - 1;
    painter.fillRect(QRect(QPoint(0, 0), look.size), theme.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(layout.zoom(), layout.zoom());
    if (look.hasTitle)
        paintPresenterHeading(
            painter, layout.heading(),
            {m_words.title, m_words.question, m_words.chain, shown, m_presented->shareOf(shown)}, theme);
    paintPresenterTrack(painter, layout.track(),
                        {last, position, m_presented->shareOf(last), m_presented->marks()}, theme);
    if (layout.hasCharts)
        paintCharts(painter, layout.charts(), layout.zoom(), look);
    painter.save();
    m_presented->paintMain(painter, layout.stage(), position, theme);
    painter.restore();
    if (look.hasStory)
        paintTold(painter, layout.story(), shown, theme);
}

void FilmedPresentation::paintCharts(QPainter& painter, const QRectF& area, double zoom, const FilmLook& look)
{
    if (m_isStillOld || m_still.size() != look.size || m_stillTheme != look.theme) {
        m_still = QImage(look.size, QImage::Format_ARGB32_Premultiplied);
        m_still.fill(Qt::transparent);
        m_stillTheme = look.theme;
        m_isStillOld = false;
        QPainter still(&m_still);
        still.setRenderHint(QPainter::Antialiasing);
        still.scale(zoom, zoom);
        m_presented->paintStill(still, area, *look.theme);
    }
    painter.save();
    painter.resetTransform();
    const QRect part = QRectF(area.topLeft() * zoom, area.size() * zoom).toAlignedRect();
    painter.drawImage(part.topLeft(), m_still, part);
    painter.restore();
    painter.save();
    m_presented->paintMoving(painter, area, *look.theme);
    painter.restore();
}

// In two lines; longer words smaller.
void FilmedPresentation::paintTold(QPainter& painter, const QRectF& area, int shown, const Theme& theme) const
{
    const ChainStory::Line told = m_presented->lineAt(shown);
    double pixels = kStoryPixels;
    while (pixels > kLeastStoryPixels &&
           storyLines(told, presenterFont(pixels, QFont::Normal), area.width()) > kStoryLines)
        --pixels;
    paintStory(painter, area, told, presenterFont(pixels, QFont::Normal), theme, kStoryLines);
}

} // namespace hareloom::ui
