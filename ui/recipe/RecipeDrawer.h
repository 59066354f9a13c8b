// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recipe/FieldControl.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace hareloom::ui {

class DrawnSource;
class InteractionEditor;
class LoopChoice;
class RecipeSection;

/// The whole recipe beside the stage, made from experimentFields(): the main settings in plain words, all others
/// below in a part that opens; a sentence of help at the foot, and what is still to be run.
class RecipeDrawer : public QFrame
{
    Q_OBJECT
public:
    /// `recipe` outlives this.
    explicit RecipeDrawer(Recipe& recipe, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// What stands at the foot while nothing is wrong.
    void setForecast(const QString& words);
    /// Why a run would be refused, by the data rather than by the recipe itself; it may be tried all the
    /// same.
    void setRefusal(const QString& sentence);
    /// Whether the recipe is other than what is on the bench.
    void setPending(bool isPending);
    /// Takes the keyboard to the first control, or to the one that the recipe's fault names.
    void takeFocus();

    FieldControl* control(std::string_view path) const;
    DrawnSource* drawn() const { return m_drawn; }
    LoopChoice* loop() const { return m_loop; }
    InteractionEditor* interaction() const { return m_interaction; }
    /// What is no main setting.
    RecipeSection* allSettings() const { return m_all; }
    QString helpText() const;
    QString stateText() const;

Q_SIGNALS:
    void runRequested();
    /// The draft should run as a variant, beside what is on the bench.
    void besideRequested();
    void dataRequested();
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    using Belongs = std::function<bool(const ExperimentField&)>;

    void makeSections(QVBoxLayout* column);
    void makeMain(RecipeSection* section);
    void fill(RecipeSection* section, const Belongs& belongs);
    void fill(RecipeSection* section, const QStringList& prefixes);
    void reveal(FieldControl* control);
    void countChanges();
    QLayout* makeHead();
    QLayout* makeFoot();
    void refresh();
    void fitWords();
    void attend(const FieldControl* control);

    Recipe& m_recipe;
    std::vector<FieldControl*> m_controls;
    RecipeSection* m_all = nullptr; // holds the sections of what is no main setting
    DrawnSource* m_drawn;
    QPushButton* m_openTable = nullptr;
    LoopChoice* m_loop;
    InteractionEditor* m_interaction;
    QScrollArea* m_scroll;
    QLabel* m_help;
    const FieldControl* m_attended = nullptr; // whose help is shown
    QLabel* m_state;
    QToolButton* m_close;
    QPushButton* m_resetAll;
    QPushButton *m_run, *m_beside;
    QString m_forecast, m_refusal; // of the recipe as it is; at most one is not empty
    bool m_isPending = false;
};

} // namespace hareloom::ui
