// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace hareloom::ui {

/// The installed typeface of that name, whatever its case, as the system spells it. Only those count whose
/// letters are outlines, so that a PDF can embed them. Errors: InvalidInput (there is none; names the
/// nearest).
Result<QString> installedFamily(const QString& name);

} // namespace hareloom::ui
