// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/PaintedWords.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSpinBox>
#include <QTabBar>
#include <QTextEdit>
#include <QWidget>

#include <algorithm>

/// All that a window says: what is written on it, in tips, in lists that are closed and for screen readers,
/// and what it paints.
namespace hareloom::ui::chinese {

inline QStringList wordsIn(const QAbstractItemModel& model)
{
    constexpr int kMostRows = 200, kMostColumns = 40;
    QStringList words;
    const int columns = std::min(model.columnCount(), kMostColumns);
    for (int column = 0; column < columns; ++column)
        words << model.headerData(column, Qt::Horizontal).toString();
    for (int row = 0; row < std::min(model.rowCount(), kMostRows); ++row)
        for (int column = 0; column < columns; ++column)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                words << model.index(row, column).data(role).toString();
    return words;
}

inline QStringList ownWords(QWidget* widget)
{
    QStringList words{widget->toolTip(),
                      widget->statusTip(),
                      widget->whatsThis(),
                      widget->accessibleName(),
                      widget->accessibleDescription(),
                      widget->isWindow() ? widget->windowTitle() : QString()};
    if (const auto* label = qobject_cast<QLabel*>(widget))
        words << label->text();
    if (const auto* button = qobject_cast<QAbstractButton*>(widget))
        words << button->text();
    if (const auto* group = qobject_cast<QGroupBox*>(widget))
        words << group->title();
    if (const auto* line = qobject_cast<QLineEdit*>(widget))
        words << line->placeholderText();
    if (const auto* spin = qobject_cast<QAbstractSpinBox*>(widget))
        words << spin->text() << spin->specialValueText();
    if (const auto* text = qobject_cast<QTextEdit*>(widget); text && text->isReadOnly())
        words << text->toPlainText();
    if (const auto* tabs = qobject_cast<QTabBar*>(widget))
        for (int i = 0; i < tabs->count(); ++i)
            words << tabs->tabText(i) << tabs->tabToolTip(i);
    if (const auto* box = qobject_cast<QComboBox*>(widget))
        words << wordsIn(*box->model());
    if (const auto* view = qobject_cast<QAbstractItemView*>(widget); view && view->model())
        words << wordsIn(*view->model());
    if (QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(widget))
        for (const auto which : {QAccessible::Name, QAccessible::Description, QAccessible::Help})
            words << heard->text(which);
    for (const QAction* action : widget->actions())
        words << action->text() << action->toolTip() << action->statusTip();
    return words;
}

/// In one text, as what is written in several lines is read.
inline QString paintedBy(QWidget* window)
{
    WordDevice device(window->size());
    window->render(&device);
    return device.words().join(QLatin1Char('\n'));
}

/// Of the window and all widgets in it; of those that are hidden, what stands on them already. Without the
/// words of `data`, which nobody translates.
inline QStringList wordsOf(QWidget* window, const QWidget* data = nullptr)
{
    QStringList words = ownWords(window) << paintedBy(window);
    for (QWidget* widget : window->findChildren<QWidget*>())
        if (!data || (widget != data && !data->isAncestorOf(widget)))
            words << ownWords(widget);
    for (const QAction* action : window->findChildren<QAction*>())
        words << action->text() << action->toolTip() << action->statusTip();
    words.removeDuplicates();
    return words;
}

} // namespace hareloom::ui::chinese
