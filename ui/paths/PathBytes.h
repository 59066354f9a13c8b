// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace hareloom::ui {

/// A file's name may hold bytes that are no UTF-8, and a QString no bytes at all: here each of them is a lone
/// surrogate, U+DC80 to U+DCFF (as Python's PEP 383 has it), so that the way back leads to the same file.
/// Qt's own functions do not find such a file; those of core do.
QString pathOf(std::string_view bytes);
std::string bytesOf(const QString& path);

/// Whether Qt's own functions and an experiment, which is UTF-8, can name the file.
bool isPlainPath(const QString& path);

/// The path as people read it: each byte that is no UTF-8 as \xe4.
QString shownPath(const QString& path);

bool pathExists(const QString& path);
bool pathIsFolder(const QString& path);
/// An ordinary one: no pipe, which would be waited for, and no device.
bool pathIsFile(const QString& path);
/// Of a file; 0 where there is none.
qint64 pathSize(const QString& path);

} // namespace hareloom::ui
