// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accessible/DataTableModel.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QTableView;
QT_END_NAMESPACE

namespace hareloom::ui {

/// A chart's numbers, to be read, copied as TSV (Ctrl+C: the selected rows, or all) and saved as CSV.
class DataTableView : public QWidget
{
    Q_OBJECT
public:
    explicit DataTableView(QWidget* parent = nullptr);

    void setTable(DataTable table);
    const DataTable& table() const { return m_model.table(); }
    void copy();
    /// Asks where to.
    void save();
    /// Room for more buttons.
    QHBoxLayout* buttonRow() const { return m_buttons; }

private:
    QWidget* makeTable();

    DataTableModel m_model;
    QTableView* m_view;
    QLabel* m_message;
    QHBoxLayout* m_buttons;
};

} // namespace hareloom::ui
