// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/regression/RegressionFace.h"

#include "ui/families/regression/AnswerStage.h"
#include "ui/families/regression/LineStage.h"
#include "ui/stage/Dots.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::RegressionFace", text);
}

// A line through points.
void drawRegression(QPainter& p, const QColor& c)
{
    p.setPen(Qt::NoPen);
    p.setBrush(withAlpha(c, 0.6));
    for (const QPointF& at :
         {QPointF(5, 14.5), QPointF(9, 17.5), QPointF(11.5, 9.5), QPointF(16, 12.5), QPointF(18.5, 5)})
        p.drawEllipse(at, 1.7, 1.7);
    p.setPen(glyphs::stroke(c));
    p.setBrush(Qt::NoBrush);
    p.drawLine(QPointF(3, 19), QPointF(21, 5.5));
}

const RegressionSnapshot* modelOf(const Generation& generation)
{
    return asRegression(generation.snapshot.get());
}

template<class OfModel>
auto ofModel(OfModel value)
{
    return [value](const Generation& generation) {
        const RegressionSnapshot* model = modelOf(generation);
        return model ? double(value(*model)) : std::numeric_limits<double>::quiet_NaN();
    };
}

class RegressionFace final : public Face
{
public:
    RegressionFace() : Face("regression") {}

    DrawGlyph glyph() const override { return drawRegression; }

    std::unique_ptr<Stage> makeStage(const Snapshot& first) const override
    {
        const RegressionSnapshot* model = asRegression(&first);
        if (!model)
            return nullptr;
        if (model->inputs() == 1)
            return std::make_unique<LineStage>();
        return std::make_unique<AnswerStage>();
    }

    std::vector<Quantity> quantities(const Snapshot& first, const std::vector<std::string>&) const override
    {
        const RegressionSnapshot* model = asRegression(&first);
        if (!model)
            return {};
        std::vector<Quantity> all{
            {"coefficientNorm", tr("Size of the coefficients"),
             ofModel([](const RegressionSnapshot& m) { return m.coefficients().norm(); })},
            {"residualVariance", tr("Residual variance"),
             ofModel([](const RegressionSnapshot& m) { return m.residualVariance(); })}};
        if (model->inputs() == 1 && model->isLinear())
            all.insert(all.begin(), {"slope", tr("Slope"), ofModel([](const RegressionSnapshot& m) {
                                         return m.coefficients()[0];
                                     })});
        return all;
    }

    bool sharesAxes(const Snapshot& own, const Snapshot& other) const override
    {
        const RegressionSnapshot *a = asRegression(&own), *b = asRegression(&other);
        return a && b && a->inputs() == b->inputs();
    }

    // The response over the first input.
    void paintRealData(QPainter& painter, const QRectF& room, const RealData& data, bool /*invites*/,
                       const Theme& theme) const override
    {
        if (!data.rows || data.rows->rows() < 1 || data.rows->cols() < 2)
            return;
        const QRectF inner = insideOf(room, 64, 0);
        const auto first = data.rows->col(0), last = data.rows->col(data.rows->cols() - 1);
        const AxisRange x = padded(first.minCoeff(), first.maxCoeff(), 0.12);
        const AxisRange y = padded(last.minCoeff(), last.maxCoeff(), 0.12);
        const auto name = [&](std::size_t j) {
            return j < data.variableNames.size() ? QString::fromStdString(data.variableNames[j]) : QString();
        };
        const PlotFrame plot(inner, {x, name(0), niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
                             {y, name(static_cast<std::size_t>(data.rows->cols() - 1)),
                              niceTicks(y, static_cast<int>(inner.height() / scaled(56)))});
        plot.paintGrid(painter, theme);
        QList<QPointF> dots;
        for (Eigen::Index i = 0; i < first.size(); ++i)
            dots << plot.at(first[i], last[i]);
        paintDots(painter, dots, 2.4, withAlpha(theme.realData, 0.65));
        plot.paintAxes(painter, theme);
    }

    double invitationAt(const QRectF& room, const RealData&) const override
    {
        return insideOf(room, 64, 0).bottom() - 48;
    }
};

} // namespace

const Face& regressionFace()
{
    static const RegressionFace face;
    return face;
}

} // namespace hareloom::ui
