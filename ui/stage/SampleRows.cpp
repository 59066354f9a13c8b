// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/SampleRows.h"

#include "core/chain/Run.h"

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::int64_t kMostValues = 200'000;

} // namespace

std::int64_t SampleRows::most(int dimension)
{
    return std::clamp<std::int64_t>(kMostValues / std::max(1, dimension), 100, kMostDrawnRows);
}

RowsPtr SampleRows::of(const Experiment& experiment, const GenerationPtr& generation)
{
    if (const RowsPtr* known = m_rows.object(generation.get()))
        return *known;
    RowsPtr rows;
    if (const auto sample = sampleOf(experiment, *generation); sample && *sample && (*sample)->rows() > 0) {
        auto matrix = std::make_shared<Matrix>(std::min((*sample)->rows(), most((*sample)->dimension())),
                                               (*sample)->dimension());
        (*sample)->read(0, *matrix);
        rows = matrix;
    }
    m_rows.insert(generation.get(), new RowsPtr(rows), rows ? rows->size() : 1);
    return rows;
}

} // namespace hareloom::ui
