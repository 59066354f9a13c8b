// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hareloom::ui {

/// "12 s", "3 min", "2 h 10 min". Less than a second reads "1 s".
QString durationText(double seconds);

} // namespace hareloom::ui
