// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recipe/Recipe.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The well-known loops as one choice; "Your own" when the shares beneath are none of them.
class LoopChoice : public QWidget
{
    Q_OBJECT
public:
    /// `recipe` outlives this.
    explicit LoopChoice(Recipe& recipe, QWidget* parent = nullptr);

    QComboBox* box() const { return m_box; }

private:
    void refresh();

    Recipe& m_recipe;
    QComboBox* m_box;
    QLabel* m_help;
};

} // namespace hareloom::ui
