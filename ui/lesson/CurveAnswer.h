// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lesson/QuestionView.h"
#include "ui/sources/Canvas.h"

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The axes of a metric over the generations, to draw on: dragging sets the value at each of the question's
/// generations, and so do the arrow keys. After the reveal the run's curve lies beside the drawn one.
class CurvePaper : public Canvas
{
    Q_OBJECT
public:
    explicit CurvePaper(const Question& question, QWidget* parent = nullptr);

    /// One value for each generation; NaN where nothing is drawn yet.
    const std::vector<double>& drawn() const { return m_drawn; }
    void setDrawn(const std::vector<double>& values);
    void setOutcome(const std::vector<double>& values);

Q_SIGNALS:
    void edited();

protected:
    AxisRange xRange() const override;
    AxisRange yRange() const override;
    double heightShare() const override { return 0.6; }
    QString invitation() const override;
    void paintData(QPainter& painter, const PlotFrame& frame, const Theme& theme) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool isEmpty() const;
    void drawTo(const QPointF& position);
    void set(std::size_t place, double value);
    void raise(double share);

    const Question& m_question;
    std::vector<double> m_drawn, m_outcome;
    QPointF m_last; // of the stroke, in values
    std::size_t m_place = 0;
};

class CurveAnswer : public QuestionView
{
    Q_OBJECT
public:
    CurveAnswer(const Question& question, QWidget* parent);

    LessonPrediction prediction() const override;
    LessonPrediction draft() const override { return {{}, m_paper->drawn()}; }
    void show(const LessonPrediction& prediction) override;
    void reveal(const LessonPrediction& outcome) override;
    void setTheme(const Theme& theme) override { m_paper->setTheme(theme); }
    QWidget* first() override { return m_paper; }

private:
    void tellMissing(const std::vector<std::int64_t>& asked);

    CurvePaper* m_paper;
    QLabel* m_legend;
    QString m_howTo;
};

} // namespace hareloom::ui
