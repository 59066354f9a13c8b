// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/CompareView.h"

#include "ui/compare/Answer.h"
#include "ui/stage/Legend.h"
#include "ui/teller/StoryText.h"
#include "ui/teller/Words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr int kLeftShare = 3, kRightShare = 1;
constexpr double kBesideStages = 150;                   // height of bar and table
constexpr double kAroundPlotX = 80, kAroundPlotY = 108; // in a column, that is not data

/// How many stand in a row, so that the data have the most room.
int columnsAcross(int count, const QSizeF& room)
{
    const auto plot = [&](int across) {
        const int rows = (count + across - 1) / across;
        return std::max(0.0, room.width() / across - scaled(kAroundPlotX)) *
               std::max(0.0, room.height() / rows - scaled(kAroundPlotY));
    };
    const int half = (count + 1) / 2;
    return count > 2 && plot(half) > plot(count) ? half : std::max(1, count);
}

constexpr int kLegendHeight = 24;
constexpr double kLowView = 480, kLeastForTable = 340;
constexpr double kLowTable = 66; // two rows, and a bar to scroll

QPushButton* button(const QString& words, const QString& tip, QWidget* parent)
{
    auto* made = new QPushButton(words, parent);
    made->setToolTip(tip);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

} // namespace

/// What the marks on the stages mean; left out where it has no room.
class StageLegend : public QWidget
{
public:
    StageLegend(const StageLook& look, QWidget* parent) : QWidget(parent), m_look(look)
    {
        setMinimumHeight(kLegendHeight);
        connect(&look, &StageLook::changed, this, qOverload<>(&QWidget::update));
    }

    /// Null: nothing to explain.
    void setStage(StageScene* scene, const Theme& theme)
    {
        m_scene = scene;
        m_theme = &theme;
        update();
    }
    void setPosition(double position)
    {
        m_position = position;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (!m_scene || !m_scene->stage())
            return;
        const auto entries = m_scene->legend(m_position, m_look.options(), *m_theme);
        QPainter painter(this);
        paintLegend(painter, QPointF(width(), (height() - scaled(20)) / 2.0), width(), entries, *m_theme);
    }

private:
    const StageLook& m_look;
    StageScene* m_scene = nullptr;
    const Theme* m_theme = &lightTheme();
    double m_position = 0;
};

CompareView::CompareView(Comparison& comparison, const StageLook& look, QWidget* parent)
    : QWidget(parent),
      m_comparison(comparison),
      m_look(look),
      m_note(new QLabel(this)),
      m_legend(new StageLegend(look, this)),
      m_add(button(tr("Add column"), tr("One more of what can be compared"), this)),
      m_runs(button(tr("Compare with"), tr("Other runs to put beside these"), this)),
      m_close(button(tr("Close"), tr("Back to what was there (Esc)"), this)),
      m_grid(new QGridLayout),
      m_told(new StoryText(this)),
      m_differences(new DifferencesTable(this)),
      m_overlay(new OverlayView(comparison, this))
{
    setAccessibleName(tr("Comparison"));
    m_runs->setObjectName(QStringLiteral("withMenu"));
    m_note->setObjectName(QStringLiteral("muted"));
    m_note->setFont(themeFont(TextSize::Small));
    m_note->setMinimumWidth(kGrid); // large words must not make the window wider than the screen
    m_grid->setSpacing(kGrid);
    auto* left = new QVBoxLayout;
    left->setSpacing(kGrid);
    left->addLayout(makeBar());
    left->addLayout(m_grid, 1);
    m_told->setObjectName(QStringLiteral("answer"));
    m_told->setTextSize(TextSize::Small);
    m_told->setMinimumHeight(kGrid); // large words give way before the window outgrows the screen
    m_told->hide();
    left->addWidget(m_told);
    left->addWidget(m_differences);
    m_differences->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addLayout(left, kLeftShare);
    row->addWidget(m_overlay, kRightShare);
    connect(m_add, &QPushButton::clicked, &comparison, &Comparison::addColumn);
    connect(m_close, &QPushButton::clicked, this, &CompareView::closeRequested);
    connect(&comparison, &Comparison::changed, this, &CompareView::rebuild);
    connect(&look, &StageLook::changed, this, &CompareView::adaptModes);
}

