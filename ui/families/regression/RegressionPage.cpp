// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/regression/RegressionPage.h"

#include "ui/families/regression/AnswerStage.h"
#include "ui/families/regression/LineStage.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace hareloom::ui {

namespace {

constexpr int kCurvePoints = 61;
constexpr Eigen::Index kDots = 200, kRealDots = 300;

QJsonArray rangeOf(const AxisRange& range)
{
    return {range.low, range.high};
}

QString written(const Vector& values, const AxisRange& range)
{
    return pagePlaces({values.data(), static_cast<std::size_t>(values.size())}, range);
}

QJsonArray dotsOf(const RowsPtr& rows, Eigen::Index most, const AxisRange& x, const AxisRange& y)
{
    if (!rows || rows->cols() != 2)
        return {QString(), QString()};
    const Eigen::Index count = std::min(most, rows->rows());
    return {written(rows->col(0).head(count), x), written(rows->col(1).head(count), y)};
}

/// One input: lines as values at even steps; rows as dots.
class LinePage final : public PageStage
{
public:
    LinePage(const StageOrigin& origin, const Stage& stage)
        : m_origin(origin), m_x(stage.lockedAxes()[0]), m_y(stage.lockedAxes()[1]), m_at(kCurvePoints, 1)
    {
        for (int i = 0; i < kCurvePoints; ++i)
            m_at(i, 0) = m_x.valueAt(double(i) / (kCurvePoints - 1));
    }

    QJsonObject beginning() const override
    {
        QJsonObject object{
            {"kind", "regression"},
            {"x", rangeOf(m_x)},
            {"y", rangeOf(m_y)},
            {"axes", QJsonArray{variableOf(m_origin, 0, 1), variableOf(m_origin, 1, 1)}},
            {"real", dotsOf(m_origin.realRows, kRealDots, m_x, m_y)},
            {"dotWords", QCoreApplication::translate("hareloom::ui::RegressionPage", "rows it generates")}};
        if (const auto truth = truthOf(m_origin))
            object["truth"] = curveOf(truth->predicted(m_at));
        return object;
    }

    QJsonObject moment(const StageFrame& frame) const override
    {
        return {{"curve", curveOf(regressionOf(frame.to).predicted(m_at))},
                {"dots", dotsOf(frame.rows, kDots, m_x, m_y)}};
    }

private:
    static QJsonArray curveOf(const Vector& answers)
    {
        QJsonArray values;
        for (const double answer : answers)
            values << pageNumber(answer);
        return values;
    }

    StageOrigin m_origin;
    AxisRange m_x, m_y;
    Matrix m_at;
};

/// Several inputs: answers against the right ones, and the diagonal on which they should lie.
class AnswerPage final : public PageStage
{
public:
    AnswerPage(const StageOrigin& origin, const Stage& stage)
        : m_origin(origin), m_range(stage.lockedAxes()[0])
    {
        m_stage.setOrigin(origin);
    }

    QJsonObject beginning() const override
    {
        return {
            {"kind", "regression"},
            {"x", rangeOf(m_range)},
            {"y", rangeOf(m_range)},
            {"axes",
             QJsonArray{
                 m_stage.knowsTruth()
                     ? QCoreApplication::translate("hareloom::ui::RegressionPage", "true answer")
                     : QCoreApplication::translate("hareloom::ui::RegressionPage", "answer, generation 0"),
                 QCoreApplication::translate("hareloom::ui::RegressionPage", "answer of this generation")}},
            {"real", QJsonArray{QString(), QString()}},
            {"truth", QJsonArray{m_range.low, m_range.high}},
            {"dotWords", QCoreApplication::translate("hareloom::ui::RegressionPage", "answers")}};
    }

    QJsonObject moment(const StageFrame& frame) const override
    {
        return {{"dots", QJsonArray{written(m_stage.rightAnswers(), m_range),
                                    written(answersAt(frame, m_stage.inputs()), m_range)}}};
    }

private:
    StageOrigin m_origin;
    AxisRange m_range;
    AnswerStage m_stage;
};

} // namespace

std::unique_ptr<PageStage> makeRegressionPage(const StageOrigin& origin, const Stage& stage)
{
    const RegressionSnapshot* model = asRegression(origin.generation->snapshot.get());
    if (!model)
        return nullptr;
    if (model->inputs() == 1)
        return std::make_unique<LinePage>(origin, stage);
    return std::make_unique<AnswerPage>(origin, stage);
}

} // namespace hareloom::ui
