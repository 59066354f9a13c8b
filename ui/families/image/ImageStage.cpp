// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/image/ImageStage.h"

#include "core/families/image/VaeSnapshot.h"
#include "ui/families/image/ClassShares.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/Clip.h"
#include "ui/stage/Dots.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hareloom::ui {

namespace {

constexpr int kLeastCell = 28;    // pixels of an image's width; where there is less room, fewer are shown
constexpr double kEven = 0.8;    // of the largest images at least, for rows of one length
constexpr int kSteps = 4;         // of an image's pixel: parts of it are smoothed ...
constexpr double kSharp = 1.2;    // ... and so left to walls that gain more than this by them
constexpr double kDeviations = 2; // of the ellipse around a cloud
constexpr int kThumbnailColumns = 5, kThumbnailRows = 3;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::ImageStage", text);
}

const VaeSnapshot& vaeOf(const GenerationPtr& generation)
{
    return *asVae(*generation->snapshot);
}

AxisRange rangeOf(const std::vector<float>& cloud, std::size_t axis)
{
    if (cloud.empty())
        return {0, 1, false};
    float low = cloud[axis], high = low;
    for (std::size_t i = axis; i < cloud.size(); i += 2) {
        low = std::min(low, cloud[i]);
        high = std::max(high, cloud[i]);
    }
    return padded(low, high, 0.06);
}

AxisRange between(const AxisRange& from, const AxisRange& to, double t)
{
    return {from.low + t * (to.low - from.low), from.high + t * (to.high - from.high), false};
}

QList<QPointF> placesOf(const std::vector<float>& cloud, const PlotFrame& plot)
{
    QList<QPointF> places;
    places.reserve(static_cast<qsizetype>(cloud.size() / 2));
    for (std::size_t i = 0; i + 1 < cloud.size(); i += 2)
        if (const QPointF place = plot.at(double(cloud[i]), double(cloud[i + 1]));
            plot.area().contains(place))
            places << place;
    return places;
}

struct Moments
{
    Eigen::Vector2d mean;
    Eigen::Matrix2d covariance;
};

Moments momentsOf(const std::vector<float>& cloud)
{
    const Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, 2, Eigen::RowMajor>> rows(
        cloud.data(), static_cast<Eigen::Index>(cloud.size() / 2), 2);
    const Eigen::MatrixX2d values = rows.cast<double>();
    const Eigen::Vector2d mean = values.colwise().mean();
    const Eigen::MatrixX2d centred = values.rowwise() - mean.transpose();
    return {mean, centred.transpose() * centred / double(std::max<Eigen::Index>(1, values.rows()))};
}

void paintEllipse(QPainter& painter, const PlotFrame& plot, const Moments& moments, const QPen& pen)
{
    constexpr int kCorners = 120;
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d> axes(moments.covariance);
    const Eigen::Vector2d lengths = axes.eigenvalues().cwiseMax(0).cwiseSqrt() * kDeviations;
    QList<QLineF> lines;
    QPointF last;
    for (int i = 0; i <= kCorners; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCorners;
        const Eigen::Vector2d v =
            moments.mean +
            axes.eigenvectors() * Eigen::Vector2d(lengths[0] * std::cos(angle), lengths[1] * std::sin(angle));
        const QPointF point = plot.at(v[0], v[1]);
        if (i > 0)
            appendClipped(lines, QLineF(last, point), plot.area());
        last = point;
    }
    QPainterPath path; // one line, so that dashes go round it evenly
    for (const QLineF& line : lines) {
        if (path.isEmpty() || QLineF(path.currentPosition(), line.p1()).length() > 0.01)
            path.moveTo(line.p1());
        path.lineTo(line.p2());
    }
    painter.strokePath(path, pen);
}

bool hasEvenRows(int count, int mostColumns, int mostRows)
{
    for (int columns = mostColumns; columns >= 1; --columns)
        if (count % columns == 0 && count / columns <= mostRows)
            return true;
    return false;
}

} // namespace

void ImageStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
    const VaeSnapshot& first = vaeOf(m_origin.generation);
    m_modes.clear();
    if (first.wallImages() > 0)
        m_modes.push_back(Mode::Samples);
    if (!first.view().cloud.empty())
        m_modes.push_back(Mode::Latents);
    m_shares = classSharesOf(*m_origin.generation, m_origin.classNames.size());
    if (!m_shares.empty())
        m_modes.push_back(Mode::Classes);
    const std::vector<float>& cloud = vaeOf(m_origin.axesFrom()).view().cloud;
    m_x = rangeOf(cloud, 0);
    m_y = rangeOf(cloud, 1);
    m_isPhotograph = !hasDarkGround(first.view().wall, imageSize());
}

