// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QList>
#include <QPair>
#include <QString>

namespace hareloom::ui {

/// The colours that the style sheet uses, by their names in it: the theme's and mixtures of them.
QList<QPair<QString, QColor>> styleTokens(const Theme& theme);

/// The look of the standard widgets, from the theme's tokens.
QString styleSheet(const Theme& theme);

} // namespace hareloom::ui
