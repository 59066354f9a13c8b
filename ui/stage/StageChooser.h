// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Stage.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Which of its choices() a stage shows, and with which generation it is compared: beside the stage's legend.
class StageChooser : public QWidget
{
    Q_OBJECT
public:
    explicit StageChooser(QWidget* parent = nullptr);

    void setWords(const ChoiceWords& words);
    void setChoices(const QStringList& names, int choice);
    /// `compares`: whether there is anything to compare with.
    void setComparison(bool compares, bool beforeOnly);

Q_SIGNALS:
    void choiceMade(int choice);
    void comparisonMade(bool beforeOnly);

private:
    void stepBy(int steps);
    QToolButton* addButton(const QString& text, int steps);

    QComboBox* m_choices;
    QComboBox* m_with;
    QToolButton *m_previous, *m_next;
};

} // namespace hareloom::ui