QStringList ImageStage::modes() const
{
    QStringList names;
    for (const Mode mode : m_modes)
        names << (mode == Mode::Samples   ? tr("Samples")
                  : mode == Mode::Latents ? tr("Latents")
                                          : tr("Classes"));
    return names;
}

ImageStage::Mode ImageStage::modeOf(const StageOptions& options) const
{
    const auto mode = static_cast<std::size_t>(std::max(0, options.mode));
    return mode < m_modes.size() ? m_modes[mode] : m_modes.empty() ? Mode::Samples : m_modes.front();
}

QSize ImageStage::imageSize() const
{
    const VaeArchitecture& a = vaeOf(m_origin.generation).architecture();
    return {a.width, a.height};
}

Tones ImageStage::tones(double share, const Theme& theme) const
{
    return tonesOf(theme.generation(share), m_isPhotograph, theme);
}

QString ImageStage::className(std::size_t index) const
{
    return index < m_origin.classNames.size() ? engineWords(EngineList::State, m_origin.classNames[index])
                                              : tr("class %1").arg(qulonglong(index));
}

// Generation 0's wall is half as large and has the same columns, so that a place is the same point in both.
// Where not all images fit in a size that can be seen, there are fewer.
ImageStage::Walls ImageStage::walls(const QRectF& area) const
{
    const int count = vaeOf(m_origin.generation).wallImages();
    const QSize size = imageSize();
    const double caption = QFontMetricsF(themeFont(TextSize::Small)).height() + 6;
    const QRectF room = area.adjusted(0, 4, -kGrid, -caption - 4);
    const int least = (kSteps * kLeastCell + size.width() - 1) / size.width();
    std::optional<Walls> largest;
    int largestScale = 0;
    for (int scale = static_cast<int>(kSteps * room.height() / size.height()); scale >= least; --scale) {
        const bool isSharp = scale < kSharp * (scale / kSteps * kSteps);
        const int steps = isSharp ? 1 : kSteps;
        const double factor = isSharp ? scale / kSteps : double(scale) / kSteps;
        const WallPlan one = planWall(QRectF(QPointF(), QSizeF(size) * factor), 1, size, 0, steps);
        const auto columns = static_cast<int>((room.width() - 3 * kGrid) / (1.5 * one.step().width()));
        const auto rows = static_cast<int>((room.height() + one.gap) / one.step().height());
        if (columns < 1 || rows < 1 || (columns * rows < count && scale > least))
            continue;
        if (largest && scale < kEven * largestScale)
            break;
        Walls walls = wallsOf(room, std::min(count, columns * rows), columns, rows, steps);
        if (hasEvenRows(count, columns, rows))
            return walls;
        if (!largest) {
            largest = std::move(walls);
            largestScale = scale;
        }
    }
    return largest.value_or(Walls{planWall(room, count, size), {}});
}

ImageStage::Walls ImageStage::wallsOf(const QRectF& room, int count, int mostColumns, int rows,
                                      int steps) const
{
    int columns = mostColumns;
    while (columns > 1 && count % columns != 0 && (columns - 1) * rows >= count)
        --columns;
    const double wide = (room.width() - 3 * kGrid) / 1.5;
    Walls walls{
        planWall(QRectF(room.topLeft(), QSizeF(wide, room.height())), count, imageSize(), columns, steps),
        {}};
    walls.before =
        planWall(QRectF(QPointF(), 0.5 * walls.now.area.size()), count, imageSize(), columns, steps);
    const double taken = walls.now.area.width() + 3 * kGrid + walls.before.area.width();
    const QPointF start(std::round(room.left() + (room.width() - taken) / 2),
                        std::round(room.top() + (room.height() - walls.now.area.height()) / 2));
    walls.now.area.moveTopLeft(start);
    walls.before.area.moveTopLeft(start + QPointF(walls.now.area.width() + 3 * kGrid, 0));
    return walls;
}

void ImageStage::paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                       const StageOptions& options, const Theme& theme)
{
    m_theme = &theme;
    painter.setRenderHint(QPainter::Antialiasing);
    switch (modeOf(options)) {
    case Mode::Samples:
        paintSamples(painter, area, frame, theme);
        break;
    case Mode::Latents:
        paintLatents(painter, cloudFrame(area, frame, options), frame, theme);
        break;
    case Mode::Classes:
        classStream(frame, m_shares, m_origin.classNames).paint(painter, area, theme);
        break;
    }
}

