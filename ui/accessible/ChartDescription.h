// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/DataTable.h"

#include <QObject>
#include <QWidget>

#include <functional>

namespace hareloom::ui {

/// What a painted chart is in words and numbers. Asked each time anew, so it is never out of date.
struct ChartWords
{
    std::function<QString()> name;    // two or three words: "Variance"
    std::function<QString()> summary; // one sentence to be spoken
    std::function<DataTable()> table; // none: the chart has no numbers to read yet
};

/// Child of the chart's widget. Makes the widget a chart to assistive technology: role Chart, its name, and
/// the summary as both value and description.
class ChartDescription : public QObject
{
    Q_OBJECT
public:
    ChartDescription(QWidget* chart, ChartWords words);

    QWidget* chart() const { return static_cast<QWidget*>(parent()); }
    const ChartWords& words() const { return m_words; }
    /// Says that the summary has changed.
    void announce() const;

    /// Null for a widget that is no chart.
    static ChartDescription* of(const QObject* widget);

private:
    ChartWords m_words;
};

/// The one line that makes a widget an accessible chart.
inline ChartDescription* describeChart(QWidget* chart, ChartWords words)
{
    return new ChartDescription(chart, std::move(words));
}

/// Every chart below `window`, in the order in which they were made.
inline QList<ChartDescription*> describedCharts(const QWidget* window)
{
    return window->findChildren<ChartDescription*>();
}

} // namespace hareloom::ui
