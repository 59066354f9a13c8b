// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Worksheet.h"

#include <QByteArray>

namespace hareloom::ui {

/// A lesson's worksheet, or its key, on pages of A4: what worksheetHtml() has, and no question broken between
/// two pages unless it is longer than one.
QByteArray worksheetPdf(const Lesson& lesson, const WorksheetOptions& options = {});

} // namespace hareloom::ui
