// SPDX-License-Identifier: GPL-3.0-or-later
// VitalsColumn: where its charts stand, and what is painted round them.
#include "ui/plot/FittingScale.h"
#include "ui/theme/Panel.h"
#include "ui/vitals/VitalView.h"
#include "ui/vitals/VitalsColumn.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kLeastHeight = 82;  // below it a chart has no room for its ticks
constexpr double kLabelsHeight = 15; // what the last chart needs more than those above it
constexpr int kScrollBar = 12;
constexpr double kButtonHeightAtOne = 22;
constexpr int kHeadTop = 4, kMargin = 12;
constexpr int kLowColumn = 190; // as on a projector at 200%: the legend keeps to what tells lines apart

int rounded(double length)
{
    return static_cast<int>(std::lround(scaled(length)));
}

} // namespace

std::vector<LegendMark> VitalsColumn::legend(const Theme& theme) const
{
    std::vector<const VitalSeries*> shown;
    for (const VitalSeries& series : m_series)
        shown.push_back(&series);
    std::vector<LegendMark> marks = vitalLegend(shown, theme);
    if (m_hadTheory && m_isTheoryKnown && !hasTheory()) // its line is gone
        marks.push_back({LegendMark::Kind::Theory, theme.muted, tr("no theory for these settings"), {}, {1, 4}});
    return marks;
}

std::vector<LegendMark> VitalsColumn::legendHere() const
{
    std::vector<LegendMark> marks = legend(*m_theme);
    if (height() < kLowColumn)
        std::erase_if(marks, [](const LegendMark& mark) {
            return mark.kind == LegendMark::Kind::Band || mark.kind == LegendMark::Kind::Theory;
        });
    return marks;
}

QRectF VitalsColumn::legendArea() const
{
    return QRectF(kMargin, kHeadTop + 4, width() - 2 * kMargin, height());
}

// The button's room in the legend's first row.
double VitalsColumn::notch() const
{
    return m_button->width() + kGrid / 2;
}

// A narrow or low column keeps its charts, and they theirs; words grow where there is room.
double VitalsColumn::wordScale() const
{
    return fittingScale(size(), {212, 300});
}

void VitalsColumn::arrange()
{
    const FontScaleScope words(wordScale());
    const int buttonHeight = rounded(kButtonHeightAtOne);
    m_button->setFixedHeight(buttonHeight);
    m_button->adjustSize();
    m_button->move(width() - m_button->width() - kGrid, kHeadTop);
    const double legend = paintLegend(nullptr, legendArea(), legendHere(), *m_theme, notch());
    const int top = kHeadTop + std::max(buttonHeight, static_cast<int>(std::ceil(legend)) + 6);
    m_scroll->setGeometry(2, top, width() - 4, std::max(0, height() - top - 7));
    const int leastHeight = rounded(kLeastHeight), labels = rounded(kLabelsHeight);
    const int room = m_scroll->height(), count = static_cast<int>(m_views.size());
    if (count == 0)
        return;
    // All in sight share the labels of the last; where they scroll, each has its own.
    m_scrolls = room < count * leastHeight + labels;
    const int least = leastHeight + (m_scrolls ? labels : 0);
    const int seen = m_scrolls ? std::clamp(room / least, 1, count) : count;
    const int each = std::max(least, m_scrolls ? room / seen : (room - labels) / count);
    const int across = m_scroll->width() - (m_scrolls ? kScrollBar : 0);
    m_list->resize(across, m_scrolls ? each * count : room);
    for (int i = 0; i < count; ++i) {
        const bool isLast = i + 1 == count;
        m_views[i]->setGeometry(0, i * each, across, isLast ? m_list->height() - i * each : each);
        m_views[i]->setWordScale(fontScale());
        m_views[i]->show();
        m_views[i]->reload(); // which has labels may have changed
    }
    alignAxes();
}

