// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recipe/Recipe.h"

#include <nlohmann/json.hpp>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

/// What a value is typed, chosen or ticked in.
struct FieldEditor
{
    QWidget* widget = nullptr; // all of it
    QWidget* focus = nullptr;  // the part that takes the keyboard first
    bool isWide = false;       // wants the whole width of the drawer
    std::function<nlohmann::json()> value;
    std::function<void(const nlohmann::json&)> show; // does not report an edit
};

/// By the field's type. `edited` is called for every change that a person makes. `recipe` outlives the
/// editor.
FieldEditor makeEditor(const ExperimentField& field, Recipe& recipe, QWidget* parent,
                       const std::function<void()>& edited);

} // namespace hareloom::ui
