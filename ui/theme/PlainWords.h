// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hareloom::ui {

/// From now on no label and no tool tip of the application reads its words as HTML, because titles, names and
/// paths come from files; only a label that asks for Qt::RichText itself does. Long tool tips are folded.
/// Needs the QApplication; calling it again does nothing.
void keepWordsPlain();

/// The words in lines of a width that is easy to read. Their own line breaks stay.
QString folded(const QString& words);

} // namespace hareloom::ui
