// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/ElidingBox.h"

#include <QWheelEvent>

namespace hareloom::ui {

/// A choice of the recipe that is no field's: as wide as its place, and without the focus the wheel scrolls
/// the drawer and changes nothing on the way.
class RecipeBox : public ElidingBox
{
    Q_OBJECT
public:
    explicit RecipeBox(const QString& name, QWidget* parent = nullptr) : ElidingBox(parent)
    {
        setAccessibleName(name);
        setFocusPolicy(Qt::StrongFocus);
        setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }

protected:
    void wheelEvent(QWheelEvent* event) override
    {
        if (hasFocus())
            ElidingBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace hareloom::ui
