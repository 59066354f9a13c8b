// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Family.h"

#include "core/data/Source.h"

namespace hareloom {

DataShape shapeOf(const Source& source, DatasetPtr realRows)
{
    const ImageSetPtr images = source.images();
    return {source.dimension(),         source.stateCount(), images ? images->width : 0,
            images ? images->height : 0, source.text(),       std::move(realRows)};
}

} // namespace hareloom
