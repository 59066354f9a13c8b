// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Stage.h"

#include <QCache>

namespace hareloom::ui {

/// The first rows that a generation's model generates, computed again when asked for and kept for a while.
/// Cheap: only the rows that are read are computed. GUI thread.
class SampleRows
{
public:
    static constexpr std::int64_t kMost = 2000;

    SampleRows() : m_rows(64) {}
    /// Null when there are none (the last generation need not sample) or they cannot be had.
    RowsPtr of(const Experiment& experiment, const GenerationPtr& generation);
    void clear() { m_rows.clear(); }

private:
    QCache<const Generation*, RowsPtr> m_rows;
};

} // namespace hareloom::ui
