// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/literature/LiteratureTable.h"
#include "ui/jobs/LatestJob.h"
#include "ui/presets/WorkFacts.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QLayout;
class QLineEdit;
class QListWidget;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The rows of docs/literature.md, one work at a time: its loop, what is varied, the equation that is drawn,
/// what it printed, what was measured here, and why the two differ. Words narrow the list; an experiment is
/// opened from here.
class LiteratureDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LiteratureDialog(QWidget* parent = nullptr);

    /// The first work that a preset stands for; the first of all where it stands for none.
    void showWorkOf(const QString& preset);
    /// The work that is shown; null where the words leave none.
    const LiteratureRow* work() const;
    /// Returns when the equation of the work that is shown is here.
    void wait() { m_equation.wait(); }
    /// All that is said of it, a line each.
    QStringList lines() const;

Q_SIGNALS:
    void presetChosen(const QString& id);

private:
    enum Line { Loop, Knob, Equation, Published, Here, Apart, Source, LineCount };

    QLayout* makeList();
    QWidget* makePage();
    void filter(const QString& text);
    void showWork();
    void say(Line line, const QString& words);

    QLineEdit* m_wanted;
    QListWidget* m_list;
    QLabel *m_title, *m_experiment;
    QLabel *m_names[LineCount], *m_words[LineCount];
    QPushButton* m_open;
    LatestJob<WorkFacts> m_equation;
};

} // namespace hareloom::ui
