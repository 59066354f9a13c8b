// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/Actions.h"

#include <QWidget>

namespace hareloom::ui {

/// The left edge: the way back to the gallery, over the families.
class SideColumn : public QWidget
{
public:
    SideColumn(QWidget& rail, const Actions& actions, QWidget* parent = nullptr);
};

} // namespace hareloom::ui
