// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Stage.h"

#include <QCache>

namespace hareloom::ui {

/// The first rows that a generation's model generates, computed again when asked for and kept for a while.
/// Cheap: only the rows that are read are computed, and fewer of them where a row has many values. GUI
/// thread.
class SampleRows
{
public:
    /// How many rows of `dimension` values are read at most.
    static std::int64_t most(int dimension);

    SampleRows() : m_rows(kValuesKept) {}
    /// Null when there are none (the last generation need not sample) or they cannot be had.
    RowsPtr of(const Experiment& experiment, const GenerationPtr& generation);
    void clear() { m_rows.clear(); }

private:
    static constexpr qsizetype kValuesKept = 4'000'000;

    QCache<const Generation*, RowsPtr> m_rows;
};

} // namespace hareloom::ui
