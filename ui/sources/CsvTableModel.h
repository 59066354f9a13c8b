// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/CsvPreview.h"

#include <QAbstractTableModel>

namespace hareloom::ui {

/// The first rows of a table as they are in the file.
class CsvTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const CsvPreview& preview);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    CsvPreview m_preview;
};

} // namespace hareloom::ui
