// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/families/regression/RegressionModel.h"
#include "ui/plot/PlotFrame.h"

namespace hareloom::ui {

/// Several inputs. Answers: at some real inputs, what this generation answers against the true answer, so
/// that a perfect model lies on the diagonal; where the truth is not known, generation 0's answer stands for
/// it. Coefficients: one for each input, where the model is linear in them. Family regression.
class AnswerStage final : public Stage
{
public:
    enum Mode { Answers, Coefficients };

    void setOrigin(StageOrigin origin) override;
    std::vector<AxisRange> lockedAxes() const override { return {m_answers, m_coefficients}; }
    QStringList modes() const override;
    bool drawsRows() const override { return false; }
    void paint(QPainter& painter, const QRectF& area, const StageFrame& frame, const StageOptions& options,
               const Theme& theme) override;
    void paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation, double share,
                        const StageOptions& options, const Theme& theme) override;
    std::vector<StageFact> facts(const StageFrame& frame) const override;
    std::vector<LegendEntry> legend(const StageFrame& frame, const StageOptions& options,
                                    const Theme& theme) const override;
    DataTable table(const StageFrame& frame, const StageOptions& options) const override;
    StagePlot plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                     const StageOptions& options) const override;

    /// Real inputs (n, d), n <= 300; the right answers at them, and generation 0's.
    const Matrix& inputs() const { return m_inputs; }
    const Vector& rightAnswers() const { return m_right; }
    const Vector& firstAnswers() const { return m_first; }
    bool knowsTruth() const { return m_truth.has_value(); }

private:
    PlotFrame answerFrame(const QRectF& inner, const StageFrame& frame, const StageOptions& options) const;
    PlotFrame coefficientFrame(const QRectF& inner, const StageFrame& frame,
                               const StageOptions& options) const;
    void paintAnswers(QPainter& painter, const PlotFrame& plot, const StageFrame& frame, const Theme& theme,
                      double radius) const;
    // AnswerCoefficients.cpp
    AxisRange coefficientRange(const GenerationPtr& generation) const;
    Vector coefficientsIn(const StageFrame& frame) const;
    void paintCoefficients(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                           const Theme& theme) const;
    DataTable coefficientTable(const StageFrame& frame) const;
    std::optional<StageReading> readCoefficient(const QPointF& at, const PlotFrame& plot,
                                                const StageFrame& frame) const;

    int inputCount() const { return static_cast<int>(m_inputs.cols()); }
    bool isLinear() const { return regressionOf(m_origin.generation).isLinear(); }

    StageOrigin m_origin;
    std::optional<BestLine> m_truth;
    Matrix m_inputs;                     // (n, d)
    Vector m_right, m_first;             // (n)
    AxisRange m_answers, m_coefficients; // locked
};

} // namespace hareloom::ui
