// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/Sheet.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QListWidget;
class QSpinBox;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Asks which charts are the panels of a sheet, in which order and columns, and how they are called. GUI
/// thread.
class PanelChooser : public QWidget
{
    Q_OBJECT
public:
    explicit PanelChooser(QWidget* parent);

    /// What there is to choose from. Those that were chosen before stay so; at first the first four are.
    void setCharts(const QStringList& names);
    /// Their indices in setCharts(), in the order of the sheet.
    std::vector<std::size_t> chosen() const;
    SheetChoice sheet() const;

Q_SIGNALS:
    void changed();

private:
    QListWidget* m_list;
    QSpinBox* m_columns;
    QComboBox* m_letters;
};

} // namespace hareloom::ui
