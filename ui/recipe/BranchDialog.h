// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recipe/Recipe.h"
#include "ui/theme/Theme.h"

#include <QDialog>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

class FieldControl;

/// "What if from here on": the settings that can change in the course of a chain, as the recipe shows them.
/// Accepted, it has what was changed.
class BranchDialog : public QDialog
{
    Q_OBJECT
public:
    /// `variant`: of the chain that branches; `at`: the first generation that is made with other settings.
    BranchDialog(const Experiment& variant, std::int64_t at, const Theme& theme, QWidget* parent = nullptr);

    SettingsChange change() const;
    FieldControl* control(std::string_view path) const;
    QPushButton* runButton() const { return m_run; }

private:
    QWidget* makeSettings(const Experiment& then, const Theme& theme);
    void adapt();

    std::int64_t m_at;
    Recipe m_recipe;
    std::vector<FieldControl*> m_controls;
    QLabel *m_help, *m_state;
    QPushButton* m_run;
};

} // namespace hareloom::ui
