// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/diffusion/DiffusionPage.h"

#include "ui/families/diffusion/DrawnPlaces.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr Eigen::Index kMostDots = 400, kMostImages = 64, kRealDots = 300;
constexpr qsizetype kLengthBytes = 4; // that qCompress() puts before what zlib makes

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::DrawnPointsPage", text);
}

QJsonArray rangeOf(const AxisRange& range)
{
    return {range.low, range.high};
}

/// Rows that every generation draws from the same noise, as dots over generation 0's.
class DrawnPointsPage final : public PageStage
{
public:
    DrawnPointsPage(const StageOrigin& origin, const Stage& stage)
        : m_origin(origin), m_x(stage.lockedAxes()[0]), m_y(stage.lockedAxes()[1])
    {
    }

    QJsonObject beginning() const override
    {
        return {{"kind", "regression"}, // the script's, which draws dots in a plot
                {"x", rangeOf(m_x)},
                {"y", rangeOf(m_y)},
                {"axes", QJsonArray{variable(0, QStringLiteral("x")), variable(1, secondAxis())}},
                {"real", realDots()},
                {"dotWords", tr("drawn by this generation, from the same noise")}};
    }

    QJsonObject moment(const StageFrame& frame) const override
    {
        const DiffusionView& view = drawnBy(frame.to);
        std::vector<double> x, y;
        for (Eigen::Index i = 0; i < std::min(kMostDots, view.drawn.rows()); ++i) {
            x.push_back(placeOf(view, i).x());
            y.push_back(placeOf(view, i).y());
        }
        return {{"dots", QJsonArray{pagePlaces(x, m_x), pagePlaces(y, m_y)}}};
    }

private:
    bool isFlat() const { return drawnBy(m_origin.generation).drawn.cols() > 1; }
    QString secondAxis() const
    {
        return isFlat() ? QStringLiteral("y") : tr("distance to the nearest row that it learned from");
    }
    QString variable(std::size_t index, const QString& unnamed) const
    {
        const bool isNamed = index < m_origin.variableNames.size() && !m_origin.variableNames[index].empty();
        return isNamed ? QString::fromStdString(m_origin.variableNames[index]) : unnamed;
    }
    /// None where the second axis is a distance.
    QJsonArray realDots() const
    {
        if (!isFlat() || !m_origin.realRows || m_origin.realRows->cols() < 2)
            return {QString(), QString()};
        std::vector<double> x, y;
        for (Eigen::Index i = 0; i < std::min(kRealDots, m_origin.realRows->rows()); ++i) {
            x.push_back((*m_origin.realRows)(i, 0));
            y.push_back((*m_origin.realRows)(i, 1));
        }
        return {pagePlaces(x, m_x), pagePlaces(y, m_y)};
    }

    StageOrigin m_origin;
    AxisRange m_x, m_y;
};

/// The same images, beside generation 0's.
class DrawnImagesPage final : public PageStage
{
public:
    explicit DrawnImagesPage(const DiffusionSnapshot& first)
        : m_size(first.architecture().width, first.architecture().height),
          m_all(std::min(kMostImages, first.view().drawn.rows())),
          m_count(m_all)
    {
    }

    void takeShare(double share) override
    {
        m_count = std::max(Eigen::Index(1), static_cast<Eigen::Index>(share * double(m_all)));
    }
    QString note() const override { return picturesNote(int(m_count), int(m_all)); }

    QJsonObject beginning() const override
    {
        return {{"kind", "images"},
                {"width", m_size.width()},
                {"height", m_size.height()},
                {"count", int(m_count)},
                {"isPhotograph", false}};
    }

    QJsonObject moment(const StageFrame& frame) const override
    {
        const Matrix& drawn = drawnBy(frame.to).drawn;
        if (drawn.rows() < m_count)
            return {};
        QByteArray bytes;
        for (Eigen::Index i = 0; i < m_count; ++i)
            for (const double tone : drawn.row(i))
                bytes.append(static_cast<char>(std::lround(255 * std::clamp(tone, 0.0, 1.0))));
        return {{"pixels", QString::fromLatin1(qCompress(bytes, 9).mid(kLengthBytes).toBase64())}};
    }

private:
    QSize m_size;
    Eigen::Index m_all, m_count; // images that the wall has room for; that are shown
};

} // namespace

std::unique_ptr<PageStage> makeDiffusionPage(const StageOrigin& origin, const Stage& stage)
{
    const DiffusionSnapshot* first = asDiffusion(*origin.generation->snapshot);
    if (!first)
        return nullptr;
    if (first->architecture().areImages())
        return std::make_unique<DrawnImagesPage>(*first);
    return std::make_unique<DrawnPointsPage>(origin, stage);
}

} // namespace hareloom::ui
