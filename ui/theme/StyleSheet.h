// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QString>

namespace hareloom::ui {

/// The look of the standard widgets, from the theme's tokens.
QString styleSheet(const Theme& theme);

} // namespace hareloom::ui
