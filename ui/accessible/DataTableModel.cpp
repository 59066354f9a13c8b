// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/DataTableModel.h"

#include "ui/plot/Ticks.h"

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kDigits = 7;

} // namespace

void DataTableModel::setTable(DataTable table)
{
    if (table.headers == m_table.headers && table.rows.size() >= m_table.rows.size() &&
        !m_table.rows.empty()) {
        grow(std::move(table));
        return;
    }
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

// Earlier rows may have changed too: a median moves when another chain arrives.
void DataTableModel::grow(DataTable table)
{
    const int before = rowCount(), after = static_cast<int>(table.rows.size());
    if (after > before)
        beginInsertRows({}, before, after - 1);
    m_table = std::move(table);
    if (after > before)
        endInsertRows();
    Q_EMIT dataChanged(index(0, 0), index(before - 1, columnCount() - 1));
}

int DataTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int DataTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.headers.size());
}

QVariant DataTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    if (index.column() == 0 && index.row() < m_table.names.size())
        return m_table.names[index.row()];
    const auto& row = m_table.rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    const double value = column < row.size() ? row[column] : std::nan("");
    if (std::isnan(value))
        return {};
    return role == Qt::EditRole ? QVariant(value) : QVariant(numberText(value, kDigits));
}

QVariant DataTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section < m_table.headers.size())
        return m_table.headers[section];
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

} // namespace hareloom::ui
