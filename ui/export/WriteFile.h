// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace hareloom::ui {

/// Replaces the file at once or not at all. Errors: System, naming the path.
Result<void> writeBytes(const QByteArray& bytes, const QString& path);

} // namespace hareloom::ui
