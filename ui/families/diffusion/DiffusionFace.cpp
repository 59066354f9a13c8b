// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/diffusion/DiffusionFace.h"

#include "core/families/diffusion/DiffusionSnapshot.h"
#include "ui/families/diffusion/DrawnImagesStage.h"
#include "ui/families/diffusion/DrawnPointsStage.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/RealImages.h"
#include "ui/stage/RealNumbers.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

// Scattered dots, and what they become.
void drawDiffusion(QPainter& p, const QColor& c)
{
    p.setPen(Qt::NoPen);
    p.setBrush(withAlpha(c, 0.45));
    for (const QPointF& dot :
         {QPointF(3.5, 6), QPointF(5, 13), QPointF(3.5, 19.5), QPointF(9, 9), QPointF(9, 16.5)})
        p.drawEllipse(dot, 1.2, 1.2);
    p.setBrush(c);
    for (const QPointF& dot : {QPointF(16, 9), QPointF(19.5, 12), QPointF(16, 15), QPointF(14, 12)})
        p.drawEllipse(dot, 1.6, 1.6);
}

bool areImages(const RealData& data)
{
    return data.imageWidth > 0;
}

class DiffusionFace final : public Face
{
public:
    DiffusionFace() : Face("diffusion") {}

    DrawGlyph glyph() const override { return drawDiffusion; }

    std::unique_ptr<Stage> makeStage(const Snapshot& first) const override
    {
        const DiffusionSnapshot* model = asDiffusion(first);
        if (!model)
            return nullptr;
        if (model->architecture().areImages())
            return std::make_unique<DrawnImagesStage>();
        return std::make_unique<DrawnPointsStage>();
    }

    std::vector<Quantity> quantities(const Snapshot& first, const std::vector<std::string>&) const override
    {
        if (!asDiffusion(first))
            return {};
        return {{"variance", QCoreApplication::translate("hareloom::ui::NormalFace", "Total variance"),
                 [](const Generation& generation) {
                     const auto moments = generation.snapshot ? generation.snapshot->moments()
                                                              : std::optional<MeanCovariance>();
                     return moments ? moments->covariance.trace() : std::numeric_limits<double>::quiet_NaN();
                 }}};
    }

    bool sharesAxes(const Snapshot& own, const Snapshot& other) const override { return own.isAlike(other); }

    void paintRealData(QPainter& painter, const QRectF& room, const RealData& data, bool /*invites*/,
                       const Theme& theme) const override
    {
        if (!data.rows || data.rows->rows() == 0)
            return;
        if (areImages(data))
            paintRealImages(painter, room.adjusted(0, 0, 0, -kGrid), data, theme);
        else
            paintRealNumbers(painter, insideOf(room, 64, 0), data, theme);
    }

    double invitationAt(const QRectF& room, const RealData& data) const override
    {
        return data.rows ? insideOf(room, 64, 0).bottom() - 48 : Face::invitationAt(room, data);
    }
};

} // namespace

const Face& diffusionFace()
{
    static const DiffusionFace face;
    return face;
}

} // namespace hareloom::ui
