// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"

#include <memory>

namespace hareloom {

/// The modes of real data, to say which of them rows lie at: the components of a mixture of normals, a row
/// within three standard deviations of the nearest one (Srivastava et al. 2017); or the classes of labelled
/// images, a row at that of the real image nearest to it. Immutable; any thread.
class DiffusionModes
{
public:
    /// A mode survives that has this share of the rows.
    static constexpr double kLeastShare = 0.01;

    /// Null where the source has no modes that are known.
    static std::unique_ptr<const DiffusionModes> of(const Source& source);
    virtual ~DiffusionModes() = default;

    virtual int count() const = 0;
    /// Share of the rows (n, d) at each mode: (count()). Their sum is below 1 where rows lie at none.
    virtual Vector sharesOf(const Matrix& rows) const = 0;
};

} // namespace hareloom
