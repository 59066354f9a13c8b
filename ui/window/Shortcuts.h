// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

QT_BEGIN_NAMESPACE
class QMainWindow;
QT_END_NAMESPACE

namespace hareloom::ui {

/// One key and what it does.
struct ShortcutLine
{
    QString keys, meaning;
};

/// The keys of one menu.
struct ShortcutGroup
{
    QString title;
    std::vector<ShortcutLine> lines;
};

/// Every key of the window, read from the actions themselves: in the order of the menus, then those that no
/// menu has.
std::vector<ShortcutGroup> shortcutsOf(const QMainWindow& window);
/// The same as a table, in a window of its own.
void showShortcuts(QMainWindow& window);

} // namespace hareloom::ui
