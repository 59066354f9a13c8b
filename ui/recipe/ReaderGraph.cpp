// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/ReaderGraph.h"

#include "ui/accessible/ChartDescription.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr double kRadius = 2 * kGrid, kMargin = kGrid;
constexpr double kThinnest = 1.2, kThickest = 10;
constexpr double kBend = 0.11;       // of an arrow's length, to its right: two that go back and forth part
constexpr double kHead = 9;          // length of an arrow's head
constexpr double kPixelsOfAll = 160; // that a drag takes from no share to all
constexpr double kNewShare = 0.1;
constexpr double kReach = 5; // of the pointer, around an arrow

double thicknessOf(double share)
{
    return kThinnest + (kThickest - kThinnest) * share;
}

} // namespace

ReaderGraph::ReaderGraph(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr(
        "An arrow leads from a model to one that learns from it; the thicker, the larger the share. Drag an "
        "arrow up or down to change its share, or drag from one circle to another to make one."));
}

void ReaderGraph::setInteraction(const Interaction& interaction, const QStringList& names)
{
    if (m_interaction.matrix.empty() && !interaction.matrix.empty()) // before that there is nothing to say
        describeChart(this, {[] { return tr("Who learns from whom"); }, [this] { return summary(); },
                             [this] { return table(); }});
    m_interaction.matrix = interaction.matrix;
    m_names = names;
    m_chosen = std::min(m_chosen, m_interaction.matrix.empty() ? 0 : m_interaction.matrix.size() - 1);
    updateGeometry();
    update();
}

void ReaderGraph::setChosen(std::size_t model)
{
    m_chosen = model;
    update();
}

void ReaderGraph::setTheme(const Theme& theme)
{
    m_theme = &theme;
    update();
}

QSize ReaderGraph::sizeHint() const
{
    const bool isPair = m_interaction.matrix.size() <= 2;
    return {36 * kGrid, static_cast<int>(scaled(isPair ? 12 * kGrid : 24 * kGrid))};
}

double ReaderGraph::radius() const
{
    return std::max(kRadius, 0.75 * QFontMetrics(themeFont(TextSize::Small)).height() + 4);
}

// On an ellipse, the first at the top; two beside each other.
QPointF ReaderGraph::centreOf(std::size_t model) const
{
    const std::size_t models = m_interaction.matrix.size();
    const double a = width() / 2.0 - radius() - kMargin, b = height() / 2.0 - radius() - kMargin;
    const double start = models == 2 ? std::numbers::pi : -std::numbers::pi / 2;
    const double angle =
        start + 2 * std::numbers::pi * static_cast<double>(model) / static_cast<double>(models);
    const double across = std::min(a, models == 2 ? a * 0.6 : b * 1.5);
    return {width() / 2.0 + across * std::cos(angle), height() / 2.0 + b * std::sin(angle)};
}

double ReaderGraph::share(const Arrow& arrow) const
{
    return m_interaction.matrix[arrow.reader][arrow.writer];
}

// From the edge of one circle to that of the other.
QPainterPath ReaderGraph::pathOf(const Arrow& arrow) const
{
    const QPointF from = centreOf(arrow.writer), to = centreOf(arrow.reader);
    const QPointF along = to - from;
    const double length = std::hypot(along.x(), along.y());
    const QPointF right(-along.y() / length, along.x() / length);
    const QPointF middle = (from + to) / 2 + right * (2 * kBend * length);
    const auto edge = [&](QPointF centre, double more) {
        const QPointF out = middle - centre;
        return centre + out * ((radius() + 3 + more) / std::hypot(out.x(), out.y()));
    };
    QPainterPath path(edge(from, 0));
    path.quadTo(middle, edge(to, kHead));
    return path;
}

QPointF ReaderGraph::arrowMiddle(std::size_t writer, std::size_t reader) const
{
    return pathOf({writer, reader}).pointAtPercent(0.5);
}

std::optional<std::size_t> ReaderGraph::modelAt(QPointF point) const
{
    for (std::size_t i = 0; i < m_interaction.matrix.size(); ++i) {
        const QPointF away = point - centreOf(i);
        if (std::hypot(away.x(), away.y()) <= radius() + 3)
            return i;
    }
    return std::nullopt;
}

std::optional<ReaderGraph::Arrow> ReaderGraph::arrowAt(QPointF point) const
{
    const std::size_t models = m_interaction.matrix.size();
    for (std::size_t reader = 0; reader < models; ++reader)
        for (std::size_t writer = 0; writer < models; ++writer) {
            const Arrow arrow{writer, reader};
            if (reader == writer || share(arrow) == 0)
                continue;
            QPainterPathStroker stroker;
            stroker.setWidth(thicknessOf(share(arrow)) + 2 * kReach);
            if (stroker.createStroke(pathOf(arrow)).contains(point))
                return arrow;
        }
    return std::nullopt;
}