void CompareView::setRuns(QMenu* menu)
{
    m_runs->setMenu(menu);
}

std::vector<ChainMarks> CompareView::marks() const
{
    std::vector<ChainMarks> all;
    for (std::size_t c = 0; c < m_columns.size(); ++c)
        all.push_back({m_columns[c]->marks(), m_comparison.column(c).title});
    return all;
}

QLayout* CompareView::makeBar()
{
    auto* bar = new QHBoxLayout;
    bar->setSpacing(kGrid);
    bar->addWidget(m_note);
    bar->addWidget(m_legend, 1);
    bar->addWidget(m_add);
    bar->addWidget(m_runs);
    bar->addWidget(m_close);
    return bar;
}

void CompareView::rebuild()
{
    while (m_columns.size() > m_comparison.columnCount()) {
        m_columns.back()->hide(); // it may be the one that asked for its removal
        m_columns.back()->deleteLater();
        m_columns.pop_back();
    }
    while (m_columns.size() < m_comparison.columnCount()) {
        const std::size_t number = m_columns.size();
        auto* column = new CompareColumn(number, m_look, this);
        column->setTheme(*m_theme);
        connect(column, &CompareColumn::sourceChosen, this, [this, number](int source) {
            m_comparison.setColumn(number, static_cast<std::size_t>(source));
        });
        connect(column, &CompareColumn::generationChosen, this, &CompareView::generationChosen);
        connect(column, &CompareColumn::removed, this, [this, number] { m_comparison.removeColumn(number); });
        m_columns.push_back(column);
    }
    m_across = m_lines = m_answerLines = 0;
    placeColumns();
    m_differences->setComparison(m_comparison);
    m_add->setVisible(m_comparison.columnCount() <
                      std::min(Comparison::kMost, m_comparison.sources().size()));
    m_overlay->reload();
    m_axes = m_comparison.sharedAxes();
    for (CompareColumn* column : m_columns)
        column->setComparison(m_comparison, m_axes);
    refresh();
    setPosition(m_position);
}

void CompareView::placeColumns()
{
    const int count = static_cast<int>(m_columns.size());
    const QSizeF room(width() * double(kLeftShare) / (kLeftShare + kRightShare), height() - kBesideStages);
    const int across = columnsAcross(count, room);
    if (across == m_across)
        return;
    m_across = across;
    for (CompareColumn* column : m_columns)
        m_grid->removeWidget(column);
    for (int c = 0; c < 4; ++c) {
        m_grid->setColumnStretch(c, c < across ? 1 : 0);
        m_grid->setRowStretch(c, across > 0 && c <= (count - 1) / across ? 1 : 0);
    }
    for (int i = 0; i < count; ++i) {
        m_grid->addWidget(m_columns[static_cast<std::size_t>(i)], i / across, i % across);
        m_columns[static_cast<std::size_t>(i)]->setVisible(true);
    }
}

void CompareView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // In a low window the table scrolls, so that the stages keep their ticks.
    m_differences->setMaximumHeight(height() < scaled(kLowView) ? static_cast<int>(scaled(kLowTable))
                                                                : QWIDGETSIZE_MAX);
    m_differences->setVisible(height() >= scaled(kLeastForTable)); // the columns' titles say the main ones
    if (!m_columns.empty())
        placeColumns();
    m_lines = m_answerLines = 0;
    fitLines();
    answer(std::max(0, m_measuredAt)); // in as many lines as this width needs
}

