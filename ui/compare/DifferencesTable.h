// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/Comparison.h"

#include <QTableWidget>

namespace hareloom::ui {

/// Only the settings in which the columns differ, a row each: its label, and the value in each column. Below
/// them, where the columns are of several chains, by how much each column's chains differ from the first
/// column's in the shown generation, with an interval and a test.
class DifferencesTable : public QTableWidget
{
    Q_OBJECT
public:
    explicit DifferencesTable(QWidget* parent = nullptr);

    void setComparison(const Comparison& comparison);
    /// Measures anew, of this generation.
    void showMeasured(const Comparison& comparison, int generation);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    int m_settings = 0; // rows that are of settings
};

} // namespace hareloom::ui
