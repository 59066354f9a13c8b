// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/EmptyStage.h"

#include "core/families/image/VaeSnapshot.h"
#include "ui/families/image/ImageWall.h"
#include "ui/families/language/MarkedText.h"
#include "ui/families/language/TextColumn.h"
#include "ui/plot/FittingScale.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/Dots.h"
#include "ui/theme/Icons.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("EmptyStage", text);
}

QString name(const RealData& data, std::size_t j)
{
    return j < data.variableNames.size() ? QString::fromStdString(data.variableNames[j]) : QString();
}

std::vector<double> counts(const Matrix& rows, const AxisRange& range, std::size_t bins)
{
    std::vector<double> result(bins);
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        const double share = range.share(rows(i, 0));
        if (share >= 0 && share < 1)
            result[static_cast<std::size_t>(share * double(bins))] += 1;
    }
    return result;
}

void paintColumns(QPainter& painter, const PlotFrame& plot, const std::vector<double>& heights,
                  const Theme& theme)
{
    const double width = plot.area().width() / double(heights.size()), gap = width > 6 ? 2 : 0;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const double top = plot.y(heights[i]);
        painter.fillRect(QRectF(plot.area().left() + double(i) * width, top, std::max(1.0, width - gap),
                                plot.area().bottom() - top),
                         withAlpha(theme.realData, 0.55));
    }
}

void paintHistogram(QPainter& painter, const QRectF& inner, const RealData& data, const Theme& theme)
{
    const Matrix& rows = *data.rows;
    AxisRange x = padded(rows.col(0).minCoeff(), rows.col(0).maxCoeff(), data.isDiscrete ? 0 : 0.08);
    std::size_t bins = 48;
    if (data.isDiscrete) {
        x = {0, double(std::max<std::int64_t>(1, data.states)), false};
        bins = static_cast<std::size_t>(
            std::clamp<std::int64_t>(data.states, 1, static_cast<int>(inner.width() / 2)));
    }
    std::vector<double> heights = counts(rows, x, bins);
    if (data.isDiscrete)
        std::sort(heights.begin(), heights.end(), std::greater<>());
    const AxisRange y{0, 1.9 * std::max(1.0, *std::max_element(heights.begin(), heights.end())), false};
    const PlotFrame plot(
        inner,
        {x, data.isDiscrete ? tr("states, most frequent first") : name(data, 0),
         data.isDiscrete ? std::vector<Tick>{} : niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
        {y, tr("rows"), wholeTicks(y, static_cast<int>(inner.height() / scaled(60)))});
    plot.paintGrid(painter, theme);
    paintColumns(painter, plot, heights, theme);
    plot.paintAxes(painter, theme);
}

void paintPlane(QPainter& painter, const QRectF& inner, const RealData& data, const Theme& theme)
{
    const Matrix& rows = *data.rows;
    const AxisRange x = padded(rows.col(0).minCoeff(), rows.col(0).maxCoeff(), 0.12);
    const AxisRange y = padded(rows.col(1).minCoeff(), rows.col(1).maxCoeff(), 0.12);
    const PlotFrame plot(inner,
                         {x, name(data, 0), niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
                         {y, name(data, 1), niceTicks(y, static_cast<int>(inner.height() / scaled(56)))});
    plot.paintGrid(painter, theme);
    QList<QPointF> centres;
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        centres.append(plot.at(rows(i, 0), rows(i, 1)));
    paintDots(painter, centres, 2.4, withAlpha(theme.realData, 0.65));
    plot.paintAxes(painter, theme);
}

/// The first `most` real images, as (m, height, width).
std::vector<std::uint8_t> realImages(const RealData& data, int most)
{
    std::vector<std::uint8_t> images;
    for (Eigen::Index i = 0; i < std::min<Eigen::Index>(data.rows->rows(), most); ++i)
        for (const double tone : data.rows->row(i))
            images.push_back(static_cast<std::uint8_t>(std::lround(255 * std::clamp(tone, 0.0, 1.0))));
    return images;
}

// Some of them, as many as there is room for in twice their size.
void paintImages(QPainter& painter, const QRectF& inner, const RealData& data, const Theme& theme)
{
    const QSize size(data.imageWidth, data.imageHeight);
    const double scale = std::max(1.0, std::floor(56.0 / size.width())), cell = 1.08 * scale;
    const auto room = static_cast<int>(inner.width() / (cell * size.width())) *
                      static_cast<int>(inner.height() / (cell * size.height()));
    const int count = std::min(static_cast<int>(data.rows->rows()), std::max(1, room));
    const std::vector<std::uint8_t> images = realImages(data, count);
    paintWall(painter, planWall(inner, count, size), images, size,
              tonesOf(mix(theme.surface, theme.realData, 0.5), !hasDarkGround(images, size), theme));
}

// What the model draws of its latent points, and, smaller, as many of the images that it learns from.
void paintLearning(QPainter& painter, const QRectF& inner, const RealData& data, const VaeSnapshot& draft,
                   const Theme& theme)
{
    const QSize size(draft.architecture().width, draft.architecture().height);
    const std::vector<std::uint8_t> real = realImages(data, draft.wallImages());
    const bool isPhotograph = !hasDarkGround(real, size);
    const double gap = 4 * kGrid, caption = QFontMetricsF(themeFont(TextSize::Small)).height() + 4;
    const QSizeF wide(0.6 * (inner.width() - gap), inner.height() - caption);
    const QRectF rest(inner.left() + wide.width() + gap, inner.top(), inner.width() - wide.width() - gap,
                      wide.height());
    painter.setFont(themeFont(TextSize::Small));
    const auto paint = [&](const WallPlan& plan, const std::vector<std::uint8_t>& images,
                           const QColor& colour, const QString& words) {
        paintWall(painter, plan, images, size, tonesOf(colour, isPhotograph, theme));
        painter.setPen(theme.muted);
        paintText(
            painter, plan.area.bottomLeft() + QPointF(0, 4), Qt::AlignLeft | Qt::AlignTop,
            painter.fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(plan.area.width())));
    };
    paint(planWall({inner.topLeft(), wide}, draft.wallImages(), size, 0, 2), draft.view().wall,
          theme.generation(0), tr("what it draws so far"));
    paint(planWall(rest, static_cast<int>(real.size()) / (size.width() * size.height()), size), real,
          mix(theme.surface, theme.realData, 0.5), tr("real images"));
}

void paintInvitation(QPainter& painter, const QPointF& centre, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QString words = tr("Press Space to run");
    painter.setFont(themeFont(TextSize::Title, QFont::DemiBold));
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 88;
    const QRectF pill(centre.x() - width / 2, centre.y() - 28, width, 56);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(withAlpha(theme.raised, 0.95));
    painter.drawRoundedRect(pill, 28, 28);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(pill.topLeft() + QPointF(28, 28), 20, 20);
    icon(Glyph::Play, theme.onAccent)
        .paint(&painter, QRectF(pill.left() + 16, pill.top() + 16, 24, 24).toRect());
    painter.setPen(theme.text);
    paintText(painter, {pill.left() + 64, centre.y()}, Qt::AlignLeft | Qt::AlignVCenter, words);
}

/// Blocks of the text side by side, as models learn from them.
void paintTexts(QPainter& painter, const QRectF& area, const RealData& data, const Theme& theme)
{
    const double least = scaled(220), gap = 3 * kGrid;
    const auto count = std::clamp<std::size_t>(static_cast<std::size_t>((area.width() + gap) / (least + gap)),
                                               1, data.texts.size());
    const double width = (area.width() - double(count - 1) * gap) / double(count);
    painter.setPen(theme.realData);
    std::vector<double> tops(count, area.top()); // as many below each other as there is room for
    for (std::size_t i = 0; i < data.texts.size(); ++i) {
        double& top = tops[i % count];
        const QString text = markedText(data.texts[i]).text;
        const TextColumn column(text, themeFont(TextSize::Body),
                                QRectF(area.left() + double(i % count) * (width + gap), top, width,
                                       std::max(1.0, area.bottom() - top)));
        if (i >= count && column.linesAfter() > 0)
            continue;
        column.paint(painter, 0, static_cast<int>(text.size()));
        top += column.lineCount() * column.lineHeight() + gap;
    }
}

void paintTitle(QPainter& painter, const QRectF& inside, const QString& title, const QString& line,
                const Theme& theme)
{
    painter.setFont(themeFont(TextSize::Title, QFont::DemiBold));
    painter.setPen(theme.text);
    paintText(painter, inside.topLeft(), Qt::AlignLeft | Qt::AlignTop, title);
    const double below = inside.top() + QFontMetricsF(painter.font()).height() + 3;
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    paintText(painter, {inside.left() + 1, below}, Qt::AlignLeft | Qt::AlignTop, line);
}

} // namespace

