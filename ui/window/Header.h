// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QComboBox;
class QLabel;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The experiment's title and question, and the list of presets.
class Header : public QWidget
{
    Q_OBJECT
public:
    explicit Header(QWidget* parent = nullptr);

    /// `presetId`: empty for an experiment of the user's own.
    void setExperiment(const Experiment& experiment, const QString& presetId);
    /// A way back, as a button while the action is to be seen.
    void setWayBack(QAction* back);

    /// Large words in a low window: the stage needs the question's line more than what fits of it.
    bool showsQuestion() const;

Q_SIGNALS:
    void presetChosen(const QString& id);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillPresets();
    void adapt();

    QLabel* m_title;
    QLabel* m_question;
    QComboBox* m_presets;
};

} // namespace hareloom::ui