void VitalsColumn::alignAxes()
{
    const FontScaleScope words(wordScale());
    double left = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(m_views.size(), qsizetype(m_series.size())); ++i)
        left = std::max(left, chartAt(static_cast<std::size_t>(i)).leftRoom(m_views[i]->inside()));
    if (left == m_left)
        return;
    m_left = left;
    for (VitalView* view : m_views)
        view->reload();
}

void VitalsColumn::resizeEvent(QResizeEvent*)
{
    arrange();
}

bool VitalsColumn::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QStringList words;
        for (const LegendMark& mark : legend(*m_theme))
            words << mark.text;
        QToolTip::showText(help->globalPos(), words.join(QLatin1Char('\n')), this);
        return true;
    }
    return QWidget::event(event);
}

const LegendMark* VitalsColumn::theoryIn(const std::vector<LegendMark>& marks, const QPointF& at) const
{
    const FontScaleScope words(wordScale());
    return theoryAt(at, legendArea(), marks, notch());
}

void VitalsColumn::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(theoryIn(legendHere(), event->position()) && hasTheory() ? Qt::PointingHandCursor
                                                                       : Qt::ArrowCursor);
}

// Of the first chart whose curve looks like that.
void VitalsColumn::mousePressEvent(QMouseEvent* event)
{
    const std::vector<LegendMark> marks = legendHere();
    const LegendMark* mark = theoryIn(marks, event->position());
    if (!mark || event->button() != Qt::LeftButton)
        return;
    for (const VitalSeries& series : m_series)
        for (const VitalLine& line : series.lines())
            if (!line.theory.empty() && theoryDashes(line.theoryStatistic) == mark->dashes) {
                Q_EMIT formulaRequested(series.metric());
                return;
            }
}

void VitalsColumn::paintCharts(QPainter& painter, const QRectF& area, const Theme& theme, Parts parts) const
{
    const QRectF top = area.adjusted(kMargin, kMargin, -kMargin, 0);
    const bool isStill = parts != Parts::Moving;
    const double used = paintLegend(isStill ? &painter : nullptr, top, legend(theme), theme);
    const QRectF room = area.adjusted(0, used > 0 ? used + kMargin : 0, 0, 0);
    const auto fitting = static_cast<std::size_t>(
        std::max(1.0, std::floor(room.height() / scaled(kLeastHeight + kLabelsHeight))));
    const std::size_t count = std::min(m_series.size(), fitting);
    const double height = room.height() / double(std::max<std::size_t>(1, count));
    std::vector<VitalChart> charts;
    double left = 0;
    for (std::size_t i = 0; i < count; ++i) {
        VitalChart& chart = charts.emplace_back(chartAt(i));
        chart.hovered = -1;
        chart.hidesFuture = true;
        chart.labelsGenerations = true;
        left = std::max(left,
                        chart.leftRoom(QRectF(0, 0, room.width() - 2 * kMargin, height - kMargin - kGrid)));
    }
    for (std::size_t i = 0; i < count; ++i) {
        const QRectF cell(room.left(), room.top() + double(i) * height, room.width(), height);
        charts[i].leastLeft = left;
        painter.save();
        const QRectF inner = cell.adjusted(kMargin, kMargin, -kMargin, -kGrid);
        if (isStill)
            charts[i].paintStill(painter, inner, theme);
        if (parts != Parts::Still)
            charts[i].paintMoving(painter, inner, theme);
        painter.restore();
        if (isStill && (i > 0 || used > 0)) {
            painter.setPen(QPen(theme.grid, 1));
            painter.drawLine(cell.topLeft() + QPointF(kMargin, 0), cell.topRight() - QPointF(kMargin, 0));
        }
    }
}

void VitalsColumn::paintEvent(QPaintEvent*)
{
    const FontScaleScope words(wordScale());
    QPainter painter(this);
    paintPanel(painter, rect(), *m_theme);
    paintLegend(&painter, legendArea(), legendHere(), *m_theme, notch());
}

} // namespace hareloom::ui
