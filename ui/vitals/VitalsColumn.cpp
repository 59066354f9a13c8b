// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalsColumn.h"

#include "ui/vitals/VariantLegend.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kLeastChartHeight = 100; // below it a chart has no room for its ticks

} // namespace

VitalsColumn::VitalsColumn(const LabSession& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Vital signs"));
    connect(&m_loader, &TheoryLoader::ready, this, [this](const TheoryLoader::Curves& curves) {
        for (std::size_t i = 0; i < std::min(m_series.size(), curves.size()); ++i)
            m_series[i].setTheory(curves[i]);
        update();
    });
}

void VitalsColumn::setTheme(const Theme& theme)
{
    m_theme = &theme;
    update();
}

void VitalsColumn::setPosition(double position)
{
    m_position = position;
    if (position == std::floor(position) && !m_series.empty()) {
        QStringList sentences;
        for (std::size_t i = 0; i < m_series.size(); ++i)
            sentences << chartAt(i).summary();
        setAccessibleDescription(sentences.join(QLatin1Char(' ')));
    }
    update();
}

void VitalsColumn::setChain(ChainIndex chain)
{
    m_chain = chain;
    update();
}

void VitalsColumn::setTheory(TheoryCurve theory)
{
    m_theory = std::move(theory);
    reload();
}

void VitalsColumn::reload()
{
    m_isChosen = false;
    chooseSeries();
    refresh();
}

void VitalsColumn::refresh()
{
    if (!m_isChosen && !m_session.history().isEmpty())
        chooseSeries();
    for (VitalSeries& series : m_series)
        series.update(m_session.history());
    update();
}

void VitalsColumn::chooseSeries()
{
    const GenerationPtr first = m_session.history().at(m_chain, 0);
    m_isChosen = first != nullptr;
    m_series.clear();
    for (const std::string& metric : chooseVitals(m_session.experiment(), first.get(), kMost))
        m_series.emplace_back(metric, m_session.variants());
    std::vector<std::string> metrics;
    for (const VitalSeries& series : m_series)
        metrics.push_back(series.metric());
    m_loader.load(m_theory, m_session.variants(), std::move(metrics));
}

VitalChart VitalsColumn::chartAt(std::size_t index) const
{
    VitalChart chart;
    chart.series = &m_series[index];
    chart.position = m_position;
    chart.lastGeneration = 1;
    for (const Experiment& variant : m_session.variants())
        chart.lastGeneration = std::max(chart.lastGeneration, static_cast<int>(variant.generations));
    chart.variant =
        static_cast<std::size_t>(m_chain / std::max<std::int64_t>(1, m_session.experiment().chains));
    return chart;
}

void VitalsColumn::paintCharts(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    QStringList titles;
    for (const Experiment& variant : m_session.variants())
        titles << QString::fromStdString(variant.title);
    const QRectF legend = area.adjusted(1.5 * kGrid, 1.5 * kGrid, -1.5 * kGrid, 0);
    const double used = paintVariantLegend(&painter, legend, titles, theme);
    const QRectF room = area.adjusted(0, used > 0 ? used + 1.5 * kGrid : 0, 0, 0);
    const auto shown = std::clamp<std::size_t>(static_cast<std::size_t>(room.height() / kLeastChartHeight), 1,
                                               std::max<std::size_t>(1, m_series.size()));
    const double height = room.height() / double(shown);
    for (std::size_t i = 0; i < std::min(shown, m_series.size()); ++i) {
        const QRectF cell(room.left(), room.top() + double(i) * height, room.width(), height);
        painter.save();
        chartAt(i).paint(painter, cell.adjusted(1.5 * kGrid, 1.5 * kGrid, -1.5 * kGrid, -kGrid), theme);
        painter.restore();
        if (i > 0 || used > 0) {
            painter.setPen(QPen(theme.grid, 1));
            painter.drawLine(cell.topLeft() + QPointF(12, 0), cell.topRight() - QPointF(12, 0));
        }
    }
}

void VitalsColumn::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->window);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->line, 1));
    painter.setBrush(m_theme->surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kGrid, kGrid);
    paintCharts(painter, QRectF(rect()).adjusted(1, 1, -1, -1), *m_theme);
}

} // namespace hareloom::ui
