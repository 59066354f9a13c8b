// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/normal/NormalPage.h"

#include "core/data/Source.h"
#include "ui/families/normal/Contours.h"
#include "ui/families/normal/DensityMath.h"
#include "ui/families/normal/DensityStage.h"
#include "ui/plot/DensityCurve.h"
#include "ui/stage/RealHistogram.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kFewComponents = 40; // as many are written as they are; of more, the density that they make
constexpr int kCurvePoints = 241;  // of such a density along one variable
constexpr int kMapWidth = 64, kMapHeight = 40, kGhostWidth = 128, kGhostHeight = 80;
constexpr Eigen::Index kRugRows = 150, kDots = 200, kRealDots = 400;

QJsonArray rangeOf(const AxisRange& range)
{
    return {range.low, range.high};
}

QString placesOf(const RowsPtr& rows, Eigen::Index column, Eigen::Index most, const AxisRange& range)
{
    if (!rows || rows->cols() <= column)
        return {};
    std::vector<double> values(static_cast<std::size_t>(std::min(rows->rows(), most)));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = (*rows)(static_cast<Eigen::Index>(i), column);
    return pagePlaces(values, range);
}

/// Shares of the largest, in steps of 1/255 of their root, so that thin regions are seen too.
QString shadesOf(const std::vector<float>& map)
{
    const float peak = std::max(1e-30F, *std::max_element(map.begin(), map.end()));
    std::vector<std::uint8_t> shades;
    for (const float value : map)
        shades.push_back(static_cast<std::uint8_t>(std::lround(255 * std::sqrt(value / peak))));
    return pageBytes(shades);
}

QString variableOf(const StageOrigin& origin, std::size_t index, const QString& unnamed)
{
    return index < origin.variableNames.size() ? QString::fromStdString(origin.variableNames[index])
                                               : unnamed;
}

/// One variable: densities over generation 0's, with rows beneath.
class DensityPage final : public PageStage
{
public:
    DensityPage(const StageOrigin& origin, const Stage& stage)
        : m_origin(origin), m_x(stage.lockedAxes()[0]), m_peak(stage.lockedAxes()[1].high)
    {
    }

    QJsonObject beginning() const override
    {
        const Spread tails = spreadOf(mixtureOf(m_origin.generation), 0);
        QJsonObject object{{"kind", "density"},
                           {"x", rangeOf(m_x)},
                           {"top", DensityStage::kHeadroom * m_peak},
                           {"tails", QJsonArray{tails.low, tails.high}},
                           {"axis", variableOf(m_origin, 0, QStringLiteral("x"))},
                           {"real", placesOf(m_origin.realRows, 0, kRealDots, m_x)}};
        if (const QJsonArray truth = truthOf(); !truth.isEmpty())
            object["truth"] = truth;
        else
            object["bins"] = binsOf();
        return object;
    }

    QJsonObject moment(const StageFrame& frame) const override
    {
        const NormalMixture& mixture = mixtureOf(frame.to);
        QJsonObject object{{"rows", placesOf(frame.rows, 0, kRugRows, m_x)}};
        if (mixture.components() > kFewComponents) {
            const std::vector<double> curve = densityCurve(mixture, 0, m_x, kCurvePoints);
            const double peak = std::max(1e-300, *std::max_element(curve.begin(), curve.end()));
            object["peak"] = pageNumber(peak);
            object["curve"] = pagePlaces(curve, {0, peak, false});
            return object;
        }
        QJsonArray parts;
        for (int k = 0; k < mixture.components(); ++k)
            parts << QJsonArray{pageNumber(mixture.weights[k], 7), pageNumber(mixture.means(k, 0), 7),
                                pageNumber(std::sqrt(std::max(0.0, mixture.covariance(k)(0, 0))), 7)};
        object["parts"] = parts;
        return object;
    }

private:
    /// The density that the real rows are drawn from; empty where it is not known.
    QJsonArray truthOf() const
    {
        QJsonArray values;
        if (!m_origin.distribution)
            return values;
        Matrix places(kCurvePoints, 1);
        for (int i = 0; i < kCurvePoints; ++i)
            places(i, 0) = m_x.valueAt(double(i) / (kCurvePoints - 1));
        if (const auto logs = m_origin.distribution->logDensity(places))
            for (const double log : *logs)
                values << pageNumber(std::exp(log));
        return values;
    }

