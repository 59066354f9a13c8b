// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/image/VaeSnapshot.h"
#include "ui/stage/ImageWall.h"
#include "ui/stage/Stage.h"

#include <QString>

namespace hareloom::ui {

/// What a stage of images reads, as a point that a decoder can make a picture of. Immutable.
struct LatentPoint : ReadingDetail
{
    std::shared_ptr<const VaeSnapshot> decoder; // never null; without weights nothing can be drawn
    int generation = 0;                         // the decoder's
    int wallImage = -1;                         // one of the wall's points, or
    std::vector<float> place;                   // (latent) the numbers themselves; else empty
    QString name;                               // "latent point 3"
    bool isPicture = false;                     // it is on the stage already
    Tones tones{};                              // of the decoder's generation

    bool hasPlace() const { return wallImage >= 0 || !place.empty(); }
    bool operator==(const LatentPoint& other) const
    {
        return decoder == other.decoder && wallImage == other.wallImage && place == other.place;
    }
};

} // namespace hareloom::ui
