// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/SweepController.h"

#include "core/recipe/DeviceChoice.h"
#include "ui/export/Figures.h"
#include "ui/paths/PathBytes.h"
#include "ui/sweep/SweepDialog.h"
#include "ui/sweep/SweepPage.h"
#include "ui/sweep/SweepWords.h"
#include "ui/window/Actions.h"
#include "ui/window/ExportController.h"
#include "ui/window/RunGuard.h"

#include <QAction>
#include <QStackedWidget>

namespace hareloom::ui {

SweepController::SweepController(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts)
{
    connect(parts.actions.sweep, &QAction::triggered, this, &SweepController::show);
    connect(parts.actions.vary, &QAction::triggered, this, &SweepController::ask);
    connect(parts.actions.presentFirst, &QAction::triggered, this, [this] {
        if (isShown())
            m_page->controls().showFirst();
    });
    adaptAction();
}

SweepController::~SweepController() = default;

void SweepController::make()
{
    m_session = std::make_unique<SweepSession>();
    m_page = new SweepPage(*m_session, &m_parts.pages);
    m_page->setTheme(*m_theme);
    m_parts.pages.addWidget(m_page);
    connect(m_session.get(), &SweepSession::planned, this, [this] {
        if (std::exchange(m_runsOncePlanned, false))
            m_session->start();
    });
    connect(m_page, &SweepPage::pointChosen, this, &SweepController::openPoint);
    connect(m_page, &SweepPage::changeRequested, this, &SweepController::ask);
    connect(m_page, &SweepPage::exportRequested, this, &SweepController::exportSweep);
    connect(m_page, &SweepPage::closeRequested, this, [this] {
        if (!m_parts.guard.mayEnd())
            return;
        m_parts.bench.setExperiment(experimentAlone());
    });
}

// Titled by its place among the points, as a point is.
Experiment SweepController::experimentAlone() const
{
    Experiment alone = m_session->experiment();
    if (const QString name = ownPointName(alone); !name.isEmpty())
        alone.title = tr("%1 (%2)").arg(name, QString::fromStdString(alone.title)).toStdString();
    alone.sweep.reset();
    return alone;
}

void SweepController::takeUp(const QString& folder)
{
    const Experiment& experiment = m_parts.bench.experiment();
    m_isOpen = experiment.sweep != nullptr;
    m_isKept = !folder.isEmpty();
    m_runsOncePlanned = false;
    if (m_isOpen) {
        if (!m_page)
            make();
        m_session->setExperiment(experiment, bytesOf(folder));
        show();
    } else if (m_session)
        m_session->stop();
    adaptAction();
}

void SweepController::run()
{
    if (!m_isOpen || m_isKept)
        return;
    m_runsOncePlanned = m_session->state() == SweepSession::State::Planning;
    m_session->start();
}

// The sweep that is shown, or the run on the bench.
void SweepController::ask()
{
    auto* dialog =
        new SweepDialog(isShown() ? m_session->experiment() : m_parts.bench.experiment(), &m_parts.pages);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (!dialog->experiment() || !m_parts.guard.mayEnd())
            return;
        m_parts.bench.setExperiment(*dialog->experiment());
        takeUp({});
        run();
    });
    dialog->open();
}

bool SweepController::isShown() const
{
    return m_page && m_parts.pages.currentWidget() == m_page;
}

void SweepController::show()
{
    if (!m_isOpen)
        return;
    m_parts.pages.setCurrentWidget(m_page);
    m_page->chart().setFocus(Qt::OtherFocusReason);
    Q_EMIT shown();
}

void SweepController::setPresented(bool on)
{
    if (m_page && (isShown() || m_page->isPresented()))
        m_page->setPresented(on);
}

void SweepController::setTheme(const Theme& theme)
{
    m_theme = &theme;
    if (m_page)
        m_page->setTheme(theme);
}

// Networks take minutes: those wait until they are asked to run.
void SweepController::openPoint(std::int64_t point)
{
    if (!m_parts.guard.mayEnd())
        return;
    const SweepPlan& plan = m_session->model()->plan();
    Experiment one = plan.experimentOf(point);
    one.title = tr("%1 (%2)")
                    .arg(m_session->model()->nameOf(point), QString::fromStdString(plan.experiment().title))
                    .toStdString();
    m_parts.bench.setExperiment(one);
    if (!trainsNetworks(one.family))
        Q_EMIT runRequested();
}

void SweepController::adaptAction()
{
    m_parts.actions.sweep->setVisible(m_isOpen);
    m_parts.actions.sweep->setEnabled(m_isOpen);
}

void SweepController::exportSweep()
{
    if (!m_page->picture())
        return;
    ExportMaterial material;
    material.charts = {
        {QStringLiteral("sweep"), sweepFigure(m_session->experiment(), *m_page->picture(), m_page->shape())}};
    material.values.title = QString::fromStdString(m_session->experiment().title);
    material.values.generation = static_cast<int>(m_page->choice().generation);
    material.values.seed = m_session->experiment().seed;
    material.table = [session = m_session.get()] {
        const auto table = session->table();
        return table ? *table : QByteArray();
    };
    m_parts.exports.exportOther(std::move(material));
}

} // namespace hareloom::ui