    /// Of a table: densities in the bins that the stage has.
    QJsonArray binsOf() const
    {
        QJsonArray values;
        if (!m_origin.realRows || m_origin.realRows->rows() < 2)
            return values;
        const auto rows = double(m_origin.realRows->rows());
        const std::size_t bins = DensityStage::binsFor(m_origin.realRows->rows());
        const double width = (m_x.high - m_x.low) / double(bins);
        for (const double count : countsOf(*m_origin.realRows, m_x, bins))
            values << pageNumber(count / (rows * width));
        return values;
    }

    StageOrigin m_origin;
    AxisRange m_x;
    double m_peak;
};

/// The first two variables: the components' ellipses, rows as dots, generation 0's contours behind them.
class ScatterPage final : public PageStage
{
public:
    ScatterPage(const StageOrigin& origin, const Stage& stage)
        : m_origin(origin), m_x(stage.lockedAxes()[0]), m_y(stage.lockedAxes()[1])
    {
    }

    QJsonObject beginning() const override
    {
        return {{"kind", "scatter"},
                {"x", rangeOf(m_x)},
                {"y", rangeOf(m_y)},
                {"axes", QJsonArray{variableOf(m_origin, 0, QStringLiteral("x1")),
                                    variableOf(m_origin, 1, QStringLiteral("x2"))}},
                {"real", dotsOf(m_origin.realRows, kRealDots)},
                {"contours", contoursOf(mixtureOf(m_origin.generation))},
                {"map", QJsonArray{kMapWidth, kMapHeight}}};
    }

    QJsonObject moment(const StageFrame& frame) const override
    {
        const NormalMixture& mixture = mixtureOf(frame.to);
        QJsonObject object{{"dots", dotsOf(frame.rows, kDots)}};
        if (mixture.components() > kFewComponents) {
            object["shades"] = shadesOf(densityMap(mixture, m_x, m_y, kMapWidth, kMapHeight));
            return object;
        }
        QJsonArray parts;
        for (int k = 0; k < mixture.components(); ++k) {
            const Matrix& c = mixture.covariance(k);
            parts << QJsonArray{pageNumber(mixture.weights[k], 7),
                                pageNumber(mixture.means(k, 0), 7),
                                pageNumber(mixture.means(k, 1), 7),
                                pageNumber(c(0, 0), 7),
                                pageNumber(c(0, 1), 7),
                                pageNumber(c(1, 1), 7)};
        }
        object["parts"] = parts;
        return object;
    }

private:
    QJsonArray dotsOf(const RowsPtr& rows, Eigen::Index most) const
    {
        return {placesOf(rows, 0, most, m_x), placesOf(rows, 1, most, m_y)};
    }

    /// Around 50% and 95% of its mass: ends of segments, two by two.
    QJsonArray contoursOf(const NormalMixture& mixture) const
    {
        const std::vector<float> map = densityMap(mixture, m_x, m_y, kGhostWidth, kGhostHeight);
        std::vector<double> x, y;
        const auto add = [&](const QPointF& cell) {
            x.push_back(m_x.valueAt((cell.x() + 0.5) / kGhostWidth));
            y.push_back(m_y.valueAt(1 - (cell.y() + 0.5) / kGhostHeight));
        };
        for (const double share : {0.5, 0.95})
            for (const QLineF& line : contour(map, kGhostWidth, kGhostHeight, levelHolding(map, share))) {
                add(line.p1());
                add(line.p2());
            }
        return {pagePlaces(x, m_x), pagePlaces(y, m_y)};
    }

    StageOrigin m_origin;
    AxisRange m_x, m_y;
};

} // namespace

std::unique_ptr<PageStage> makeNormalPage(const StageOrigin& origin, const Stage& stage)
{
    const NormalMixture* mixture = origin.generation->snapshot->normalMixture();
    if (!mixture)
        return nullptr;
    if (mixture->dimension() == 1)
        return std::make_unique<DensityPage>(origin, stage);
    return std::make_unique<ScatterPage>(origin, stage);
}

} // namespace hareloom::ui
