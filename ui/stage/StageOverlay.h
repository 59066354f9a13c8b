// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace hareloom::ui {

/// What a family lays over its stage (Face::makeOverlay): it watches its parent, a StageView, and paints
/// above it. It takes no pointer and no focus.
class StageOverlay : public QWidget
{
public:
    using QWidget::QWidget;
    virtual void setTheme(const Theme& theme) = 0;
};

} // namespace hareloom::ui
