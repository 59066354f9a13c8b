// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/image/ImageFace.h"

#include "ui/families/image/ImageStage.h"
#include "ui/families/image/LatentWalk.h"
#include "ui/families/image/OwnImages.h"
#include "ui/families/image/LearningImages.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/RealImages.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

namespace hareloom::ui {

namespace {

using glyphs::stroke;

// A picture behind a picture.
void drawImage(QPainter& p, const QColor& c)
{
    p.setPen(stroke(withAlpha(c, 0.45), 1.6));
    p.drawPolyline(QPolygonF{{7, 6}, {7, 3.5}, {20.5, 3.5}, {20.5, 17}, {18, 17}});
    p.setPen(stroke(c, 1.7));
    p.drawRoundedRect(QRectF(3.5, 7, 13.5, 13.5), 1.5, 1.5);
    p.drawPolyline(QPolygonF{{4.5, 18}, {8.5, 13.5}, {11, 16}, {13, 14}, {16, 17.5}});
    p.setPen(Qt::NoPen);
    p.setBrush(c);
    p.drawEllipse(QPointF(12.6, 11), 1.3, 1.3);
}

class ImageFace final : public Face
{
public:
    ImageFace() : Face("image") {}

    DrawGlyph glyph() const override { return drawImage; }

    std::unique_ptr<Stage> makeStage(const Snapshot& first) const override
    {
        return asVae(first) ? std::make_unique<ImageStage>() : nullptr;
    }

    StageOverlay* makeOverlay(StageView& view) const override { return new LatentWalk(view); }

    void paintRealData(QPainter& painter, const QRectF& room, const RealData& data, bool /*invites*/,
                       const Theme& theme) const override
    {
        if (data.rows && data.rows->rows() > 0 && data.imageWidth > 0)
            paintRealImages(painter, wallIn(room), data, theme);
    }

    double invitationAt(const QRectF& room, const RealData& data) const override
    {
        return data.rows ? insideOf(room, 64, 0).bottom() - 48 : Face::invitationAt(room, data);
    }

    QString learningWords(const RealData& data, const Snapshot& draft) const override
    {
        const VaeSnapshot* model = asVae(draft);
        if (!model || !data.rows || data.imageWidth != model->architecture().width ||
            data.imageHeight != model->architecture().height)
            return {};
        return QCoreApplication::translate("EmptyStage", "It draws the same latent points again and again "
                                                         "while it learns from real images.");
    }

    void paintLearning(QPainter& painter, const QRectF& room, const RealData& data, const Snapshot& draft,
                       const Theme& theme) const override
    {
        paintLearningImages(painter, wallIn(room), data, *asVae(draft), theme);
    }

    OwnExperiment experimentOn(const QString& path) const override
    {
        return experimentOnImages(path);
    }

private:
    static QRectF wallIn(const QRectF& room) { return room.adjusted(0, 0, 0, -kGrid); }
};

} // namespace

const Face& imageFace()
{
    static const ImageFace face;
    return face;
}

} // namespace hareloom::ui
