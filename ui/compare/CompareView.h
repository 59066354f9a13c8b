// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/CompareColumn.h"
#include "ui/compare/DifferencesTable.h"
#include "ui/compare/OverlayView.h"
#include "ui/export/ExportPlan.h"

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

class StageLegend;

/// Two to four chains side by side: their stages on shared axes, the settings in which they differ, and their
/// vital signs in common charts. One position drives all. GUI thread.
class CompareView : public QWidget
{
    Q_OBJECT
public:
    /// `comparison` and `look` outlive this.
    CompareView(Comparison& comparison, const StageLook& look, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setPosition(double position);
    /// Takes in new generations.
    void refresh();
    /// Null when there are no columns.
    StageScene* firstScene();

    /// The stages side by side, and each chart: for export.
    std::vector<NamedFigure> figures(int position);

Q_SIGNALS:
    void fileRequested();
    void closeRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void placeColumns();
    QLayout* makeBar();
    void adaptModes();
    void paintStages(QPainter& painter, const QRectF& area, int position, const Theme& theme);

    Comparison& m_comparison;
    const StageLook& m_look;
    const Theme* m_theme = &lightTheme();
    double m_position = 0;
    std::vector<CompareColumn*> m_columns;
    GenerationPtr m_axes;
    int m_across = 0;
    QLabel* m_note;
    StageLegend* m_legend;
    QPushButton *m_add, *m_file, *m_close;
    QGridLayout* m_grid;
    DifferencesTable* m_differences;
    OverlayView* m_overlay;
};

} // namespace hareloom::ui
