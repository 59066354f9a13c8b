// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/regression/AnswerStage.h"

#include "core/base/Rng.h"
#include "ui/plot/Clip.h"
#include "ui/plot/SteadyRange.h"
#include "ui/stage/Dots.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr Eigen::Index kMostAnswers = 300;
constexpr double kHeadroom = 0.5; // of the right answers' range, for those that go astray

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::AnswerStage", text);
}

/// Real ones, or where none are at hand, one standard deviation away from their mean in each direction of
/// chance.
Matrix someInputs(const StageOrigin& origin)
{
    const RegressionSnapshot& model = regressionOf(origin.generation);
    const Eigen::Index d = model.inputs();
    if (origin.realRows && origin.realRows->cols() == d + 1)
        return origin.realRows->topLeftCorner(std::min(kMostAnswers, origin.realRows->rows()), d);
    std::vector<double> normals(static_cast<std::size_t>(kMostAnswers * d));
    fillNormals(1, 0, normals);
    Matrix inputs = Eigen::Map<const Matrix>(normals.data(), kMostAnswers, d);
    for (Eigen::Index j = 0; j < d; ++j)
        inputs.col(j) = (inputs.col(j).array() * std::sqrt(model.inputMoments().covariance(j, j)) +
                         model.inputMoments().mean[j])
                            .matrix();
    return inputs;
}

} // namespace

void AnswerStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
    m_truth = truthOf(m_origin);
    m_inputs = someInputs(m_origin);
    m_first = regressionOf(m_origin.generation).predicted(m_inputs);
    m_right = m_truth ? m_truth->predicted(m_inputs) : m_first;
    const Vector& axes = m_origin.axes ? regressionOf(m_origin.axes).predicted(m_inputs) : m_first;
    m_answers = padded(std::min(m_right.minCoeff(), axes.minCoeff()),
                       std::max(m_right.maxCoeff(), axes.maxCoeff()), kHeadroom);
    m_coefficients = coefficientRange(m_origin.axesFrom());
    if (m_origin.atLeast.size() == 2) {
        m_answers = covering(m_answers, m_origin.atLeast[0]);
        m_coefficients = covering(m_coefficients, m_origin.atLeast[1]);
    }
}

QStringList AnswerStage::modes() const
{
    return isLinear() ? QStringList{tr("Answers"), tr("Coefficients")} : QStringList{tr("Answers")};
}

PlotFrame AnswerStage::answerFrame(const QRectF& inner, const StageFrame& frame,
                                   const StageOptions& options) const
{
    AxisRange x = m_answers, y = m_answers;
    if (!options.axesLocked) {
        const Vector now = answersAt(frame, m_inputs);
        y = padded(std::min(now.minCoeff(), m_right.minCoeff()), std::max(now.maxCoeff(), m_right.maxCoeff()),
                   0.1);
    }
    x = options.zoom.ofX(x);
    y = options.zoom.ofY(y);
    const QString response = variableOf(m_origin, inputCount(), inputCount());
    return PlotFrame(
        inner,
        {x, m_truth ? tr("%1: true answer").arg(response) : tr("%1: answer of generation 0").arg(response),
         niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
        {y, tr("%1: answer of this generation").arg(response),
         niceTicks(y, static_cast<int>(inner.height() / scaled(56)))});
}

void AnswerStage::paintAnswers(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                               const Theme& theme, double radius) const
{
    QList<QLineF> diagonal;
    const double low = std::min(plot.xRange().low, plot.yRange().low),
                 high = std::max(plot.xRange().high, plot.yRange().high);
    appendClipped(diagonal, {plot.at(low, low), plot.at(high, high)}, plot.area());
    painter.setPen(QPen(theme.realData, 1.4, Qt::DashLine, Qt::FlatCap));
    painter.drawLines(diagonal);
    const auto dotsOf = [&](const Vector& answers) {
        QList<QPointF> dots;
        for (Eigen::Index i = 0; i < answers.size(); ++i)
            if (plot.isInside(m_right[i], answers[i]))
                dots << plot.at(m_right[i], answers[i]);
        return dots;
    };
    if (m_truth)
        paintDots(painter, dotsOf(m_first), radius, withAlpha(theme.generation(0), 0.8), DotStyle::Ring);
    paintDots(painter, dotsOf(answersAt(frame, m_inputs)), radius,
              withAlpha(theme.generation(frame.share), 0.9));
}

void AnswerStage::paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                        const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (options.mode == Coefficients && isLinear()) {
        paintCoefficients(painter, coefficientFrame(insideOf(area), frame, options), frame, theme);
        return;
    }
    const PlotFrame plot = answerFrame(insideOf(area), frame, options);
    plot.paintGrid(painter, theme);
    paintAnswers(painter, plot, frame, theme, 2.6);
    plot.paintAxes(painter, theme);
}

