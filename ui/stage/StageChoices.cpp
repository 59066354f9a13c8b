// SPDX-License-Identifier: GPL-3.0-or-later
// StageView where a stage shows one of several things: which one, scrolling, and copying it.
#include "ui/stage/StageChooser.h"
#include "ui/stage/StageView.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace hareloom::ui {

void StageView::makeChooser()
{
    m_copy = addKeyAction(tr("&Copy text"), {QKeySequence::Copy}, &StageView::copyText);
    m_previous = addKeyAction(tr("Pre&vious text"), {Qt::Key_PageUp}, &StageView::showPrevious);
    m_next = addKeyAction(tr("Ne&xt text"), {Qt::Key_PageDown}, &StageView::showNext);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    m_chooser = new StageChooser(this);
    m_chooser->hide();
    connect(m_chooser, &StageChooser::choiceMade, &m_look, &StageLook::setChoice);
    connect(m_chooser, &StageChooser::comparisonMade, &m_look, &StageLook::setBeforeOnly);
}

void StageView::adaptChooser()
{
    const QStringList names = m_scene.choices(m_position, options());
    const bool canChoose = !names.isEmpty();
    const int choice = std::clamp(options().choice, 0, std::max(0, static_cast<int>(names.size()) - 1));
    m_copy->setEnabled(canChoose);
    m_previous->setEnabled(canChoose && choice > 0);
    m_next->setEnabled(canChoose && choice + 1 < names.size());
    if (canChoose) {
        const bool compares = m_scene.comparesGenerations(options());
        m_chooser->setWords(m_scene.choiceWords(options()));
        m_chooser->setChoices(names, choice);
        m_chooser->setComparison(compares, options().beforeOnly);
        m_chooser->setFixedWidth(static_cast<int>(StageScene::chooserWidth(compares)));
        m_chooser->adjustSize();
        m_chooser->move(StageScene::controlCorner(rect()).toPoint());
    }
    if (!canChoose && m_chooser->isAncestorOf(focusWidget()))
        setFocus();
    m_chooser->setVisible(canChoose);
}

void StageView::showPrevious()
{
    m_look.setChoice(options().choice - 1);
}

void StageView::showNext()
{
    m_look.setChoice(options().choice + 1);
}

// False where everything has room: the key is somebody else's then.
bool StageView::scrollBy(int lines)
{
    const int most = m_scene.mostScroll(rect(), m_position, options());
    if (most == 0)
        return false;
    m_look.setScroll(std::clamp(std::min(options().scroll, most) + lines, 0, most));
    return true;
}

void StageView::copyText()
{
    const QString text = m_scene.text(m_position, options());
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace hareloom::ui
