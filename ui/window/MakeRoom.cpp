// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/MakeRoom.h"

#include "ui/theme/Theme.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kNarrow = 1160;

} // namespace

MakeRoom::MakeRoom(QWidget& window, QWidget& drawer, QWidget& vitals)
    : QObject(&window), m_window(window), m_drawer(drawer), m_vitals(vitals)
{
    window.installEventFilter(this);
    drawer.installEventFilter(this);
}

void MakeRoom::open()
{
    m_isOpen = true;
    decide();
}

bool MakeRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_drawer && event->type() == QEvent::HideToParent)
        m_isOpen = false;
    if (event->type() == QEvent::Resize || event->type() == QEvent::HideToParent)
        decide();
    return QObject::eventFilter(watched, event);
}

void MakeRoom::decide()
{
    const bool isNarrow = m_isOpen && m_window.width() < kNarrow * std::clamp(fontScale(), 1.0, 1.6);
    if (isNarrow == m_hasHidden || (isNarrow && m_vitals.isHidden()))
        return; // whoever else hid them shows them again
    m_hasHidden = isNarrow;
    m_vitals.setVisible(!isNarrow);
}

} // namespace hareloom::ui
