// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/FilmController.h"

#include "ui/film/FilmedComparison.h"
#include "ui/session/ChainName.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/FanTheory.h"
#include "ui/window/FilmedWindow.h"
#include "ui/window/Laboratory.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

namespace hareloom::ui {

FilmController::FilmController(const Parts& parts, const Actions& actions)
    : QObject(&parts.window), m_parts(parts)
{
    connect(actions.exportFilm, &QAction::triggered, this, &FilmController::ask);
}

RunToFilm FilmController::shownRun()
{
    RunToFilm run{contentsOf(m_parts.session),
                  m_parts.scene.chain(),
                  m_parts.look.options(),
                  m_parts.scene.realData(),
                  {}};
    const VitalsColumn& vitals = m_parts.laboratory.vitals();
    for (int i = 0; i < vitals.chartCount(); ++i)
        run.metrics.push_back(vitals.chartAt(static_cast<std::size_t>(i)).series->metric());
    return run;
}

FilmSubject FilmController::stage(const RunToFilm& run)
{
    FilmSubject subject;
    subject.words = tr("The stage: %1").arg(m_parts.scene.modes().value(run.options.mode));
    subject.name = QStringLiteral("film");
    subject.generations = m_parts.session.history().count(run.chain);
    subject.about = aboutFilm(m_parts.session.experiment(), chainName(m_parts.session, run.chain));
    subject.make = [run](const FilmLook&) -> std::unique_ptr<FilmScene> {
        auto scene = std::make_unique<FilmedRun>(run);
        bringFanTheory(scene->scene(), run.options);
        return scene;
    };
    return subject;
}

FilmSubject FilmController::wholeWindow(const RunToFilm& run)
{
    FilmSubject subject = stage(run);
    subject.words = tr("The whole window");
    subject.name = QStringLiteral("window");
    subject.hasParts = false;
    subject.canGlide = false;
    subject.make = [run, &themes = m_parts.themes](const FilmLook& look) -> std::unique_ptr<FilmScene> {
        return std::make_unique<FilmedWindow>(run, themes, look.size);
    };
    return subject;
}

FilmSubject FilmController::comparison()
{
    const Comparison& shown = m_parts.comparison.comparison();
    FilmSubject subject;
    subject.words = tr("The comparison of %1").arg(shown.columnCount());
    subject.name = QStringLiteral("comparison");
    subject.generations = shown.longest();
    subject.about = aboutComparison(shown);
    // As it is now, whatever becomes of it: a film of it is the pattern of every other.
    const auto kept = std::make_shared<FilmedComparison>(shown, m_parts.look.options());
    subject.make = [kept, options = m_parts.look.options()](const FilmLook&) -> std::unique_ptr<FilmScene> {
        return std::make_unique<FilmedComparison>(kept->comparison(), options);
    };
    return subject;
}

FilmMaterial FilmController::material()
{
    FilmMaterial material;
    material.theme = &m_parts.themes.theme();
    const Experiment& experiment = m_parts.session.experiment();
    material.values.title = QString::fromStdString(experiment.title);
    material.values.seed = experiment.seed;
    material.values.chain = m_parts.scene.chain();
    if (m_parts.session.variants().size() > 1)
        material.values.variant =
            QString::fromStdString(m_parts.session.experimentOf(m_parts.scene.chain()).title);
    if (m_parts.comparison.isOn() && m_parts.comparison.longest() > 0)
        material.subjects.push_back(comparison());
    if (m_parts.scene.stage()) {
        const RunToFilm run = shownRun();
        material.subjects.push_back(stage(run));
        material.subjects.push_back(wholeWindow(run));
    }
    return material;
}

void FilmController::ask()
{
    if (m_dialog && m_dialog->isAtWork()) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    delete m_dialog;
    FilmMaterial now = material();
    if (now.subjects.empty())
        return;
    m_dialog = new FilmDialog(std::move(now), &m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setObjectName(QStringLiteral("film"));
    m_dialog->show();
}

bool FilmController::mayEnd() const
{
    if (!m_dialog || !m_dialog->isAtWork())
        return true;
    QMessageBox box(QMessageBox::Question, tr("End the film?"),
                    tr("A film is being made. If the window closes now, nothing of it is left."),
                    QMessageBox::NoButton, &m_parts.window);
    const QPushButton* end = box.addButton(tr("&End the film"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(tr("&Keep making it"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == end;
}

} // namespace hareloom::ui