void ReaderGraph::paintArrow(QPainter& painter, const Arrow& arrow) const
{
    const QPainterPath path = pathOf(arrow);
    const double thickness = thicknessOf(share(arrow));
    const QColor colour = m_theme->variant(arrow.writer);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, thickness, Qt::SolidLine, Qt::FlatCap));
    painter.drawPath(path);
    const QPointF tip = path.pointAtPercent(1), before = path.pointAtPercent(0.9);
    const QPointF along = (tip - before) / std::hypot(tip.x() - before.x(), tip.y() - before.y());
    const QPointF right(-along.y(), along.x());
    const double half = std::max(4.5, thickness * 0.9);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{tip - right * half, tip + along * kHead, tip + right * half});
}

void ReaderGraph::paintModel(QPainter& painter, std::size_t model) const
{
    const QPointF centre = centreOf(model);
    const double r = radius(), own = m_interaction.matrix[model][model];
    painter.setPen(QPen(model == m_chosen ? m_theme->accent : m_theme->line, model == m_chosen ? 2 : 1));
    painter.setBrush(m_theme->raised);
    painter.drawEllipse(centre, r - 3, r - 3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme->variant(model), 4, Qt::SolidLine, Qt::FlatCap));
    constexpr int kDegree = 16, kTop = 90 * kDegree;
    painter.drawArc(QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r), kTop,
                    -static_cast<int>(std::lround(360 * kDegree * own)));
    painter.setPen(m_theme->text);
    painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
    painter.drawText(QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r), Qt::AlignCenter,
                     QString::number(model + 1));
}

void ReaderGraph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::size_t models = m_interaction.matrix.size();
    for (std::size_t reader = 0; reader < models; ++reader)
        for (std::size_t writer = 0; writer < models; ++writer)
            if (reader != writer && m_interaction.matrix[reader][writer] > 0)
                paintArrow(painter, {writer, reader});
    for (std::size_t i = 0; i < models; ++i)
        paintModel(painter, i);
}

void ReaderGraph::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_from = modelAt(m_pressed);
    if (m_from) {
        Q_EMIT chosen(*m_from);
        return;
    }
    m_dragged = arrowAt(m_pressed);
    if (m_dragged) {
        m_before = share(*m_dragged);
        Q_EMIT chosen(m_dragged->reader);
    }
}

void ReaderGraph::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragged)
        return;
    const double moved = (m_pressed.y() - event->position().y()) / kPixelsOfAll;
    const double wanted = std::clamp(std::round((m_before + moved) * 100) / 100, 0.0, 1.0);
    if (wanted != share(*m_dragged))
        Q_EMIT shareWanted(m_dragged->reader, m_dragged->writer, wanted);
}

void ReaderGraph::mouseReleaseEvent(QMouseEvent* event)
{
    const auto writer = std::exchange(m_from, std::nullopt);
    const auto reader = modelAt(event->position());
    if (writer && reader && *writer != *reader && share({*writer, *reader}) == 0) {
        Q_EMIT chosen(*reader);
        Q_EMIT shareWanted(*reader, *writer, kNewShare);
    }
    m_dragged.reset();
    Q_EMIT dragEnded();
}

QString ReaderGraph::summary() const
{
    QStringList sentences;
    for (std::size_t reader = 0; reader < m_interaction.matrix.size(); ++reader)
        for (std::size_t writer = 0; writer < m_interaction.matrix.size(); ++writer)
            if (const double part = m_interaction.matrix[reader][writer]; part > 0 && reader != writer)
                sentences << tr("%1 takes %2% of its rows from %3.")
                                 .arg(m_names.value(static_cast<qsizetype>(reader)),
                                      QString::number(100 * part),
                                      m_names.value(static_cast<qsizetype>(writer)));
    return sentences.isEmpty() ? tr("Each model learns from itself alone.")
                               : sentences.join(QLatin1Char(' '));
}

// A row for each model that learns, a column for each that is learned from.
DataTable ReaderGraph::table() const
{
    DataTable table{tr("Who learns from whom"), {tr("Model")}, {}, m_names};
    for (const QString& name : m_names)
        table.headers << tr("from %1").arg(name);
    for (std::size_t reader = 0; reader < m_interaction.matrix.size(); ++reader) {
        std::vector<double> row{double(reader + 1)}; // its name stands in this one's place
        row.insert(row.end(), m_interaction.matrix[reader].begin(), m_interaction.matrix[reader].end());
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace hareloom::ui
