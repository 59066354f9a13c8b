// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/diffusion/DiffusionSnapshot.h"
#include "core/family/Generation.h"

#include <QPointF>

namespace hareloom::ui {

/// Of a generation of this family.
inline const DiffusionView& drawnBy(const GenerationPtr& generation)
{
    return asDiffusion(*generation->snapshot)->view();
}

/// From a drawn row to the nearest that was learned from.
inline double noveltyOf(const DiffusionView& view, Eigen::Index row)
{
    return (view.drawn.row(row) - view.nearest.row(row)).norm();
}

/// Where a row is shown: at its first two variables; of one, at its distance to the nearest row that was
/// learned from.
inline QPointF placeOf(const DiffusionView& view, Eigen::Index row)
{
    return {view.drawn(row, 0), view.drawn.cols() > 1 ? view.drawn(row, 1) : noveltyOf(view, row)};
}
inline QPointF placeOfNearest(const DiffusionView& view, Eigen::Index row)
{
    return {view.nearest(row, 0), view.nearest.cols() > 1 ? view.nearest(row, 1) : 0};
}

} // namespace hareloom::ui
