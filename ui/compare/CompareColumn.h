// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/CompareStage.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

class ColumnSwatch;

/// One column of a comparison: its mark, what it shows (to choose), and its stage.
class CompareColumn : public QWidget
{
    Q_OBJECT
public:
    CompareColumn(std::size_t number, const StageLook& look, QWidget* parent = nullptr);

    void setComparison(const Comparison& comparison, const GenerationPtr& axes);
    void setTheme(const Theme& theme);
    CompareStage& stage() { return *m_stage; }

Q_SIGNALS:
    void sourceChosen(int source);
    void removed();

private:
    std::size_t m_number;
    ColumnSwatch* m_swatch;
    QComboBox* m_choice;
    QToolButton* m_remove;
    CompareStage* m_stage;
};

} // namespace hareloom::ui
