// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mechanism/PickBoard.h"

#include "ui/plot/PlotFrame.h"
#include "ui/stage/ImageWall.h"
#include "ui/theme/OkLab.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kGap = 10, kInside = 5; // pixels between groups, and within one
constexpr double kEvenRows = 1.25;       // by how much these outweigh size
constexpr Eigen::Index kMostReal = 150;  // dots behind a candidate

} // namespace

PickBoard::PickBoard(Candidates candidates, RealData real, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_candidates(std::move(candidates)),
      m_real(std::move(real)),
      m_theme(theme),
      m_picks(static_cast<std::size_t>(m_candidates.groups), -1),
      m_low(m_candidates.rows.colwise().minCoeff()),
      m_high(m_candidates.rows.colwise().maxCoeff())
{
    if (m_real.rows && m_real.rows->cols() == m_low.size() && m_real.rows->rows() > 0) {
        m_low = m_low.cwiseMin(Vector(m_real.rows->colwise().minCoeff()));
        m_high = m_high.cwiseMax(Vector(m_real.rows->colwise().maxCoeff()));
    }
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Candidates"));
    tell();
}

int PickBoard::picked() const
{
    return static_cast<int>(
        std::count_if(m_picks.begin(), m_picks.end(), [](int pick) { return pick >= 0; }));
}

void PickBoard::pick(int group, int candidate)
{
    m_picks[static_cast<std::size_t>(group)] = candidate;
    m_at = group * m_candidates.each + candidate;
    tell();
    update();
    Q_EMIT pickedOne();
}

// So many groups in a row that a candidate is as large as it can be; a little smaller where that fills every
// row.
int PickBoard::across() const
{
    int best = 1;
    double most = 0;
    for (int columns = 1; columns <= m_candidates.groups; ++columns) {
        const int rows = (m_candidates.groups + columns - 1) / columns;
        const double side = std::min((width() - kGap) / double(columns * m_candidates.each),
                                     (height() - kGap) / double(rows));
        const double worth = m_candidates.groups % columns == 0 ? kEvenRows * side : side;
        if (worth > most) {
            most = worth;
            best = columns;
        }
    }
    return best;
}

QRectF PickBoard::groupPlace(int group) const
{
    const int columns = across(), rows = (m_candidates.groups + columns - 1) / columns;
    const double wide = (width() - kGap) / double(columns), high = (height() - kGap) / double(rows);
    return QRectF(kGap / 2 + group % columns * wide, kGap / 2 + group / columns * high, wide, high)
        .adjusted(kGap / 2, kGap / 2, -kGap / 2, -kGap / 2);
}

QRectF PickBoard::placeOf(int group, int candidate) const
{
    const QRectF all = groupPlace(group);
    const double wide = all.width() / m_candidates.each;
    return QRectF(all.left() + candidate * wide, all.top(), wide, all.height())
        .adjusted(kInside, kInside, -kInside, -kInside);
}

QString PickBoard::nameOf(int group, int candidate) const
{
    const Eigen::Index row = Eigen::Index(group) * m_candidates.each + candidate;
    if (m_real.states > 0) {
        const auto state = static_cast<std::size_t>(m_candidates.rows(row, 0));
        return state < m_real.names.size() ? QString::fromStdString(m_real.names[state])
                                           : QString::number(state + 1);
    }
    if (m_real.imageWidth > 0)
        return tr("image %1").arg(row + 1);
    QStringList numbers;
    for (const double x : m_candidates.rows.row(row))
        numbers << numberText(x);
    return numbers.join(QStringLiteral(", "));
}

void PickBoard::paintDot(QPainter& painter, const QRectF& place, Eigen::Index row) const
{
    const bool isFlat = m_candidates.rows.cols() > 1;
    const auto at = [&](const auto& values) {
        const auto share = [&](Eigen::Index j) {
            return (values[j] - m_low[j]) / std::max(1e-300, m_high[j] - m_low[j]);
        };
        return QPointF(place.left() + share(0) * place.width(),
                       isFlat ? place.bottom() - share(1) * place.height() : place.center().y());
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(m_theme.realData, 0.25));
    if (m_real.rows && m_real.rows->cols() == m_low.size())
        for (Eigen::Index i = 0; i < std::min(kMostReal, m_real.rows->rows()); ++i)
            painter.drawEllipse(at(m_real.rows->row(i)), 1.2, 1.2);
    painter.setBrush(m_theme.generation(0.5));
    painter.drawEllipse(at(m_candidates.rows.row(row)), 4.5, 4.5);
}

void PickBoard::paintCandidate(QPainter& painter, const QRectF& place, Eigen::Index row) const
{
    const int group = static_cast<int>(row / m_candidates.each),
              candidate = static_cast<int>(row % m_candidates.each);
    if (m_real.imageWidth > 0) {
        std::vector<std::uint8_t> bytes;
        for (const double tone : m_candidates.rows.row(row))
            bytes.push_back(static_cast<std::uint8_t>(std::lround(255 * std::clamp(tone, 0.0, 1.0))));
        const QSize size(m_real.imageWidth, m_real.imageHeight);
        WallPlan plan = planWall(place, 1, size, 1, 4);
        plan.area.moveCenter(place.center());
        paintWall(painter, plan, bytes, size, tonesOf(m_theme.generation(0.5), false, m_theme));
        return;
    }
    if (m_real.states == 0)
        paintDot(painter, place.adjusted(4, 4, -4, -4), row);
    painter.setPen(m_theme.text);
    painter.setFont(themeFont(TextSize::Small));
    if (m_real.states > 0 || m_candidates.rows.cols() == 1)
        painter.drawText(
            place, (m_real.states > 0 ? Qt::AlignVCenter : Qt::AlignBottom) | Qt::AlignHCenter,
            painter.fontMetrics().elidedText(nameOf(group, candidate), Qt::ElideRight, int(place.width())));
}

void PickBoard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int group = 0; group < m_candidates.groups; ++group) {
        painter.setPen(QPen(m_theme.line, 1));
        painter.setBrush(m_theme.surface);
        painter.drawRoundedRect(groupPlace(group), 5, 5);
        const int pick = m_picks[static_cast<std::size_t>(group)];
        for (int j = 0; j < m_candidates.each; ++j) {
            const QRectF place = placeOf(group, j);
            painter.setOpacity(pick >= 0 && pick != j ? 0.35 : 1);
            paintCandidate(painter, place, Eigen::Index(group) * m_candidates.each + j);
            painter.setOpacity(1);
            const bool isCurrent = hasFocus() && m_at == group * m_candidates.each + j;
            if (pick != j && !isCurrent)
                continue;
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(pick == j ? m_theme.accent : m_theme.muted, pick == j ? 3 : 1.5,
                                pick == j ? Qt::SolidLine : Qt::DotLine));
            painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 4, 4);
        }
    }
}

