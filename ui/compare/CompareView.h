// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accessible/ChartDescription.h"
#include "ui/compare/CompareColumn.h"
#include "ui/compare/DifferencesTable.h"
#include "ui/compare/OverlayView.h"
#include "ui/export/ExportPlan.h"
#include "ui/filmstrip/FilmstripMarks.h"

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QMenu;
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
    /// The ways of looking to choose from: the first column's.
    QStringList modes();

    /// Whether charts and marks show nothing of generations after the shown one.
    void setFutureHidden(bool on) { m_overlay->setFutureHidden(on); }
    /// The columns' stages under their titles, in as many rows as give the data most room, and above them what their
    /// marks mean.
    void paintColumns(QPainter& painter, const QRectF& all, double position, const Theme& theme);
    /// The newest of what came of any column's settings, with the column's title; at the end of all of them
    /// what they say together.
    ChainStory::Line told() const;
    const OverlayView& overlay() const { return *m_overlay; }
    /// Every column and every chart, for those who do not see them.
    std::vector<ChartWords> words();
    /// Reads the real data of every column before it returns: for films.
    void readDataNow();
    /// The stages side by side, and each chart: for export.
    std::vector<NamedFigure> figures(int position);

    /// The runs to choose from, which the view does not own.
    void setRuns(QMenu* menu);
    /// Where collapse begins, by column.
    std::vector<ChainMarks> marks() const;

Q_SIGNALS:
    void closeRequested();
    void generationChosen(int generation);
    /// New generations, or other columns.
    void refreshed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void placeColumns();
    QLayout* makeBar();
    void adaptModes();
    void measure();
    void answer(int shown);
    void fitLines();
    bool isOver() const;
    void paintStages(QPainter& painter, const QRectF& area, int position, const Theme& theme);

    Comparison& m_comparison;
    const StageLook& m_look;
    const Theme* m_theme = &lightTheme();
    double m_position = 0;
    std::optional<Event> m_answer;      // of all columns, as far as they are shown
    int m_lines = 0, m_answerLines = 0; // that what is told takes
    int m_measuredAt = -1; // the generation whose differences are in the table
    std::vector<CompareColumn*> m_columns;
    GenerationPtr m_axes;
    int m_across = 0;
    QLabel* m_note;
    StageLegend* m_legend;
    QPushButton *m_add, *m_runs, *m_close;
    QGridLayout* m_grid;
    StoryText* m_told; // the answer
    DifferencesTable* m_differences;
    OverlayView* m_overlay;
};

} // namespace hareloom::ui
