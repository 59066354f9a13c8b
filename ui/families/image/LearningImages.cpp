// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/image/LearningImages.h"

#include "ui/plot/PlotFrame.h"
#include "ui/stage/ImageWall.h"
#include "ui/stage/RealImages.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

} // namespace

void paintLearningImages(QPainter& painter, const QRectF& inner, const RealData& data,
                         const VaeSnapshot& draft, const Theme& theme)
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

} // namespace hareloom::ui
