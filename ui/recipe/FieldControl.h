// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recipe/FieldEditor.h"
#include "ui/theme/Theme.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// One setting: its name, its value, its unit, the way back to the preset, and beneath it what is wrong. A
/// value that the field refuses stays in sight with the reason while it is typed and is not taken over; when
/// the keyboard leaves, the value that holds comes back, and the reason stays for a while.
class FieldControl : public QWidget
{
    Q_OBJECT
public:
    /// `recipe` outlives this.
    FieldControl(const ExperimentField& field, Recipe& recipe, QWidget* parent = nullptr);

    const ExperimentField& field() const { return m_field; }
    /// The part that takes the keyboard.
    QWidget* editor() const { return m_editor.focus; }
    /// What is said beneath; empty when nothing is.
    QString problem() const;
    /// The setting's sentence; of a main setting, whose plain name is shown, the usual name first.
    QString help() const;
    void setTheme(const Theme& theme);
    /// Calls a main setting by its usual name, as axes, marks and titles do.
    void nameByLabel();

Q_SIGNALS:
    /// Has the keyboard, or the pointer.
    void attended(const hareloom::ui::FieldControl* control);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;

private:
    void arrange();
    void edit();
    void refresh();
    void revert();
    void takeBack();
    void leave();
    void say(const QString& sentence, bool isRefusal);
    QString baseText() const;
    QString name() const;

    const ExperimentField& m_field;
    Recipe& m_recipe;
    QLabel* m_label;
    QLabel* m_unit = nullptr; // none where the field has none
    QLabel* m_note;
    QToolButton* m_reset;
    FieldEditor m_editor;
    nlohmann::json m_entered; // the value when the keyboard came here
    bool m_isRefused = false, m_isByLabel = false;
    QTimer m_linger; // while the sentence on a value that was refused and left is still to be read
};

} // namespace hareloom::ui
