// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace hareloom::ui {

/// Lets the widget with the focus have the keys that it needs before the window's shortcuts do: Space and
/// letters in a text field, Space on a button or a list that was reached with the Tab key.
class SpaceGuard : public QObject
{
    Q_OBJECT
public:
    /// Guards every widget of the application.
    explicit SpaceGuard(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace hareloom::ui
