// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/OrderController.h"

#include "ui/window/Actions.h"
#include "ui/window/FileController.h"
#include "ui/window/FileQuestions.h"

#include <QAction>
#include <QFileInfo>

#include <algorithm>

namespace hareloom::ui {

OrderController::OrderController(FileController& files, const Actions& actions, QWidget& window)
    : QObject(&window), m_files(files), m_actions(actions), m_window(window)
{
    connect(actions.openOrder, &QAction::triggered, this, &OrderController::ask);
    connect(actions.orderNext, &QAction::triggered, this, [this] { go(1); });
    connect(actions.orderBack, &QAction::triggered, this, [this] { go(-1); });
    connect(&files, &FileController::orderOpened, this, [this](const std::vector<OrderEntry>& order) {
        m_entries = order;
        stand(0);
    });
    for (QAction* action : {actions.orderNext, actions.orderBack})
        action->setEnabled(false);
}

void OrderController::ask()
{
    const QString path =
        askForFolder(&m_window, tr("Folder with experiments and sessions, in the order of their names"));
    if (!path.isEmpty())
        m_files.openFile(path);
}

// One that cannot be opened is said, and the order stands there all the same: the next is a key away.
void OrderController::go(int way)
{
    if (!isOpen() || (way < 0 && m_shown == 0) || (way > 0 && m_shown + 1 == m_entries.size()))
        return;
    const std::size_t entry = way < 0 ? m_shown - 1 : m_shown + 1;
    m_files.open(m_entries[entry].what);
    stand(entry);
}

void OrderController::stand(std::size_t entry)
{
    m_shown = entry;
    m_actions.orderBack->setEnabled(entry > 0);
    m_actions.orderNext->setEnabled(entry + 1 < m_entries.size());
    Q_EMIT moved();
}

QString OrderController::standing() const
{
    return isOpen() ? tr("%1 of %2").arg(m_shown + 1).arg(m_entries.size()) : QString();
}

QString OrderController::notes() const
{
    return isOpen() ? m_entries[m_shown].notes : QString();
}

QString OrderController::next() const
{
    return m_shown + 1 < m_entries.size() ? QFileInfo(m_entries[m_shown + 1].what).completeBaseName()
                                          : QString();
}

} // namespace hareloom::ui
