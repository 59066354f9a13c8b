// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/PickController.h"

#include "core/recipe/ExperimentJson.h"
#include "ui/language/EngineSentence.h"
#include "ui/mechanism/PickDialog.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/session/Recordings.h"
#include "ui/stage/StageScene.h"
#include "ui/window/Actions.h"

#include <QAction>

namespace hareloom::ui {

PickController::PickController(const Parts& parts)
    : QObject(&parts.window),
      m_parts(parts),
      m_theme(&lightTheme()),
      m_job("The candidates could not be computed", [this](const Result<Candidates>& found) {
          if (found)
              show(*found);
          else
              Q_EMIT said(engineSentence(found.error().message));
      })
{
    connect(parts.actions.pick, &QAction::triggered, this, &PickController::ask);
    connect(&parts.session, &LabSession::experimentChanged, this, [this] { m_job.cancel(); });
}

void PickController::adaptAction() const
{
    const LabSession& session = m_parts.session;
    m_parts.actions.pick->setEnabled(session.history().count(m_parts.scene.chain()) > 0 &&
                                     !session.isRunning());
}

// A person's picks are of one chain; several would need somebody each.
void PickController::ask()
{
    m_parts.cursor.pause();
    const LabSession& session = m_parts.session;
    if (session.variants().size() > 1 || session.experiment().chains > 1) {
        Q_EMIT said(tr("You can choose by hand in an experiment that has one chain and no variants. Set "
                       "Chains to 1 in the "
                       "recipe, take its variants away, and run it anew."));
        return;
    }
    std::vector<GenerationPtr> before;
    for (int g = 0; g < session.history().count(0); ++g)
        before.push_back(session.history().at(0, g));
    m_job.start([experiment = session.variants().front(), before](const StopToken& stop) {
        return candidatesOf(experiment, 0, before, {}, stop);
    });
}

void PickController::show(const Candidates& candidates)
{
    PickDialog dialog(candidates, m_parts.scene.realData(), *m_theme, &m_parts.window);
    if (dialog.exec() == QDialog::Accepted)
        learnFrom(candidates, dialog.board().picks());
}

// What was made stays; a recording of it goes on in a new file, since its settings have grown.
bool PickController::learnFrom(const Candidates& candidates, const std::vector<int>& picks)
{
    LabSession& session = m_parts.session;
    Experiment picked = session.experiment();
    picked.events.push_back(changeOf(candidates, picks));
    if (const auto valid = validate(picked); !valid) {
        Q_EMIT said(engineSentence(valid.error().message));
        return false;
    }
    const QString recording = session.recordingPath();
    session.setFinished({picked, session.history().all(), {}, {}}, {});
    session.step();
    if (!recording.isEmpty() && session.recordingPath() != recording)
        deleteRecording(recording);
    Q_EMIT learning(static_cast<int>(candidates.at));
    return true;
}

} // namespace hareloom::ui
