// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/regression/LineStage.h"

#include "ui/plot/Clip.h"
#include "ui/plot/SteadyRange.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kInputs = 3;      // standard deviations of the inputs to both sides
constexpr double kScatter = 3;     // of the residuals, above and below the line
constexpr double kHeadroom = 0.25; // of that height, for lines that turn
constexpr double kBand = 1.96;     // standard deviations of a row's noise: 95% of rows
constexpr int kCurvePoints = 121;  // of features; a line needs two
constexpr int kTablePoints = 51;
constexpr Eigen::Index kFewDots = 1500; // more are drawn fainter

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::LineStage", text);
}

Matrix places(const AxisRange& range, int count)
{
    Matrix at(count, 1);
    for (int i = 0; i < count; ++i)
        at(i, 0) = range.valueAt(double(i) / (count - 1));
    return at;
}

} // namespace

void LineStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
    m_truth = truthOf(m_origin);
    const MeanCovariance& inputs = regressionOf(m_origin.axesFrom()).inputMoments();
    const double centre = inputs.mean[0], spread = std::sqrt(std::max(1e-300, inputs.covariance(0, 0)));
    m_x = padded(centre - kInputs * spread, centre + kInputs * spread, 0.02);
    m_y = heightsOf(m_origin.axesFrom());
    if (m_origin.atLeast.size() == 2) {
        m_x = covering(m_x, m_origin.atLeast[0]);
        m_y = covering(heightsOf(m_origin.generation), m_origin.atLeast[1]);
    }
}

AxisRange LineStage::heightsOf(const GenerationPtr& generation) const
{
    const RegressionSnapshot& model = regressionOf(generation);
    const Vector answers = model.predicted(places(m_x, kCurvePoints));
    const double scatter = kScatter * std::sqrt(model.residualVariance());
    return padded(answers.minCoeff() - scatter, answers.maxCoeff() + scatter, kHeadroom);
}

QStringList LineStage::modes() const
{
    return {tr("Line and rows"), tr("Line")};
}

PlotFrame LineStage::frameOf(const QRectF& inner, const StageFrame& frame, const StageOptions& options) const
{
    AxisRange x = m_x, y = m_y;
    if (!options.axesLocked) {
        const AxisRange from = heightsOf(frame.from), to = heightsOf(frame.to);
        y = {from.low + frame.blend * (to.low - from.low), from.high + frame.blend * (to.high - from.high),
             false};
    }
    x = options.zoom.ofX(x);
    y = options.zoom.ofY(y);
    return PlotFrame(
        inner, {x, variableOf(m_origin, 0, 1), niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
        {y, variableOf(m_origin, 1, 1), niceTicks(y, static_cast<int>(inner.height() / scaled(56)))});
}

double LineStage::bandAt(const StageFrame& frame) const
{
    const double from = regressionOf(frame.from).noiseVariance(), to = regressionOf(frame.to).noiseVariance();
    const double lambda = m_origin.experiment.policy.lambda;
    return kBand * std::sqrt(lambda) * (std::sqrt(from) + frame.blend * (std::sqrt(to) - std::sqrt(from)));
}

void LineStage::paintLine(QPainter& painter, const PlotFrame& plot, const Answer& answer,
                          const QPen& pen) const
{
    const bool isStraight = regressionOf(m_origin.generation).isLinear();
    const Matrix at = places(plot.xRange(), isStraight ? 2 : kCurvePoints);
    const Vector answers = answer(at);
    QList<QLineF> lines;
    for (Eigen::Index i = 0; i + 1 < at.rows(); ++i)
        appendClipped(lines, {plot.at(at(i, 0), answers[i]), plot.at(at(i + 1, 0), answers[i + 1])},
                      plot.area());
    painter.setPen(pen);
    painter.drawLines(lines);
}

// Cut off in the data, as a vector figure knows no clipping.
void LineStage::paintBand(QPainter& painter, const PlotFrame& plot, const Answer& answer, double halfWidth,
                          const QColor& colour) const
{
    const Matrix at = places(plot.xRange(), kCurvePoints);
    const Vector answers = answer(at);
    const auto inside = [&](double y) {
        return std::clamp(plot.y(y), plot.area().top(), plot.area().bottom());
    };
    QPolygonF band;
    for (Eigen::Index i = 0; i < at.rows(); ++i)
        band << QPointF(plot.x(at(i, 0)), inside(answers[i] + halfWidth));
    for (Eigen::Index i = at.rows(); i-- > 0;)
        band << QPointF(plot.x(at(i, 0)), inside(answers[i] - halfWidth));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(band);
    painter.setBrush(Qt::NoBrush);
}

void LineStage::paintRows(QPainter& painter, const PlotFrame& plot, const RowsPtr& rows, double radius,
                          const QColor& colour, DotStyle style) const
{
    if (!rows || rows->cols() != 2)
        return;
    const double crowd = std::pow(std::max(1.0, double(rows->rows()) / double(kFewDots)), 0.3);
    QList<QPointF> centres;
    for (Eigen::Index i = 0; i < rows->rows(); ++i)
        if (plot.isInside((*rows)(i, 0), (*rows)(i, 1)))
            centres << plot.at((*rows)(i, 0), (*rows)(i, 1));
    paintDots(painter, centres, radius / crowd, withAlpha(colour, colour.alphaF() / crowd), style);
}

// The truth, where it is known, and generation 0's line.
void LineStage::paintBehind(QPainter& painter, const PlotFrame& plot, const Theme& theme) const
{
    if (m_truth)
        paintLine(
            painter, plot, [this](MatrixView at) { return m_truth->predicted(at); },
            QPen(theme.realData, 1.4, Qt::DashLine, Qt::FlatCap));
    paintLine(
        painter, plot, [this](MatrixView at) { return regressionOf(m_origin.generation).predicted(at); },
        QPen(theme.generation(0), 1.8, Qt::SolidLine, Qt::FlatCap));
}

void LineStage::paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                      const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const PlotFrame plot = frameOf(insideOf(area), frame, options);
    const QColor colour = theme.generation(frame.share);
    const auto now = [&frame](MatrixView at) { return answersAt(frame, at); };
    plot.paintGrid(painter, theme);
    if (options.mode == LineAndRows)
        paintRows(painter, plot, m_origin.realRows, 2.6, withAlpha(theme.realData, 0.3), DotStyle::Ring);
    paintBand(painter, plot, now, bandAt(frame), withAlpha(colour, theme.dark ? 0.18 : 0.12));
    if (options.mode == LineAndRows)
        paintRows(painter, plot, frame.rows, 2.2, withAlpha(colour, 0.75), DotStyle::Filled);
    paintBehind(painter, plot, theme);
    paintLine(painter, plot, now, QPen(mix(colour, theme.text, 0.25), 2.6, Qt::SolidLine, Qt::FlatCap));
    plot.paintAxes(painter, theme);
}

