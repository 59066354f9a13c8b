// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

// Dialogs for files, which begin in the folder that the preferences name and remember where the user went.

/// Which file to open; empty: none.
QString askForFile(QWidget* window, const QString& title, const QString& filter);
/// Which files to open; empty: none.
QStringList askForFiles(QWidget* window, const QString& title, const QString& filter);
/// Which folder; empty: none.
QString askForFolder(QWidget* window, const QString& title);
/// Where to write; `suffix` ("json") is added to a name without one. Empty: nowhere.
QString askWhereTo(QWidget* window, const QString& title, const QString& name, const QString& filter,
                   const QString& suffix);

} // namespace hareloom::ui
