// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/DataTable.h"
#include "ui/sweep/SweepPicture.h"

namespace hareloom::ui {

/// The numbers of a picture: a row a point, named by its settings.
DataTable tableOf(const SweepPicture& picture);

/// For those who do not see it: what is drawn, and where it is least and greatest.
QString summaryOf(const SweepPicture& picture);

} // namespace hareloom::ui
