// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/Comparison.h"

#include <QTableWidget>

namespace hareloom::ui {

/// Only the settings in which the columns differ, a row each: its label, and the value in each column.
class DifferencesTable : public QTableWidget
{
    Q_OBJECT
public:
    explicit DifferencesTable(QWidget* parent = nullptr);

    void setComparison(const Comparison& comparison);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, 64}; }
};

} // namespace hareloom::ui
