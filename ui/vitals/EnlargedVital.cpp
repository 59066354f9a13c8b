// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/EnlargedVital.h"

#include "ui/accessible/ChartDescription.h"
#include "ui/accessible/DataTableView.h"
#include "ui/vitals/FormulaPage.h"
#include "ui/vitals/LegendStrip.h"
#include "ui/vitals/VitalPlot.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kRefreshMs = 66;

} // namespace

EnlargedVital::EnlargedVital(Source source, const Theme& theme, QWidget* window)
    : QDialog(window),
      m_source(std::move(source)),
      m_theme(&theme),
      m_title(new QLabel(this)),
      m_meaning(new QLabel(this)),
      m_readout(new QLabel(this)),
      m_scale(new QComboBox(this)),
      m_tabs(new QTabWidget(this)),
      m_legend(new LegendStrip(this)),
      m_chart(makeCurveChart(this)),
      m_table(new DataTableView(this)),
      m_formula(new FormulaPage(m_tabs))
{
    // A window of its own, which can fill a projector's screen.
    setWindowFlags(Qt::Window);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid);
    column->addLayout(makeHead());
    column->addWidget(m_meaning);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(makeChartPage(), tr("&Chart"));
    m_tabs->addTab(m_table, tr("&Data"));
    m_formula->hide(); // until it is offered
    column->addWidget(m_tabs, 1);
    describeChart(m_chart, {[this] { return m_title->text(); }, [this] { return summary(); },
                            [this] { return m_table->table(); }});
    connect(m_tabs, &QTabWidget::currentChanged, this, &EnlargedVital::refresh);
    connect(m_chart, &CurveChart::generationChosen, this, &EnlargedVital::generationChosen);
    connect(m_chart, &CurveChart::generationHovered, this, [this](int generation) {
        m_hovered = generation;
        showReadout();
    });
    m_timer.setSingleShot(true);
    m_timer.setInterval(kRefreshMs);
    connect(&m_timer, &QTimer::timeout, this, &EnlargedVital::refresh);
    resize(880, 560);
    setTheme(theme);
    m_chart->setFocus();
}

QLayout* EnlargedVital::makeHead()
{
    m_title->setFont(themeFont(TextSize::Title, QFont::DemiBold));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setWordWrap(true);
    m_scale->addItems({tr("Automatic axis"), tr("Linear axis"), tr("Logarithmic axis")});
    m_scale->setAccessibleName(tr("Vertical axis"));
    connect(m_scale, &QComboBox::activated, this,
            [this](int index) { Q_EMIT scaleChosen(static_cast<AxisScale>(index)); });
    m_meaning->setObjectName(QStringLiteral("muted"));
    m_meaning->setFont(themeFont(TextSize::Small));
    m_meaning->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_title, 1);
    row->addWidget(m_scale);
    return row;
}

QWidget* EnlargedVital::makeChartPage()
{
    auto* page = new QWidget(this);
    auto* reset = new QPushButton(tr("&Whole chart"), page);
    reset->setToolTip(tr("Ends zooming (a double click, or 0)"));
    connect(reset, &QPushButton::clicked, m_chart, &CurveChart::resetView);
    auto* copy = new QPushButton(tr("Co&py as picture"), page);
    connect(copy, &QPushButton::clicked, this, &EnlargedVital::copyRequested);
    auto* save = new QPushButton(tr("&Export…"), page);
    connect(save, &QPushButton::clicked, this, &EnlargedVital::exportRequested);
    auto* hint = new QLabel(tr("Wheel zooms, drag pans, click shows the generation."), page);
    hint->setObjectName(QStringLiteral("muted"));
    hint->setFont(themeFont(TextSize::Small));
    for (QPushButton* button : {reset, copy, save})
        button->setAutoDefault(false);
    m_readout->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(reset);
    buttons->addWidget(copy);
    buttons->addWidget(save);
    buttons->addWidget(hint, 1, Qt::AlignRight);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, kGrid, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_legend);
    column->addWidget(m_chart, 1);
    column->addWidget(m_readout);
    column->addLayout(buttons);
    return page;
}

void EnlargedVital::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_chart->setTheme(theme);
    refresh();
}

void EnlargedVital::setPosition(double position)
{
    const bool isAnother = std::lround(position) != std::lround(m_position);
    m_position = position;
    m_chart->setMarker(position);
    if (!isAnother)
        return;
    showReadout();
    const auto chart = m_source();
    if (chart && (chart->hidesFuture || m_tabs->currentWidget() == m_formula))
        refreshSoon(); // what has come
}

void EnlargedVital::refreshSoon()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void EnlargedVital::refresh()
{
    const auto chart = m_source();
    if (!chart) {
        close();
        return;
    }
    m_position = chart->position;
    m_title->setText(chart->title());
    m_title->setToolTip(chart->definition());
    m_meaning->setText(chart->meaning());
    setWindowTitle(chart->title());
    m_scale->setCurrentIndex(static_cast<int>(chart->scale));
    m_legend->setMarks(vitalLegend({chart->series}, *m_theme, true), *m_theme);
    const QWidget* page = m_tabs->currentWidget();
    if (page == m_table)
        m_table->setTable(chart->table());
    else if (page == m_formula)
        m_formula->setChart(*chart, m_variants(), static_cast<int>(std::lround(m_position)));
    else
        m_chart->setPlot(curvePlot(*chart, *m_theme));
    showReadout();
}

void EnlargedVital::showReadout()
{
    const auto chart = m_source();
    if (!chart)
        return;
    const int shown = static_cast<int>(std::lround(m_position));
    const bool isSeen = m_hovered >= 0 && !(chart->hidesFuture && m_hovered > shown);
    const int generation = isSeen ? m_hovered : shown;
    const QStringList lines = chart->readout(generation);
    const QLatin1String between(lines.size() > 1 ? "\n" : "   ");
    m_readout->setText((QStringList{tr("Generation %1").arg(generation)} + lines).join(between));
}

void EnlargedVital::offerFormula(std::function<std::vector<Experiment>()> variants)
{
    m_variants = std::move(variants);
    m_tabs->addTab(m_formula, tr("&Formula"));
    connect(m_legend, &LegendStrip::theoryClicked, this, &EnlargedVital::showFormula);
}

void EnlargedVital::showFormula()
{
    m_tabs->setCurrentWidget(m_formula);
}

QString EnlargedVital::summary() const
{
    const auto chart = m_source();
    return chart ? chart->summary() : QString();
}

std::optional<VitalChart> EnlargedVital::chartInView() const
{
    auto chart = m_source();
    if (chart) {
        chart->x = m_chart->viewX();
        chart->y = m_chart->viewY();
        chart->hovered = -1;
        chart->labelsGenerations = true;
    }
    return chart;
}

void EnlargedVital::keyPressEvent(QKeyEvent* event)
{
    const int shown = static_cast<int>(std::lround(m_position));
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT generationChosen(shown - 1);
        break;
    case Qt::Key_Right:
        Q_EMIT generationChosen(shown + 1);
        break;
    default:
        QDialog::keyPressEvent(event);
    }
}

} // namespace hareloom::ui
