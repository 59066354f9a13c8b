// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/DataTable.h"

#include <QAbstractTableModel>

namespace hareloom::ui {

/// A DataTable for a view. Cells are shown with up to 7 digits; Qt::EditRole gives the number itself, or
/// nothing where it is absent.
class DataTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    const DataTable& table() const { return m_table; }
    /// A longer table with the same columns keeps selection and scroll position.
    void setTable(DataTable table);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void grow(DataTable table);

    DataTable m_table;
};

} // namespace hareloom::ui
