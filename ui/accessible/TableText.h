// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "ui/plot/DataTable.h"

#include <QByteArray>

namespace hareloom::ui {

/// With a line of headers, tabs between cells, decimal point, 17 significant digits; absent cells empty.
/// `rows`: those to write, all when empty.
QString tableAsTsv(const DataTable& table, const std::vector<int>& rows = {});
/// The same as RFC 4180 has it: commas, UTF-8, headers quoted where they need to be.
QByteArray tableAsCsv(const DataTable& table);
/// Replaces the file at once or not at all. Errors: System.
Result<void> writeTableCsv(const DataTable& table, const QString& path);

} // namespace hareloom::ui
