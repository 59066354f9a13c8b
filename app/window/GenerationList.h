// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QString>

namespace hareloom::app {

/// Generations as the command line names them: "0,5,9", "0-200", "0-200/5" (every fifth), or several of these
/// with commas, in the order given. Empty text: none. Errors: InvalidInput.
Result<QList<int>> readGenerationList(const QString& text);

} // namespace hareloom::app
