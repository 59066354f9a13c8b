// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "ui/plot/AxisWishes.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Asks for ranges and titles of a chart's axes. They are the chart's own and not remembered. GUI thread.
class FigureAxes : public QWidget
{
    Q_OBJECT
public:
    explicit FigureAxes(QWidget* parent);

    /// Errors: InvalidInput, which axis and why.
    Result<AxisWishes> wishes() const;

Q_SIGNALS:
    void changed();

private:
    QLineEdit* line(const QString& name, const QString& hint);

    QLineEdit *m_xRange, *m_xTitle, *m_yRange, *m_yTitle;
    QComboBox* m_yScale;
};

} // namespace hareloom::ui