void PickBoard::mousePressEvent(QMouseEvent* event)
{
    for (int group = 0; group < m_candidates.groups; ++group)
        for (int j = 0; j < m_candidates.each; ++j)
            if (placeOf(group, j)
                    .adjusted(-kInside, -kInside, kInside, kInside)
                    .contains(event->position())) {
                pick(group, j);
                return;
            }
}

void PickBoard::moveTo(int at)
{
    m_at = std::clamp(at, 0, m_candidates.groups * m_candidates.each - 1);
    tell();
    update();
}

void PickBoard::keyPressEvent(QKeyEvent* event)
{
    const int each = m_candidates.each, group = m_at / each, line = across() * each;
    if (const int number = event->key() - Qt::Key_1; number >= 0 && number < std::min(9, each)) {
        pick(group, number);
        moveTo(std::min(group + 1, m_candidates.groups - 1) * each);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_at - 1);
    case Qt::Key_Right:
        return moveTo(m_at + 1);
    case Qt::Key_Up:
        return moveTo(m_at - line < 0 ? m_at : m_at - line);
    case Qt::Key_Down:
        return moveTo(m_at + line >= m_candidates.groups * each ? m_at : m_at + line);
    case Qt::Key_Space:
        return pick(group, m_at % each);
    default:
        QWidget::keyPressEvent(event);
    }
}

// Who does not see it hears each candidate.
void PickBoard::tell()
{
    const int group = m_at / m_candidates.each, candidate = m_at % m_candidates.each;
    const QString words = tr("Row %1 of %2, candidate %3 of %4: %5")
                              .arg(group + 1)
                              .arg(m_candidates.groups)
                              .arg(candidate + 1)
                              .arg(m_candidates.each)
                              .arg(nameOf(group, candidate));
    const bool isPicked = m_picks[static_cast<std::size_t>(group)] == candidate;
    setAccessibleDescription(isPicked ? tr("%1, picked").arg(words) : words);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

} // namespace hareloom::ui
