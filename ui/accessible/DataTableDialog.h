// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accessible/ChartDescription.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
QT_END_NAMESPACE

namespace hareloom::ui {

class DataTableView;

/// "Show data table": the summary and the numbers of any chart of a window. Does not block it.
class DataTableDialog : public QDialog
{
    Q_OBJECT
public:
    /// Offers every chart below `window` that has a table.
    explicit DataTableDialog(QWidget* window);

    /// `chart` null: the first one.
    void showChart(const QWidget* chart);
    /// Reads names and numbers anew: there may be more generations, or other charts.
    void refresh();
    /// The same, a few times a second at most.
    void refreshSoon();
    const DataTableView& view() const { return *m_view; }

private:
    void choose(int index);
    void readChart();

    QWidget* m_window;
    QComboBox* m_charts;
    QLabel* m_summary;
    DataTableView* m_view;
    QList<QPointer<ChartDescription>> m_descriptions;
    QPointer<ChartDescription> m_shown;
    QTimer m_timer;
};

} // namespace hareloom::ui
