// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Lesson.h"
#include "ui/recipe/Recipe.h"
#include "ui/theme/Theme.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

class FieldControl;

/// The settings that a step of a lesson unlocks, as the recipe shows them, and a button that runs with them.
class UnlockedSettings : public QWidget
{
    Q_OBJECT
public:
    /// `experiment`: as the lesson has it; `changed`: what the learner has changed in it already.
    UnlockedSettings(const Experiment& experiment, const std::vector<std::string>& paths, const SettingList& changed,
                     QWidget* parent);

    /// Those that differ from the lesson's.
    SettingList changed() const;
    QPushButton* tryButton() const { return m_try; }
    FieldControl* control(std::string_view path) const;
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void tried();

private:
    Recipe m_recipe;
    std::vector<FieldControl*> m_controls;
    QPushButton* m_try;
};

} // namespace hareloom::ui