void LineStage::paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                               double share, const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const StageFrame frame{generation, generation, 1, share, nullptr, nullptr, 0};
    StageOptions whole;
    whole.axesLocked = options.axesLocked;
    const PlotFrame plot = frameOf(area, frame, whole);
    const auto now = [&frame](MatrixView at) { return answersAt(frame, at); };
    const QColor colour = theme.generation(share);
    paintBand(painter, plot, now, bandAt(frame), withAlpha(colour, 0.25));
    paintLine(
        painter, plot, [this](MatrixView at) { return regressionOf(m_origin.generation).predicted(at); },
        QPen(theme.generation(0), 1.2, Qt::SolidLine, Qt::FlatCap));
    paintLine(painter, plot, now, QPen(colour, 2, Qt::SolidLine, Qt::FlatCap));
}

std::vector<StageFact> LineStage::facts(const StageFrame& frame) const
{
    std::vector<StageFact> facts = regressionFacts(frame, m_origin.generation);
    const RegressionSnapshot &now = regressionOf(frame.to), &before = regressionOf(m_origin.generation);
    if (now.isLinear())
        facts.insert(facts.begin(),
                     {tr("slope"), numberText(now.coefficients()[0]), numberText(before.coefficients()[0])});
    return facts;
}

std::vector<LegendEntry> LineStage::legend(const StageFrame& frame, const StageOptions& options,
                                           const Theme& theme) const
{
    const QColor colour = theme.generation(frame.share);
    std::vector<LegendEntry> entries;
    if (m_truth)
        entries.push_back({LegendEntry::Mark::Dash, theme.realData, tr("truth")});
    entries.push_back({LegendEntry::Mark::Line, theme.generation(0), tr("generation 0")});
    entries.push_back({LegendEntry::Mark::Line, colour, tr("this generation")});
    entries.push_back({LegendEntry::Mark::Band, colour, tr("95% of its rows")});
    if (options.mode == LineAndRows && m_origin.realRows)
        entries.push_back({LegendEntry::Mark::Hollow, theme.realData, tr("real data")});
    return entries;
}

StagePlot LineStage::plot(const QRectF& area, const StageFrame&, const StageOptions&) const
{
    return {insideOf(area), Qt::Horizontal | Qt::Vertical, false};
}

std::optional<StageReading> LineStage::read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                            const StageOptions& options) const
{
    const PlotFrame plot = frameOf(insideOf(area), frame, options);
    const QRectF& inner = plot.area();
    if (!inner.contains(at))
        return std::nullopt;
    Matrix input(1, 1);
    input(0, 0) = plot.xRange().valueAt((at.x() - inner.left()) / inner.width());
    const double now = regressionOf(frame.to).predicted(input)[0];
    StageReading reading{{at.x(), std::clamp(plot.y(now), inner.top(), inner.bottom())},
                         Qt::Vertical,
                         {inner.width() / 100, 0},
                         {},
                         {}};
    reading.heading = QStringLiteral("%1 = %2").arg(variableOf(m_origin, 0, 1), numberText(input(0, 0), 4));
    reading.values = {
        {tr("answer, generation %1").arg(frame.to->index), numberText(now)},
        {tr("answer, generation 0"), numberText(regressionOf(m_origin.generation).predicted(input)[0])}};
    if (m_truth)
        reading.values.push_back({tr("true answer"), numberText(m_truth->predicted(input)[0])});
    return reading;
}

// Rows where rows are drawn, else the lines at even steps.
DataTable LineStage::table(const StageFrame& frame, const StageOptions& options) const
{
    const QString x = variableOf(m_origin, 0, 1), y = variableOf(m_origin, 1, 1);
    if (options.mode == LineAndRows && frame.rows && frame.rows->cols() == 2) {
        DataTable table{tr("%1: rows it generates").arg(generationWords(frame)), {x, y}, {}};
        for (Eigen::Index i = 0; i < frame.rows->rows(); ++i)
            table.rows.push_back({(*frame.rows)(i, 0), (*frame.rows)(i, 1)});
        return table;
    }
    DataTable table{tr("%1: its line").arg(generationWords(frame)),
                    {x, tr("answer, generation 0"), tr("answer, generation %1").arg(frame.to->index)},
                    {}};
    const Matrix at = places(options.zoom.ofX(m_x), kTablePoints);
    const Vector before = regressionOf(m_origin.generation).predicted(at),
                 now = regressionOf(frame.to).predicted(at);
    for (Eigen::Index i = 0; i < at.rows(); ++i)
        table.rows.push_back({at(i, 0), before[i], now[i]});
    return table;
}

} // namespace hareloom::ui
