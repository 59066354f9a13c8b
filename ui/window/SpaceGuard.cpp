// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/SpaceGuard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>
#include <QTextEdit>

namespace hareloom::ui {

namespace {

template<class... Types>
bool isAny(const QObject* object)
{
    return (qobject_cast<const Types*>(object) || ...);
}

bool keeps(const QObject* widget, const QKeyEvent& key)
{
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (isAny<QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox>(widget))
        return key.key() < Qt::Key_F1 || key.key() > Qt::Key_F35;
    if (isAny<QAbstractButton>(widget))
        return key.key() == Qt::Key_Space;
    if (isAny<QSlider>(widget))
        return key.key() == Qt::Key_Left || key.key() == Qt::Key_Right || key.key() == Qt::Key_Home ||
               key.key() == Qt::Key_End;
    // Return and Escape are not kept: an open list takes its choice, or closes, before it is a key press.
    if (isAny<QComboBox, QAbstractItemView>(widget))
        return key.key() == Qt::Key_Space || key.key() == Qt::Key_Home || key.key() == Qt::Key_End ||
               (!key.text().isEmpty() && key.text().front().isPrint());
    return false;
}

} // namespace

SpaceGuard::SpaceGuard(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool SpaceGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride || !keeps(watched, *static_cast<QKeyEvent*>(event)))
        return false;
    event->accept();
    return true;
}

} // namespace hareloom::ui
