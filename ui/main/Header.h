// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Experiment.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
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

Q_SIGNALS:
    void presetChosen(const QString& id);

private:
    void fillPresets();

    QLabel* m_title;
    QLabel* m_question;
    QComboBox* m_presets;
};

} // namespace hareloom::ui
