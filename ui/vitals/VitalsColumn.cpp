// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalsColumn.h"

#include "ui/accessible/ChartDescription.h"
#include "ui/plot/FittingScale.h"
#include "ui/theme/Panel.h"
#include "ui/vitals/VitalChoice.h"
#include "ui/vitals/VitalChooser.h"
#include "ui/vitals/VitalView.h"

#include <QHelpEvent>
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
constexpr double kRoomyHeight = 136; // from here on each has its own labels
constexpr double kButtonHeightAtOne = 22;
constexpr int kHeadTop = 4, kMargin = 12;
constexpr int kLowColumn = 300; // as on a projector at 200%: the legend keeps to what tells lines apart

int rounded(double length)
{
    return static_cast<int>(std::lround(scaled(length)));
}

} // namespace

VitalsColumn::VitalsColumn(const LabSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_scroll(new QScrollArea(this)),
      m_list(new QWidget),
      m_button(new QToolButton(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Vital signs"));
    m_button->setObjectName(QStringLiteral("quiet"));
    m_button->setText(tr("Choose…"));
    m_button->setToolTip(tr("Choose the vital signs to show, and their order"));
    m_button->setAccessibleName(tr("Choose vital signs"));
    m_button->setFocusPolicy(Qt::StrongFocus);
    connect(m_button, &QToolButton::clicked, this, &VitalsColumn::openChooser);
    m_scroll->setWidget(m_list);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_loader, &TheoryLoader::ready, this, [this](const TheoryLoader::Curves& curves) {
        for (std::size_t i = 0; i < std::min(m_series.size(), curves.size()); ++i)
            m_series[i].setTheory(curves[i]);
        arrange(); // the legend may need another row
        updateAll();
    });
}

void VitalsColumn::setRemembering(bool on)
{
    m_remembers = on;
    reload();
}

void VitalsColumn::setTheme(const Theme& theme)
{
    m_theme = &theme;
    for (QWidget* behind : {static_cast<QWidget*>(m_scroll), m_list}) {
        QPalette palette = behind->palette();
        palette.setColor(QPalette::Window, theme.surface);
        behind->setPalette(palette);
    }
    for (VitalView* view : m_views)
        view->setTheme(theme);
    arrange(); // its words may have grown
    updateAll();
}

void VitalsColumn::setPosition(double position)
{
    m_position = position;
    if (position == std::floor(position))
        for (VitalView* view : m_views)
            if (view->hasFocus())
                ChartDescription::of(view)->announce();
    for (VitalView* view : m_views)
        view->update();
}

void VitalsColumn::setShown(int shown)
{
    m_shown = shown;
    for (VitalView* view : m_views)
        view->update();
}

void VitalsColumn::setChain(ChainIndex chain)
{
    m_chain = chain;
    updateAll();
}

void VitalsColumn::setTheory(TheoryCurve theory)
{
    m_theory = std::move(theory);
    reload();
}

void VitalsColumn::reload()
{
    m_isMeasured = false;
    m_hovered = -1;
    chooseSeries();
    refresh();
    updateAll();
}

void VitalsColumn::refresh()
{
    const bool isNew = !m_isMeasured && !m_session.history().isEmpty();
    if (isNew)
        chooseSeries();
    for (VitalSeries& series : m_series)
        series.update(m_session.history());
    for (VitalView* view : m_views)
        isNew ? view->reload() : view->refresh();
    update();
    Q_EMIT changed();
}

void VitalsColumn::updateAll()
{
    update();
    for (VitalView* view : m_views)
        view->reload();
    Q_EMIT changed();
}

std::vector<std::string> VitalsColumn::offered() const
{
    return offeredVitals(m_session.experiment(), m_session.history().at(m_chain, 0).get());
}

std::vector<std::string> VitalsColumn::wanted(const Generation* first) const
{
    const auto usual = chooseVitals(m_session.experiment(), first, kMost);
    if (!m_remembers)
        return usual;
    auto chosen = rememberedVitals(m_session.experiment().family);
    if (!chosen)
        return usual;
    const auto there = offeredVitals(m_session.experiment(), first);
    std::erase_if(*chosen, [&](const std::string& metric) {
        return std::find(there.begin(), there.end(), metric) == there.end();
    });
    return chosen->empty() ? usual : *chosen;
}

void VitalsColumn::chooseSeries()
{
    const GenerationPtr first = m_session.history().at(m_chain, 0);
    m_isMeasured = first != nullptr;
    m_series.clear();
    m_scales.clear();
    std::vector<std::string> metrics = wanted(first.get());
    for (const std::string& metric : metrics) {
        VitalSeries& series = m_series.emplace_back(metric, m_session.variants());
        m_scales.push_back(m_remembers ? rememberedScale(metric) : AxisScale::Automatic);
        std::vector<PublishedCurve> published;
        for (const Experiment& variant : m_session.variants())
            for (PublishedCurve& curve : publishedCurves(variant, metric))
                if (std::find(published.begin(), published.end(), curve) == published.end())
                    published.push_back(std::move(curve));
        series.setPublished(std::move(published));
    }
    makeViews();
    m_loader.load(m_theory, m_session.variants(), std::move(metrics));
}

void VitalsColumn::makeViews()
{
    while (m_views.size() > qsizetype(m_series.size()))
        delete m_views.takeLast();
    while (m_views.size() < qsizetype(m_series.size()))
        m_views << makeView(static_cast<std::size_t>(m_views.size()));
    for (qsizetype i = 0; i < m_views.size(); ++i)
        m_views[i]->setAccessibleName(m_views[i]->chart().title());
    arrange();
}

VitalView* VitalsColumn::makeView(std::size_t index)
{
    auto* view = new VitalView([this, index] { return chartAt(index); }, m_list);
    view->setTheme(*m_theme);
    connect(view, &VitalView::generationHovered, this, &VitalsColumn::setHovered);
    connect(view, &VitalView::generationChosen, this, &VitalsColumn::generationChosen);
    connect(view, &VitalView::enlargeRequested, this,
            [this, index] { Q_EMIT enlargeRequested(m_series[index].metric()); });
    connect(view, &VitalView::menuRequested, this,
            [this, index](const QPoint& at) { Q_EMIT menuRequested(m_series[index].metric(), at); });
    connect(view, &VitalView::neighbourRequested, this, [this, index](int direction) {
        if (VitalView* next = m_views.value(static_cast<qsizetype>(index) + direction)) {
            next->setFocus(Qt::TabFocusReason);
            m_scroll->ensureWidgetVisible(next, 0, 0);
        }
    });
    return view;
}

VitalChart VitalsColumn::chartAt(std::size_t index) const
{
    VitalChart chart;
    chart.series = &m_series[index];
    chart.scale = m_scales[index];
    chart.position = m_position;
    chart.shown = m_shown;
    chart.hovered = m_hovered;
    chart.lastGeneration = 1;
    for (const Experiment& variant : m_session.variants())
        chart.lastGeneration = std::max(chart.lastGeneration, static_cast<int>(variant.generations));
    chart.variant =
        static_cast<std::size_t>(m_chain / std::max<std::int64_t>(1, m_session.experiment().chains));
    const auto i = static_cast<qsizetype>(index);
    if (i < m_views.size()) {
        chart.labelsGenerations =
            m_scrolls || i + 1 == m_views.size() || m_views[i]->height() >= rounded(kRoomyHeight);
    }
    return chart;
}

std::optional<VitalChart> VitalsColumn::chartOf(const std::string& metric) const
{
    for (std::size_t i = 0; i < m_series.size(); ++i)
        if (m_series[i].metric() == metric)
            return chartAt(i);
    return std::nullopt;
}

void VitalsColumn::choose(const std::vector<std::string>& metrics)
{
    if (m_remembers)
        rememberVitals(m_session.experiment().family, metrics, offered());
    chooseSeries();
    refresh();
    updateAll();
}

void VitalsColumn::setScale(const std::string& metric, AxisScale scale)
{
    for (std::size_t i = 0; i < m_series.size(); ++i)
        if (m_series[i].metric() == metric)
            m_scales[i] = scale;
    if (m_remembers)
        rememberScale(metric, scale);
    updateAll();
}

void VitalsColumn::setHovered(int generation)
{
    if (generation == m_hovered)
        return;
    m_hovered = generation;
    for (VitalView* view : m_views)
        view->update();
}

void VitalsColumn::openChooser()
{
    auto* chooser = new VitalChooser(this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    refill(chooser);
    connect(chooser, &VitalChooser::choiceChanged, this, [this, chooser] { choose(chooser->chosen()); });
    connect(chooser, &VitalChooser::usualRequested, this, [this, chooser] {
        forgetVitals(m_session.experiment().family);
        chooseSeries();
        refresh();
        updateAll();
        refill(chooser);
    });
    chooser->adjustSize();
    chooser->move(
        m_button->mapToGlobal(QPoint(m_button->width() - chooser->width(), m_button->height() + 2)));
    chooser->show();
    chooser->setFocus();
}

void VitalsColumn::refill(VitalChooser* chooser) const
{
    std::vector<VitalChooser::Row> rows;
    for (std::size_t i = 0; i < m_series.size(); ++i)
        rows.push_back({m_series[i].metric(), chartAt(i).title(), true});
    for (const std::string& metric : offered()) {
        if (chartOf(metric))
            continue;
        const VitalSeries other(metric, {});
        VitalChart chart;
        chart.series = &other;
        rows.push_back({metric, chart.title(), false});
    }
    chooser->setRows(rows);
}

std::vector<LegendMark> VitalsColumn::legend(const Theme& theme) const
{
    std::vector<const VitalSeries*> shown;
    for (const VitalSeries& series : m_series)
        shown.push_back(&series);
    return vitalLegend(shown, theme);
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
            words << mark.text.toHtmlEscaped();
        QToolTip::showText(help->globalPos(), words.join(QStringLiteral("<br>")), this);
        return true;
    }
    return QWidget::event(event);
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
    for (std::size_t i = 0; i < count; ++i) {
        const QRectF cell(room.left(), room.top() + double(i) * height, room.width(), height);
        VitalChart chart = chartAt(i);
        chart.hovered = -1;
        chart.labelsGenerations = true;
        painter.save();
        const QRectF inner = cell.adjusted(kMargin, kMargin, -kMargin, -kGrid);
        if (isStill)
            chart.paintStill(painter, inner, theme);
        if (parts != Parts::Still)
            chart.paintMoving(painter, inner, theme);
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
