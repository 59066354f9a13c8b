// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

/// In a narrow window (a projector at 200%) the vital signs make room for the stage while the recipe is open.
class MakeRoom : public QObject
{
public:
    /// All outlive this; a child of `window`.
    MakeRoom(QWidget& window, QWidget& drawer, QWidget& vitals);

    /// Before the drawer is shown: afterwards the window would have grown to hold both.
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void decide();

    QWidget &m_window, &m_drawer, &m_vitals;
    bool m_isOpen = false, m_hasHidden = false;
};

} // namespace hareloom::ui
