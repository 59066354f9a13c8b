// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/FilmedRun.h"

#include "ui/families/Faces.h"
#include "ui/session/ChainName.h"

#include <cmath>

namespace hareloom::ui {

SessionContents contentsOf(const LabSession& session)
{
    return {session.experiment(), session.history().all(), QString()};
}

FilmedRun::FilmedRun(const RunToFilm& run)
    : m_scene(m_session, faceOf), m_vitals(m_session), m_story(m_session)
{
    m_session.setFinished(run.contents, {});
    m_scene.setChain(run.chain);
    m_scene.setRealData(run.real);
    m_look.set(run.options);
    m_vitals.setChain(run.chain);
    m_vitals.setOnly(run.metrics);
    m_vitals.reload();
    m_vitals.setVariables(run.real.variableNames);
    m_vitals.waitForTheory();
    m_story.setChain(run.chain);
    m_story.setNames(run.real.names);
    m_story.refresh();
    const Experiment& experiment = m_session.experiment();
    present(std::make_unique<PresentedRun>(m_scene, m_look, m_vitals, m_story),
            {QString::fromStdString(experiment.title), QString::fromStdString(experiment.question),
             chainName(m_session, run.chain)});
}

FilmedRun::~FilmedRun()
{
    endPresenting();
}

void FilmedRun::moveTo(double position)
{
    m_scene.setGoal(static_cast<int>(std::ceil(position)));
    m_vitals.setPosition(position);
    m_vitals.setShown(static_cast<int>(std::ceil(position)));
}

} // namespace hareloom::ui
