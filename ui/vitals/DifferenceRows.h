// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hareloom::ui {

/// Something in which experiments differ, in the window's language.
struct DifferenceRow
{
    QString label, help;
    QStringList values; // one for each experiment
};

/// From whom each learns, where they are models of one loop; then the settings in which not all of them
/// agree. The same in a comparison, a report and a page. Empty: they are the same.
std::vector<DifferenceRow> differenceRows(const std::vector<const Experiment*>& experiments);

} // namespace hareloom::ui