void ImageStage::paintSamples(QPainter& painter, const QRectF& area, const StageFrame& frame,
                              const Theme& theme) const
{
    const auto wall = [](const GenerationPtr& g) -> const auto&
    {
        return vaeOf(g).view().wall;
    };
    const std::vector<std::uint8_t>& first = wall(m_origin.generation);
    const Walls plans = walls(area);
    painter.setFont(themeFont(TextSize::Small));
    const auto caption = [&](const WallPlan& plan, const QColor& colour, const QString& words) {
        painter.setPen(colour);
        paintText(painter, plan.area.bottomLeft() + QPointF(0, 4), Qt::AlignLeft | Qt::AlignTop,
                  painter.fontMetrics().elidedText(words, Qt::ElideRight, int(plan.area.width())));
    };
    const int all = vaeOf(m_origin.generation).wallImages();
    const QString points = plans.now.count < all ? tr("%1 of %2 latent points").arg(plans.now.count).arg(all)
                                                 : tr("%1 latent points").arg(all);
    if (wall(frame.to).size() == first.size()) // else this generation could not be drawn: its note says why
        paintWall(painter, plans.now, blended(wall(frame.from), wall(frame.to), frame.blend), imageSize(),
                  tones(frame.share, theme));
    caption(plans.now, theme.generationText(frame.share), tr("%1, the same in every generation").arg(points));
    if (plans.before.columns < 1)
        return;
    paintWall(painter, plans.before, first, imageSize(), tones(0, theme));
    caption(plans.before, theme.generationText(0), tr("generation 0"));
}

PlotFrame ImageStage::cloudFrame(const QRectF& area, const StageFrame& frame,
                                 const StageOptions& options) const
{
    AxisRange x = m_x, y = m_y;
    const std::vector<float>&from = vaeOf(frame.from).view().cloud, &to = vaeOf(frame.to).view().cloud;
    if (!options.axesLocked && !from.empty() && !to.empty()) {
        x = between(rangeOf(from, 0), rangeOf(to, 0), frame.blend);
        y = between(rangeOf(from, 1), rangeOf(to, 1), frame.blend);
    }
    x = options.zoom.ofX(x);
    y = options.zoom.ofY(y);
    const QRectF inner = area.adjusted(scaled(64), 4, -16, -scaled(44));
    return PlotFrame(inner,
                     {x, tr("first axis of the real images, generation 0's encoder"),
                      niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
                     {y, tr("second axis"), niceTicks(y, static_cast<int>(inner.height() / scaled(56)))});
}

// Images of two generations are no pairs: one cloud fades into the other, its ellipse moves.
void ImageStage::paintLatents(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                              const Theme& theme) const
{
    const auto cloud = [](const GenerationPtr& g) -> const auto&
    {
        return vaeOf(g).view().cloud;
    };
    const QColor colour = theme.generation(frame.share);
    plot.paintGrid(painter, theme);
    paintDots(painter, placesOf(cloud(m_origin.generation), plot), 2.6, withAlpha(theme.generation(0), 0.5),
              DotStyle::Ring);
    if (frame.blend < 1 && frame.from != frame.to)
        paintDots(painter, placesOf(cloud(frame.from), plot), 2.1,
                  withAlpha(colour, 0.75 * (1 - frame.blend)));
    paintDots(painter, placesOf(cloud(frame.to), plot), 2.1, withAlpha(colour, 0.75 * frame.blend));
    const Moments before = momentsOf(cloud(m_origin.generation));
    paintEllipse(painter, plot, before, QPen(theme.generation(0), 2, Qt::DashLine, Qt::FlatCap));
    if (!cloud(frame.from).empty() && !cloud(frame.to).empty()) {
        const Moments from = momentsOf(cloud(frame.from)), to = momentsOf(cloud(frame.to));
        paintEllipse(painter, plot,
                     {from.mean + frame.blend * (to.mean - from.mean),
                      from.covariance + frame.blend * (to.covariance - from.covariance)},
                     QPen(mix(colour, theme.text, 0.35), 2, Qt::SolidLine, Qt::FlatCap));
    }
    plot.paintAxes(painter, theme);
}

void ImageStage::paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                                double share, const StageOptions&, const Theme& theme)
{
    const VaeSnapshot& vae = vaeOf(generation);
    if (vae.architecture().width != imageSize().width() || vae.architecture().height != imageSize().height())
        return;
    const int count = std::min(vae.wallImages(), kThumbnailColumns * kThumbnailRows);
    WallPlan plan = planWall(area, count, imageSize());
    plan.area.moveCenter(area.center());
    paintWall(painter, plan, vae.view().wall, imageSize(), tones(share, theme));
}

} // namespace hareloom::ui
