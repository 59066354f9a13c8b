// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/CsvTableModel.h"

namespace hareloom::ui {

namespace {

constexpr qsizetype kShownLetters = 80;

} // namespace

void CsvTableModel::setPreview(const CsvPreview& preview)
{
    beginResetModel();
    m_preview = preview;
    endResetModel();
}

int CsvTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preview.rows.size());
}

int CsvTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preview.names().size());
}

QVariant CsvTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<std::size_t>(index.column());
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (m_preview.isNumeric[column] ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const std::string& cell = m_preview.rows[static_cast<std::size_t>(index.row())][column];
    return QString::fromStdString(cell).left(kShownLetters);
}

QVariant CsvTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return section < columnCount()
               ? QString::fromStdString(m_preview.names()[static_cast<std::size_t>(section)])
               : QVariant();
}

} // namespace hareloom::ui
