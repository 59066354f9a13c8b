// SPDX-License-Identifier: GPL-3.0-or-later
// StageView where texts are read: which one, scrolling, and copying it.
#include "ui/families/language/TextChooser.h"
#include "ui/stage/StageView.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace hareloom::ui {

void StageView::makeTextControls()
{
    m_copyText = addKeyAction(tr("&Copy text"), {QKeySequence::Copy}, &StageView::copyText);
    m_previousText = addKeyAction(tr("Pre&vious text"), {Qt::Key_PageUp}, &StageView::showPreviousText);
    m_nextText = addKeyAction(tr("Ne&xt text"), {Qt::Key_PageDown}, &StageView::showNextText);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    m_texts = new TextChooser(this);
    m_texts->hide();
    connect(m_texts, &TextChooser::choiceMade, this, &StageView::chooseText);
    connect(m_texts, &TextChooser::comparisonMade, this, &StageView::compareWith);
}

void StageView::adaptTexts()
{
    const QStringList names = m_scene.choices(m_position, m_options);
    const bool hasTexts = !names.isEmpty();
    const int choice = std::clamp(m_options.choice, 0, std::max(0, static_cast<int>(names.size()) - 1));
    m_copyText->setEnabled(hasTexts);
    m_previousText->setEnabled(hasTexts && choice > 0);
    m_nextText->setEnabled(hasTexts && choice + 1 < names.size());
    if (hasTexts) {
        const bool compares = m_scene.comparesGenerations(m_options);
        m_texts->setChoices(names, choice);
        m_texts->setComparison(compares, m_options.beforeOnly);
        m_texts->setFixedWidth(static_cast<int>(StageScene::textControlWidth(compares)));
        m_texts->adjustSize();
        m_texts->move(StageScene::controlCorner(rect()).toPoint());
    }
    if (!hasTexts && m_texts->isAncestorOf(focusWidget()))
        setFocus();
    m_texts->setVisible(hasTexts);
}

void StageView::chooseText(int choice)
{
    StageOptions options = m_options;
    options.choice = choice;
    options.scroll = 0;
    setOptions(options);
    Q_EMIT textChosen();
}

void StageView::compareWith(bool beforeOnly)
{
    StageOptions options = m_options;
    options.beforeOnly = beforeOnly;
    setOptions(options);
    Q_EMIT textChosen();
}

void StageView::showPreviousText()
{
    chooseText(m_options.choice - 1);
}

void StageView::showNextText()
{
    chooseText(m_options.choice + 1);
}

// False where everything has room: the key is somebody else's then.
bool StageView::scrollBy(int lines)
{
    const int most = m_scene.mostScroll(rect(), m_position, m_options);
    if (most == 0)
        return false;
    m_options.scroll = std::clamp(std::min(m_options.scroll, most) + lines, 0, most);
    update();
    return true;
}

void StageView::copyText()
{
    const QString text = m_scene.text(m_position, m_options);
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace hareloom::ui