void paintEmptyStage(QPainter& painter, const QRectF& area, const RealData& data, bool isRunning,
                     const SnapshotPtr& draft, const Theme& theme)
{
    const FontScaleScope words(fittingScale(area.size(), {520, 250}));
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF inside = area.adjusted(2 * kGrid, 2 * kGrid, -kGrid, -kGrid);
    const QRectF images = inside.adjusted(0, scaled(68), 0, -kGrid);
    const VaeSnapshot* model = draft ? asVae(*draft) : nullptr;
    if (model && data.rows && data.imageWidth == model->architecture().width &&
        data.imageHeight == model->architecture().height) {
        paintTitle(painter, inside, tr("Generation 0 is learning"),
                   tr("It draws the same latent points again and again while it learns from real images."),
                   theme);
        paintLearning(painter, images, data, *model, theme);
        return;
    }
    paintTitle(painter, inside, tr("The real data"),
               isRunning ? tr("Generation 0 is learning from it.")
                         : tr("Generation 0 learns from it. Every generation after that learns from the one "
                              "before."),
               theme);
    const QRectF inner = inside.adjusted(scaled(64), scaled(68), -16, -scaled(44));
    if (data.rows && data.rows->rows() > 0) {
        if (data.imageWidth > 0)
            paintImages(painter, images, data, theme);
        else if (data.rows->cols() >= 2 && !data.isDiscrete)
            paintPlane(painter, inner, data, theme);
        else
            paintHistogram(painter, inner, data, theme);
    }
    if (!data.texts.empty()) // before the run the invitation stands below it
        paintTexts(painter, inside.adjusted(0, scaled(68), -kGrid, isRunning ? -kGrid : -scaled(80)), data,
                   theme);
    if (isRunning)
        return;
    const double middle = !data.texts.empty()                   ? inside.bottom() - scaled(40)
                          : data.rows && data.rows->cols() >= 2 ? inner.bottom() - 48
                                                                : inner.top() + 0.2 * inner.height();
    paintInvitation(painter, {inner.center().x(), middle}, theme);
}

} // namespace hareloom::ui
