// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The speaker's buttons: they come with the mouse or with Tab, and go when both rest.
class PresenterControls : public QWidget
{
    Q_OBJECT
public:
    explicit PresenterControls(QWidget* parent);

    /// In their order.
    void setActions(const QList<QAction*>& actions);
    /// Shows them, until nothing has been asked of them for a while.
    void wake();
    /// In the middle of `room`, in words that are as large as the user's where they have room.
    void placeIn(const QRect& room);

Q_SIGNALS:
    void rested();

private:
    void rest();

    QTimer m_rest;
};

} // namespace hareloom::ui
