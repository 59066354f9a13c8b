// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/vitals/VariantLegend.h"

#include <QWidget>

namespace hareloom::ui {

/// A legend as a widget of its own: as high as its rows need. A click on theory's curve in it asks for the
/// formula.
class LegendStrip : public QWidget
{
    Q_OBJECT
public:
    explicit LegendStrip(QWidget* parent);

    void setMarks(std::vector<LegendMark> marks, const Theme& theme);

Q_SIGNALS:
    void theoryClicked();

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void adaptHeight();

    std::vector<LegendMark> m_marks;
    const Theme* m_theme = &lightTheme();
};

} // namespace hareloom::ui
