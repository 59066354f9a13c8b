// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <vector>

namespace hareloom::ui {

/// What is presented one after another.
struct OrderEntry
{
    QString what;  // a file of an experiment or a session, or a preset's id
    QString notes; // for the speaker; may be empty
};

/// Whether a file's name is that of a list: *.order.
bool isOrderName(const QString& path);
/// Whether a folder holds experiments or sessions, which make an order by their names.
bool holdsOrder(const QString& folder);

/// A list has an entry a line, a file relative to the list or a preset's id; lines that begin with "#" are
/// notes to the entry below them. A folder's experiments and sessions are read in the order of their names,
/// "2" before "10". Errors: InvalidFile, where there is no entry, or a file that is not there.
Result<std::vector<OrderEntry>> readOrder(const QString& path);

} // namespace hareloom::ui
