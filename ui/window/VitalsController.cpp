// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/VitalsController.h"

#include "ui/accessible/DataTableDialog.h"
#include "ui/export/ChartAxes.h"
#include "ui/vitals/EnlargedVital.h"
#include "ui/vitals/VitalFigure.h"
#include "ui/vitals/VitalView.h"
#include "ui/window/Actions.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr QSizeF kFigureSize(800, 480);

} // namespace

VitalsController::VitalsController(const Views& views, const Actions& actions, QWidget* window)
    : QObject(window), m_views(views), m_copyAs(actions.copyAs), m_window(window)
{
    VitalsColumn& vitals = views.vitals;
    vitals.setRemembering(true);
    connect(&vitals, &VitalsColumn::generationChosen, &views.cursor, &GenerationCursor::show);
    connect(&vitals, &VitalsColumn::enlargeRequested, this, &VitalsController::enlarge);
    connect(&vitals, &VitalsColumn::formulaRequested, this,
            [this](const std::string& metric) { enlarge(metric)->showFormula(); });
    connect(&vitals, &VitalsColumn::menuRequested, this, &VitalsController::showMenu);
    connect(actions.chooseVitals, &QAction::triggered, &vitals, &VitalsColumn::openChooser);
    connect(actions.dataTable, &QAction::triggered, this, [this] {
        const QWidget* focused = QApplication::focusWidget();
        showTable(ChartDescription::of(focused) ? focused : nullptr);
    });
    const auto refreshTables = [this] {
        if (m_tables)
            m_tables->refreshSoon();
    };
    connect(&vitals, &VitalsColumn::changed, this, refreshTables);
    connect(&views.cursor, &GenerationCursor::shownChanged, this, refreshTables);
    offerTable(views.stage);
    offerTable(views.filmstrip);
}

void VitalsController::setTheme(const Theme& theme)
{
    m_theme = &theme;
    for (const auto& window : m_enlarged)
        if (window)
            window->setTheme(theme);
}

EnlargedVital* VitalsController::enlarge(const std::string& metric)
{
    const VitalsColumn* vitals = &m_views.vitals;
    auto* window =
        new EnlargedVital([vitals, metric] { return vitals->chartOf(metric); }, *m_theme, m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->offerFormula([&session = m_views.session] { return session.variants(); });
    connect(vitals, &VitalsColumn::changed, window, &EnlargedVital::refreshSoon);
    connect(&m_views.cursor, &GenerationCursor::positionChanged, window, &EnlargedVital::setPosition);
    connect(window, &EnlargedVital::generationChosen, &m_views.cursor, &GenerationCursor::show);
    connect(window, &EnlargedVital::scaleChosen, this,
            [this, metric](AxisScale scale) { m_views.vitals.setScale(metric, scale); });
    connect(window, &EnlargedVital::copyRequested, this, [this, window] {
        if (const auto chart = window->chartInView())
            Q_EMIT copyRequested(figureOf(*chart));
    });
    connect(window, &EnlargedVital::exportRequested, this, [this, window, metric] {
        if (const auto chart = window->chartInView())
            Q_EMIT exportRequested(figureOf(*chart), QString::fromStdString(metric));
    });
    m_enlarged.removeAll(nullptr);
    m_enlarged << window;
    window->show();
    return window;
}

void VitalsController::showMenu(std::string metric, const QPoint& at)
{
    const auto chart = m_views.vitals.chartOf(metric);
    if (!chart)
        return;
    QMenu menu(m_window);
    menu.addAction(tr("&Enlarge…"), this, [&] { enlarge(metric); });
    menu.addAction(tr("Show data &table"), this, [&] { showTable(chartOf(metric)); });
    menu.addAction(tr("Show &formula…"), this, [&] { enlarge(metric)->showFormula(); })
        ->setEnabled(hasTheory(*chart->series));
    menu.addSeparator();
    QActionGroup scales(&menu);
    const QStringList names{tr("&Automatic axis"), tr("&Linear axis"), tr("Lo&garithmic axis")};
    for (int i = 0; i < names.size(); ++i) {
        QAction* action = menu.addAction(names[i], this, [this, metric, i] {
            m_views.vitals.setScale(metric, static_cast<AxisScale>(i));
        });
        action->setCheckable(true);
        action->setChecked(i == static_cast<int>(chart->scale));
        scales.addAction(action);
    }
    menu.addSeparator();
    menu.addAction(tr("&Copy as picture"), this, [&] { Q_EMIT copyRequested(figureOf(*chart)); });
    addCopyAs(menu, metric);
    menu.addAction(tr("E&xport…"), this,
                   [&] { Q_EMIT exportRequested(figureOf(*chart), QString::fromStdString(metric)); });
    menu.addSeparator();
    menu.addAction(tr("&Remove"), this, [&] { remove(metric); })->setEnabled(m_views.vitals.chartCount() > 1);
    menu.addAction(tr("C&hoose vital signs…"), &m_views.vitals, &VitalsColumn::openChooser);
    menu.exec(at);
}

void VitalsController::addCopyAs(QMenu& menu, const std::string& metric)
{
    QMenu* as = menu.addMenu(tr("Copy a&s"));
    for (const QAction* known : m_copyAs)
        as->addAction(known->text(), this,
                      [this, metric, code = known->data().toInt()] {
                          Q_EMIT codeRequested(code, QString::fromStdString(metric));
                      })
            ->setEnabled(known->isEnabled());
}

void VitalsController::remove(const std::string& metric)
{
    std::vector<std::string> kept;
    for (int i = 0; i < m_views.vitals.chartCount(); ++i)
        if (const auto& name = m_views.vitals.chartAt(static_cast<std::size_t>(i)).series->metric();
            name != metric)
            kept.push_back(name);
    m_views.vitals.choose(kept);
}

QWidget* VitalsController::chartOf(const std::string& metric) const
{
    for (VitalView* view : m_views.vitals.views())
        if (view->chart().series->metric() == metric)
            return view;
    return nullptr;
}

void VitalsController::showTable(const QWidget* chart)
{
    if (!m_tables)
        m_tables = new DataTableDialog(m_window);
    m_tables->showChart(chart);
}

void VitalsController::offerTable(QWidget& chart)
{
    auto* action = new QAction(tr("Show data table"), &chart);
    connect(action, &QAction::triggered, this, [this, &chart] { showTable(&chart); });
    chart.addAction(action);
    chart.setContextMenuPolicy(Qt::ActionsContextMenu);
}

// The chart's numbers are the column's: a figure is painted at once, before they can change.
Figure VitalsController::figureOf(const VitalChart& chart) const
{
    Figure figure;
    setOrigin(figure, m_views.session);
    figure.size = kFigureSize;
    const VitalsColumn* vitals = &m_views.vitals;
    figure.paint = [chart, vitals, metric = chart.series->metric()](QPainter& painter, const QRectF& area,
                                                                    const FigureOptions& options) {
        const auto now = vitals->chartOf(metric);
        if (!now)
            return;
        VitalChart painted = chart;
        painted.series = now->series;
        paintVitalFigure(painter, area, {withAxes(painted, options)}, options.parts, *options.theme);
    };
    figure.checkAxes = [chart, vitals, metric = chart.series->metric()](const FigureOptions& options) {
        const auto now = vitals->chartOf(metric);
        return now ? checkAxesOf(*now, options) : Result<void>();
    };
    return figure;
}

} // namespace hareloom::ui