void CompareView::refresh()
{
    const GenerationPtr axes = m_comparison.sharedAxes();
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        if (axes != m_axes)
            m_columns[c]->stage().setSource(m_comparison.column(c), axes);
        m_columns[c]->refresh();
    }
    m_axes = axes;
    QString words = m_comparison.longest() == 0 ? tr("Nothing has run yet.")
                    : m_axes ? tr("Axes: generation 0 of %1").arg(m_comparison.column(0).title)
                             : tr("Each has its own axes");
    QString help = words;
    if (const std::size_t all = m_comparison.sources().size(); all > m_comparison.columnCount()) {
        words = tr("%1 of %2 shown. %3").arg(m_comparison.columnCount()).arg(all).arg(words);
        help = words + QLatin1Char('\n') + tr("The list above each column has the others.");
    }
    m_note->setText(words);
    m_note->setToolTip(help);
    adaptModes();
    m_overlay->refresh();
    m_measuredAt = -1;
    measure();
    Q_EMIT refreshed();
}

void CompareView::setTheme(const Theme& theme)
{
    m_theme = &theme;
    for (CompareColumn* column : m_columns)
        column->setTheme(theme);
    m_overlay->setTheme(theme);
    m_told->setTheme(theme);
    adaptModes();
}

void CompareView::setPosition(double position)
{
    m_position = position;
    m_legend->setPosition(position);
    for (CompareColumn* column : m_columns)
        column->setPosition(position);
    m_overlay->setPosition(position);
    measure();
    fitLines();
}

// While a run plays the words' room only grows: stages that jump cannot be compared. At the end there are
// fewer words.
void CompareView::fitLines()
{
    if (isOver())
        m_lines = 0;
    bool areWhole = true;
    for (const CompareColumn* column : m_columns) {
        const auto wanted = column->linesWanted();
        areWhole = areWhole && wanted;
        m_lines = std::max(m_lines, wanted.value_or(0));
    }
    for (CompareColumn* column : m_columns)
        column->setLines(areWhole ? m_lines : 0);
}

// Of whole generations alone: what lies between two was not measured.
void CompareView::measure()
{
    const int shown = static_cast<int>(std::lround(m_position));
    if (m_position != shown || shown == std::exchange(m_measuredAt, shown) || m_comparison.columnCount() == 0)
        return;
    m_differences->showMeasured(m_comparison, shown);
    answer(shown);
}

// All of it, in as many lines as it takes: it is what the comparison is for.
void CompareView::answer(int shown)
{
    m_answer = answerOf(m_comparison, shown);
    const ChainStory::Line line =
        m_answer ? ChainStory::Line{ui::words(*m_answer), reasonWords(*m_answer), -1} : ChainStory::Line();
    const double room = width() * double(kLeftShare) / (kLeftShare + kRightShare) - 3 * kGrid;
    m_told->setLine(line);
    m_answerLines = std::max(m_answerLines, storyLines(line, themeFont(TextSize::Small), room));
    m_told->setLines(m_answerLines);
    m_told->setVisible(!line.sentence.isEmpty());
}

bool CompareView::isOver() const
{
    for (std::size_t c = 0; c < m_comparison.columnCount(); ++c) {
        const CompareSource& column = m_comparison.column(c);
        if (column.session->isRunning() || m_position < column.count() - 1)
            return false;
    }
    return m_comparison.columnCount() > 0;
}

// Each family has ways of looking of its own: the first column's are offered, and each follows as far as it
// can.
void CompareView::adaptModes()
{
    const QString mode = modes().value(m_look.options().mode);
    for (CompareColumn* column : m_columns)
        column->stage().showMode(mode);
    m_legend->setStage(m_axes ? firstScene() : nullptr, *m_theme);
}

QStringList CompareView::modes()
{
    StageScene* scene = firstScene();
    return scene ? scene->modes() : QStringList();
}

StageScene* CompareView::firstScene()
{
    return m_columns.empty() ? nullptr : m_columns.front()->stage().scene();
}

} // namespace hareloom::ui
