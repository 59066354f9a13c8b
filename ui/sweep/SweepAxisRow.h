// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Field.h"

#include <nlohmann/json.hpp>

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// One axis of a sweep to be made: a setting, and its values as a list or a range. GUI thread.
class SweepAxisRow : public QWidget
{
    Q_OBJECT
public:
    /// Offers the settings that count for `experiment` and whose values can be written in a line.
    explicit SweepAxisRow(const Experiment& experiment, QWidget* parent = nullptr);

    /// Shows the first setting of `preferred` that is offered, with values around that of the experiment.
    void suggest(const QStringList& preferred);
    /// Shows an axis as an experiment file has it. False where it is of another kind: several settings at
    /// once.
    bool show(const std::string& path, const nlohmann::json& values);
    std::string path() const;
    /// As an experiment file has them. What is no number stays a word, for the sweep to refuse by name.
    nlohmann::json values() const;

Q_SIGNALS:
    void changed();
    void removed();

private:
    enum Form { List, Even, Ratios };
    void suggestValues();
    void adapt();
    const ExperimentField* field() const;

    Experiment m_experiment;
    QComboBox *m_setting, *m_form;
    QLineEdit *m_list, *m_from, *m_to, *m_count;
    QLabel *m_toWords, *m_countWords;
    QToolButton* m_remove;
};

} // namespace hareloom::ui
