// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The terms that the program uses, in plain words, in a window of its own; the run goes on.
void showGlossary(QWidget* parent);
/// Name, version, licence.
void showAbout(QWidget* parent);

} // namespace hareloom::ui