void AnswerStage::paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                                 double share, const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    StageOptions whole;
    whole.axesLocked = options.axesLocked;
    const StageFrame frame{generation, generation, 1, share, nullptr, nullptr, 0};
    paintAnswers(painter, answerFrame(area, frame, whole), frame, theme, 1.2);
}

std::vector<StageFact> AnswerStage::facts(const StageFrame& frame) const
{
    std::vector<StageFact> facts = regressionFacts(frame, m_origin.generation);
    facts.push_back({tr("size of the coefficients"), numberText(regressionOf(frame.to).coefficients().norm()),
                     numberText(regressionOf(m_origin.generation).coefficients().norm())});
    return facts;
}

std::vector<LegendEntry> AnswerStage::legend(const StageFrame& frame, const StageOptions& options,
                                             const Theme& theme) const
{
    const QColor colour = theme.generation(frame.share);
    std::vector<LegendEntry> entries;
    if (options.mode == Coefficients && isLinear()) {
        if (m_truth)
            entries.push_back({LegendEntry::Mark::Tick, theme.realData, tr("truth")});
        entries.push_back({LegendEntry::Mark::Hollow, theme.generation(0), tr("generation 0")});
        entries.push_back({LegendEntry::Mark::Dot, colour, tr("this generation")});
        return entries;
    }
    entries.push_back(
        {LegendEntry::Mark::Dash, theme.realData, m_truth ? tr("right answers") : tr("as generation 0")});
    if (m_truth)
        entries.push_back({LegendEntry::Mark::Hollow, theme.generation(0), tr("generation 0")});
    entries.push_back({LegendEntry::Mark::Dot, colour, tr("this generation")});
    return entries;
}

StagePlot AnswerStage::plot(const QRectF& area, const StageFrame&, const StageOptions&) const
{
    return {insideOf(area), Qt::Horizontal | Qt::Vertical, false};
}

// The nearest input of a real row.
std::optional<StageReading> AnswerStage::read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                              const StageOptions& options) const
{
    const QRectF inner = insideOf(area);
    if (!inner.contains(at))
        return std::nullopt;
    if (options.mode == Coefficients && isLinear())
        return readCoefficient(at, coefficientFrame(inner, frame, options), frame);
    const PlotFrame plot = answerFrame(inner, frame, options);
    const Vector now = regressionOf(frame.to).predicted(m_inputs);
    Eigen::Index nearest = -1;
    double least = 24; // pixels
    for (Eigen::Index i = 0; i < now.size(); ++i) {
        const double away = QLineF(at, plot.at(m_right[i], now[i])).length();
        if (plot.isInside(m_right[i], now[i]) && away < least) {
            least = away;
            nearest = i;
        }
    }
    if (nearest < 0)
        return std::nullopt;
    StageReading reading{plot.at(m_right[nearest], now[nearest]),
                         Qt::Vertical | Qt::Horizontal,
                         {inner.width() / 50, inner.height() / 50},
                         {},
                         {}};
    reading.heading = tr("row %1").arg(nearest + 1);
    reading.values = {{tr("answer, generation %1").arg(frame.to->index), numberText(now[nearest])},
                      {tr("answer, generation 0"), numberText(m_first[nearest])}};
    if (m_truth)
        reading.values.push_back({tr("true answer"), numberText(m_right[nearest])});
    return reading;
}

DataTable AnswerStage::table(const StageFrame& frame, const StageOptions& options) const
{
    if (options.mode == Coefficients && isLinear())
        return coefficientTable(frame);
    DataTable table{tr("%1: answers").arg(generationWords(frame)), {}, {}};
    if (m_truth)
        table.headers << tr("true answer");
    table.headers << tr("answer, generation 0") << tr("answer, generation %1").arg(frame.to->index);
    const Vector now = regressionOf(frame.to).predicted(m_inputs);
    for (Eigen::Index i = 0; i < now.size(); ++i) {
        table.rows.push_back(m_truth ? std::vector<double>{m_right[i]} : std::vector<double>());
        table.rows.back().insert(table.rows.back().end(), {m_first[i], now[i]});
    }
    return table;
}

} // namespace hareloom::ui
