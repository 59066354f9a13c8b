// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/StageFigure.h"

#include <QCoreApplication>
#include <QPainter>

namespace hareloom::ui {

namespace {

constexpr QRectF kAnyArea(0, 0, 640, 400); // which axes there are does not hang on it

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

struct WholeAxes
{
    std::optional<AxisRange> x, y;
};

/// The axes of all there is to see. Only painting tells: a stage may adapt them to its area.
WholeAxes wholeAxes(StageScene& scene, const QRectF& area, int generation, StageOptions options,
                    const FigureOptions& look)
{
    options.zoom = {};
    QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&nothing);
    const AxisWishScope seen(look.axes);
    scene.paint(painter, area, generation, options, *look.theme, look.parts);
    return {seen.paintedX(), seen.paintedY()};
}

ZoomWindow zoomOf(ZoomWindow zoom, const WholeAxes& whole, const AxisWishes& wishes)
{
    if (wishes.x.range && whole.x) {
        zoom.left = whole.x->share(wishes.x.range->low);
        zoom.right = whole.x->share(wishes.x.range->high);
    }
    if (wishes.y.range && whole.y) {
        zoom.bottom = whole.y->share(wishes.y.range->low);
        zoom.top = whole.y->share(wishes.y.range->high);
    }
    return zoom;
}

Error refused(const QString& sentence)
{
    return invalidInput(sentence.toStdString());
}

Result<void> checkRange(const AxisWish& wish, const AxisRange& whole, const QString& name)
{
    if (wish.range && whole.isLog && !(wish.range->low > 0))
        return refused(Words::tr("The %1 axis is logarithmic: its lower end must be above 0.").arg(name));
    return {};
}

Result<void> checkStage(StageScene& scene, int generation, const StageOptions& options,
                        const FigureOptions& look)
{
    const AxisWishes& wishes = look.axes;
    const WholeAxes whole = wholeAxes(scene, kAnyArea, generation, options, look);
    if (wishes.y.isLog)
        return refused(Words::tr("The scale of the vertical axis can be chosen for charts of metrics only."));
    if (!whole.x || !whole.y)
        return refused(Words::tr("The stage as it is shown has no axes, so it takes no range and no title."));
    const StagePlot plot = scene.plot(kAnyArea, generation, options);
    if (wishes.x.range && !(plot.zooms & Qt::Horizontal))
        return refused(Words::tr("The horizontal axis of this stage cannot have another range."));
    if (wishes.y.range && !(plot.zooms & Qt::Vertical))
        return refused(Words::tr("The vertical axis of this stage cannot have another range."));
    if (wishes.y.range && plot.keepsBase && wishes.y.range->low != whole.y->low)
        return refused(
            Words::tr(
                "The vertical axis of this stage begins at %1: areas and bars are read from their base.")
                .arg(numberText(whole.y->low)));
    if (const auto across = checkRange(wishes.x, *whole.x, Words::tr("horizontal")); !across)
        return across;
    return checkRange(wishes.y, *whole.y, Words::tr("vertical"));
}

} // namespace

Figure stageFigure(StageScene& scene, int generation, const StageOptions& options)
{
    Figure figure;
    figure.offered.logGenerations = false;
    figure.paint = [&scene, generation, options](QPainter& painter, const QRectF& area,
                                                 const FigureOptions& look) {
        StageOptions seen = options;
        if (look.axes.x.range || look.axes.y.range)
            seen.zoom = zoomOf(options.zoom, wholeAxes(scene, area, generation, options, look), look.axes);
        scene.paint(painter, area, generation, seen, *look.theme, look.parts);
    };
    figure.checkAxes = [&scene, generation, options](const FigureOptions& look) {
        return checkStage(scene, generation, options, look);
    };
    return figure;
}

} // namespace hareloom::ui
