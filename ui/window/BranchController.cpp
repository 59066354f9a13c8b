// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/BranchController.h"

#include "ui/language/EngineSentence.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/recipe/BranchDialog.h"
#include "ui/stage/StageScene.h"
#include "ui/window/Actions.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace hareloom::ui {

BranchController::BranchController(const Parts& parts) : QObject(&parts.window), m_parts(parts)
{
    connect(parts.actions.branch, &QAction::triggered, this, &BranchController::ask);
    connect(&parts.cursor, &GenerationCursor::shownChanged, this, &BranchController::withdraw);
}

std::size_t BranchController::variant() const
{
    const auto chains = std::max<std::int64_t>(1, m_parts.session.experiment().chains);
    return static_cast<std::size_t>(m_parts.scene.chain() / chains);
}

void BranchController::adaptAction() const
{
    m_parts.actions.branch->setEnabled(m_parts.session.history().count(m_parts.scene.chain()) > 0);
}

void BranchController::ask()
{
    m_parts.cursor.pause();
    const Experiment& experiment = m_parts.session.experimentOf(m_parts.scene.chain());
    const std::int64_t at = m_parts.cursor.shown() + 1;
    if (at > experiment.generations) {
        refuse(tr(
            "This is the last generation, and none follows it. Go back to an earlier one, and choose what is "
            "different from there on."));
        return;
    }
    BranchDialog dialog(experiment, at, *m_theme, &m_parts.window);
    if (dialog.exec() == QDialog::Accepted)
        branch(dialog.change());
}

// It is of the generation shown.
void BranchController::refuse(const QString& why)
{
    m_refusal = why;
    Q_EMIT said(why);
}

void BranchController::withdraw()
{
    if (!m_refusal.isEmpty())
        Q_EMIT withdrawn(std::exchange(m_refusal, {}));
}

bool BranchController::branch(const SettingsChange& change)
{
    const auto added = m_parts.session.addBranch(variant(), change);
    if (!added) {
        refuse(engineSentence(added.error().message));
        return false;
    }
    Q_EMIT branched(m_parts.session.variants().size() - 1, static_cast<int>(change.at));
    return true;
}

} // namespace hareloom::ui
