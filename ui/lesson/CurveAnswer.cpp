// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/CurveAnswer.h"

#include "ui/language/Joining.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

constexpr double kKeyStep = 0.02; // of the axis
constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

void paintCurve(QPainter& painter, const PlotFrame& frame, const Question& question,
                const std::vector<double>& values, const QPen& pen)
{
    QPainterPath line;
    bool isBegun = false;
    for (std::size_t i = 0; i < values.size() && i < question.generations.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        const double value = std::clamp(values[i], question.least, question.most);
        const QPointF at = frame.at(double(question.generations[i]), value);
        isBegun ? line.lineTo(at) : line.moveTo(at);
        isBegun = true;
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        painter.drawEllipse(at, 3, 3);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawPath(line);
}

} // namespace

CurvePaper::CurvePaper(const Question& question, QWidget* parent)
    : Canvas(parent), m_question(question), m_drawn(question.generations.size(), kNothing)
{
    setAccessibleName(tr("Curve to draw"));
    setToolTip(tr("Drag from left to right to draw the curve. Keys: Left and Right choose a generation, Up "
                  "and Down set "
                  "the value there."));
}

AxisRange CurvePaper::xRange() const
{
    return {double(m_question.generations.front()), double(m_question.generations.back()), false};
}

AxisRange CurvePaper::yRange() const
{
    return {m_question.least, m_question.most, m_question.isLogarithmic};
}

bool CurvePaper::isEmpty() const
{
    return std::all_of(m_drawn.begin(), m_drawn.end(), [](double value) { return std::isnan(value); });
}

QString CurvePaper::invitation() const
{
    return isEmpty() && m_outcome.empty() ? tr("Draw here what you expect") : QString();
}

void CurvePaper::setDrawn(const std::vector<double>& values)
{
    if (values.size() == m_drawn.size())
        m_drawn = values;
    update();
}

void CurvePaper::setOutcome(const std::vector<double>& values)
{
    m_outcome = values;
    update();
}

void CurvePaper::set(std::size_t place, double value)
{
    m_drawn[place] = std::clamp(value, m_question.least, m_question.most);
}

// Every generation that the stroke passes takes its height, and the one that is nearest to its end.
void CurvePaper::drawTo(const QPointF& position)
{
    const QPointF now = valueAt(position);
    const double from = std::min(m_last.x(), now.x()), to = std::max(m_last.x(), now.x());
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        const double at = double(m_question.generations[i]);
        if (std::abs(at - now.x()) < std::abs(double(m_question.generations[nearest]) - now.x()))
            nearest = i;
        if (at >= from && at <= to && to > from)
            set(i, m_last.y() + (now.y() - m_last.y()) * (at - m_last.x()) / (now.x() - m_last.x()));
    }
    set(nearest, now.y());
    m_last = now;
    update();
    Q_EMIT edited();
}

void CurvePaper::mousePressEvent(QMouseEvent* event)
{
    m_last = valueAt(event->position());
    drawTo(event->position());
}

void CurvePaper::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        drawTo(event->position());
}

void CurvePaper::raise(double share)
{
    const AxisRange axis = yRange();
    double now = m_drawn[m_place];
    if (std::isnan(now)) // it begins where its neighbour is, or in the middle
        now = m_place > 0 && !std::isnan(m_drawn[m_place - 1]) ? m_drawn[m_place - 1] : axis.valueAt(0.5);
    else
        now = axis.valueAt(std::clamp(axis.share(now) + share, 0.0, 1.0));
    set(m_place, now);
    Q_EMIT edited();
}

void CurvePaper::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        m_place -= m_place > 0 ? 1 : 0;
        break;
    case Qt::Key_Right:
        m_place = std::min(m_place + 1, m_drawn.size() - 1);
        break;
    case Qt::Key_Home:
        m_place = 0;
        break;
    case Qt::Key_End:
        m_place = m_drawn.size() - 1;
        break;
    case Qt::Key_PageUp:
        raise(5 * kKeyStep);
        break;
    case Qt::Key_PageDown:
        raise(-5 * kKeyStep);
        break;
    case Qt::Key_Up:
        raise(kKeyStep);
        break;
    case Qt::Key_Down:
        raise(-kKeyStep);
        break;
    default:
        return Canvas::keyPressEvent(event);
    }
    setAccessibleDescription(tr("Generation %1: %2")
                                 .arg(m_question.generations[m_place])
                                 .arg(std::isnan(m_drawn[m_place])
                                          ? tr("nothing yet")
                                          : QString::number(m_drawn[m_place], 'g', 3)));
    update();
}

void CurvePaper::paintData(QPainter& painter, const PlotFrame& frame, const Theme& theme)
{
    painter.setPen(QPen(theme.line, 1, Qt::DotLine)); // where a value is asked for
    for (const std::int64_t generation : m_question.generations)
        painter.drawLine(QPointF(frame.x(double(generation)), frame.area().top()),
                         QPointF(frame.x(double(generation)), frame.area().bottom()));
    if (!m_outcome.empty())
        paintCurve(painter, frame, m_question, m_outcome, QPen(theme.accent, 2));
    paintCurve(painter, frame, m_question, m_drawn, QPen(theme.realData, 2, Qt::DashLine));
    if (!hasFocus() || !isEnabled())
        return;
    const double x = double(m_question.generations[m_place]);
    painter.setPen(QPen(theme.accent, 1, Qt::DashLine));
    painter.drawLine(QPointF(frame.x(x), frame.area().top()), QPointF(frame.x(x), frame.area().bottom()));
}

CurveAnswer::CurveAnswer(const Question& question, QWidget* parent)
    : QuestionView(parent), m_paper(new CurvePaper(question, this)), m_legend(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_paper);
    m_legend->setObjectName(QStringLiteral("muted"));
    m_legend->setWordWrap(true);
    QStringList generations;
    for (const std::int64_t generation : question.generations)
        generations << QString::number(generation);
    m_howTo =
        tr("Drag to draw, or press Up and Down, Left and Right. A value is asked for at the dotted lines: "
           "generations %1.")
            .arg(listed(generations));
    m_legend->setText(m_howTo);
    column->addWidget(m_legend);
    connect(m_paper, &CurvePaper::edited, this, [this, asked = question.generations] {
        tellMissing(asked);
        Q_EMIT edited();
    });
}

// A curve that is begun but not whole is no answer yet: the learner is told where it lacks a value.
void CurveAnswer::tellMissing(const std::vector<std::int64_t>& asked)
{
    QStringList missing;
    for (std::size_t i = 0; i < asked.size(); ++i)
        if (std::isnan(m_paper->drawn()[i]))
            missing << QString::number(asked[i]);
    const bool isPart = !missing.isEmpty() && static_cast<std::size_t>(missing.size()) < asked.size();
    m_legend->setText(isPart ? tr("Draw on: a value is still missing at generation %1.").arg(listed(missing))
                             : m_howTo);
}

// A curve is whole when it has a value everywhere.
LessonPrediction CurveAnswer::prediction() const
{
    LessonPrediction found;
    const std::vector<double>& drawn = m_paper->drawn();
    if (std::none_of(drawn.begin(), drawn.end(), [](double value) { return std::isnan(value); }))
        found.numbers = drawn;
    return found;
}

void CurveAnswer::show(const LessonPrediction& prediction)
{
    m_paper->setDrawn(prediction.numbers);
}

void CurveAnswer::reveal(const LessonPrediction& outcome)
{
    QuestionView::reveal(outcome);
    m_paper->setOutcome(outcome.numbers);
    m_legend->setText(tr("Dashed: what you drew. Solid: what happened."));
}

} // namespace hareloom::ui
